import { noticeReply } from '../replying/notice-reply.js';
import type { Reply } from '../replying/reply.js';
import type { Words } from '../wording/words.js';

/** What is said when the line is full. */
export function busyReply({ notices }: Words): Reply {
  return { ...noticeReply(notices.busy, 'problem'), isFree: true };
}
