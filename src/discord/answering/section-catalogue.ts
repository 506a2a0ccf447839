import { sectionsOf } from '../../summarize.js';
import type { Generation } from '../../types.js';
import type { Language } from '../wording/language.js';
import type { Words } from '../wording/words.js';
import { visibleText } from '../writing/visible-text.js';

/** A document, or a part of it, that a member may have summarised. */
export interface SectionChoice {
  /** As a member reads it, in one line of any length. */
  readonly name: string;
  /** What Discord sends back: `syria-ceasefire-2016`, or with its paragraphs `syria-ceasefire-2016#7-19`. */
  readonly value: string;
  readonly document: string;
  /** Inclusive; `null` for the whole document. */
  readonly paragraphs: readonly [first: number, last: number] | null;
  /** In lower case, what it is called itself: of a part, without the title of its document. */
  readonly ownWords: string;
  /** In lower case, everything it may be found by. */
  readonly allWords: string;
}

export interface ListedDocument {
  readonly whole: SectionChoice;
  /** Its parts in reading order: computed when they are first asked for, and remembered. */
  sections(): readonly SectionChoice[];
}

/** What there is to choose from. */
export interface SectionCatalogue {
  readonly documents: readonly ListedDocument[];
  readonly byId: ReadonlyMap<string, ListedDocument>;
}

function listed(
  generation: Generation,
  id: string,
  title: string,
  isOnly: boolean,
  { notices }: Words,
): ListedDocument {
  const name = notices.section.whole(title);
  const words = `${name} ${id}`.toLowerCase();
  let sections: readonly SectionChoice[] | undefined;
  return {
    whole: { name, value: id, document: id, paragraphs: null, ownWords: words, allWords: words },
    sections() {
      sections ??= sectionsOf(generation, id).map((section): SectionChoice => {
        const own = visibleText(section.name);
        const shown = isOnly ? own : `${own} (${title})`;
        const value = `${id}#${section.paragraphs.join('-')}`;
        const { paragraphs } = section;
        const [ownWords, allWords] = [own.toLowerCase(), `${shown} ${value}`.toLowerCase()];
        return { name: shown, value, document: id, paragraphs, ownWords, allWords };
      });
      return sections;
    },
  };
}

/**
 * Catalogues by all of their generations, one after the other, each of them held weakly: once one of them is superseded
 * and nobody is answered from it any more, what was made of it goes with it.
 */
interface Kept {
  readonly next: WeakMap<Generation, Kept>;
  readonly catalogues: Map<Language, SectionCatalogue>;
}

function nothingKept(): Kept {
  return { next: new WeakMap(), catalogues: new Map() };
}

const kept = nothingKept();

function keptFor(generations: readonly Generation[]): Kept {
  let place = kept;
  for (const generation of generations) {
    const next: Kept = place.next.get(generation) ?? nothingKept();
    place.next.set(generation, next);
    place = next;
  }
  return place;
}

function makeCatalogue(generations: readonly Generation[], words: Words): SectionCatalogue {
  const titled = generations.flatMap((generation) =>
    generation.documents.map(({ id, metadata }) => ({ generation, id, title: visibleText(metadata.title) })),
  );
  const namesakes = new Map<string, number>();
  for (const { title } of titled) namesakes.set(title, (namesakes.get(title) ?? 0) + 1);
  const documents = titled.map(({ generation, id, title }) =>
    listed(generation, id, namesakes.get(title) === 1 ? title : `${title}, ${id}`, titled.length === 1, words),
  );
  return { documents, byId: new Map(documents.map((document) => [document.whole.document, document])) };
}

/**
 * The catalogue of what is searched together. Titles alone are read for it: the parts of a document take its text to be decoded, and
 * a keystroke must not wait for that of ten thousand.
 */
export function sectionCatalogueOf(generations: readonly Generation[], words: Words): SectionCatalogue {
  if (generations.length === 0) return { documents: [], byId: new Map() };
  const { catalogues } = keptFor(generations);
  const catalogue = catalogues.get(words.language) ?? makeCatalogue(generations, words);
  catalogues.set(words.language, catalogue);
  return catalogue;
}
