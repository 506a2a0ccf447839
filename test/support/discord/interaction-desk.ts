import type {
  APICommandAutocompleteInteractionResponseCallbackData,
  APIModalInteractionResponseCallbackData,
  InteractionResponseType,
  InteractionType,
} from 'discord-api-types/v10';
import type { Changes } from './changes.js';
import type { EventFeed } from './event-feed.js';
import { type InteractionFacts, interactionPayload } from './interaction-payload.js';
import type { MessageOrigin, StoredMessage } from './stored-message.js';
import type { Violation } from './violation.js';
import type { World, WorldChannel, WorldUser } from './world.js';

export interface Acknowledgement {
  readonly type: InteractionResponseType;
  /** Milliseconds since the interaction was sent. */
  readonly afterMs: number;
  /** Edits the source message had before, so that later ones can be told. */
  readonly sourceEdits: number;
}

/** One interaction between somebody's click and the end of its token. */
export interface PendingInteraction {
  readonly id: string;
  readonly token: string;
  readonly type: InteractionType;
  readonly user: WorldUser;
  readonly channel: WorldChannel;
  readonly source: StoredMessage | null;
  /** What messages that answer it say about it. */
  readonly origin: MessageOrigin;
  readonly sentAtMs: number;
  /** True when no client was there to be told. */
  isUndelivered: boolean;
  /** True when a fault of the test's making hit its acknowledgement. */
  isDisturbed: boolean;
  /** True once the time to acknowledge went by unused. */
  isMissed: boolean;
  /** True once its token is no longer taken. */
  isExpired: boolean;
  acknowledgement: Acknowledgement | null;
  original: StoredMessage | null;
  readonly followUps: StoredMessage[];
  choices: NonNullable<APICommandAutocompleteInteractionResponseCallbackData['choices']> | null;
  modal: APIModalInteractionResponseCallbackData | null;
}

export interface InteractionDraft extends Omit<InteractionFacts, 'id' | 'token'> {
  readonly origin: Omit<MessageOrigin, 'interactionId'>;
}

export interface InteractionDesk {
  send(draft: InteractionDraft): PendingInteraction;
  /** The interaction that a callback names, whatever became of it. */
  find(id: string, token: string): PendingInteraction | undefined;
  findByToken(token: string): PendingInteraction | undefined;
  /** Those of all interactions so far. */
  tokens(): readonly string[];
  /** A fault hits the callback of this interaction: what follows is not the bot's fault. */
  disturb(id: string): void;
  stop(): void;
}

/** @param acknowledgeWithinMs How long an interaction waits for its callback before it has failed. */
export function createInteractionDesk(
  world: World,
  feed: EventFeed,
  changes: Changes,
  record: (violation: Violation) => void,
  acknowledgeWithinMs: number,
): InteractionDesk {
  const byId = new Map<string, PendingInteraction>();
  const timers = new Set<NodeJS.Timeout>();

  function miss(interaction: PendingInteraction): void {
    if (interaction.acknowledgement !== null) return;
    interaction.isMissed = true;
    if (!interaction.isDisturbed && !interaction.isUndelivered) {
      const detail = `interaction type ${interaction.type} was not acknowledged within ${acknowledgeWithinMs} ms`;
      record({ rule: 'not-acknowledged', detail });
    }
    changes.announce();
  }

  return {
    send(draft) {
      const id = world.ids.next();
      const token = Buffer.from(`interaction:${id}:${world.ids.secret(96)}`).toString('base64url');
      const { type, user, channel, source } = draft;
      const interaction: PendingInteraction = {
        id,
        token,
        type,
        user,
        channel,
        source,
        origin: { ...draft.origin, interactionId: id },
        sentAtMs: performance.now(),
        isUndelivered: false,
        isDisturbed: false,
        isMissed: false,
        isExpired: false,
        acknowledgement: null,
        original: null,
        followUps: [],
        choices: null,
        modal: null,
      };
      byId.set(id, interaction);
      const data = interactionPayload(world, { ...draft, id, token });
      const guildId = channel.guild?.id ?? null;
      interaction.isUndelivered = !feed.publish({ name: 'INTERACTION_CREATE', data, guildId, intent: null });
      timers.add(setTimeout(() => miss(interaction), acknowledgeWithinMs).unref());
      return interaction;
    },
    find(id, token) {
      const interaction = byId.get(id);
      return interaction?.token === token ? interaction : undefined;
    },
    findByToken: (token) => [...byId.values()].find((interaction) => interaction.token === token),
    tokens: () => [...byId.values()].map(({ token }) => token),
    disturb(id) {
      const interaction = byId.get(id);
      if (interaction !== undefined) interaction.isDisturbed = true;
    },
    stop() {
      for (const timer of timers) clearTimeout(timer);
    },
  };
}
