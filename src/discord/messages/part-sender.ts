import type { Message, SendableChannels } from 'discord.js';
import type { OutgoingMessage } from '../writing/outgoing-message.js';

/**
 * Sends a part of a reply, by its place among them; with `refers` as one that refers to the question, if Discord takes
 * such a one there. Each has a nonce made of the question's id, so that Discord keeps one of two when a request is repeated:
 * the first, whatever the second says.
 */
export type SendPart = (part: OutgoingMessage, index: number, refers: boolean) => Promise<Pick<Message, 'id' | 'edit'>>;

/** @param mayRefer Whether Discord takes a reply that refers to a message in this channel */
export function createPartSender(question: Message, channel: SendableChannels, mayRefer: boolean): SendPart {
  return (part, index, refers) => {
    const unique = { ...part, nonce: `${question.id}-${index}`, enforceNonce: true };
    return refers && mayRefer ? question.reply(unique) : channel.send(unique);
  };
}
