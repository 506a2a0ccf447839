import { excerpt } from './excerpt.js';
import { nobodyMentioned, type OutgoingMessage } from './outgoing-message.js';

const longestNotice = 900;

/** One sentence of our own. It is escaped all the same, for it may name what others wrote. */
export function writeNotice(text: string, kind: 'notice' | 'problem'): OutgoingMessage {
  const { markdown } = excerpt(text, { longest: longestNotice });
  return {
    content: kind === 'problem' ? `⚠️ ${markdown}` : markdown,
    embeds: [],
    components: [],
    allowedMentions: nobodyMentioned,
  };
}
