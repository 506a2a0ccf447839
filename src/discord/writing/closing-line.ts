import type { Answer, Citation } from '../../types.js';
import { shortenedHint } from './shortened-hint.js';
import type { ShowOptions } from './show-options.js';
import { dateOrNull } from './shown-date.js';

export interface Shown {
  readonly asOf: string | null;
  readonly mode: Answer['mode'];
  readonly citations: readonly Citation[];
}

/** What kind of result it is and as of when; and where a quote was shortened, where the whole of it is. */
export function closingLine(
  { asOf, mode, citations }: Shown,
  isShortened: boolean,
  { layout, words }: Pick<ShowOptions, 'layout' | 'words'>,
): string {
  const quoted = citations.map(({ quote }) => quote);
  const hint = shortenedHint(quoted, isShortened, { layout, words });
  return [words.results.provenance(mode, dateOrNull(asOf)), ...hint].join(' ');
}
