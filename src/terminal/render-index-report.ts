import type { IngestReport } from '../ingest.js';
import { plainText } from './plain-text.js';

const namesShown = 10;

function named(label: string, ids: readonly string[]): readonly string[] {
  if (ids.length === 0) return [];
  const more = ids.length > namesShown ? ` and ${ids.length - namesShown} more` : '';
  return [`  ${label}: ${ids.slice(0, namesShown).map(plainText).join(', ')}${more}`];
}

function headline({ generation, published, change }: IngestReport, dryRun: boolean, elapsedMs: number): string {
  const seconds = `${(elapsedMs / 1000).toFixed(1)} s`;
  if (published) return `Published generation ${generation} in ${seconds}.`;
  const { added, changed, removed } = change.documents;
  const nothing = added.length + changed.length + removed.length === 0 && change.otherModel === null;
  const live = generation === null ? 'There is no live generation.' : `Generation ${generation} is live.`;
  if (nothing) return `Nothing has changed. ${live}`;
  return dryRun ? `A dry run: nothing was written. ${live} \`npx parley index\` would change:` : live;
}

/** What an indexing run did, or would do, for a person; no newline at the end. */
export function renderIndexReport(
  report: IngestReport,
  { dryRun, elapsedMs }: { dryRun: boolean; elapsedMs: number },
): string {
  const { documents, chunks, skipped, otherModel } = report.change;
  return [
    headline(report, dryRun, elapsedMs),
    `Documents: ${documents.added.length} added, ${documents.changed.length} changed, ${documents.removed.length} removed, ${documents.unchanged} unchanged`,
    ...named('added', documents.added),
    ...named('changed', documents.changed),
    ...named('removed', documents.removed),
    `Chunks: ${chunks.total} in all, ${chunks.added} new, ${chunks.removed} gone; ${report.embedded} embedded`,
    ...(skipped.length === 0
      ? []
      : [`Skipped: ${skipped.length} ${skipped.length === 1 ? 'file' : 'files'}, named above`]),
    ...(otherModel === null
      ? []
      : [`The model differs from that of the live generation (${plainText(otherModel)}): every vector is made anew.`]),
  ].join('\n');
}
