import { InteractionResponseType } from 'discord-api-types/v10';
import type { Changes } from './changes.js';
import type { PendingInteraction } from './interaction-desk.js';
import { isThinking } from './message-payload.js';
import { type SeenMessage, seenMessage } from './seen-message.js';
import { type SeenModal, seenModal } from './seen-modal.js';
import type { StoredMessage } from './stored-message.js';

/** What came of somebody's command, click or form, as they see it now: every look is a fresh one. */
export interface Reply {
  /** Milliseconds from the click to the acknowledgement; `null` while there is none. */
  readonly acknowledgedAfterMs: number | null;
  readonly isEphemeral: boolean;
  /** The original answer first (for a button that changes its message: that message), then follow-ups; deleted ones are gone. */
  readonly messages: readonly SeenMessage[];
  readonly modal: SeenModal | undefined;
  readonly failed: 'This application did not respond' | undefined;
  /** Resolves once the answer is complete: no longer "thinking". @throws Error when that takes too long. */
  settled(): Promise<Reply>;
  /** Resolves once `holds` is true of it. @throws Error when that takes too long. */
  until(holds: (reply: Reply) => boolean, what?: string): Promise<Reply>;
}

/** True once whoever clicked has nothing to wait for any more. */
function isComplete(interaction: PendingInteraction): boolean {
  const { acknowledgement, isMissed, original, source, followUps } = interaction;
  if (isMissed) return true;
  switch (acknowledgement?.type) {
    case undefined:
      return false;
    case InteractionResponseType.DeferredChannelMessageWithSource:
      return original !== null && (original.isDeleted || !isThinking(original));
    case InteractionResponseType.DeferredMessageUpdate: {
      const isChanged = source === null || source.isDeleted || source.edits > acknowledgement.sourceEdits;
      return isChanged || followUps.length > 0;
    }
    default:
      return true;
  }
}

function messagesOf({ acknowledgement, original, source, followUps }: PendingInteraction): readonly StoredMessage[] {
  const type = acknowledgement?.type;
  const updates =
    type === InteractionResponseType.UpdateMessage || type === InteractionResponseType.DeferredMessageUpdate;
  const first = original ?? (updates ? source : null);
  return [...(first === null ? [] : [first]), ...followUps].filter(({ isDeleted }) => !isDeleted);
}

export function createReply(interaction: PendingInteraction, changes: Changes, patienceMs: number): Reply {
  const describe = (): string => {
    const { acknowledgement } = interaction;
    const state = acknowledgement === null ? 'not acknowledged' : `acknowledged with type ${acknowledgement.type}`;
    return `It is ${state}; shown: ${JSON.stringify(reply.messages.map(({ text }) => text))}`;
  };

  const reply: Reply = {
    get acknowledgedAfterMs() {
      return interaction.acknowledgement?.afterMs ?? null;
    },
    get isEphemeral() {
      return messagesOf(interaction)[0]?.onlyFor !== null && messagesOf(interaction).length > 0;
    },
    get messages() {
      return messagesOf(interaction).map(seenMessage);
    },
    get modal() {
      return interaction.modal === null ? undefined : seenModal(interaction.modal);
    },
    get failed() {
      return interaction.isMissed ? 'This application did not respond' : undefined;
    },
    settled: () =>
      changes.until(() => (isComplete(interaction) ? reply : undefined), {
        what: 'a complete answer',
        withinMs: patienceMs,
        describe,
      }),
    until: (holds, what = 'the answer to be as the test wants it') =>
      changes.until(() => (holds(reply) ? reply : undefined), { what, withinMs: patienceMs, describe }),
  };
  return reply;
}
