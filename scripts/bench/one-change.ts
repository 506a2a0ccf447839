import { writeFile } from 'node:fs/promises';
import { parseDocument } from '#src/corpus/parse-document.js';
import type { Encoder } from '#src/embedding/encoder.js';
import type { BenchParts } from './bench-parts.js';
import type { LimitRow } from './bench-row.js';
import type { BenchSizes } from './bench-sizes.js';
import { type IngestRun, runIngest } from './ingest-run.js';
import { median } from './quantile.js';
import { stagesInWords } from './stage-clock.js';
import { fileOf, paragraphsAFile, textOf, writeSyntheticFiles } from './synthetic-files.js';
import { type SyntheticParagraph, sourceSentences, syntheticParagraphs, takeParagraphs } from './synthetic-texts.js';

const changes = 3;

function chunksOf(paragraph: SyntheticParagraph): number {
  const text = textOf([paragraph]);
  const source = { path: 'paragraph.txt', bytes: text.length, modifiedMs: 0, sha256: '' };
  const unknown = { publisher: null, author: null, date: null, licence: null, url: null };
  const metadata = { title: '', titleIsDescriptive: true, ...unknown };
  return parseDocument({ id: 'paragraph', metadata, text, source }).chunks.length;
}

/** Replaces one paragraph after another, indexing after each; the files hold `paragraphsEach` paragraphs. */
async function changeParagraphs(
  encoder: Encoder,
  folders: { readonly corpus: string; readonly data: string },
  paragraphs: readonly SyntheticParagraph[],
  fresh: Iterator<SyntheticParagraph, never>,
  paragraphsEach: number,
): Promise<{ runs: IngestRun[]; unexpected: number }> {
  const current = [...paragraphs];
  const runs: IngestRun[] = [];
  let unexpected = 0;
  for (let change = 0; change < changes; change++) {
    const place = Math.floor(((change + 0.5) / changes) * current.length);
    const replacement = fresh.next().value;
    current[place] = replacement;
    const file = Math.floor(place / paragraphsEach);
    await writeFile(
      fileOf(folders.corpus, file),
      textOf(current.slice(file * paragraphsEach, (file + 1) * paragraphsEach)),
    );
    const run = await runIngest(encoder, folders.corpus, folders.data);
    unexpected += Math.abs(run.report.embedded - chunksOf(replacement));
    runs.push(run);
  }
  return { runs, unexpected };
}

/** One paragraph of many changes: what is embedded, and how long it takes against building everything. */
export async function measureOneChange(parts: BenchParts, sizes: BenchSizes): Promise<readonly LimitRow[]> {
  const { sources, say } = parts;
  const sentences = sourceSentences([...sources.article, ...sources.practice]);
  const fresh = syntheticParagraphs(sentences, 3);
  const paragraphs = takeParagraphs(fresh, { paragraphs: sizes.changedParagraphs });
  const data = await parts.newFolder('data');
  const encoder = await parts.openIndexingEncoder();
  try {
    const rows: LimitRow[] = [];
    let full: IngestRun | undefined;
    // The second layout goes into the same data folder: its vectors are known, and only the rest is built anew.
    for (const paragraphsEach of [paragraphsAFile, paragraphs.length]) {
      const corpus = await parts.newFolder('many');
      await writeSyntheticFiles(corpus, paragraphs, paragraphsEach);
      const build = await runIngest(encoder, corpus, data);
      full ??= build;
      const documents = Math.ceil(paragraphs.length / paragraphsEach);
      say(`${documents} documents built in ${build.seconds.toFixed(1)} s (${stagesInWords(build.stageSeconds)})`);
      const folders = { corpus, data };
      const { runs, unexpected } = await changeParagraphs(encoder, folders, paragraphs, fresh, paragraphsEach);
      for (const run of runs) say(`changed one: ${run.seconds.toFixed(2)} s (${stagesInWords(run.stageSeconds)})`);
      const seconds = median(runs.map((run) => run.seconds));
      const size = `one paragraph of ${paragraphs.length.toLocaleString('en')} in ${documents === 1 ? 'one document' : `${documents} documents`}`;
      rows.push(
        {
          what: `${size}: texts embedded beyond its own chunks`,
          measured: `${runs.map((run) => run.report.embedded).join(', ')} embedded in ${changes} changes`,
          limit: 'the chunks of the new paragraph',
          figure: unexpected,
          unit: '',
          target: { bound: 'at most', value: 0 },
        },
        {
          what: `${size}: time, median of ${changes}`,
          measured: `${seconds.toFixed(2)} s (${stagesInWords(runs[0]?.stageSeconds ?? {})})`,
          limit: `full build ${full.seconds.toFixed(1)} s (${stagesInWords(full.stageSeconds)})`,
          figure: (100 * seconds) / full.seconds,
          unit: '%',
          target: { bound: 'at most', value: 3 },
        },
      );
    }
    return rows;
  } finally {
    await encoder.close();
  }
}
