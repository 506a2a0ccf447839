import { reportOfPlan } from '../collections/index-folder.js';
import type { CollectionName } from '../collections.js';
import { GenerationError } from '../errors.js';
import type { IngestReport } from '../ingest.js';
import type { Audited } from '../state/seams/audit.js';
import { showingWork } from './build-index.js';
import type { VerbContext } from './verb-context.js';

/** An act of whoever runs Parley, as the server's moderators find it in their audit log. */
export function operatorsEntry(
  guild: string,
  act: string,
  subject: string | null,
  before: string | null,
): Omit<Audited, 'after'> {
  return { guild, actor: 'parley', at: Date.now(), act, subject, before };
}

/** Publishes what the moderators of a server staged; with `dryRun` only says what that would change. */
export function indexGuild(
  { terminal, parley }: VerbContext,
  collection: CollectionName,
  guild: string,
  dryRun: boolean,
): Promise<IngestReport> {
  const owner = 'npx parley index';
  const { show: onProgress } = terminal.status;
  return showingWork(terminal, undefined, (signal) =>
    parley.withCollections(owner, async (collections) => {
      const startedAt = performance.now();
      const plan = await collections.plan(collection, { onProgress, signal });
      if (dryRun) return reportOfPlan(plan, performance.now() - startedAt);
      const entry = operatorsEntry(guild, 'parley index', null, plan.live);
      const published = await collections.publish(collection, plan.fingerprint, entry, { onProgress, signal });
      if (published !== 'changed') return published.report;
      throw new GenerationError(
        'What is staged changed meanwhile, and nothing was published.',
        'Run the command again.',
      );
    }),
  );
}
