import type { IngestReport } from '../ingest.js';
import { interruptible } from './interruption.js';
import type { VerbContext } from './verb-context.js';

/**
 * Runs the indexing thread with progress beside the results. Ctrl-C ends it in good order, or `signal` does, where
 * somebody else listens for what stops the process.
 *
 * @throws Interrupted after Ctrl-C, the signal's reason when it is aborted; what `ingest` throws
 */
export function buildIndex(
  { terminal, parley }: VerbContext,
  owner: string,
  dryRun = false,
  signal?: AbortSignal,
): Promise<IngestReport> {
  const { show: onProgress } = terminal.status;
  return showingWork(terminal, signal, (stopped) => parley.index({ dryRun, owner, onProgress, signal: stopped }));
}

/** Work that Ctrl-C or `signal` stops; its line of progress is taken away at the end. */
export async function showingWork(
  { status }: VerbContext['terminal'],
  signal: AbortSignal | undefined,
  work: (stopped: AbortSignal) => Promise<IngestReport>,
): Promise<IngestReport> {
  try {
    if (signal !== undefined) return await work(signal);
    return await interruptible('Stopped; nothing was published, and what was embedded is kept.', work);
  } finally {
    status.clear();
  }
}

/** Builds the index when there is none, and says so. @throws as `buildIndex` does */
export async function buildMissingIndex(context: VerbContext, owner: string, signal?: AbortSignal): Promise<void> {
  if (await context.parley.hasIndex()) return;
  context.terminal.note('There is no index yet: building it.');
  const { change, elapsedMs } = await buildIndex(context, owner, false, signal);
  const documents = change.documents.added.length;
  context.terminal.note(
    `Indexed ${documents} ${documents === 1 ? 'document' : 'documents'} in ${(elapsedMs / 1000).toFixed(1)} s.`,
  );
}
