import { type NounPhrase, nounPhrasesOf } from './noun-phrases.js';

/** What a pronoun can stand for; a `fact` is what "this" and "that" point to, a thing or all that was said. */
export type PronounKind = 'person' | 'thing' | 'fact' | 'several' | 'place';

/** A pronoun whose antecedent is outside the question. */
export interface Pronoun {
  readonly kind: PronounKind;
  readonly start: number;
  readonly end: number;
  /** "who said that?": it stands for words, and no name can take its place. */
  readonly isWhatWasSaid: boolean;
  /** "his", "their": what replaces it needs an apostrophe. */
  readonly isPossessive: boolean;
}

const ends = String.raw`(?=\s*(?:[?.!,;:)]|$))`;
const verbAfter = String.raw`(?=\s+(?:is|was|are|were|did|does|do|has|have|had|will|would|can|could|should|may|might|must|mean|means|meant|happen|happened|change|changed|changes|matter|matters|end|ended|begin|began|start|started|work|works|worked|come|came|affect|affects|take|took|lead|led)\b)`;

const adjectiveAfter = String.raw`(?<=\b(?:is|was|are|were)\s+\w+)(?=\s+(?:all|certain|clear|confirmed|correct|enough|important|known|likely|new|official|possible|right|so|surprising|true|unusual)\b)`;

const patterns: readonly { readonly kind: PronounKind; readonly isPossessive: boolean; readonly pattern: RegExp }[] = [
  {
    kind: 'person',
    isPossessive: true,
    pattern: /\b(?:his|her(?=\s+\p{L})(?!\s+(?:in|at|on|to|for|from|with|and|or|when|why|where|how)\b))\b/giu,
  },
  {
    kind: 'person',
    isPossessive: false,
    pattern:
      /\b(?:he|she|him|her(?!\s+\p{L})|her(?=\s+(?:in|at|on|to|for|from|with|and|or|when|why|where|how)\b))\b/giu,
  },
  { kind: 'several', isPossessive: true, pattern: /\btheirs?\b/giu },
  { kind: 'several', isPossessive: false, pattern: /\b(?:they|them)\b/giu },
  { kind: 'thing', isPossessive: true, pattern: /\bits\b/giu },
  { kind: 'thing', isPossessive: false, pattern: /\bit\b(?!['’]s\s+(?:true|clear)\b)/giu },
  {
    kind: 'fact',
    isPossessive: false,
    pattern: new RegExp(String.raw`\b(?:this|that)\b(?:${ends}|${verbAfter}|${adjectiveAfter})`, 'giu'),
  },
  {
    kind: 'several',
    isPossessive: false,
    pattern: new RegExp(String.raw`\b(?:these|those)\b(?:${ends}|${verbAfter}|${adjectiveAfter})`, 'giu'),
  },
  {
    kind: 'place',
    isPossessive: false,
    pattern:
      /(?<!\b(?:is|are|was|were|be|been|has|have|had|will|would|can|could|may|might|over|out)\s)\bthere\b(?!['’]s)(?!\s+(?:is|are|was|were|be|been|has|have|had|will|would|can|could|may|might)\b)/giu,
  },
];

/** "Is it true that …", "why is it important to …", "what is it that …": the "it" stands for what follows. */
const emptyIt =
  /\bit\s+(?:(?:is|was|be|seems?|appears?)\s+)?(?:\w+ly\s+)?(?:true|clear|unclear|known|said|claimed|likely|unlikely|possible|impossible|necessary|important|hard|difficult|easy|worth|assumed|believed|expected)\s+(?:that|to|if|whether|for\s+\S+(?:\s+\S+)?\s+to)\b|\bit\s+that\b|\bit\s+takes?\s+to\b/iu;

const fitting: Readonly<Record<PronounKind, (phrase: NounPhrase) => boolean>> = {
  person: ({ kind, text }) =>
    kind === 'person' ||
    /\b(?:president|minister|secretary|author|candidate|leader|man|woman|ambassador|general)$/iu.test(text),
  thing: ({ kind }) => kind === 'thing' || kind === 'organisation' || kind === 'place',
  several: ({ kind }) => kind !== 'date',
  fact: () => false,
  place: ({ kind }) => kind === 'place',
};

/** "the reason for it": the noun before the preposition is not what "it" stands for. */
const linked = /^\s+(?:of|for|about|behind|with|to|from|on|in|by|against|after|before)\s+$/iu;

const saying =
  /\b(?:says?|said|saying|tells?|told|thinks?|thought|claims?|claimed|believes?|believed|denied|deny|reported|means?|meant)\s+$/iu;

/** Demonstratives point back whatever comes before them: "Did Kerry say that?" */
const pointsOut = /^(?:this|that|these|those)$/iu;

/** The pronouns of a question that nothing in the question itself stands behind, in reading order. */
export function outwardPronounsOf(question: string): readonly Pronoun[] {
  const phrases = nounPhrasesOf(question);
  const found: Pronoun[] = [];
  const empty = emptyIt.exec(question);
  for (const { kind, isPossessive, pattern } of patterns) {
    for (const match of question.matchAll(pattern)) {
      const start = match.index;
      const end = start + match[0].length;
      if (empty !== null && start === empty.index && match[0].toLowerCase() === 'it') continue;
      const inside = phrases.some(
        (phrase) => phrase.end <= start && fitting[kind](phrase) && !linked.test(question.slice(phrase.end, start)),
      );
      if (inside && !pointsOut.test(match[0])) continue;
      if (found.some((other) => other.start === start)) continue;
      const isWhatWasSaid = (kind === 'thing' || kind === 'fact') && saying.test(question.slice(0, start));
      found.push({ kind, start, end, isPossessive, isWhatWasSaid });
    }
  }
  return found.toSorted((a, b) => a.start - b.start);
}
