// Run as a process of its own, to be killed: indexes a changing document over and over, as the bot and `parley index`
// do, and writes a line for each step so that the one who kills it can choose the moment.
import { buildGeneration } from '#src/indexing/build-generation.js';
import { acquireBuildLock } from '#src/indexing/build-lock.js';
import { openGenerationStore } from '#src/indexing/generation-store.js';
import { voteDocument, voteModel, voteVectors } from './votes.mjs';

const [folder, rounds = Number.POSITIVE_INFINITY] = process.argv.slice(2);
const say = (line) => process.stdout.write(`${line}\n`);
const lock = await acquireBuildLock({ folder, owner: 'publish-forever', now: Date.now });
const store = openGenerationStore({
  folder,
  keep: 3,
  onWarning(line) {
    process.stderr.write(`${line}\n`);
    process.exit(3);
  },
});
for (let turn = 0; turn < Number(rounds); turn++) {
  const previous = await store.loadLive();
  const round = previous === null ? 1 : Number(previous.documents[0].source.sha256) + 1;
  const { id } = await buildGeneration({
    folder,
    collection: 'shared',
    model: voteModel,
    documents: [voteDocument(round)],
    vectors: voteVectors(round),
    previous,
    now: Date.now,
    onProgress: ({ stage, done }) => say(`${stage} ${done}`),
  });
  say('publishing');
  await store.publish(id);
  say('published');
  await store.prune();
  say('pruned');
}
await lock.release();
