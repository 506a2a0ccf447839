import type { GenerationRecord } from '../indexing/generation-store.js';
import { plainText } from './plain-text.js';
import type { VerbContext } from './verb-context.js';

function lineOf({ id, live, createdAt, counts, sound, fault }: GenerationRecord, { terminal }: VerbContext): string {
  const { paint } = terminal;
  const state = live ? paint.good('live') : '    ';
  const size = counts === null ? '' : `${counts.documents} documents, ${counts.chunks} chunks`;
  const damage = sound ? '' : `  ${paint.caution(plainText(fault ?? 'damaged'))}`;
  return `${state}  ${id}  ${createdAt ?? 'unknown time'}  ${size}${damage}`;
}

/** `parley generations`: the history, newest first, each checked against its checksums. */
export async function runGenerations(
  context: VerbContext,
  { json = false }: { readonly json?: boolean },
): Promise<void> {
  const { terminal, parley } = context;
  const records = await parley.store.history();
  if (json) terminal.write(`${JSON.stringify(records)}\n`);
  else if (records.length === 0) terminal.write('There is no generation yet; run `npx parley index` to make one.\n');
  else terminal.write(records.map((record) => `${lineOf(record, context)}\n`).join(''));
}

/** `parley rollback`: makes an older generation live, the named one or the one before. */
export async function runRollback({ terminal, parley }: VerbContext, id: string | undefined): Promise<void> {
  terminal.write(`Generation ${await parley.store.rollback(id)} is live.\n`);
}
