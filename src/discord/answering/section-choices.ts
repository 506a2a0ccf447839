import type { ApplicationCommandOptionChoiceData } from 'discord.js';
import type { Generation } from '../../types.js';
import type { Words } from '../wording/words.js';
import { visibleText } from '../writing/visible-text.js';
import {
  type ListedDocument,
  type SectionCatalogue,
  type SectionChoice,
  sectionCatalogueOf,
} from './section-catalogue.js';

/** Of a choice's name and of its value. */
const longest = 100;
const mostChoices = 25;
/** Documents whose parts are computed for one text that was typed. Each has a choice of its own, so more cannot be shown. */
const mostLookedInto = mostChoices;

function shortened(name: string): string {
  return name.length <= longest ? name : `${name.slice(0, longest - 1).toWellFormed()}…`;
}

/**
 * In lower case, without the marks around them: titles stand in brackets behind the names of parts. The option holds 100
 * characters, but Discord also asks for choices while more stand in it.
 */
function wordsOf(typed: string): readonly string[] {
  const words = visibleText(typed.slice(0, longest)).toLowerCase().split(' ');
  const bare = words.map((word) => word.replaceAll(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '') || word);
  return [...new Set(bare)].filter((word) => word !== '');
}

/**
 * The documents whose parts are worth looking at, those first that have most of the words in their title or id. Parts are
 * found by their own names where the documents are few; where they are many, only in those that are named as well.
 */
function likeliest({ documents }: SectionCatalogue, words: readonly string[]): readonly ListedDocument[] {
  if (words.length === 0) return documents.slice(0, mostLookedInto);
  const areFew = documents.length <= mostLookedInto;
  return documents
    .map((document) => ({ document, named: words.filter((word) => document.whole.allWords.includes(word)).length }))
    .filter(({ named }) => areFew || named > 0)
    .toSorted((a, b) => b.named - a.named)
    .slice(0, mostLookedInto)
    .map(({ document }) => document);
}

/**
 * What to offer to somebody who types: at most 25 documents and parts that have every word of it in their name or id,
 * the documents first.
 */
export function sectionChoices(
  generations: readonly Generation[],
  typed: string,
  spoken: Words,
): readonly ApplicationCommandOptionChoiceData<string>[] {
  const words = wordsOf(typed);
  const fits = ({ allWords, value }: SectionChoice): boolean =>
    value.length <= longest && words.every((word) => allWords.includes(word));
  const documents = likeliest(sectionCatalogueOf(generations, spoken), words);
  const found = documents.map(({ whole }) => whole).filter(fits);
  for (const document of documents) {
    if (found.length >= mostChoices) break;
    found.push(...document.sections().filter(fits));
  }
  return found.slice(0, mostChoices).map(({ name, value }) => ({ name: shortened(name), value }));
}

/** What a member meant: one section, none that there is, or any of several. */
export type SectionReading =
  | {
      readonly kind: 'section';
      /** `null` when only paragraphs were given. */
      readonly document: string | null;
      /** Inclusive; `null` for the whole document. */
      readonly paragraphs: SectionChoice['paragraphs'];
    }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'ambiguous'; readonly names: readonly string[] };

const range = /^(?:(?:¶|paragraphs?) ?)?(\d{1,6})(?: ?(?:-|–|to) ?(\d{1,6}))?$/iu;

function readRange(typed: string): readonly [first: number, last: number] | null {
  const [, first, last = first] = range.exec(visibleText(typed)) ?? [];
  return first === undefined ? null : [Number(first), Number(last)];
}

/** `syria-ceasefire-2016`, or `syria-ceasefire-2016#7-19`: what a choice from the list sends. */
function readValue({ byId }: SectionCatalogue, typed: string): SectionReading | null {
  const value = typed.trim().toLowerCase();
  // An id comes before all else, as it may look like anything: "7-19", or "c#7".
  if (byId.has(value)) return { kind: 'section', document: value, paragraphs: null };
  const hash = value.lastIndexOf('#');
  const document = value.slice(0, Math.max(0, hash));
  const paragraphs = readRange(value.slice(hash + 1));
  return byId.has(document) && paragraphs !== null ? { kind: 'section', document, paragraphs } : null;
}

/**
 * What a member chose from the list or typed. A section is taken when it is named exactly: by an id, an id with
 * paragraphs, the name that is shown, or paragraphs alone; else when what was typed stands in the name of no other one.
 */
export function readSection(generations: readonly Generation[], typed: string, spoken: Words): SectionReading {
  const catalogue = sectionCatalogueOf(generations, spoken);
  const byValue = readValue(catalogue, typed);
  if (byValue !== null) return byValue;
  const paragraphs = readRange(typed);
  if (paragraphs !== null) return { kind: 'section', document: null, paragraphs };
  const wanted = visibleText(typed).toLowerCase();
  const choices = [
    ...catalogue.documents.map(({ whole }) => whole),
    ...likeliest(catalogue, wordsOf(typed)).flatMap((document) => document.sections()),
  ];
  const named = choices.filter(({ name }) => [name, shortened(name)].some((shown) => shown.toLowerCase() === wanted));
  const found = named.length > 0 ? named : choices.filter(({ ownWords }) => ownWords.includes(wanted));
  const [only, ...others] = found;
  if (only === undefined) return { kind: 'unknown' };
  if (others.length > 0) return { kind: 'ambiguous', names: found.map(({ name }) => shortened(name)) };
  return { kind: 'section', document: only.document, paragraphs: only.paragraphs };
}
