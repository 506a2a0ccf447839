/** Longer messages are cut: Discord has none, and the work stays bounded. */
export const longestMessage = 4000;

const codeBlock = /```[\s\S]*?(?:```|$)/gu;
const maskedLink = /\[([^\]\n]{1,300})\]\(<?https?:[^)\s]{1,1000}>?\)/gu;
const address = /<?\bhttps?:\/\/[^\s>]+>?|\bwww\.[^\s>]+/giu;
const platformMark =
  /<(?:a?:\w{1,40}:\d{1,25}|@[!&]?\d{1,25}|#\d{1,25}|t:-?\d{1,15}(?::\w)?|\/[^:>\n]{1,60}:\d{1,25}|id:\w{1,20})>|@(?:everyone|here)\b/gu;
const emphasis = /\*{1,3}|(?<![\p{L}\p{N}])_{1,3}|_{1,3}(?![\p{L}\p{N}])|~~|\|\||`/gu;
const lineMark = /^[ \t]*(?:#{1,3}|-#|[-*+•]|\d{1,3}[.)])[ \t]+/u;
const quoteMark = /^[ \t]*>(?:>>)?[ \t]?/u;
// oxlint-disable-next-line no-control-regex -- these are what it looks for
const invisible = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]|\uFE0F/gu;

/**
 * The lines of a chat message that somebody wrote in words: without formatting, addresses, mentions and code, each
 * trimmed, none empty. Lines that quote another message ("> …") count only when there is nothing else. Any text may come
 * in; of a longer one the first 4,000 characters count.
 */
export function linesOfMessage(message: string): readonly string[] {
  const plain = message
    .slice(0, longestMessage)
    .toWellFormed()
    .replaceAll(/\r\n?|[\u2028\u2029\u0085]/gu, '\n')
    .replaceAll(codeBlock, '\n')
    .replaceAll(maskedLink, '$1')
    .replaceAll(address, ' ')
    .replaceAll(platformMark, ' ')
    .replaceAll(invisible, '');
  const lines = plain.split('\n').map((line) => {
    const quoted = quoteMark.test(line);
    const text = line.replace(quoteMark, '').replace(lineMark, '').replaceAll(emphasis, '');
    return { quoted, text: text.replaceAll(/\s+/gu, ' ').trim() };
  });
  const own = lines.filter(({ quoted, text }) => !quoted && /[\p{L}\p{N}]/u.test(text));
  const kept = own.length > 0 ? lines.filter(({ quoted }) => !quoted) : lines;
  return kept.map(({ text }) => text).filter((text) => text !== '');
}
