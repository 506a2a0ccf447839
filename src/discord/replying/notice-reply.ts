import { writeNotice } from '../writing/write-notice.js';
import type { Reply } from './reply.js';

/** A sentence of our own as a reply; `problem` where something is wrong on our side. */
export function noticeReply(text: string, kind: 'notice' | 'problem' = 'notice'): Reply {
  return { messages: [writeNotice(text, kind)], record: null };
}
