import { UsageError } from '../errors.js';
import { similarNames } from '../language/similar-names.js';
import type { SummaryRequest } from '../summarize.js';
import type { Generation, SummaryLength } from '../types.js';
import { renderSummary } from './render-summary.js';
import type { VerbContext } from './verb-context.js';
import { withDesk } from './with-desk.js';

export interface SummaryChoices {
  readonly document?: string;
  readonly paragraphs?: string;
  readonly focus?: string;
  readonly length?: string;
  readonly json?: boolean;
}

const lengths: readonly SummaryLength[] = ['short', 'medium', 'long'];

function readLength(given: string): SummaryLength {
  const length = lengths.find((known) => known === given);
  if (length === undefined) {
    throw new UsageError(`There is no length “${given}”.`, `Give --length ${lengths.join(', ')}.`);
  }
  return length;
}

/** `3-9`, with any dash, or `7` for a single one. */
function readRange(given: string): readonly [number, number] {
  const [, first, last = first] = /^\s*(\d{1,9})(?:\s*[-–—]\s*(\d{1,9}))?\s*$/u.exec(given) ?? [];
  if (first === undefined || last === undefined) {
    throw new UsageError(`“${given}” is no range of paragraphs.`, 'Give --paragraphs as in 3-9, or 7 for one.');
  }
  return [Number(first), Number(last)];
}

/** What the command line asks for. @throws UsageError for a length or a range that is none */
export function readSummaryRequest({ document, paragraphs, focus, length }: SummaryChoices): SummaryRequest {
  return {
    length: readLength(length ?? 'medium'),
    ...(document === undefined ? {} : { document }),
    ...(paragraphs === undefined ? {} : { paragraphs: readRange(paragraphs) }),
    ...(focus === undefined ? {} : { focus }),
  };
}

function suggestDocument(wanted: string | undefined, { documents }: Generation): void {
  const ids = documents.map(({ id }) => id);
  if (wanted === undefined || ids.includes(wanted)) return;
  const similar = similarNames(wanted, ids);
  if (similar.length === 0) return;
  throw new UsageError(`There is no document “${wanted}”.`, `Did you mean ${similar.join(' or ')}?`);
}

/** `parley summary`: the most important sentences of a document, each cited, and what they do not cover. */
export async function runSummary(context: VerbContext, choices: SummaryChoices): Promise<void> {
  const { terminal } = context;
  const request = readSummaryRequest(choices);
  await withDesk(context, 'npx parley summary', async (desk) => {
    suggestDocument(request.document, desk.generation);
    const summary = await desk.summarize(request, null, { member: null });
    terminal.write(`${choices.json === true ? JSON.stringify(summary) : renderSummary(summary, terminal)}\n`);
  });
}
