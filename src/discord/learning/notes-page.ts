import type { Remark } from '../../state/seams/feedback.js';
import type { BotParts } from '../bot-parts.js';
import { noticeReply } from '../replying/notice-reply.js';
import type { Reply } from '../replying/reply.js';
import { writeRemark } from '../writing/for-moderators/write-remark.js';

const nothing = 'No note and no golden question of this server is there. They come of what is accepted in /review.';

export interface NotesPage {
  /** What was accepted last before this time is shown, and behind the first the last again. Milliseconds since 1970. */
  readonly before?: number;
  /** What came of the one before. */
  readonly notice?: string;
}

/** Whether members of the server can still be shown the passage. */
async function isStanding(
  { document, quote }: Remark,
  guild: string,
  { desk }: Pick<BotParts, 'desk'>,
): Promise<boolean> {
  const generations = await desk.generations(guild);
  return generations.some(({ documents }) => documents.some(({ id, text }) => id === document && text.includes(quote)));
}

/** What accepted items left behind, one at a time: the last one, or the one before it. */
export async function notesPage(
  guild: string,
  { before = Number.POSITIVE_INFINITY, notice }: NotesPage,
  parts: Pick<BotParts, 'state' | 'desk'>,
): Promise<Reply> {
  const remarks = await parts.state.reviews.remarks(guild);
  const remark = remarks.find(({ at }) => at < before) ?? remarks[0];
  if (remark === undefined) return noticeReply(notice === undefined ? nothing : `${notice} ${nothing}`);
  const isLive = await isStanding(remark, guild, parts);
  const view = { remark, isLive, count: remarks.length, notice: notice ?? null };
  return { messages: [writeRemark(view)], record: null };
}
