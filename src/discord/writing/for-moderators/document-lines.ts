import type { DocumentMetadata } from '../../../types.js';
import { english } from '../../wording/english.js';
import { excerpt } from '../excerpt.js';
import { shownDate } from '../shown-date.js';

const longestTitle = 150;
const longestName = 60;
/** `server:`, 60 units of a name, and a number. */
const longestId = 80;

export const grouped = new Intl.NumberFormat('en');

/** A document's title with its mark. */
export function documentTitle({ title }: Pick<DocumentMetadata, 'title'>): string {
  return `📄 **${excerpt(title, { longest: longestTitle }).markdown || 'Untitled'}**`;
}

/** A document's id as it is typed. What stands before it keeps a name such as `[1]` from looking like a source. */
export function idFact(id: string): string {
  return `Id: ${excerpt(id, { longest: longestId }).markdown || 'none'}`;
}

/** `From Russia Direct`, `September 2016`: what is known of where a document comes from. */
export function originFacts({ publisher, date }: Pick<DocumentMetadata, 'publisher' | 'date'>): readonly string[] {
  const name = excerpt(publisher ?? '', { longest: longestName }).markdown;
  return [name === '' ? '' : `From ${name}`, shownDate(date, english) ?? ''].filter((fact) => fact !== '');
}
