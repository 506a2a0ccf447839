import type { ApplicationCommandOptionChoiceData } from 'discord.js';
import { sectionsOf } from '../../summarize.js';
import type { Generation } from '../../types.js';
import { visibleText } from '../writing/visible-text.js';

/** Of a choice's name and of its value. */
const longest = 100;
const mostChoices = 25;

export interface SectionChoice {
  readonly document: string;
  /** Inclusive; `null` for the whole document. */
  readonly paragraphs: readonly [first: number, last: number] | null;
}

interface NamedChoice extends SectionChoice {
  readonly name: string;
  /** What Discord sends back: `syria-ceasefire-2016`, or with its paragraphs `syria-ceasefire-2016#7-19`. */
  readonly value: string;
}

function shortened(name: string): string {
  return name.length <= longest ? name : `${name.slice(0, longest - 1).toWellFormed()}…`;
}

function choicesOf(generation: Generation): readonly NamedChoice[] {
  return generation.documents.flatMap(({ id, metadata: { title } }): NamedChoice[] => [
    { name: visibleText(`Whole document: ${title}`), value: id, document: id, paragraphs: null },
    ...sectionsOf(generation, id).map(({ name, paragraphs }) => ({
      name: visibleText(generation.documents.length > 1 ? `${name} (${title})` : name),
      value: `${id}#${paragraphs.join('-')}`,
      document: id,
      paragraphs,
    })),
  ]);
}

/** Documents and their sections that have what was typed in their name, at most 25. */
export function sectionChoices(
  generation: Generation,
  typed: string,
): readonly ApplicationCommandOptionChoiceData<string>[] {
  const wanted = typed.trim().toLowerCase();
  return choicesOf(generation)
    .filter(({ name, value }) => value.length <= longest && `${name} ${value}`.toLowerCase().includes(wanted))
    .slice(0, mostChoices)
    .map(({ name, value }) => ({ name: shortened(name), value }));
}

const range = /^(?:(?:¶|paragraphs?)\s*)?(\d{1,6})\s*(?:-|–|to)\s*(\d{1,6})$/iu;

/** What a member chose or typed; `null` when nothing has that name. */
export function readSection(generation: Generation, typed: string): Partial<SectionChoice> | null {
  const wanted = typed.trim().toLowerCase();
  const [, first, last] = range.exec(wanted) ?? [];
  if (first !== undefined && last !== undefined) return { paragraphs: [Number(first), Number(last)] };
  const [document = '', paragraphs = ''] = typed.trim().split('#');
  const [, from, to] = range.exec(paragraphs) ?? [];
  const isKnown = generation.documents.some(({ id }) => id === document);
  if (isKnown && from !== undefined && to !== undefined) return { document, paragraphs: [Number(from), Number(to)] };
  const choices = choicesOf(generation);
  return (
    choices.find(({ value, name }) => value.toLowerCase() === wanted || name.toLowerCase() === wanted) ??
    choices.find(({ name }) => name.toLowerCase().includes(wanted)) ??
    null
  );
}
