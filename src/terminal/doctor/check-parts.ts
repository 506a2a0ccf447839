import { existsSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { listCorpusFiles } from '../../corpus/list-corpus-files.js';
import { counted } from '../../discord/writing/counted.js';
import type { EncoderIdentity } from '../../embedding/encoder.js';
import { openEncoder } from '../../embedding/open-encoder.js';
import { modelsFolder } from '../../project-files.js';
import type { VerbContext } from '../verb-context.js';
import { type Finding, unwell, unwellBecause, well } from './finding.js';

/** Whether the documents can be listed. */
export async function checkCorpus({ parley }: VerbContext): Promise<Finding> {
  const { corpusFolder } = parley.config;
  try {
    const { length } = await listCorpusFiles(corpusFolder);
    if (length > 0) return well('corpus', `${counted(length, 'document')} in ${corpusFolder}.`);
    return well('corpus', `${corpusFolder} has no documents yet; put .txt, .md, .html, .pdf or .docx files there.`);
  } catch (error) {
    return unwellBecause('corpus', error);
  }
}

export interface EncoderFinding {
  readonly finding: Finding;
  /** `undefined` when it does not open. */
  readonly identity: EncoderIdentity | undefined;
}

/** Whether the model that turns text into vectors opens, and does so. */
export async function checkEncoder({ parley, terminal }: VerbContext): Promise<EncoderFinding> {
  const { model, apiKey, allowDownload } = parley.config.embedding;
  try {
    const encoder = await openEncoder({
      model,
      apiKey,
      allowDownload,
      modelsFolder,
      cacheFolder: parley.config.dataFolder,
      threads: Math.min(2, os.availableParallelism()),
      threaded: true,
      onProgress: ({ bytes, total = 0 }) => terminal.status.show({ stage: 'download', done: bytes, total }),
    });
    try {
      const startedAt = performance.now();
      await encoder.embedQuery('Who agreed?');
      const took = Math.round(performance.now() - startedAt);
      const { identity } = encoder;
      const what = `${identity.id} turns text into ${identity.dimensions} numbers, a question in ${took} ms.`;
      return { identity, finding: well('encoder', what) };
    } finally {
      terminal.status.clear();
      await encoder.close();
    }
  } catch (error) {
    return { identity: undefined, finding: unwellBecause('encoder', error) };
  }
}

/** Whether the live index is whole, and made by the encoder that will search it. */
export async function checkIndex({ parley }: VerbContext, model: EncoderIdentity | undefined): Promise<Finding> {
  const name = 'index';
  const store = parley.storeOf();
  try {
    const records = await store.history();
    const live = records.find((record) => record.live);
    if (live === undefined)
      return well(name, 'There is none yet; the first question, or `npx parley index`, makes it.');
    if (!live.sound) {
      const what = `The live generation ${live.id} is damaged: ${live.fault ?? 'it cannot be read'}`;
      return unwell(name, what, 'Run `npx parley rollback`, or `npx parley index`.');
    }
    if (model !== undefined) await store.load(live.id, { model });
    const { documents = 0, chunks = 0 } = live.counts ?? {};
    return well(
      name,
      `Generation ${live.id} is sound: ${counted(documents, 'document')}, ${counted(chunks, 'chunk')}.`,
    );
  } catch (error) {
    return unwellBecause(name, error);
  }
}

/** Whether the database opens. It is not made. */
export async function checkDatabase({ parley }: VerbContext): Promise<Finding> {
  const name = 'database';
  const file = path.join(parley.config.dataFolder, 'state.sqlite');
  if (!existsSync(file)) return well(name, 'There is none yet; the first start of the bot makes it.');
  try {
    const state = await parley.openState();
    await state.close();
    return well(name, `${file} opens.`);
  } catch (error) {
    return unwellBecause(name, error);
  }
}
