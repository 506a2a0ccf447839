import path from 'node:path';
import { backUp } from '../back-up.js';
import { checkIntegrity } from '../check-integrity.js';
import { counted } from '../discord/writing/counted.js';
import { ParleyError } from '../errors.js';
import { plainText } from './plain-text.js';
import type { VerbContext } from './verb-context.js';

/** `parley backup`: a copy of the data folder while the bot goes on. */
export async function runBackup({ terminal, parley }: VerbContext, folder: string): Promise<void> {
  const state = await parley.openState();
  try {
    const { dataFolder } = parley.config;
    const target = path.resolve(folder);
    const report = await backUp({
      dataFolder,
      state,
      target,
      onProgress: ({ done, total }) => terminal.status.show({ stage: 'files', done, total }),
    });
    terminal.status.clear();
    const { collections, generations } = report;
    terminal.write(
      `The state and ${counted(generations, 'generation')} of ${counted(collections, 'collection')} are in ${plainText(target)}.\n` +
        'To go back to it, stop Parley and set PARLEY_DATA_DIR to that folder, or copy it over the data folder.\n',
    );
  } finally {
    await state.close();
  }
}

/** `parley integrity`: everything in the data folder is read and checked. @throws ParleyError when something is wrong */
export async function runIntegrity(
  { terminal, parley }: VerbContext,
  { json = false }: { readonly json?: boolean },
): Promise<void> {
  const state = await parley.openState();
  try {
    const report = await checkIntegrity({ dataFolder: parley.config.dataFolder, state });
    if (json) terminal.write(`${JSON.stringify(report)}\n`);
    else {
      for (const { where, what, remedy } of report.faults)
        terminal.write(`${plainText(`${where}: ${what} ${remedy}`)}\n`);
      const { collections, generations } = report;
      const checked = `the state and ${counted(generations, 'generation')} of ${counted(collections, 'collection')}`;
      if (report.faults.length === 0) terminal.write(`Sound: ${checked}.\n`);
    }
    if (report.faults.length > 0) {
      throw new ParleyError(`${counted(report.faults.length, 'fault')} in the data folder.`, 'Each is named above.');
    }
  } finally {
    await state.close();
  }
}
