import { ParleyError } from '../../errors.js';
import type { ShownResult } from '../../state/seams/records.js';
import type { SummaryRequest } from '../../summarize.js';
import type { Summary } from '../../types.js';
import type { BotParts } from '../bot-parts.js';

function requestOf({ document, paragraphs, focus, length }: Summary): SummaryRequest {
  return {
    document,
    length,
    ...(paragraphs === null ? {} : { paragraphs }),
    ...(focus === null ? {} : { focus }),
  };
}

/** A summary of what is no longer there: without points. */
function emptied(summary: Summary): Summary {
  return { ...summary, points: [], citations: [], coverage: { represented: [], missing: [], ratio: 0 } };
}

async function summarizeAgain(
  summary: Summary,
  guild: string | null,
  { summarize }: Pick<BotParts['desk'], 'summarize'>,
): Promise<Summary> {
  try {
    return await summarize(requestOf(summary), guild);
  } catch (error) {
    // The document went, or it has no such paragraphs any more, or nothing is left: no outage is among these.
    const isGone = error instanceof ParleyError && (error.name === 'UsageError' || error.name === 'ParleyError');
    if (isGone) return emptied(summary);
    throw error;
  }
}

/** What was asked, checked or summed up, once more from what is live now. */
export async function askAgain(
  result: ShownResult,
  guild: string | null,
  desk: Pick<BotParts['desk'], 'ask' | 'check' | 'summarize'>,
): Promise<ShownResult> {
  switch (result.kind) {
    case 'answer':
      return { ...result, answer: await desk.ask(result.answer.question, guild) };
    case 'check':
      return { ...result, check: await desk.check(result.question, guild) };
    case 'summary':
      return { ...result, summary: await summarizeAgain(result.summary, guild, desk) };
  }
}
