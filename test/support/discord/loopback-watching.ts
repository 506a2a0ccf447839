import type { LoopbackChannel } from './actor.js';
import type { LoopbackParts } from './loopback-parts.js';
import { type SeenMessage, seenMessage } from './seen-message.js';

/** What a test waits for, or looks at. Whatever is waited for in vain is an Error that says what there is instead. */
export interface Watching {
  /** Resolves when every shard that identified is connected and has taken in READY and its guilds, or what it missed. */
  ready(): Promise<void>;
  /** Resolves when no gateway connection is left. */
  closed(): Promise<void>;
  /** Resolves when every connected client has taken in all that happened so far, though it may not have acted on it yet. */
  delivered(): Promise<void>;
  /**
   * The bot's message that replies to `message`, once it is final: `isFinal` says of the message when that is; without it,
   * when it has a button or an embed. Resolves with the last such message there is then.
   */
  answerTo(
    message: SeenMessage,
    options?: { readonly timeout?: number; readonly isFinal?: (message: SeenMessage) => boolean },
  ): Promise<SeenMessage>;
  /** A message as it is now, `undefined` once it is deleted. */
  look(message: SeenMessage): SeenMessage | undefined;
  /** When the bot showed that it types there, milliseconds since 1970. */
  typingIn(channel: LoopbackChannel): readonly number[];
  /** Resolves once `holds` is true; looked at again whenever anything happens here. */
  until(holds: () => boolean, what: string): Promise<void>;
}

const hasMoreThanText = ({ buttons, embeds }: SeenMessage): boolean => buttons.length > 0 || embeds.length > 0;

/** The bot's messages that reply to one, oldest first. */
function answersTo({ world }: LoopbackParts, { id, channelId }: SeenMessage): readonly SeenMessage[] {
  const { messages = [] } = world.channels.get(channelId) ?? {};
  return messages
    .filter(({ author, reference, isDeleted }) => author === world.bot && reference?.id === id && !isDeleted)
    .map(seenMessage);
}

export function createWatching(parts: LoopbackParts, withinMs: number): Watching {
  const { world, changes, gateway } = parts;

  async function until(holds: () => boolean, what: string): Promise<void> {
    await changes.until(() => holds() || undefined, { what, withinMs });
  }

  return {
    until,
    ready: () => until(() => gateway.isReady, 'a client at the gateway'),
    closed: () => until(() => gateway.faults.connections === 0, 'the end of the gateway connection'),
    delivered: gateway.delivered,
    answerTo: (message, { timeout = withinMs, isFinal = hasMoreThanText } = {}) =>
      changes.until(() => answersTo(parts, message).findLast(isFinal), {
        what: `an answer to "${message.content}"`,
        withinMs: timeout,
        describe: () => `So far there is: ${JSON.stringify(answersTo(parts, message).map(({ text }) => text))}`,
      }),
    look({ id, channelId }) {
      const message = world.channels.get(channelId)?.messages.find((candidate) => candidate.id === id);
      return message === undefined || message.isDeleted ? undefined : seenMessage(message);
    },
    typingIn: ({ id }) => [...(world.channels.get(id)?.typing ?? [])],
  };
}
