import type { ChosenChunk } from './answering/choose-sentences.js';
import type { ReadChunk } from './answering/chunk-reading.js';
import { chunkBefore, needsContext } from './answering/context.js';
import type { AnsweringSentence, Difference } from './find-disagreements.js';
import type { Disagreement, IndexedDocument } from './types.js';

/** Sentences of two or more documents that say otherwise of the same thing. */
export interface Dispute {
  /** Each document's sentences together and in reading order, the older document first, unknown dates last. */
  readonly chosen: readonly ChosenChunk[];
  /** The words that differ. */
  readonly difference: NonNullable<Disagreement['difference']>;
}

export interface SettledSentences {
  /** What no document denies, in the order that was given. */
  readonly undisputed: readonly ChosenChunk[];
  readonly disputes: readonly Dispute[];
}

/** A sentence of a dispute and its words that another document says otherwise. */
interface Side {
  readonly sentence: AnsweringSentence;
  readonly words: readonly [start: number, end: number];
}

const longestWords = 80;

/** Differences that share a sentence, put together. */
function groupsOf(differences: readonly Difference[]): readonly (readonly Difference[])[] {
  const groups: (readonly Difference[])[] = [];
  for (const difference of differences) {
    const touching = groups.filter((group) =>
      group.some(({ sentences }) => sentences.some((sentence) => difference.sentences.includes(sentence))),
    );
    for (const group of touching) groups.splice(groups.indexOf(group), 1);
    groups.push([...touching.flat(), difference]);
  }
  return groups;
}

function sidesOf(group: readonly Difference[]): readonly Side[] {
  const sides = new Map<AnsweringSentence, Side>();
  for (const { sentences, words } of group) {
    for (const [at, sentence] of sentences.entries()) {
      const stretch = words[at];
      if (stretch !== undefined && !sides.has(sentence)) sides.set(sentence, { sentence, words: stretch });
    }
  }
  return [...sides.values()].toSorted(
    ({ sentence: one }, { sentence: other }) => byAge(one.document, other.document) || one.chunk - other.chunk,
  );
}

function byAge({ id, metadata: { date } }: IndexedDocument, other: IndexedDocument): number {
  // Digits come before "~": what has no date comes last.
  const [own, theirs] = [`${date ?? '~'} ${id}`, `${other.metadata.date ?? '~'} ${other.id}`];
  return own < theirs ? -1 : Number(own > theirs);
}

function shortened(words: string): string {
  const line = words.replaceAll(/\s+/gu, ' ');
  if (line.length <= longestWords) return line;
  return `${line
    .slice(0, longestWords - 1)
    .replace(/[\uD800-\uDBFF]$/u, '')
    .trimEnd()}…`;
}

function differenceOf(sides: readonly Side[]): Dispute['difference'] {
  const said = new Map<IndexedDocument, string>();
  for (const { sentence, words } of sides) {
    const { document, generation, chunk } = sentence;
    const { start } = generation.chunk(chunk);
    if (!said.has(document)) said.set(document, shortened(document.text.slice(start + words[0], start + words[1])));
  }
  return { words: [...new Set(said.values())], documents: said.size };
}

/** One plain sentence with the words that differ. */
function aboutOf({ words, documents }: Dispute['difference']): string {
  const [first = '', ...others] = words.map((word) => `“${word}”`);
  const last = others.pop();
  if (last === undefined) return `${first} is told in ${documents} ways.`;
  return documents === 2
    ? `${first} in one, ${last} in the other.`
    : `${[first, ...others].join(', ')} and ${last}, in ${documents} documents.`;
}

/** The sentence of a side as an answer quotes it, after the one that it points back to. */
function chosenFor({ sentence, words }: Side, readChunk: ReadChunk): readonly ChosenChunk[] {
  const { generation, chunk, evidence } = sentence;
  const before = needsContext(readChunk(generation, chunk).text) ? chunkBefore(generation, chunk) : undefined;
  const own: ChosenChunk = { generation, chunk, evidence, highlight: words };
  return before === undefined ? [own] : [{ generation, chunk: before, evidence: undefined }, own];
}

function isSame(one: ChosenChunk, other: ChosenChunk): boolean {
  return one.generation === other.generation && one.chunk === other.chunk;
}

/** Each chunk once: as what answers where it does, and as context of the next only where it does not. */
function withoutRepeats(chunks: readonly ChosenChunk[]): readonly ChosenChunk[] {
  const answering = chunks.filter(({ evidence }) => evidence !== undefined);
  return chunks.filter(
    (one, at) =>
      chunks.findIndex((other) => isSame(one, other) && other.evidence === one.evidence) === at &&
      (one.evidence !== undefined || !answering.some((other) => isSame(one, other))),
  );
}

/** Takes the sentences that documents disagree on out of those that answer, and puts the other side of each beside it. */
export function settleSentences(
  chosen: readonly ChosenChunk[],
  differences: readonly Difference[],
  readChunk: ReadChunk,
): SettledSentences {
  const disputes = groupsOf(differences).map((group): Dispute => {
    const sides = sidesOf(group);
    return {
      chosen: withoutRepeats(sides.flatMap((side) => chosenFor(side, readChunk))),
      difference: differenceOf(sides),
    };
  });
  const disputed = disputes.flatMap((dispute) => dispute.chosen);
  return { undisputed: chosen.filter((one) => !disputed.some((other) => isSame(one, other))), disputes };
}

/** The disputes with the marks of their sentences, which are numbered on after `before` others. */
export function markDisputes(before: number, disputes: readonly Dispute[]): readonly Disagreement[] {
  let last = before;
  return disputes.flatMap(({ chosen, difference }): readonly Disagreement[] => {
    const [first, second, ...others] = chosen.map(() => {
      last += 1;
      return last;
    });
    if (first === undefined || second === undefined) return [];
    return [{ citations: [first, second, ...others], about: aboutOf(difference), difference }];
  });
}
