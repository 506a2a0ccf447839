import { type Client, Events } from 'discord.js';
import { describeError } from '../redaction.js';
import type { BotParts } from './bot-parts.js';
import type { WorkTracker } from './connection/work-tracker.js';
import { createOnMessage } from './messages/on-message.js';
import { createOnInteraction } from './on-interaction.js';
import { createRecentIds } from './recent-ids.js';

/** A session that is resumed replays what may have come already; nobody is this far behind. */
const eventsRemembered = 10_000;

/** Connects what happens in Discord with what Parley does about it. Everything that runs is counted by `work`. */
export function serveMembers(client: Client, parts: BotParts, work: WorkTracker): void {
  const events = createRecentIds(eventsRemembered);
  const onInteraction = createOnInteraction(parts);
  const onMessage = createOnMessage(parts);

  /** Takes an event up unless the process is stopping; a defect in a handler is logged and ends nothing else. */
  function take(id: string, handle: () => Promise<void>): void {
    if (!work.isTaking || !events.isNew(id)) return;
    work
      .track(handle())
      .catch((error: unknown) => parts.log.error(describeError(error), 'a handler failed; this is a defect of Parley'));
  }

  client.on(Events.InteractionCreate, (interaction) => take(interaction.id, () => onInteraction(interaction)));
  client.on(Events.MessageCreate, (message) => take(message.id, () => onMessage(message)));
}
