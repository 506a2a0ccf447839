import type { Erratum } from '../../state/seams/feedback.js';
import type { Citation } from '../../types.js';
import { excerpt } from './excerpt.js';
import type { ShowRoom } from './fit-messages.js';
import type { Block } from './pack-blocks.js';
import { shownDate } from './shown-date.js';

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
): readonly Block[] {
  return errata.slice(-mostShown).map(({ document, quote, text, at }) => {
    const date = shownDate(new Date(at).toISOString().slice(0, 10));
    const note = excerpt(text, { longest: Math.min(longestNote, room.quote) }).markdown;
    const noted = citations.filter((citation) => citation.document === document && citation.quote === quote);
    return {
      text: `📝 Note by this server's moderators (${date}): ${note} ${noted.map(({ n }) => `[${n}]`).join('')}`.trimEnd(),
    };
  });
}
