import { modeWording } from '../../language/shown-wording.js';
import type { Answer, Citation } from '../../types.js';
import type { MessageLayout } from './outgoing-message.js';
import { shortenedHint } from './shortened-hint.js';
import { shownDate } from './shown-date.js';

export interface Shown {
  readonly asOf: string | null;
  readonly mode: Answer['mode'];
  readonly citations: readonly Citation[];
}

/** What kind of result it is and as of when; and where a quote was shortened, where the whole of it is. */
export function closingLine({ asOf, mode, citations }: Shown, isShortened: boolean, layout: MessageLayout): string {
  const date = shownDate(asOf);
  const kind = modeWording[mode];
  const provenance = date === null ? `${kind.charAt(0).toUpperCase()}${kind.slice(1)}.` : `As of ${date}; ${kind}.`;
  const quoted = citations.map(({ quote }) => quote);
  return [provenance, ...shortenedHint(quoted, isShortened, layout)].join(' ');
}
