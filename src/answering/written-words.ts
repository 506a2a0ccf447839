import { termsOf } from '../language/terms.js';
import type { Generation } from '../types.js';

/** The words of a collection as they are written there. */
export interface WrittenWords {
  /** Words of at least four letters, in small letters → as the collection writes them most often. */
  readonly words: ReadonlyMap<string, string>;
  /** First letters of names of three to five words, in small letters → the name: `fsa` → "Free Syrian Army". */
  readonly acronyms: ReadonlyMap<string, string>;
}

/**
 * Larger collections are not read for their words: the first question would wait for it, and most slips of the pen would
 * find some word there. 400 sentences take about 10 ms, once.
 */
const mostChunks = 400;

const wordPattern = /\p{L}[\p{L}\p{M}]{3,23}/gu;
const capitalised = /\p{Lu}\p{Ll}[\p{L}'’-]*(?: \p{Lu}\p{Ll}[\p{L}'’-]*){2,7}/gu;
const acronymLengths = [3, 4, 5];

const nothing: WrittenWords = { words: new Map(), acronyms: new Map() };
const known = new WeakMap<Generation, WrittenWords>();

function readWords(texts: readonly string[]): WrittenWords {
  const forms = new Map<string, Map<string, number>>();
  const acronyms = new Map<string, string>();
  for (const text of texts) {
    for (const [form] of text.matchAll(wordPattern)) {
      const lower = form.toLowerCase();
      const counts = forms.get(lower) ?? new Map<string, number>();
      forms.set(lower, counts.set(form, (counts.get(form) ?? 0) + 1));
    }
    for (const [run] of text.matchAll(capitalised)) {
      const names = run.split(' ');
      for (const length of acronymLengths) {
        for (let at = 0; at + length <= names.length; at++) {
          const name = names.slice(at, at + length);
          const letters = name.map((word) => word.charAt(0).toLowerCase()).join('');
          if (!acronyms.has(letters)) acronyms.set(letters, name.join(' '));
        }
      }
    }
  }
  const words = new Map<string, string>();
  for (const [lower, counts] of forms) {
    // What says nothing by itself is never what somebody meant to write.
    if (termsOf(lower).length === 0) continue;
    words.set(lower, [...counts].reduce((most, form) => (form[1] > most[1] ? form : most))[0]);
  }
  return { words, acronyms };
}

/** The words of a small collection, read once; of a larger one none. */
export function writtenWordsOf(generation: Generation): WrittenWords {
  if (generation.chunkCount > mostChunks) return nothing;
  let read = known.get(generation);
  if (read === undefined) {
    const texts = Array.from({ length: generation.chunkCount }, (_, row) => {
      const { paragraph, start, end } = generation.chunk(row);
      return generation.documents[generation.paragraph(paragraph).document]?.text.slice(start, end) ?? '';
    });
    read = readWords(texts);
    known.set(generation, read);
  }
  return read;
}
