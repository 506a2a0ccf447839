import { findCorpusDrift } from '../corpus-drift.js';
import type { Generation } from '../types.js';
import type { VerbContext } from './verb-context.js';

/** One line beside the results when the files are not those that the answers come from. */
export async function noteCorpusDrift({ terminal, parley }: VerbContext, generation: Generation): Promise<void> {
  const drift = await findCorpusDrift(parley.config.corpusFolder, generation);
  if (drift === null) return;
  const { added, changed, removed } = drift;
  terminal.note(
    `The corpus is not as it was indexed (${added} new, ${changed} changed, ${removed} removed); \`npx parley index\` brings the index up to date.`,
  );
}
