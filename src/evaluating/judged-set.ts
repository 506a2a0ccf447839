import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { ParleyError } from '../errors.js';

/** A question of an evaluation set. `answerable` is set in sets that measure abstention. */
export interface JudgedQuestion {
  readonly id: string;
  readonly text: string;
  readonly answerable?: boolean | undefined;
}

export interface JudgedDocument {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

/** An evaluation set in BEIR layout. */
export interface JudgedSet {
  readonly documents: readonly JudgedDocument[];
  readonly questions: readonly JudgedQuestion[];
  /** Question id → document id → relevance, above 0. */
  readonly judgements: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

const identifier = z.union([z.string().min(1), z.number()]).transform(String);
const documentSchema = z.object({ id: identifier, title: z.string().nullish(), text: z.string() });
const questionSchema = z.object({ id: identifier, text: z.string(), answerable: z.boolean().optional() });

const folderNeeded = 'An evaluation folder has corpus.jsonl, queries.jsonl and qrels.tsv; name such a folder.';

async function linesOf(file: string, whereItBelongs: string): Promise<readonly string[]> {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new ParleyError(`${file} cannot be read.`, whereItBelongs, { cause });
  });
  return text.split(/\r?\n/);
}

/**
 * Every line of a JSONL file, checked; blank lines are passed over.
 * @param whereItBelongs What helps when the file cannot be read, a full sentence.
 */
export async function readJsonLines<T>(
  file: string,
  schema: z.ZodType<T>,
  whereItBelongs: string = folderNeeded,
): Promise<readonly T[]> {
  const rows: T[] = [];
  for (const [index, line] of (await linesOf(file, whereItBelongs)).entries()) {
    if (line.trim() === '') continue;
    const place = `${file}, line ${index + 1}`;
    let value: unknown;
    try {
      value = JSON.parse(line);
    } catch (cause) {
      throw new ParleyError(`${place} is not JSON.`, 'Write one JSON object a line.', { cause });
    }
    const row = schema.safeParse(value);
    if (!row.success) {
      const faults = row.error.issues
        .map((issue) => `${issue.path.join('.') || 'the value'}: ${issue.message}`)
        .join('; ');
      throw new ParleyError(`${place} is not as expected (${faults}).`, 'Mend the line and run the command again.');
    }
    rows.push(row.data);
  }
  return rows;
}

async function readJudgements(file: string): Promise<Map<string, Map<string, number>>> {
  const judgements = new Map<string, Map<string, number>>();
  for (const [index, line] of (await linesOf(file, folderNeeded)).entries()) {
    const fields = line.trim().split('\t');
    // BEIR's own files start with a line of column names.
    if (line.trim() === '' || (index === 0 && fields.length > 2 && Number.isNaN(Number(fields[2])))) continue;
    const [question, document, relevance] = fields;
    if (
      question === undefined ||
      document === undefined ||
      relevance === undefined ||
      Number.isNaN(Number(relevance))
    ) {
      throw new ParleyError(
        `${file}, line ${index + 1} is not "question, document, relevance" with tabs between.`,
        'Mend the line and run the command again.',
      );
    }
    if (Number(relevance) <= 0) continue;
    const documents = judgements.get(question) ?? new Map<string, number>();
    documents.set(document, Number(relevance));
    judgements.set(question, documents);
  }
  return judgements;
}

/** Reads `corpus.jsonl`, `queries.jsonl` and `qrels.tsv` of a folder. @throws ParleyError naming file and line */
export async function readJudgedSet(folder: string): Promise<JudgedSet> {
  const documents = await readJsonLines(path.join(folder, 'corpus.jsonl'), documentSchema);
  return {
    documents: documents.map(({ id, title, text }) => ({ id, title: title ?? '', text })),
    questions: await readJsonLines(path.join(folder, 'queries.jsonl'), questionSchema),
    judgements: await readJudgements(path.join(folder, 'qrels.tsv')),
  };
}
