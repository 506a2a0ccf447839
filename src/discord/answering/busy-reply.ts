import { noticeReply } from '../replying/notice-reply.js';
import type { Reply } from '../replying/reply.js';

/** What is said when the line is full. */
export function busyReply(): Reply {
  const busy =
    'Too many questions are waiting just now, so this one was not answered. Please ask it again in a moment.';
  return { ...noticeReply(busy, 'problem'), isFree: true };
}
