import { cp, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { startLoopback } from '../../test/support/discord/loopback.js';
import { acknowledgementRow } from './acknowledgements.js';
import type { BenchParts } from './bench-parts.js';
import type { LimitRow } from './bench-row.js';
import type { BenchSizes } from './bench-sizes.js';
import { measureAcknowledgements } from './reindex-in-discord.js';
import { measurePublications, type Publications } from './reindex-publications.js';
import { stagesInWords } from './stage-clock.js';
import { paragraphsAFile } from './synthetic-files.js';
import { sourceSentences, syntheticParagraphs, takeParagraphs } from './synthetic-texts.js';

const article = 'syria-ceasefire-2016';
/** A publication takes longer than an answer. */
const patienceMs = 300_000;

function publicationRows({ full, added, planHoldMs }: Publications) {
  const chunks = full.report.change.chunks.total;
  const size = `one document more in ${chunks.toLocaleString('en')} chunks`;
  const own = added.map(({ report }) => report.change.chunks.added);
  const embedded = added.map(({ report }) => report.embedded);
  const bySeconds = added.toSorted((one, other) => one.seconds - other.seconds);
  const { seconds, stageSeconds } = bySeconds[Math.floor(added.length / 2)] ?? full;
  const rows: readonly LimitRow[] = [
    {
      what: `${size}: texts embedded beyond its own chunks`,
      measured: `${embedded.join(', ')} embedded in ${added.length} publications`,
      limit: `${own.join(', ')} chunks of the new documents`,
      figure: embedded.reduce((sum, count, at) => sum + Math.abs(count - (own[at] ?? 0)), 0),
      unit: '',
      target: { bound: 'at most', value: 0 },
    },
    {
      what: `${size}: publication, median of ${added.length}`,
      measured: `${seconds.toFixed(2)} s (${stagesInWords(stageSeconds)})`,
      limit: `full build ${full.seconds.toFixed(1)} s (${stagesInWords(full.stageSeconds)})`,
      figure: (100 * seconds) / full.seconds,
      unit: '%',
      target: { bound: 'at most', value: 5 },
    },
    {
      what: `planning and screening ${full.report.change.chunks.added.toLocaleString('en')} new chunks: longest hold of the event loop`,
      measured: `${planHoldMs.toFixed(1)} ms`,
      limit: '50 ms',
      figure: planHoldMs,
      unit: 'ms',
      target: { bound: 'at most', value: 50 },
    },
  ];
  return rows;
}

/** What it costs a server to add one document to many, and whether its members notice. */
export async function measureReindex(
  parts: BenchParts,
  sizes: BenchSizes,
  questions: readonly string[],
): Promise<readonly LimitRow[]> {
  const { sources, newFolder, say } = parts;
  const folder = await newFolder('reindex');
  const corpus = path.join(folder, 'corpus');
  await mkdir(corpus);
  for (const file of [`${article}.txt`, `${article}.meta.yaml`])
    await cp(path.join('corpus', file), path.join(corpus, file));
  const discord = await startLoopback({ rateLimits: 'real', patienceMs });
  try {
    const publications = await measurePublications(parts, sizes, discord.home.id, folder);
    const more = syntheticParagraphs(sourceSentences([...sources.article, ...sources.practice]), 8);
    const paragraphs = takeParagraphs(more, { paragraphs: paragraphsAFile });
    const { idle, loaded, seconds } = await measureAcknowledgements(discord, folder, questions, paragraphs);
    const chunks = publications.full.report.change.chunks.total.toLocaleString('en');
    const during = `while a moderator adds a document to ${chunks} chunks and publishes it in Discord (${seconds.toFixed(1)} s)`;
    const rows = [
      ...publicationRows(publications),
      acknowledgementRow('before', idle),
      acknowledgementRow(during, loaded),
    ];
    for (const { what, measured } of rows) say(`${what}: ${measured}`);
    return rows;
  } finally {
    await discord.stop();
  }
}
