import { modeWording } from '../../language/shown-wording.js';
import { whoWrote, writtenWording } from '../../language/written-wording.js';
import type { Answer, Citation, Writing } from '../../types.js';
import type { MessageLayout } from './outgoing-message.js';
import { shortenedHint } from './shortened-hint.js';
import { shownDate } from './shown-date.js';
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

function provenance({ asOf, mode, writing }: Shown): readonly string[] {
  const date = shownDate(asOf);
  if (mode === 'written' && writing !== null) {
    return [...(date === null ? [] : [`As of ${date}.`]), whoWrote(writing, modelName(writing))];
  }
  const kind = modeWording[mode];
  const line = date === null ? `${kind.charAt(0).toUpperCase()}${kind.slice(1)}.` : `As of ${date}; ${kind}.`;
  return [line, ...(writing?.fault === 'over-budget' ? [writtenWording.usedUp] : [])];
}

/** What kind of result it is, who wrote it and as of when; and where a quote was shortened, where the whole of it is. */
export function closingLine(shown: Shown, isShortened: boolean, layout: MessageLayout): string {
  const quoted = shown.citations.map(({ quote }) => quote);
  return [...provenance(shown), ...shortenedHint(quoted, isShortened, layout)].join(' ');
}
