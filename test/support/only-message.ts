import type { Reply } from './discord/reply.js';
import type { SeenMessage } from './discord/seen-message.js';

/** The one message of a reply. @throws Error when there is none, or more */
export function onlyMessage({ messages }: Pick<Reply, 'messages'>): SeenMessage {
  const [message, ...more] = messages;
  if (message === undefined || more.length > 0) throw new Error(`There are ${messages.length} messages, not one.`);
  return message;
}
