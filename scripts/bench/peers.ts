import type { Encoder } from '#src/embedding/encoder.js';
import type { ParsedDocument } from '#src/types.js';
import type { BenchParts } from './bench-parts.js';
import type { PeerRow } from './bench-row.js';
import { type ByTool, compareSearch } from './compare-search.js';
import { createLangChainTool } from './langchain-tool.js';
import { millisecondsOf } from './milliseconds-of.js';
import { createOramaTool } from './orama-tool.js';
import { createParleyTool } from './parley-tool.js';
import { measureQuality, type SearchQuality } from './peer-quality.js';
import { median } from './quantile.js';
import { createRecordingEncoder } from './recording-encoder.js';
import { type SearchTool, type SourceText, splitTexts, type Unit } from './search-tool.js';
import { buildSourceGenerations, type SourceGenerations } from './source-generations.js';

/** LangChain's default, and one near the length of a paragraph; each peer gets the one that ranks better for it. */
const splitSizes = [
  { chunkSize: 1000, chunkOverlap: 200 },
  { chunkSize: 400, chunkOverlap: 50 },
] as const;
const indexingRounds = 2;

const createPeer = { langchain: createLangChainTool, orama: createOramaTool } as const;
type PeerName = keyof typeof createPeer;

const sourceTextsOf = (documents: readonly ParsedDocument[]): readonly SourceText[] =>
  documents.map(({ document }) => ({ id: document.id, text: document.text }));

interface Candidate {
  readonly size: (typeof splitSizes)[number];
  readonly units: readonly Unit[];
  readonly vectors: readonly number[][];
}

async function embedSplits(encoder: Encoder, texts: readonly SourceText[]): Promise<readonly Candidate[]> {
  const candidates: Candidate[] = [];
  for (const size of splitSizes) {
    const units = await splitTexts(texts, size);
    candidates.push({ size, units, vectors: await encoder.embedDocuments(units.map(({ text }) => text)) });
  }
  return candidates;
}

/** The split with which a peer ranks better, and how well. */
async function bestSplit(
  name: PeerName,
  encoder: Encoder,
  candidates: readonly Candidate[],
  judge: (tool: SearchTool) => Promise<SearchQuality>,
) {
  const judged = [];
  for (const { size, units, vectors } of candidates) {
    judged.push({ size, quality: await judge(await createPeer[name](encoder, units, vectors)) });
  }
  return judged.reduce((best, one) => (one.quality['nDCG@10'] > best.quality['nDCG@10'] ? one : best));
}

/** From texts to something that can be asked, in the same thread on the same encoder, in turns. */
async function compareIndexing(
  parts: BenchParts,
  texts: readonly SourceText[],
  sizes: Readonly<Record<PeerName, (typeof splitSizes)[number]>>,
): Promise<ByTool<number>> {
  const encoder = await parts.openIndexingEncoder();
  const seconds: ByTool<number[]> = { parley: [], langchain: [], orama: [] };
  try {
    await encoder.embedDocuments(texts.slice(0, 4).map(({ text }) => text.slice(0, 400)));
    for (let round = 0; round < indexingRounds; round++) {
      seconds.parley.push((await buildSourceGenerations(parts)).allSeconds);
      for (const name of ['langchain', 'orama'] as const) {
        seconds[name].push(
          (await millisecondsOf(async () => createPeer[name](encoder, await splitTexts(texts, sizes[name])))) / 1000,
        );
      }
    }
  } finally {
    await encoder.close();
  }
  return { parley: median(seconds.parley), langchain: median(seconds.langchain), orama: median(seconds.orama) };
}

/** Indexing, ranking and latency over the real texts. */
export async function comparePeers(
  parts: BenchParts,
  { article, all }: SourceGenerations,
  questionCount: number,
): Promise<readonly PeerRow[]> {
  const { sources, questionEncoder, say } = parts;
  const documents = [...sources.article, ...sources.practice];
  const texts = sourceTextsOf(documents);
  const byId = new Map(documents.map((parsed) => [parsed.document.id, parsed]));
  const everyQuestion = [...sources.articleQuestions, ...sources.practiceQuestions].filter(
    ({ answerable }) => answerable,
  );
  const step = Math.max(1, Math.floor(everyQuestion.length / questionCount));
  const judged = everyQuestion.filter((_, at) => at % step === 0);
  const judge = (tool: SearchTool): Promise<SearchQuality> => measureQuality(tool, judged, byId);

  const parley = await judge(createParleyTool(questionEncoder, all));
  const candidates = await embedSplits(questionEncoder, texts);
  const langchain = await bestSplit('langchain', questionEncoder, candidates, judge);
  const orama = await bestSplit('orama', questionEncoder, candidates, judge);
  for (const [name, { size }] of Object.entries({ langchain, orama }))
    say(`${name} ranks best with pieces of ${size.chunkSize}`);
  const quality = (figure: keyof SearchQuality): PeerRow => ({
    what: `right paragraph, ${figure}, ${judged.length} questions over ${texts.length} texts`,
    unit: '',
    better: 'higher',
    parley: parley[figure],
    langchain: langchain.quality[figure],
    orama: orama.quality[figure],
    whenBehind: 'the peer ranks these questions better',
  });

  const seconds = await compareIndexing(parts, texts, { langchain: langchain.size, orama: orama.size });
  const articleTexts = sourceTextsOf(sources.article);
  const encoder = createRecordingEncoder(questionEncoder);
  const tools: ByTool<SearchTool> = {
    parley: createParleyTool(encoder, article),
    langchain: await createLangChainTool(encoder, await splitTexts(articleTexts, langchain.size)),
    orama: await createOramaTool(encoder, await splitTexts(articleTexts, orama.size)),
  };
  const questions = sources.articleQuestions.slice(0, questionCount).map(({ question }) => question);
  const latency = await compareSearch(tools, encoder, questions, 'article');
  return [
    {
      what: `indexing ${texts.length} texts (${all.chunkCount} sentences), texts to searchable`,
      unit: 's',
      better: 'lower',
      ...seconds,
      whenBehind:
        'Parley embeds sentence by sentence (more passes, and a prefix with each) and syncs a whole generation to disk; the peers embed longer pieces and keep them in memory only',
    },
    quality('nDCG@10'),
    quality('hit@1'),
    ...latency,
  ];
}
