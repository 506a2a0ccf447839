import { cautionWording } from '../../language/shown-wording.js';
import { writtenWording } from '../../language/written-wording.js';
import type { AnswerSentence } from '../../types.js';
import { excerpt } from './excerpt.js';
import { modelText } from './model-text.js';

/** A sentence of our own with words of the model's in it. */
const longest = 200;
const longestMarkdown = 280;

/** What is said under a sentence that is no plain fact, or that the documents have only in part: a line each, with a sign. */
export function cautionLines({
  attribution,
  standing = 'quoted',
  caution = null,
}: Pick<AnswerSentence, 'attribution'> & Partial<Pick<AnswerSentence, 'standing' | 'caution'>>): readonly string[] {
  const notFound = caution === null ? '' : ` ${excerpt(modelText(caution), { longest, longestMarkdown }).markdown}`;
  return [
    ...(attribution === null ? [] : [`⚠️ ${cautionWording[attribution]}`]),
    ...(standing === 'partly' ? [`⚠️ ${writtenWording.partly}${notFound}`] : []),
  ];
}
