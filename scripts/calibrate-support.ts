/**
 * Fits the support models, of single sentences and of whole passages, and writes src/verifying/support-model.ts and
 * passage-model.ts:
 *
 *   npx tsx scripts/calibrate-support.ts SUMMEDITS EXPERTQA SCIFACT
 *
 * Each argument is a folder with `pairs.jsonl` ({id, passage, claim, supported} a line). The rest of the data is the tuned
 * half of golden/claims.jsonl; the other half is measured by test/check.test.ts and never fitted. Build first. Same input,
 * same coefficients.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { listCorpusFiles } from '#src/corpus/list-corpus-files.js';
import { parseDocument } from '#src/corpus/parse-document.js';
import { readDocument } from '#src/corpus/read-document.js';
import { openVectorCache } from '#src/embedding/vector-cache.js';
import { buildGeneration } from '#src/indexing/build-generation.js';
import { loadGeneration } from '#src/indexing/load-generation.js';
import { loadWordVectors } from '#src/language/word-vectors.js';
import { wordVectorsFile } from '#src/project-files.js';
import { rememberWords } from '#src/verifying/remember-words.js';
import { openShippedEncoder } from '../test/support/shipped-encoder.js';
import { calibratePassages } from './calibrate-support/calibrate-passages.js';
import { calibrateSentences } from './calibrate-support/calibrate-sentences.js';
import { type JudgedClaims, judgedGolden, judgedPairs } from './calibrate-support/judged-claims.js';
import { renderPassageModel, renderSupportModel } from './calibrate-support/render-support-model.js';

const sentenceOutput = 'src/verifying/support-model.ts';
const passageOutput = 'src/verifying/passage-model.ts';

const folders = process.argv.slice(2);
if (folders.length === 0) {
  process.stderr.write('Name folders with pairs.jsonl: npx tsx scripts/calibrate-support.ts FOLDER…\n');
  process.exit(2);
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

const scratch = await mkdtemp(path.join(os.tmpdir(), 'parley-calibrate-'));
const encoder = await openShippedEncoder('data', 2);
await mkdir('data/vectors', { recursive: true });
const cache = await openVectorCache({ folder: 'data/vectors', identity: encoder.identity });
const words = await loadWordVectors(wordVectorsFile);

const found = (await listCorpusFiles('corpus')).filter(({ path: name }) => name === 'syria-ceasefire-2016.txt');
const documents = await Promise.all(found.map(async (one) => parseDocument(await readDocument(one))));
const built = await buildGeneration({
  folder: scratch,
  collection: 'calibration',
  model: encoder.identity,
  documents,
  vectors: await encoder.embedMatrix(documents.flatMap(({ chunks }) => chunks.map(({ text }) => text))),
  previous: null,
  now: Date.now,
});
const article = await loadGeneration(built.folder);

if (encoder.embedWords === undefined) throw new Error('The encoder does not read words in context.');
const embedWords = rememberWords(encoder.embedWords);
const generations = [article];
const tuned = await judgedGolden('golden/claims.jsonl', 'tuning', { encoder, generations, words, embedWords });
const sets: JudgedClaims[] = [];
for (const folder of folders) {
  const read = await judgedPairs(folder, { encoder, cache, words, embedWords, onProgress: () => {} });
  say(`${read.name}: ${read.claims.length} pairs`);
  sets.push(read);
}
const { hash } = encoder.identity;
const sentences = calibrateSentences(sets, tuned, { vectors: words, encoderHash: hash });
for (const line of sentences.figures) say(line);
await writeFile(sentenceOutput, renderSupportModel(sentences));
const passages = calibratePassages(sets, tuned, hash);
for (const line of passages.figures) say(line);
await writeFile(passageOutput, renderPassageModel(passages));

await rm(scratch, { recursive: true, force: true });
await encoder.close();
say(`wrote ${sentenceOutput} and ${passageOutput}`);
