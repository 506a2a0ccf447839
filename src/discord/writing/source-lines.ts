import type { Citation } from '../../types.js';
import { excerpt } from './excerpt.js';
import { linkTarget } from './link-target.js';
import type { MessageLayout } from './outgoing-message.js';
import { shownDate } from './shown-date.js';

export type Source = Pick<Citation, 'title' | 'publisher' | 'date' | 'url'>;

const longestName = 60;
const longestTitle = 90;

/** A link to a source, its words our own; empty for an address that is not one of a page on the web. */
export function openLink(url: string | null, layout: MessageLayout): string {
  const target = linkTarget(url);
  if (target === null) return '';
  // In angle brackets no preview of the page is added to the message; a link inside an embed has none.
  return ` · [open](${layout === 'text' ? `<${target}>` : target})`;
}

/** Publisher, title and date: `Russia Direct, “Analysis of …”, September 2016`. */
export function fullName({ publisher, title, date }: Source): string {
  const parts = [
    excerpt(publisher ?? '', { longest: longestName }).markdown,
    `“${excerpt(title, { longest: longestTitle }).markdown}”`,
    shownDate(date) ?? '',
  ];
  return parts.filter((part) => part !== '').join(', ');
}

export function shortName({ publisher, title }: Source): string {
  const name = excerpt(publisher ?? '', { longest: longestName }).markdown;
  return name !== '' ? name : `“${excerpt(title, { longest: longestTitle }).markdown}”`;
}

/** `[1] Russia Direct, ¶ 9`: one line a citation, with titles and dates where there are several documents. */
export function sourceLines(
  citations: readonly Citation[],
  { hasLinks, layout }: { readonly hasLinks: boolean; readonly layout: MessageLayout },
): readonly string[] {
  const nameOf = new Set(citations.map(({ document }) => document)).size > 1 ? fullName : shortName;
  return citations.map((citation) => {
    const link = hasLinks ? openLink(citation.url, layout) : '';
    return `[${citation.n}] ${nameOf(citation)}, ¶ ${citation.paragraph}${link}`;
  });
}
