import { dateInWords } from '../language/date-in-words.js';
import { modeWording } from '../language/shown-wording.js';
import { whoWrote, writtenWording } from '../language/written-wording.js';
import type { Answer } from '../types.js';

/** As of when an answer is, and how it came about. */
export function closingLine({ asOf, mode, writing }: Pick<Answer, 'asOf' | 'mode' | 'writing'>): string {
  const date = asOf === null ? null : dateInWords(asOf);
  if (mode === 'written' && writing !== null)
    return `${date === null ? '' : `As of ${date}. `}${whoWrote(writing, writing.model)}${writing.translation === null ? '' : ` ${writtenWording.translated}`}`;
  const wording = modeWording[mode];
  const kind = date === null ? `${wording.charAt(0).toUpperCase()}${wording.slice(1)}.` : `As of ${date}; ${wording}.`;
  return writing?.fault === 'over-budget' ? `${kind} ${writtenWording.usedUp}` : kind;
}
