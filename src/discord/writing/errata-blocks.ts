import type { Erratum } from '../../state/seams/feedback.js';
import type { Citation } from '../../types.js';
import type { Words } from '../wording/words.js';
import { excerpt } from './excerpt.js';
import type { ShowRoom } from './fit-messages.js';
import type { Block } from './pack-blocks.js';
import { dayOf } from './shown-date.js';

const mostShown = 3;
/** As long as the form lets a note be. */
const longestNote = 300;

/**
 * What this server's moderators noted on passages that a result cites, each with the marks of those: the latest three, in
 * the order in which they came.
 */
export function errataBlocks(
  errata: readonly Erratum[],
  citations: readonly Citation[],
  room: Pick<ShowRoom, 'quote'>,
  { results }: Words,
): readonly Block[] {
  return errata.slice(-mostShown).map(({ document, quote, text, at }) => {
    const note = excerpt(text, { longest: Math.min(longestNote, room.quote) }).markdown;
    const noted = citations.filter((citation) => citation.document === document && citation.quote === quote);
    const marks = noted.map(({ n }) => `[${n}]`).join('');
    return { text: `📝 ${results.note(dayOf(at))} ${note} ${marks}`.trimEnd() };
  });
}
