import { type BenchParts, indexingThreads, openBenchParts, questionThreads } from './bench-parts.js';
import type { BenchTable } from './bench-row.js';
import type { BenchSizes } from './bench-sizes.js';
import { measureBotLatency } from './bot-latency.js';
import { measureIndexing } from './indexing-throughput.js';
import { buildLargeCollection } from './large-collection.js';
import { measureOneChange } from './one-change.js';
import { comparePeers } from './peers.js';
import { comparePeersAtScale } from './peers-at-scale.js';
import { measureQuestionsUnderLoad } from './questions-under-load.js';
import { measureReindex } from './reindex.js';
import { buildSourceGenerations } from './source-generations.js';
import { measureVectorSearch } from './vector-search.js';
import { measureWarmAnswer } from './warm-answer.js';

export const tableNames = ['answer', 'large', 'indexing', 'change', 'load', 'bot', 'reindex', 'peers'] as const;
export type TableName = (typeof tableNames)[number];

function questionsOf({ sources }: BenchParts, count: number) {
  const texts = (list: typeof sources.articleQuestions): string[] => list.map(({ question }) => question);
  const article = texts(sources.articleQuestions);
  return { article: article.slice(0, count), warmUp: article.slice(-20), practice: texts(sources.practiceQuestions) };
}

async function measureTables(
  parts: BenchParts,
  sizes: BenchSizes,
  wanted: ReadonlySet<TableName>,
  onTable: (table: BenchTable) => void,
): Promise<void> {
  const asked = questionsOf(parts, sizes.questions);
  // Every k-th, so that all texts are asked about.
  const stride = Math.max(1, Math.floor(asked.practice.length / sizes.questions));
  const mixed = asked.practice.filter((_, at) => at % stride === 0).slice(0, sizes.questions);
  const generations = await buildSourceGenerations(parts);
  const large =
    wanted.has('large') || wanted.has('peers') ? await buildLargeCollection(parts, sizes.largeChunks) : undefined;

  if (wanted.has('answer')) {
    const size = `the article (${generations.article.chunkCount} chunks)`;
    onTable({
      title: 'A warm answer at the size of the article',
      method: `A question once through \`ask\` (question encoder in its thread, ${questionThreads} threads a pass), in blocks of ten, each block between two of bare forward passes of the same questions (tokenise and run, ${questionThreads} threads, in the calling thread), with rests of 200 ms so that the threads of one model are asleep when the other works; the ratio is that of one question's answer to the mean of its two passes. Golden tuning questions, each asked once.`,
      limits: await measureWarmAnswer(parts, generations.article, asked.article, asked.warmUp, size, {
        p50: 1.5,
        p95: 2.5,
      }),
      peers: [],
    });
  }
  if (wanted.has('large') && large !== undefined) {
    const size = `${large.generation.chunkCount.toLocaleString('en')} chunks`;
    onTable({
      title: 'A warm answer, and a vector search, over a large collection',
      method:
        'As above. The collection is made up: sentences of the corpus and of the practice texts with names and figures swapped (seeded), their vectors the real ones of those sentences mixed with parts of others. Nobody embedded these texts; the questions are real (practice questions, each asked once) and embedded by the real encoder.',
      limits: [
        ...(await measureWarmAnswer(parts, large.generation, mixed, asked.warmUp, size, { p50: 3, p95: 5 })),
        ...(await measureVectorSearch(parts, large, mixed.slice(0, 300))),
      ],
      peers: [],
    });
  }
  if (wanted.has('indexing')) {
    onTable({
      title: 'Indexing from scratch',
      method: `Files with made-up paragraphs of real length, read, cut, embedded on ${indexingThreads} threads, built and published, an empty cache each time; before and after each, the bare encoder (tokenise and run, sorted by length, ${indexingThreads} threads) over the same texts at the best of four batch sizes and two ways in which its threads wait for each other.`,
      limits: await measureIndexing(parts, sizes),
      peers: [],
    });
  }
  if (wanted.has('change')) {
    onTable({
      title: 'Changing one paragraph',
      method:
        'A collection is built from scratch with a real encoder (nothing extrapolated); then one paragraph after another is replaced in its file and the folder indexed again. The second layout holds the same paragraphs in one document.',
      limits: await measureOneChange(parts, sizes),
      peers: [],
    });
  }
  if (wanted.has('load')) {
    onTable({
      title: 'Questions while a collection is being indexed',
      method: `Indexing runs as in production (src/ingesting/ingest-thread.ts, ${indexingThreads} threads a pass) on the same machine; a question is asked 40 ms after the last answer. Hold: the longest delay of the main thread's event loop, in which answers are put together and the new generation is loaded.`,
      limits: await measureQuestionsUnderLoad(parts, sizes, generations.article, asked.article),
      peers: [],
    });
  }
  if (wanted.has('bot')) {
    onTable({
      title: 'The bot in Discord',
      method:
        '`node bin/parley.js start` in a process of its own, with the article, against a Discord on the loopback interface (test/support/discord/) in the process that measures: real HTTP, real gateway frames, the rate limits of Discord; what that Discord needs for itself is counted in. Acknowledgements: one `/ask` 40 ms after the last answer. Answers: twenty members ask with `/ask`, each again as soon as the last answer is complete.',
      limits: await measureBotLatency(parts, sizes, asked.article),
      peers: [],
    });
  }
  if (wanted.has('reindex')) {
    onTable({
      title: 'Adding one document to a server',
      method:
        "Documents of a server's own are staged and published as a moderator does it: first all of them, then one more, three times; the time is that from *Publish* to the moment when the new generation answers (src/collections.ts: a thread with an encoder of its own, the plan made once more, embedding, build, swap). Then the same in Discord, with `node bin/parley.js start` in a process of its own as in the table above, while a member asks 40 ms after the last answer.",
      limits: await measureReindex(parts, sizes, asked.article),
      peers: [],
    });
  }
  if (wanted.has('peers') && large !== undefined) {
    onTable({
      title: 'Peers',
      method:
        "LangChain: RecursiveCharacterTextSplitter and MemoryVectorStore. Orama 3: the same pieces, hybrid search (stemmed, stop words out, text .2 and vectors .8, which ranks these questions better than its half and half; its own cut of similarities). Same texts, same encoder with the same prefixes and unit vectors. Each peer gets, of two sizes of pieces (1,000 characters overlapping by 200, LangChain's default, and 400 by 50), the one with which it ranks better. A piece counts as every paragraph of which it holds half, or which holds half of it. Parley is measured by its retrieval, without the answer; only answerable questions are ranked. Memory was not measured.",
      limits: [],
      peers: [
        ...(await comparePeers(parts, generations, sizes.questions)),
        ...(await comparePeersAtScale(parts, large, mixed)),
      ],
    });
  }
}

/** Runs the measurements that are wanted and hands over each table when it is complete. */
export async function runBench(
  sizes: BenchSizes,
  wanted: ReadonlySet<TableName>,
  say: (line: string) => void,
  onTable: (table: BenchTable) => void,
): Promise<void> {
  const parts = await openBenchParts(sizes, say);
  try {
    await measureTables(parts, sizes, wanted, onTable);
  } finally {
    await parts.close();
  }
}
