import type { Severity } from './finding.js';
import type { SentenceReading } from './sentence-reading.js';

/** What one sentence says otherwise than another that is nearly the same. */
export interface Alteration {
  readonly severity: Severity;
  /** In one plain sentence, with the words on both sides. */
  readonly explanation: string;
}

/** Shorter sentences are alike by chance: "He agreed." and "She agreed." */
const fewestTerms = 4;
/** When all terms are the same, fewer will do: "The terms are not narrow." */
const fewestTermsAlike = 2;
/** Share of the terms that both must have, 0 to 1. Three of four: one value of up to two words in a short sentence. */
const leastShared = 0.7;
/** For another ordinary word, which may be an editor's, more must be the same. */
const leastSharedForWord = 0.85;

type Kind = 'number' | 'date' | 'name' | 'word';

const kindNames: Readonly<Record<Kind, string>> = {
  number: 'another number',
  date: 'another date',
  name: 'another name',
  word: 'another word',
};

function kindOf(kind: SentenceReading['kinds'][number]): Kind {
  switch (kind) {
    case undefined:
      return 'word';
    case 'date':
      return 'date';
    case 'person':
    case 'place':
    case 'organisation':
    case 'name':
      return 'name';
    case 'duration':
    case 'number':
    case 'money':
    case 'percent':
      return 'number';
  }
}

/** Places of the terms of one sentence that the other lacks, each of the other's terms standing for one. */
function missing(one: SentenceReading, other: SentenceReading): readonly number[] {
  const left = new Map<string, number>();
  for (const { term } of other.terms) left.set(term, (left.get(term) ?? 0) + 1);
  return one.terms.flatMap(({ term }, at) => {
    const count = left.get(term) ?? 0;
    if (count > 0) left.set(term, count - 1);
    return count > 0 ? [] : [at];
  });
}

/** The words at these places, as the sentence has them. */
function wordsAt({ text, terms }: SentenceReading, places: readonly number[]): string {
  return places.map((at) => text.slice(terms[at]?.start, terms[at]?.end)).join(' … ');
}

/** Its names, dates and amounts in order. */
function valuesOf({ terms, kinds }: SentenceReading): string {
  return terms.flatMap(({ term }, at) => (kinds[at] === undefined ? [] : [term])).join(' ');
}

function exchanged(one: SentenceReading, other: SentenceReading): Alteration | undefined {
  if (one.denials !== other.denials) {
    const verbs = one.denials > other.denials ? ['denies', 'says'] : ['says', 'denies'];
    return {
      severity: 'high',
      explanation: `It ${verbs[0]} what a sentence of the collection ${verbs[1]} in the same words.`,
    };
  }
  if (valuesOf(one) === valuesOf(other)) return undefined;
  return {
    severity: 'medium',
    explanation: 'It has the words of a sentence in the collection, with names or numbers in another order.',
  };
}

/**
 * What a sentence says otherwise than one that is nearly the same; `undefined` when they say the same or have too little in
 * common. "15 hours" and "fifteen hours" are the same. Rules by word: synonyms and other wordings are not seen.
 */
export function alterationOf(one: SentenceReading, other: SentenceReading): Alteration | undefined {
  const [mine, theirs] = [missing(one, other), missing(other, one)];
  const fewest = Math.min(one.terms.length, other.terms.length);
  if (mine.length === 0 && theirs.length === 0) return fewest < fewestTermsAlike ? undefined : exchanged(one, other);
  if (fewest < fewestTerms) return undefined;
  const shared = (2 * (one.terms.length - mine.length)) / (one.terms.length + other.terms.length);
  if (shared < leastShared || mine.length === 0 || theirs.length === 0) return undefined;

  const kindsThere = new Set(theirs.map((at) => kindOf(other.kinds[at])));
  const changed = new Set(mine.map((at) => kindOf(one.kinds[at])).filter((kind) => kindsThere.has(kind)));
  const values = [...changed].filter((kind) => kind !== 'word');
  const isDenied = one.denials !== other.denials;
  if (values.length === 0 && !isDenied && (shared < leastSharedForWord || mine.length > 1 || theirs.length > 1))
    return undefined;
  const what = values.length > 0 ? values : isDenied ? [] : (['word'] as const);
  const names = [...what.map((kind) => kindNames[kind]), ...(isDenied ? ['another “not”'] : [])];
  // Reports of one series differ by their date and their figures; a forgery by one thing.
  const isAlone = names.length === 1 && !changed.has('word') && values[0] !== 'date';
  return {
    severity: what[0] === 'word' ? 'low' : isAlone ? 'high' : 'medium',
    explanation: `Nearly a sentence of the collection, with ${names.join(' and ')}: “${wordsAt(one, mine)}” here, “${wordsAt(other, theirs)}” there.`,
  };
}
