import { UsageError } from '../errors.js';
import { sharedCollection } from '../main.js';
import { buildIndex } from './build-index.js';
import { renderIndexReport } from './render-index-report.js';
import type { VerbContext } from './verb-context.js';

export interface IndexChoices {
  readonly collection: string;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

/** `parley index`: files become the live generation; with `dryRun` only the difference is shown. */
export async function runIndex(
  context: VerbContext,
  { collection, dryRun = false, json = false }: IndexChoices,
): Promise<void> {
  if (collection !== sharedCollection) {
    throw new UsageError(`There is no collection “${collection}”.`, `The only one is “${sharedCollection}”.`);
  }
  const startedAt = performance.now();
  const report = await buildIndex(context, 'npx parley index', dryRun);
  const elapsedMs = Math.round(performance.now() - startedAt);
  if (!json) {
    context.terminal.write(`${renderIndexReport(report, { dryRun, elapsedMs })}\n`);
    return;
  }
  const { generation, published, embedded, change } = report;
  const { documents, chunks, skipped, otherModel } = change;
  context.terminal.write(
    `${JSON.stringify({ collection, generation, published, dryRun, documents, chunks, embedded, skipped, otherModel, elapsedMs })}\n`,
  );
}
