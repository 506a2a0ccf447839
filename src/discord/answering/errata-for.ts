import { describeError } from '../../redaction.js';
import type { Erratum } from '../../state/seams/feedback.js';
import type { ShownResult } from '../../state/seams/records.js';
import type { BotParts } from '../bot-parts.js';
import { citationsOf } from '../writing/citations-of.js';

/**
 * What the moderators of a server noted on the passages that a result cites; nothing in a direct message. When it cannot
 * be read the result is shown without: it is worth more than a note.
 */
export async function errataFor(
  result: ShownResult,
  guild: string | null,
  { state, log }: Pick<BotParts, 'state' | 'log'>,
): Promise<readonly Erratum[]> {
  const citations = citationsOf(result);
  if (guild === null || citations.length === 0) return [];
  try {
    return await state.reviews.errata(
      guild,
      citations.map(({ document, quote }) => ({ document, quote })),
    );
  } catch (error) {
    log.error(describeError(error), 'notes of moderators could not be read; what they stand under was shown without');
    return [];
  }
}
