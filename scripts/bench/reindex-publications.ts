import { type CollectionName, collectionOfGuild } from '#src/collections.js';
import { readConfig } from '#src/config.js';
import type { IngestReport } from '#src/ingest.js';
import { createParley, type Service } from '#src/main.js';
import type { StateStore } from '#src/state/state-store.js';
import { stageFile } from '../../test/support/stage-file.js';
import type { BenchParts } from './bench-parts.js';
import type { BenchSizes } from './bench-sizes.js';
import { type StageTimes, stagesInWords, startStageClock } from './stage-clock.js';
import { paragraphsAFile, textOf } from './synthetic-files.js';
import { type SyntheticParagraph, sourceSentences, syntheticParagraphs, takeParagraphs } from './synthetic-texts.js';
import { watchHolds } from './watch-holds.js';

const by = '200000000000000001';
/** How often one document is added. */
const additions = 3;

export interface Publication extends StageTimes {
  readonly report: IngestReport;
}

type Moderated = Service & { readonly state: StateStore; readonly collection: CollectionName };

async function stage({ state, collection }: Moderated, number: number, paragraphs: readonly SyntheticParagraph[]) {
  const title = `Report ${number}`;
  const text = textOf(paragraphs);
  const sent = { collection, by, at: Date.now(), name: `${title}.txt`, title, text, replaced: null };
  await stageFile(state.staging, { ...sent, taken: new Set() });
}

/** Publishes what is staged as the bot does once *Publish* is pressed: in a thread with an encoder of its own. */
async function publish({ collections, collection }: Moderated): Promise<Publication> {
  const { fingerprint, live } = await collections.plan(collection);
  const entry = { guild: collection, actor: by, at: Date.now(), act: 'reindex run', subject: null, before: live };
  const clock = startStageClock();
  const published = await collections.publish(collection, fingerprint, entry, { onProgress: clock.onProgress });
  if (published === 'changed') throw new Error('Nobody else changes anything.');
  return { report: published.report, ...clock.stop() };
}

/** Looks at everything staged as `/reindex run` does; gives how long that held the thread that answers, milliseconds. */
async function longestHoldOfPlan({ collections, collection }: Moderated): Promise<number> {
  const holds = watchHolds();
  await collections.plan(collection, { isScreened: true });
  return holds.stop();
}

export interface Publications {
  readonly full: Publication;
  readonly added: readonly Publication[];
  readonly planHoldMs: number;
}

/** A server's collection is built, then one document after another is added to it. */
export async function measurePublications(
  { say, sources }: BenchParts,
  { reindexedChunks }: BenchSizes,
  guild: string,
  folder: string,
): Promise<Publications> {
  const sentences = sourceSentences([...sources.article, ...sources.practice]);
  const fresh = syntheticParagraphs(sentences, 6);
  const parley = createParley({ config: readConfig(folder, {}), onWarning: say });
  await parley.index({ owner: 'the benchmark', onProgress: () => undefined });
  const state = await parley.openState();
  const service = await parley.openService(() => undefined, state);
  const moderated: Moderated = { ...service, state, collection: collectionOfGuild(guild) };
  try {
    const paragraphs = takeParagraphs(fresh, { sentences: reindexedChunks });
    let number = 0;
    for (let from = 0; from < paragraphs.length; from += paragraphsAFile) {
      await stage(moderated, number, paragraphs.slice(from, from + paragraphsAFile));
      number += 1;
    }
    const planHoldMs = await longestHoldOfPlan(moderated);
    const full = await publish(moderated);
    say(`built ${number} documents in ${full.seconds.toFixed(1)} s (${stagesInWords(full.stageSeconds)})`);
    const added: Publication[] = [];
    for (let time = 0; time < additions; time++, number++) {
      await stage(moderated, number, takeParagraphs(fresh, { paragraphs: paragraphsAFile }));
      const one = await publish(moderated);
      say(`added one: ${one.seconds.toFixed(2)} s (${stagesInWords(one.stageSeconds)})`);
      added.push(one);
    }
    return { full, added, planHoldMs };
  } finally {
    await service.desk.close();
    await state.close();
  }
}
