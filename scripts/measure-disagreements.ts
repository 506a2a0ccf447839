/**
 * Measures which contradictions between documents are found, and how often documents are falsely said to disagree:
 *
 *   npx tsx scripts/measure-disagreements.ts [--pairs FILE] [--show] [SQUAD]
 *
 * Of the pairs in golden/disagreements.jsonl (or FILE) both halves are counted; `--show` prints the errors of the tuning
 * half alone. Then all questions of golden/practice and about the article are asked of one collection of these texts, and,
 * where the folder of a set in BEIR layout is named, its questions of its documents: nothing in these is known to
 * disagree, and every mark is printed. `--pairs` leaves them out.
 */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { shippedModel } from '#src/answering/answerability.js';
import { createChunkReader } from '#src/answering/chunk-reading.js';
import { ask } from '#src/ask.js';
import { parseDocument } from '#src/corpus/parse-document.js';
import { embedWithCache } from '#src/embedding/embed-with-cache.js';
import { openVectorCache } from '#src/embedding/vector-cache.js';
import { readJsonLines, readJudgedSet } from '#src/evaluating/judged-set.js';
import { buildGeneration } from '#src/indexing/build-generation.js';
import { loadGeneration } from '#src/indexing/load-generation.js';
import { loadWordVectors } from '#src/language/word-vectors.js';
import { wordVectorsFile } from '#src/project-files.js';
import type { Answer, Citation, Generation } from '#src/types.js';
import { wordReaderOf } from '#src/word-reader.js';
import { openShippedEncoder } from '../test/support/shipped-encoder.js';

interface Source {
  readonly id: string;
  readonly title: string;
  readonly date: string | null;
  readonly text: string;
}

const sourceSchema = z.object({ title: z.string(), date: z.string(), text: z.string() });
const pairSchema = z.object({
  id: z.string(),
  split: z.enum(['tuning', 'held-out']),
  disagrees: z.boolean(),
  question: z.string(),
  sides: z.tuple([z.string(), z.string()]).optional(),
  documents: z.tuple([sourceSchema, sourceSchema]),
});
type Pair = z.infer<typeof pairSchema>;
const questionSchema = z.object({ question: z.string() });

const words = process.argv.slice(2);
const isShown = words.includes('--show');
const pairsAt = words.indexOf('--pairs');
const pairsFile = pairsAt < 0 ? 'golden/disagreements.jsonl' : (words[pairsAt + 1] ?? '');
const setFolder = words.find((word, at) => !word.startsWith('--') && at !== pairsAt + 1);
const say = (line: string): void => void process.stdout.write(`${line}\n`);

const scratch = await mkdtemp(path.join(os.tmpdir(), 'parley-disagreements-'));
const encoder = await openShippedEncoder('data', 2);
const cache = await openVectorCache({ folder: 'data/vectors', identity: encoder.identity });
const vectors = await loadWordVectors(wordVectorsFile);
const readChunk = createChunkReader(vectors);

async function collectionOf(sources: readonly Source[]): Promise<Generation> {
  const nothing = { publisher: null, author: null, licence: null, url: null };
  const documents = sources.map(({ id, title, date, text }) =>
    parseDocument({
      id,
      metadata: { title, titleIsDescriptive: false, date, ...nothing },
      text,
      source: { path: `${id}.txt`, bytes: text.length, modifiedMs: 0, sha256: '' },
    }),
  );
  const texts = documents.flatMap(({ chunks }) => chunks.map(({ text }) => text));
  const built = await buildGeneration({
    folder: await mkdtemp(path.join(scratch, 'collection-')),
    collection: 'measured',
    model: encoder.identity,
    documents,
    vectors: await embedWithCache(encoder, cache, texts),
    previous: null,
    now: Date.now,
  });
  return loadGeneration(built.folder, encoder.identity);
}

const parts = {
  encoder,
  wordReader: wordReaderOf(encoder),
  words: vectors,
  readChunk,
  model: shippedModel,
  clock: () => performance.now(),
};

