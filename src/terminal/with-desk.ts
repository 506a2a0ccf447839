import type { Desk } from '../desk.js';
import { buildMissingIndex } from './build-index.js';
import { noteCorpusDrift } from './note-corpus-drift.js';
import type { VerbContext } from './verb-context.js';

/**
 * Gives `work` a desk over the live index, which is built first when there is none, and closes it afterwards.
 * @param owner How the command is called, for whoever finds the lock taken.
 */
export async function withDesk(
  context: VerbContext,
  owner: string,
  work: (desk: Desk) => Promise<void>,
): Promise<void> {
  const { terminal, parley } = context;
  await buildMissingIndex(context, owner);
  const desk = await parley.openDesk(terminal.status.show);
  terminal.status.clear();
  try {
    await work(desk);
    await noteCorpusDrift(context, desk.generation);
  } finally {
    await desk.close();
  }
}
