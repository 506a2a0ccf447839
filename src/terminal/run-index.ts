import { guildOfCollection } from '../collections.js';
import { buildIndex } from './build-index.js';
import { indexGuild } from './index-guild.js';
import { namedCollection } from './named-collection.js';
import { renderIndexReport } from './render-index-report.js';
import type { VerbContext } from './verb-context.js';

export interface IndexChoices {
  readonly collection: string;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

/** `parley index`: files, or what a server staged, become the live generation; with `dryRun` only the difference is shown. */
export async function runIndex(
  context: VerbContext,
  { collection: name, dryRun = false, json = false }: IndexChoices,
): Promise<void> {
  const collection = namedCollection(name);
  const guild = guildOfCollection(collection);
  const startedAt = performance.now();
  const report =
    guild === null
      ? await buildIndex(context, 'npx parley index', dryRun)
      : await indexGuild(context, collection, guild, dryRun);
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
