import { sectionsOf } from '../../summarize.js';
import type { Generation } from '../../types.js';
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

/** What there is to choose from in a generation. */
export interface SectionCatalogue {
  readonly documents: readonly ListedDocument[];
  readonly byId: ReadonlyMap<string, ListedDocument>;
}

function listed(generation: Generation, id: string, title: string): ListedDocument {
  const name = `Whole document: ${title}`;
  const words = `${name} ${id}`.toLowerCase();
  let sections: readonly SectionChoice[] | undefined;
  return {
    whole: { name, value: id, document: id, paragraphs: null, ownWords: words, allWords: words },
    sections() {
      sections ??= sectionsOf(generation, id).map((section): SectionChoice => {
        const own = visibleText(section.name);
        const shown = generation.documents.length > 1 ? `${own} (${title})` : own;
        const value = `${id}#${section.paragraphs.join('-')}`;
        const { paragraphs } = section;
        const [ownWords, allWords] = [own.toLowerCase(), `${shown} ${value}`.toLowerCase()];
        return { name: shown, value, document: id, paragraphs, ownWords, allWords };
      });
      return sections;
    },
  };
}

const catalogues = new WeakMap<Generation, SectionCatalogue>();

/**
 * The catalogue of a generation. Titles alone are read for it: the parts of a document take its text to be decoded, and
 * a keystroke must not wait for that of ten thousand.
 */
export function sectionCatalogueOf(generation: Generation): SectionCatalogue {
  const known = catalogues.get(generation);
  if (known !== undefined) return known;
  const titled = generation.documents.map(({ id, metadata }) => ({ id, title: visibleText(metadata.title) }));
  const namesakes = new Map<string, number>();
  for (const { title } of titled) namesakes.set(title, (namesakes.get(title) ?? 0) + 1);
  const documents = titled.map(({ id, title }) =>
    listed(generation, id, namesakes.get(title) === 1 ? title : `${title}, ${id}`),
  );
  const made = { documents, byId: new Map(documents.map((document) => [document.whole.document, document])) };
  catalogues.set(generation, made);
  return made;
}
