import { planBatches } from '#src/embedding/batch-plan.js';
import { loadTextModel, type TextModel } from '#src/embedding/text-model.js';
import { type BenchParts, indexingThreads } from './bench-parts.js';
import type { LimitRow } from './bench-row.js';
import type { BenchSizes } from './bench-sizes.js';
import { runIngest } from './ingest-run.js';
import { median } from './quantile.js';
import { stagesInWords } from './stage-clock.js';
import { writeSyntheticFiles } from './synthetic-files.js';
import { sourceSentences, syntheticParagraphs, takeParagraphs } from './synthetic-texts.js';

/** Batches of up to this many texts are tried for the bare encoder; texts of one length stand together in all of them. */
const batchSizesTried = [4, 8, 16, 32];
/** Which is faster depends on what else wants the cores. */
const waitingTried = ['spinning', 'sleeping'] as const;
const textsTried = 512;

/** Tokenises and encodes all texts, shortest first, in batches of one size; nothing else. Gives texts a second. */
async function bareTextsASecond(model: TextModel, texts: readonly string[], maximumTexts: number): Promise<number> {
  const startedAt = performance.now();
  const tokens = texts.map((text) => model.tokensOf(text));
  const lengths = tokens.map(({ length }) => length);
  for (const batch of planBatches(lengths, { maximumTexts, maximumTokens: Number.POSITIVE_INFINITY })) {
    await model.encode(batch.map((at) => tokens[at] ?? []));
  }
  return texts.length / ((performance.now() - startedAt) / 1000);
}

/** Indexing from scratch, files to live generation, against the bare encoder over the same texts. */
export async function measureIndexing(parts: BenchParts, sizes: BenchSizes): Promise<readonly LimitRow[]> {
  const { sources, description, say } = parts;
  const sentences = sourceSentences([...sources.article, ...sources.practice]);
  const paragraphs = takeParagraphs(syntheticParagraphs(sentences, 2), { sentences: sizes.indexedSentences });
  const texts = paragraphs.flat().map(({ text }) => description.prefixes.passage + text);
  const corpusFolder = await parts.newFolder('throughput');
  await writeSyntheticFiles(corpusFolder, paragraphs);

  const models = await Promise.all(waitingTried.map((waiting) => loadTextModel(description, indexingThreads, waiting)));
  const encoder = await parts.openIndexingEncoder();
  try {
    await encoder.embedMatrix(texts.slice(0, 64));
    let best: { readonly bare: TextModel; readonly size: number; readonly speed: number } | undefined;
    for (const [at, bare] of models.entries()) {
      await bareTextsASecond(bare, texts.slice(0, 64), 8);
      for (const size of batchSizesTried) {
        const speed = await bareTextsASecond(bare, texts.slice(0, textsTried), size);
        say(`bare encoder, threads ${waitingTried[at]}, ${size} texts a batch: ${speed.toFixed(0)} texts/s`);
        if (best === undefined || speed > best.speed) best = { bare, size, speed };
      }
    }
    if (best === undefined) throw new Error('No batch size was tried.');
    const { bare, size } = best;
    const bareSpeeds: number[] = [];
    const speeds: number[] = [];
    const ratios: number[] = [];
    let stages = '';
    let before = await bareTextsASecond(bare, texts, size);
    for (let round = 0; round < sizes.indexingRounds; round++) {
      const { report, seconds, stageSeconds } = await runIngest(encoder, corpusFolder, await parts.newFolder('data'));
      const after = await bareTextsASecond(bare, texts, size);
      const bareSpeed = (before + after) / 2;
      const speed = report.embedded / seconds;
      before = after;
      stages = stagesInWords(stageSeconds);
      bareSpeeds.push(bareSpeed);
      speeds.push(speed);
      ratios.push(speed / bareSpeed);
      say(`round ${round + 1}: ${speed.toFixed(0)} chunks/s (${stages}); bare ${bareSpeed.toFixed(0)} texts/s`);
    }
    return [
      {
        what: `indexing ${texts.length.toLocaleString('en')} sentences from files to a live generation, median of ${ratios.length}`,
        measured: `${median(speeds).toFixed(0)} chunks/s (${stages})`,
        limit: `bare encoder, ${size} texts a batch: ${median(bareSpeeds).toFixed(0)} texts/s`,
        figure: median(ratios),
        unit: '×',
        target: { bound: 'at least', value: 0.9 },
      },
    ];
  } finally {
    await encoder.close();
    for (const model of models) await model.dispose();
  }
}
