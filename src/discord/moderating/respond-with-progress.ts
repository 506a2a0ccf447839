import { describeError } from '../../redaction.js';
import type { BotParts } from '../bot-parts.js';
import { systemTimers, type Timers } from '../connection/timers.js';
import type { Answerable, Appearance } from '../replying/answerable.js';
import { noticeReply } from '../replying/notice-reply.js';
import { createPacedEdits } from '../replying/paced-edits.js';
import type { Reply } from '../replying/reply.js';
import { settleError } from '../replying/settle-error.js';
import type { OutgoingMessage } from '../writing/outgoing-message.js';
import { type Moderator, respondToModerator } from './respond-to-moderator.js';
import { tellModerators } from './tell-moderators.js';

const minute = 60_000;
/** Discord lets the answer to an interaction be changed for fifteen minutes; the last word needs some of the last one. */
const editableMs = 14 * minute;

const goesOn =
  'This takes longer than Discord lets me change this message. It goes on: /reindex status shows how far it is, and how it ends stands in /audit and in the log channel, if there is one.';

/** How long work ended. */
export interface WorkEnd {
  readonly reply: Reply;
  /** What the log channel is told when the message can no longer be changed; `null` when that is told anyway. */
  readonly told: string | null;
  /** What is to be done once the reply stands there. */
  readonly afterwards?: () => Promise<void>;
}

export interface ProgressOptions {
  /**
   * Called when the message can soon no longer be changed, for work that is of no use then: it is to end at once. Other
   * work goes on, and its end is told to the log channel.
   */
  readonly onOverdue?: () => void;
  readonly timers?: Timers;
}

/** Edits what answers an interaction; false once nothing more can be shown there. */
async function editAnswer(interaction: Answerable, message: OutgoingMessage, parts: BotParts): Promise<boolean> {
  try {
    await interaction.editReply(message);
    return true;
  } catch (error) {
    return !settleError(error, 'deliver', interaction.channelId, parts).isOver;
  }
}

/**
 * Answers a moderator whose work takes seconds or minutes: acknowledged and checked as respondToModerator does, then one
 * message that shows how far it is and ends with the reply. Its own deadline takes the place of the usual one, and the
 * work itself has to heed the end of the bot (`parts.givingUp`). Resolves when the work has ended.
 */
export async function respondWithProgress(
  interaction: Answerable,
  appearance: Exclude<Appearance, 'public'>,
  work: (moderator: Moderator, show: (write: () => OutgoingMessage) => void) => Promise<WorkEnd>,
  parts: BotParts,
  { onOverdue, timers = systemTimers }: ProgressOptions = {},
): Promise<void> {
  let afterwards: (() => Promise<void>) | undefined;

  async function working(moderator: Moderator): Promise<Reply> {
    const edits = createPacedEdits({ edit: (message) => editAnswer(interaction, message, parts), timers });
    let cancel: (() => void) | undefined;
    const overdue = new Promise<'overdue'>((resolve) => {
      cancel = timers.after(editableMs, () => resolve('overdue'));
    });
    const running = work(moderator, edits.show);
    // It may fail between the last look at it and the next.
    running.catch(() => undefined);
    try {
      let end = await Promise.race([running, overdue]);
      if (end === 'overdue' && onOverdue !== undefined) {
        onOverdue();
        end = await running;
      }
      if (end !== 'overdue') {
        ({ afterwards } = end);
        return end.reply;
      }
    } finally {
      cancel?.();
      await edits.end();
    }
    afterwards = async () => {
      const end = await running;
      if (end.told !== null) await tellModerators(moderator.guild, end.told, parts);
      await end.afterwards?.();
    };
    return noticeReply(goesOn);
  }

  // Its own deadline and its own way to end with the bot: an apology in between would not say what became of the work.
  const patient = { ...parts, deadlineMs: editableMs + minute, givingUp: new AbortController().signal };
  await respondToModerator(interaction, appearance, working, patient);
  try {
    await afterwards?.();
  } catch (error) {
    parts.log.error(describeError(error), 'what follows a change of the documents failed');
  }
}
