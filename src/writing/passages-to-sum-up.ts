import type { Summarized } from '../summarize.js';
import { chunksAround, type GivenText, givenText } from './given-passages.js';

/** About 1,000 tokens: of more at once, models leave out what stands in the middle. */
const longestTogether = 4_000;
/** Of a longer text the model is given the paragraphs alone that the quotes come from: a reader does not wait for more. */
const longestInAll = 24_000;

/**
 * What a model is to sum up, in reading order, a few paragraphs at a time: those with a sentence that could be a point,
 * around the one that is. Numbered through from 1, so that a number means one passage only.
 */
export function passagesToSumUp({ scope, chosen }: Summarized): readonly (readonly GivenText[])[] {
  const { generation } = scope;
  const pointIn = new Map(chosen.points.map(({ paragraph, chunk }) => [paragraph, chunk]));
  const all = scope.paragraphs.flatMap(({ number, firstChunk, endChunk }) => {
    const rows = Array.from({ length: endChunk - firstChunk }, (_, i) => firstChunk + i);
    const chunk = pointIn.get(number) ?? rows.find((row) => chosen.relevant.has(row));
    if (chunk === undefined) return [];
    const { paragraph } = generation.chunk(chunk);
    return [{ isQuoted: pointIn.has(number), chunks: chunksAround(generation, { paragraph, chunk }) }];
  });
  const lengthOf = ({ chunks }: (typeof all)[number]): number =>
    generation.chunk(chunks.at(-1) ?? 0).end - generation.chunk(chunks[0] ?? 0).start;
  const isTooLong = all.reduce((sum, one) => sum + lengthOf(one), 0) > longestInAll;

  const groups: GivenText[][] = [];
  let length = 0;
  let n = 0;
  for (const one of isTooLong ? all.filter(({ isQuoted }) => isQuoted) : all) {
    length += lengthOf(one);
    n += 1;
    const text = givenText(generation, one.chunks, n);
    const last = groups.at(-1);
    if (last !== undefined && length <= longestTogether) {
      last.push(text);
    } else {
      groups.push([text]);
      length = lengthOf(one);
    }
  }
  return groups;
}
