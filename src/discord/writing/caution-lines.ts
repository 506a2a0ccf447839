import type { AnswerSentence } from '../../types.js';
import type { Words } from '../wording/words.js';
import { excerpt } from './excerpt.js';
import { modelText } from './model-text.js';

/** What decides whether a sentence needs a caution; one without a standing is quoted. */
export type Cautioned = Pick<AnswerSentence, 'attribution'> & Partial<Pick<AnswerSentence, 'standing' | 'unsaid'>>;

const mostNamed = 4;
const longest = 40;
const longestMarkdown = 60;

/** Words of the model's in a sentence of our own, each in quotation marks; empty when none has a character to be seen. */
function named(unsaid: readonly string[], { quoted }: Words): string {
  return unsaid
    .slice(0, mostNamed)
    .map((words) => excerpt(modelText(words), { longest, longestMarkdown }).markdown)
    .filter((words) => words !== '')
    .map(quoted)
    .join(', ');
}

function partlyLine(unsaid: readonly string[], words: Words): string {
  const { partly, unsaid: notFound } = words.results.written;
  const names = named(unsaid, words);
  return names === '' ? partly : `${partly} ${notFound(names)}`;
}

/** What is said under a sentence that is no plain fact, or that the documents have only in part: a line each, with a sign. */
export function cautionLines(
  { attribution, standing = 'quoted', unsaid = [] }: Cautioned,
  words: Words,
): readonly string[] {
  return [
    ...(attribution === null ? [] : [words.results.caution[attribution]]),
    ...(standing === 'partly' ? [partlyLine(unsaid, words)] : []),
  ].map((caution) => `⚠️ ${caution}`);
}
