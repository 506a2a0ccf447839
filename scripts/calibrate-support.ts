/**
 * Fits the support model and writes src/verifying/support-model.ts:
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
import { openEncoder } from '#src/embedding/open-encoder.js';
import { openVectorCache } from '#src/embedding/vector-cache.js';
import { buildGeneration } from '#src/indexing/build-generation.js';
import { loadGeneration } from '#src/indexing/load-generation.js';
import { loadWordVectors } from '#src/language/word-vectors.js';
import { modelsFolder, wordVectorsFile } from '#src/project-files.js';
import type { SupportModel } from '#src/verifying/support-score.js';
import { verifyPassage } from '#src/verifying/verify-passage.js';
import { crossValidated, examplesOf, separation, type WeightedClaims } from './calibrate-support/figures.js';
import { fitSigned } from './calibrate-support/fit-signed.js';
import { judgedGolden, judgedPairs } from './calibrate-support/judged-claims.js';
import { renderSupportModel } from './calibrate-support/render-support-model.js';

const output = 'src/verifying/support-model.ts';
const setWeight = 300;
/** Claims about an article, as members write them, are what a check is for. */
const goldenWeight = 400;
const folds = 5;
/** Share of the golden claims without support that may pass, each measured while left out. */
const falseSupport = 0.04;
/** Share of what is told as supported that a stricter threshold may cost. */
const recallSpent = 0.02;

const folders = process.argv.slice(2);
if (folders.length === 0) {
  process.stderr.write('Name folders with pairs.jsonl: npx tsx scripts/calibrate-support.ts FOLDER…\n');
  process.exit(2);
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

const scratch = await mkdtemp(path.join(os.tmpdir(), 'parley-calibrate-'));
const encoder = await openEncoder({
  model: 'e5-small-v2',
  modelsFolder,
  cacheFolder: 'data',
  threads: 2,
  threaded: false,
  allowDownload: false,
});
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

const tuned = await judgedGolden('golden/claims.jsonl', 'tuning', { encoder, generations: [article], words });
const golden: WeightedClaims = { ...tuned, weight: goldenWeight };
const sets: WeightedClaims[] = [];
for (const folder of folders) {
  const read = await judgedPairs(folder, { encoder, cache, words, onProgress: () => {} });
  say(`${read.name}: ${read.claims.length} pairs`);
  sets.push({ ...read, weight: setWeight });
}
const all = [...sets, golden];

const lines: string[] = [];
for (const set of all) {
  const others = all.filter((other) => other !== set);
  const leftOut = fitSigned(others.flatMap((other) => examplesOf(other, other.claims)));
  const unseen = separation(set.claims.map((claim) => ({ claim, weights: leftOut })));
  const folded = separation(crossValidated(set, others, folds));
  lines.push(
    `${set.name}: ${set.claims.length} claims; groups left out: AUROC ${folded.auroc.toFixed(3)}, best balanced accuracy ${folded.best.toFixed(3)}; set left out: AUROC ${unseen.auroc.toFixed(3)}`,
  );
}

const scored = crossValidated(golden, sets, folds);
const others = scored.filter(({ claim }) => !claim.supported).length;
const thresholds = Array.from({ length: 26 }, (_, i) => 0.3 + i / 50);

interface Passing {
  /** Golden claims told as supported at a threshold: those that are, and those that are not. */
  readonly rightly: number;
  readonly falsely: number;
  /** Those that are not and would be if the score alone decided. */
  readonly byScoreAlone: number;
}

function passingAt(threshold: number): Passing {
  const judged = scored.map(({ claim, weights }) => ({
    claim,
    ...verifyPassage(claim.parts, {
      vectors: words,
      model: { ...weights, threshold, encoderHash: encoder.identity.hash },
    }),
  }));
  return {
    rightly: judged.filter(({ claim, supported }) => supported && claim.supported).length,
    falsely: judged.filter(({ claim, supported }) => supported && !claim.supported).length,
    byScoreAlone: judged.filter(({ claim, score }) => score >= threshold && !claim.supported).length,
  };
}

// The checks let few pass at any threshold: the strictest that costs next to nothing keeps the score's say.
const passing = thresholds.map((value) => ({ value, ...passingAt(value) }));
const allowed = passing.filter(({ falsely }) => falsely <= falseSupport * others);
const most = Math.max(...allowed.map(({ rightly }) => rightly));
const chosen = allowed.findLast(({ rightly }) => rightly >= (1 - recallSpent) * most);
if (chosen === undefined) throw new Error('No threshold keeps false support low enough.');
const threshold = chosen.value;
lines.push(
  `at the threshold ${chosen.rightly} of ${scored.length - others} golden claims with support pass and ${chosen.falsely} of ${others} without, by the score alone ${chosen.byScoreAlone}`,
);

const model: SupportModel = {
  ...fitSigned(all.flatMap((set) => examplesOf(set, set.claims))),
  threshold,
  encoderHash: encoder.identity.hash,
};
for (const line of lines) say(line);
await writeFile(output, renderSupportModel(model, lines));
await rm(scratch, { recursive: true, force: true });
await encoder.close();
say(`wrote ${output}`);
