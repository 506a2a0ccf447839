import path from 'node:path';
import { openGenerationStore } from '#src/indexing/generation-store.js';
import { ingestInThread } from '#src/ingesting/ingest-thread.js';
import type { Generation } from '#src/types.js';
import { type BenchParts, encoderChoice, indexingThreads } from './bench-parts.js';
import type { LimitRow } from './bench-row.js';
import type { BenchSizes } from './bench-sizes.js';
import { quantile } from './quantile.js';
import { writeSyntheticFiles } from './synthetic-files.js';
import { sourceSentences, syntheticParagraphs, takeParagraphs } from './synthetic-texts.js';
import { watchHolds } from './watch-holds.js';

const threadCounts = [1, 2];
/** A busy channel: somebody asks again this long after an answer. */
const pauseMs = 40;

interface Latencies {
  readonly idle: readonly number[];
  readonly loaded: readonly number[];
  readonly longestHoldMs: number;
  readonly chunks: number;
  readonly indexingSeconds: number;
}

async function askUntil(
  ask: (question: string) => Promise<unknown>,
  questions: readonly string[],
  isOver: (asked: number) => boolean,
): Promise<number[]> {
  const latencies: number[] = [];
  while (!isOver(latencies.length)) {
    const startedAt = performance.now();
    await ask(questions[latencies.length % questions.length] ?? '');
    latencies.push(performance.now() - startedAt);
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
  return latencies;
}

/** Asks alone, then while another thread indexes the corpus folder; what was indexed is loaded at the end, too. */
async function measureWith(
  parts: BenchParts,
  threads: number,
  generation: Generation,
  questions: readonly string[],
  corpusFolder: string,
): Promise<Latencies> {
  const encoder = await parts.openQuestionEncoder(threads);
  try {
    const ask = parts.createAsk([generation], encoder);
    await askUntil(ask, questions, (asked) => asked >= 10);
    const idle = await askUntil(ask, questions, (asked) => asked >= Math.min(100, questions.length));
    const data = await parts.newFolder('data');
    const collectionFolder = path.join(data, 'collection');
    let indexed = false;
    const holds = watchHolds();
    const startedAt = performance.now();
    const indexing = ingestInThread(
      {
        aim: 'publish',
        collection: 'bench',
        source: { kind: 'folder', folder: corpusFolder },
        collectionFolder,
        vectorsFolder: path.join(data, 'vectors'),
        encoder: encoderChoice(indexingThreads, data),
        owner: 'the benchmark',
        confirmed: null,
        model: null,
        screens: false,
      },
      { onProgress: () => undefined, onWarning: parts.say },
    ).then(async (report) => {
      if (report === 'changed') throw new Error('Nobody confirmed a plan.');
      const indexingSeconds = (performance.now() - startedAt) / 1000;
      await openGenerationStore({ folder: collectionFolder, onWarning: parts.say }).loadLive();
      return { chunks: report.change.chunks.total, indexingSeconds };
    });
    const [loaded, report] = await Promise.all([
      askUntil(ask, questions, () => indexed),
      indexing.finally(() => {
        indexed = true;
      }),
    ]);
    return { idle, loaded, ...report, longestHoldMs: holds.stop() };
  } finally {
    await encoder.close();
  }
}

function pair(values: readonly number[]): string {
  return `p50 ${quantile(values, 0.5).toFixed(1)} ms, p99 ${quantile(values, 0.99).toFixed(1)} ms`;
}

/** Latency of questions and the longest hold of the event loop while another thread indexes. */
export async function measureQuestionsUnderLoad(
  parts: BenchParts,
  sizes: BenchSizes,
  generation: Generation,
  questions: readonly string[],
): Promise<readonly LimitRow[]> {
  const { sources, say } = parts;
  const sentences = sourceSentences([...sources.article, ...sources.practice]);
  const corpusFolder = await parts.newFolder('load');
  await writeSyntheticFiles(
    corpusFolder,
    takeParagraphs(syntheticParagraphs(sentences, 4), { sentences: sizes.chunksUnderLoad }),
  );
  const rows: LimitRow[] = [];
  for (const threads of threadCounts.filter((count) => count <= indexingThreads)) {
    const found = await measureWith(parts, threads, generation, questions, corpusFolder);
    const { idle, loaded, longestHoldMs, chunks, indexingSeconds } = found;
    const during = `while ${chunks.toLocaleString('en')} chunks are indexed, questions on ${threads} thread${threads === 1 ? '' : 's'}`;
    say(
      `${during}: ${pair(loaded)}; alone ${pair(idle)}; hold ${longestHoldMs.toFixed(1)} ms; ${indexingSeconds.toFixed(0)} s`,
    );
    rows.push(
      {
        what: `${during}: p99`,
        measured: `${pair(loaded)} (${loaded.length} questions in ${indexingSeconds.toFixed(0)} s)`,
        limit: `without indexing: ${pair(idle)}`,
        figure: quantile(loaded, 0.99),
        unit: 'ms',
        target: { bound: 'at most', value: 250 },
      },
      {
        what: `${during}: longest hold of the event loop`,
        measured: `${longestHoldMs.toFixed(1)} ms, loading the new generation included`,
        limit: '50 ms',
        figure: longestHoldMs,
        unit: 'ms',
        target: { bound: 'at most', value: 50 },
      },
    );
  }
  return rows;
}
