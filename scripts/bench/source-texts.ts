import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { listCorpusFiles } from '#src/corpus/list-corpus-files.js';
import { parseDocument } from '#src/corpus/parse-document.js';
import { readDocument } from '#src/corpus/read-document.js';
import type { ParsedDocument } from '#src/types.js';

const projectFolder = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
export const corpusFolder = path.join(projectFolder, 'corpus');
const goldenFolder = path.join(projectFolder, 'golden');
const practiceFolder = path.join(goldenFolder, 'practice');

/** A question of the golden or practice sets, with the paragraphs that answer it. */
export interface JudgedQuestion {
  readonly question: string;
  readonly answerable: boolean;
  /** Id of the document it is about. */
  readonly document: string;
  readonly paragraphs: readonly number[];
}

async function documentsOf(folder: string): Promise<readonly ParsedDocument[]> {
  const documents: ParsedDocument[] = [];
  for (const file of await listCorpusFiles(folder)) documents.push(parseDocument(await readDocument(file)));
  return documents;
}

async function questionsOf(file: string, document: string): Promise<readonly JudgedQuestion[]> {
  const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => line.trim() !== '');
  return lines.map((line) => {
    const { question, answerable, paragraphs = [] } = JSON.parse(line) as Omit<JudgedQuestion, 'document'>;
    return { question, answerable, paragraphs, document };
  });
}

export interface SourceTexts {
  /** The article that ships, and the practice texts. */
  readonly article: readonly ParsedDocument[];
  readonly practice: readonly ParsedDocument[];
  /** Tuning questions about the article, no two equal. */
  readonly articleQuestions: readonly JudgedQuestion[];
  readonly practiceQuestions: readonly JudgedQuestion[];
}

/**
 * The article, the first practice texts that have questions, and these. The held-out questions stay out: only the README's figure
 * may use them.
 */
export async function readSourceTexts(practiceTexts: number): Promise<SourceTexts> {
  const article = await documentsOf(corpusFolder);
  const questionFiles = new Set(await readdir(practiceFolder));
  const practice = (await documentsOf(practiceFolder))
    .filter(({ document }) => questionFiles.has(`${document.id}.jsonl`))
    .slice(0, practiceTexts);
  const articleId = article[0]?.document.id ?? '';
  const articleQuestions = new Map<string, JudgedQuestion>();
  for (const judged of await questionsOf(path.join(goldenFolder, 'tuning.jsonl'), articleId)) {
    articleQuestions.set(judged.question, judged);
  }
  const practiceQuestions: JudgedQuestion[] = [];
  for (const { document } of practice) {
    practiceQuestions.push(...(await questionsOf(path.join(practiceFolder, `${document.id}.jsonl`), document.id)));
  }
  return { article, practice, articleQuestions: [...articleQuestions.values()], practiceQuestions };
}
