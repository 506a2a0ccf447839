import type { Citation } from '../../types.js';
import type { Words } from '../wording/words.js';
import { excerpt } from './excerpt.js';
import { linkTarget } from './link-target.js';
import type { MessageLayout } from './outgoing-message.js';
import { shownDate } from './shown-date.js';

export type Source = Pick<Citation, 'title' | 'publisher' | 'date' | 'url'>;

const longestName = 60;
const longestTitle = 90;

/** A link to a source, its words our own; empty for an address that is not one of a page on the web. */
export function openLink(url: string | null, layout: MessageLayout, { results }: Words): string {
  const target = linkTarget(url);
  if (target === null) return '';
  // In angle brackets no preview of the page is added to the message; a link inside an embed has none.
  return ` · [${results.open}](${layout === 'text' ? `<${target}>` : target})`;
}

/** Publisher, title and date: `Russia Direct, “Analysis of …”, September 2016`. */
export function fullName({ publisher, title, date }: Source, words: Words): string {
  const parts = [
    excerpt(publisher ?? '', { longest: longestName }).markdown,
    words.quoted(excerpt(title, { longest: longestTitle }).markdown),
    shownDate(date, words) ?? '',
  ];
  return parts.filter((part) => part !== '').join(', ');
}

export function shortName({ publisher, title }: Source, words: Words): string {
  const name = excerpt(publisher ?? '', { longest: longestName }).markdown;
  return name !== '' ? name : words.quoted(excerpt(title, { longest: longestTitle }).markdown);
}

/** `[1] Russia Direct, ¶ 9`: one line a citation, with titles and dates where there are several documents. */
export function sourceLines(
  citations: readonly Citation[],
  { hasLinks, layout, words }: { readonly hasLinks: boolean; readonly layout: MessageLayout; readonly words: Words },
): readonly string[] {
  const nameOf = new Set(citations.map(({ document }) => document)).size > 1 ? fullName : shortName;
  return citations.map((citation) => {
    const link = hasLinks ? openLink(citation.url, layout, words) : '';
    return `[${citation.n}] ${nameOf(citation, words)}, ¶ ${citation.paragraph}${link}`;
  });
}
