import { parseDocument } from '#src/corpus/parse-document.js';
import type { Turns } from '#src/screening/finding.js';
import type { ParsedDocument } from '#src/types.js';

/** A document taken apart; without a title its title only describes it. */
export function parsedText(
  text: string,
  { id = 'leaflet', title }: { id?: string; title?: string } = {},
): ParsedDocument {
  return parseDocument({
    id,
    metadata: {
      title: title ?? id,
      titleIsDescriptive: title === undefined,
      publisher: null,
      author: null,
      date: null,
      licence: null,
      url: null,
    },
    text,
    source: { path: `${id}.txt`, bytes: text.length, modifiedMs: 0, sha256: '' },
  });
}

/** Turns that count how often others had theirs. */
export function countedTurns(): Turns & { readonly pauses: () => number } {
  let pauses = 0;
  return {
    due: () => true,
    async pause() {
      pauses += 1;
    },
    pauses: () => pauses,
  };
}
