import type { Writing } from '../types.js';

/** What is said of what a chat model wrote; the same words on every surface. */
export const writtenWording = {
  /** Above the quotes that the sentences stand on. */
  quotes: 'Where it stands',
  /** Beside a sentence some words of which were not found; what was not found follows. */
  partly: 'only partly in the documents.',
  /** Under what is shown before the model is done. */
  goesOn: '… writing: each sentence is checked before it is shown.',
  /** Where a model was not to be asked any more for a while. */
  usedUp: 'The budget for written answers is used up for now, so these are the quotes alone.',
  /** Under sentences that were put into another language after the check. */
  translated:
    'It was checked in English and then translated by the model: there, only figures and people’s names were compared.',
  /** Where sentences were shown already, and quotes come in their place. */
  quotesInstead: 'The rest did not come, or did not pass the check. What the documents say, word for word:',
  /** Under a summary some points of which are quotes. */
  quotedToo: 'What stands in quotation marks is quoted word for word.',
} as const;

function leftOut(dropped: number): readonly string[] {
  if (dropped === 0) return [];
  return dropped === 1
    ? ['1 sentence was left out: it was not found in the documents.']
    : [`${dropped} sentences were left out: they were not found in the documents.`];
}

/** Who wrote an answer or a summary, what of it was checked, and what did not pass. `model` is its name as it is shown. */
export function whoWrote({ dropped }: Pick<Writing, 'dropped'>, model: string): string {
  const checked = 'each sentence was checked against the quotes: numbers, dates, names, denials and conditions.';
  return [`Written by ${model}; ${checked}`, ...leftOut(dropped)].join(' ');
}

/** Who wrote what stands beside the verdicts of a check, and what of it was checked. */
export function whoExplained({ dropped }: Pick<Writing, 'dropped'>, model: string): string {
  const checked = 'the verdicts are not its own, and each of its sentences was checked against the quotes.';
  return [`Explained by ${model}; ${checked}`, ...leftOut(dropped)].join(' ');
}