function answerFrom(question: string, generation: Generation): Promise<Answer> {
  return ask(question, { ...parts, generations: [generation] });
}

function quotesBoth({ sides }: Pair, citations: readonly Citation[]): boolean {
  return (sides ?? []).every((side, at) =>
    citations.some(({ document, quote }) => document === `source-${at + 1}` && quote.includes(side)),
  );
}

function outcomeOf(pair: Pair, { outcome, citations, disagreements }: Answer): string {
  if (outcome === 'declined') return 'declined';
  if (!pair.disagrees) return disagreements.length > 0 ? 'falsely marked' : 'not marked';
  const isFound = disagreements.some(({ citations: marks }) =>
    quotesBoth(
      pair,
      citations.filter(({ n }) => marks.includes(n)),
    ),
  );
  if (isFound) return 'found';
  return quotesBoth(pair, citations) ? 'quoted side by side, unmarked' : 'missed';
}

async function measurePairs(): Promise<void> {
  const totals = new Map<string, number>();
  for (const pair of await readJsonLines(pairsFile, pairSchema)) {
    const sources = pair.documents.map((source, at) => ({ id: `source-${at + 1}`, ...source }));
    const answer = await answerFrom(pair.question, await collectionOf(sources));
    const outcome = outcomeOf(pair, answer);
    const key = `${pair.split.padEnd(10)}${pair.disagrees ? 'disagree' : 'agree   '}  ${outcome}`;
    totals.set(key, (totals.get(key) ?? 0) + 1);
    const isRight = outcome === (pair.disagrees ? 'found' : 'not marked') || outcome === 'declined';
    if (!isShown || pair.split !== 'tuning' || isRight) continue;
    say(`${pair.id} ${outcome}: ${pair.question}`);
    for (const { text } of pair.documents) say(`    ${JSON.stringify(text)}`);
  }
  for (const [key, count] of [...totals].toSorted(([a], [b]) => (a < b ? -1 : 1))) say(`${key}: ${count}`);
}

async function measureUnlabelled(
  name: string,
  sources: readonly Source[],
  questions: readonly string[],
): Promise<void> {
  const generation = await collectionOf(sources);
  let answered = 0;
  let marked = 0;
  for (const question of questions) {
    const { outcome, disagreements, citations } = await answerFrom(question, generation);
    if (outcome === 'answered') answered += 1;
    if (disagreements.length > 0) marked += 1;
    for (const { about, citations: marks } of disagreements) {
      say(`${question} ${about}`);
      for (const { n, document, quote } of citations) if (marks.includes(n)) say(`    ${document}: ${quote}`);
    }
  }
  say(`${name}: ${questions.length} questions, ${answered} answered, ${marked} of them marked`);
}

async function questionsIn(file: string): Promise<readonly string[]> {
  return (await readJsonLines(file, questionSchema)).map(({ question }) => question);
}

await measurePairs();
if (pairsAt < 0) {
  const names = (await readdir('golden/practice')).filter((name) => name.endsWith('.txt')).toSorted();
  const texts = ['corpus/syria-ceasefire-2016.txt', ...names.map((name) => `golden/practice/${name}`)];
  const asked = [
    'golden/tuning.jsonl',
    'golden/held-out.jsonl',
    ...texts.slice(1).map((text) => `${text.slice(0, -3)}jsonl`),
  ];
  const sources = await Promise.all(
    texts.map(async (file): Promise<Source> => {
      const id = path.basename(file, '.txt');
      return { id, title: id.replaceAll('-', ' '), date: null, text: await readFile(file, 'utf8') };
    }),
  );
  await measureUnlabelled(
    'practice texts and the article',
    sources,
    (await Promise.all(asked.map(questionsIn))).flat(),
  );
}
if (setFolder !== undefined) {
  const { documents, questions } = await readJudgedSet(setFolder);
  const sources = documents.map((document) => ({ ...document, date: null }));
  await measureUnlabelled(
    path.basename(setFolder),
    sources,
    questions.map(({ text }) => text),
  );
}
await encoder.close();
await rm(scratch, { recursive: true, force: true });
