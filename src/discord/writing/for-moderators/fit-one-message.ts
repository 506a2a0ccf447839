import { english } from '../../wording/english.js';
import { composeMessages, type Draft } from '../compose-messages.js';
import type { OutgoingMessage } from '../outgoing-message.js';

/**
 * A draft as one message, for what is edited in place: with the first of the rooms in which it is one.
 *
 * @param rooms The roomiest first; the last has to make one message of anything.
 */
export function fitOneMessage<R>(draftIn: (room: R) => Draft, rooms: readonly R[]): OutgoingMessage {
  for (const room of rooms) {
    const [message, ...further] = composeMessages(draftIn(room), 'embed', english);
    if (message !== undefined && further.length === 0) return message;
  }
  throw new RangeError('Not even the tightest room makes one message of it.');
}
