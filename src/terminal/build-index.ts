import type { IngestReport } from '../ingest.js';
import { interruptible } from './interruption.js';
import type { VerbContext } from './verb-context.js';

/** Runs the indexing thread with progress beside the results; Ctrl-C ends it in good order. */
export async function buildIndex(
  { terminal, parley }: VerbContext,
  owner: string,
  dryRun = false,
): Promise<IngestReport> {
  const { status } = terminal;
  try {
    return await interruptible('Stopped; nothing was published, and what was embedded is kept.', (signal) =>
      parley.index({ dryRun, owner, onProgress: status.show, signal }),
    );
  } finally {
    status.clear();
  }
}

/** Builds the index when there is none, and says so. */
export async function buildMissingIndex(context: VerbContext, owner: string): Promise<void> {
  if (await context.parley.hasIndex()) return;
  context.terminal.note('There is no index yet: building it.');
  const { change, elapsedMs } = await buildIndex(context, owner);
  const documents = change.documents.added.length;
  context.terminal.note(
    `Indexed ${documents} ${documents === 1 ? 'document' : 'documents'} in ${(elapsedMs / 1000).toFixed(1)} s.`,
  );
}
