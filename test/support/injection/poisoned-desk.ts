import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { unlimitedBudget } from '#src/chatting/budget.js';
import { openChatModel } from '#src/chatting/open-chat-model.js';
import { listCorpusFiles } from '#src/corpus/list-corpus-files.js';
import { parseDocument } from '#src/corpus/parse-document.js';
import { readDocument } from '#src/corpus/read-document.js';
import { type Desk, openDesk } from '#src/desk.js';
import { buildGeneration } from '#src/indexing/build-generation.js';
import { loadGeneration } from '#src/indexing/load-generation.js';
import type { ParsedDocument } from '#src/types.js';
import { openScriptedOpenAi, type ScriptedOpenAi } from '../chat/scripted-openai.js';
import { fixedCollections } from '../fixed-collections.js';
import { openShippedEncoder } from '../shipped-encoder.js';

export interface PoisonedDesk {
  readonly desk: Desk;
  /** Who writes for it. */
  readonly server: ScriptedOpenAi;
  close(): Promise<void>;
}

/** A desk over the article and other documents beside it, with a scripted chat model. */
export async function openPoisonedDesk(others: readonly ParsedDocument[]): Promise<PoisonedDesk> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'parley-poisoned-'));
  const encoder = await openShippedEncoder(folder);
  const files = (await listCorpusFiles('corpus')).filter(({ path: name }) => name === 'syria-ceasefire-2016.txt');
  const article = await Promise.all(files.map(async (file) => parseDocument(await readDocument(file))));
  const documents = [...article, ...others];
  const built = await buildGeneration({
    folder,
    collection: 'shared',
    model: encoder.identity,
    documents,
    vectors: await encoder.embedMatrix(documents.flatMap(({ chunks }) => chunks.map(({ text }) => text))),
    previous: null,
    now: Date.now,
  });
  const generation = await loadGeneration(built.folder, encoder.identity);
  const server = await openScriptedOpenAi();
  const model = await openChatModel(
    { id: 'openai:scripted-1', provider: 'openai', model: 'scripted-1', apiKey: 'a-key', baseUrl: server.baseUrl },
    { timeoutMs: 20_000 },
  );
  const desk = await openDesk({
    collections: fixedCollections(generation),
    encoder,
    writer: {
      model,
      maxTokens: 700,
      budget: unlimitedBudget,
      onFault(error) {
        throw error;
      },
      close: () => model.close(),
    },
    onWarning: () => undefined,
  });
  return {
    desk,
    server,
    async close() {
      await desk.close();
      await server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
