// Run as a process of its own under a limit on the size of files: builds one generation whose graph is its largest file.
import { buildGeneration } from '#src/indexing/build-generation.js';
import { voteDocument, voteModel, voteVectors } from './votes.mjs';

try {
  await buildGeneration({
    folder: process.argv[2],
    collection: 'shared',
    model: voteModel,
    documents: [voteDocument(0)],
    vectors: voteVectors(0),
    previous: null,
    now: Date.now,
  });
} catch (error) {
  process.stderr.write(`${error.line ?? error}\n${error.cause?.message}\n`);
  process.exitCode = 1;
}
