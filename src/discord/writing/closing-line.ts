import type { Answer, Citation, Writing } from '../../types.js';
import type { Words } from '../wording/words.js';
import { shortenedHint } from './shortened-hint.js';
import type { ShowOptions } from './show-options.js';
import { dateOrNull } from './shown-date.js';
import { visibleText } from './visible-text.js';

export interface Shown {
  readonly asOf: string | null;
  readonly mode: Answer['mode'];
  readonly citations: readonly Citation[];
  readonly writing: Writing | null;
}

const longestModel = 60;

/** A model's name as it is shown. */
export function modelName({ model }: Pick<Writing, 'model'>): string {
  return [...visibleText(model)].slice(0, longestModel).join('');
}

function provenance({ asOf, mode, writing }: Shown, { results }: Words): readonly string[] {
  const date = dateOrNull(asOf);
  if (mode === 'written' && writing !== null) {
    const translated = writing.translation === null ? [] : [results.written.translated];
    return [results.written.by(modelName(writing), writing.dropped, date), ...translated];
  }
  const usedUp = writing?.fault === 'over-budget' ? [results.written.usedUp] : [];
  return [results.provenance(mode, date), ...usedUp];
}

/** What kind of result it is, who wrote it and as of when; and where a quote was shortened, where the whole of it is. */
export function closingLine(
  shown: Shown,
  isShortened: boolean,
  { layout, words }: Pick<ShowOptions, 'layout' | 'words'>,
): string {
  const quoted = shown.citations.map(({ quote }) => quote);
  return [...provenance(shown, words), ...shortenedHint(quoted, isShortened, { layout, words })].join(' ');
}
