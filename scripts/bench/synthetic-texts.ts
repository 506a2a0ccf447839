import type { ParsedDocument } from '#src/types.js';
import { createRandom, pick } from './seeded-random.js';

/** A sentence made from a real one, and the row of that one among the sources. */
export interface SyntheticSentence {
  readonly text: string;
  readonly source: number;
}

export type SyntheticParagraph = readonly SyntheticSentence[];

const syllables = 'ba re mi tel us ven dor li sham ge ner ter o pra bit kal zu ran ist vo'.split(' ');
const nameCount = syllables.length ** 3;
const name = /(?<=\s)\p{Lu}\p{Ll}{2,}/gu;
const figure = /\d+/gu;

function madeUpName(random: () => number): string {
  // Cubing makes a few names frequent and most rare, as in a library.
  const rank = Math.floor(random() ** 3 * nameCount);
  const n = syllables.length;
  const word = `${syllables[rank % n]}${syllables[Math.floor(rank / n) % n]}${syllables[Math.floor(rank / n ** 2)]}`;
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** Sentences that can stand anywhere: the chunks of the texts' bodies that end as sentences do. */
export function sourceSentences(documents: readonly ParsedDocument[]): readonly string[] {
  return documents.flatMap(({ chunks }) =>
    chunks
      .map(({ text }) => text)
      .filter((text) => /^\p{Lu}/u.test(text) && text.endsWith('.') && !text.includes('\n')),
  );
}

/**
 * Paragraphs of 3 to 5 real sentences in which names and figures were swapped for made-up ones; no sentence occurs
 * twice. The same seed gives the same paragraphs.
 */
export function syntheticParagraphs(sources: readonly string[], seed: number): Iterator<SyntheticParagraph, never> {
  const random = createRandom(seed);
  const used = new Set<string>();

  function sentence(): SyntheticSentence {
    const source = Math.floor(random() * sources.length);
    const swapped = (sources[source] as string)
      .replace(name, () => madeUpName(random))
      .replace(figure, (digits) => String(1 + Math.floor(random() * (10 ** Math.min(9, digits.length) - 1))));
    let text = swapped;
    while (used.has(text))
      text = swapped.replace(/\.$/u, `, according to ${madeUpName(random)} ${madeUpName(random)}.`);
    used.add(text);
    return { text, source };
  }

  return {
    next: () => ({ done: false, value: Array.from({ length: pick([3, 4, 4, 5], random) }, sentence) }),
  };
}

/** The first paragraphs, at least as many as asked for and with at least as many sentences. */
export function takeParagraphs(
  from: Iterator<SyntheticParagraph, never>,
  { paragraphs = 0, sentences = 0 }: { paragraphs?: number; sentences?: number },
): readonly SyntheticParagraph[] {
  const taken: SyntheticParagraph[] = [];
  for (let count = 0; taken.length < paragraphs || count < sentences; ) {
    const paragraph = from.next().value;
    taken.push(paragraph);
    count += paragraph.length;
  }
  return taken;
}
