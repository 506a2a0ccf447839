import type { ReviewItem } from '../../state/seams/feedback.js';
import type { ShownRecord } from '../../state/seams/records.js';
import type { BotParts } from '../bot-parts.js';
import type { Moderator } from '../moderating/respond-to-moderator.js';
import { seenBy } from '../moderating/seen-channels.js';
import { noticeReply } from '../replying/notice-reply.js';
import type { Reply } from '../replying/reply.js';
import { writeReview } from '../writing/for-moderators/write-review.js';

/** Items that are read at once to find one that the moderator sees. */
const itemsOfPage = 25;
const nothingOpen = 'Nothing is open in the review of this server. Disputes and 👎 of members come here.';

/** What an item is about; `null` when it is no longer kept. */
export async function recordOfItem(
  { record: id, guild }: ReviewItem,
  { state }: Pick<BotParts, 'state'>,
): Promise<ShownRecord | null> {
  const record = await state.records.find(id);
  return record?.guild === guild ? record : null;
}

export interface ReviewPage {
  /** The first open item after this number is shown, and behind the last one the first again. */
  readonly after?: number;
  /** What came of the item before. */
  readonly notice?: string;
}

interface Found {
  readonly item: ReviewItem;
  readonly record: ShownRecord | null;
}

/** The first open item after a number that is about nothing in a channel that the moderator does not see. */
async function findSeen(
  { guild, user }: Pick<Moderator, 'guild' | 'user'>,
  after: number,
  parts: Pick<BotParts, 'client' | 'state'>,
): Promise<Found | null> {
  const sees = seenBy({ guild, user }, parts);
  for (let last = after; ; ) {
    const { items } = await parts.state.reviews.open(guild, { after: last, limit: itemsOfPage });
    for (const item of items) {
      const record = await recordOfItem(item, parts);
      if (record === null || sees(record.channel)) return { item, record };
      last = item.number;
    }
    if (items.length < itemsOfPage) return null;
  }
}

/** The oldest open item of a server that the moderator may see, or the next one. */
export async function reviewPage(
  moderator: Pick<Moderator, 'guild' | 'user'>,
  { after, notice }: ReviewPage,
  parts: Pick<BotParts, 'client' | 'state'>,
): Promise<Reply> {
  const { reviews, feedback } = parts.state;
  const next = await findSeen(moderator, after ?? 0, parts);
  const found = next === null && after !== undefined ? await findSeen(moderator, 0, parts) : next;
  if (found === null) return noticeReply(notice === undefined ? nothingOpen : `${notice} ${nothingOpen}`);
  const { item, record } = found;
  const { count } = await reviews.open(moderator.guild, { limit: 1 });
  const view = {
    item,
    record,
    votes: await feedback.votes(item.record),
    count,
    notice: notice ?? null,
  };
  return { messages: [writeReview(view)], record: null };
}
