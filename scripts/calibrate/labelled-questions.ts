import path from 'node:path';
import { z } from 'zod';
import { createChunkReader } from '#src/answering/chunk-reading.js';
import { evidenceFeatures } from '#src/answering/evidence.js';
import { type Findings, findEvidence } from '#src/ask.js';
import type { Encoder } from '#src/embedding/encoder.js';
import { readJsonLines } from '#src/evaluating/judged-set.js';
import type { WordVectors } from '#src/language/word-vectors.js';
import type { Generation } from '#src/types.js';
import type { WordReader } from '#src/word-reader.js';

/** A question whose answer is known, with what Parley found for it. */
export interface LabelledQuestion {
  readonly id: string;
  /** The text it is about: whole texts are left out together when the figures are measured. */
  readonly group: string;
  readonly text: string;
  readonly kind: string;
  readonly answerable: boolean;
  /** Numbers of the paragraphs that answer it; empty in sets that do not say. */
  readonly paragraphs: readonly number[];
  /** Any one of these lists must stand in the quotes completely. */
  readonly keyWords: readonly (readonly string[])[];
  readonly findings: Findings;
  /** Whether each chunk of the evidence answers it, in the order of `findings.evidence`. */
  readonly answers: readonly boolean[];
}

const goldenSchema = z.object({
  id: z.string(),
  question: z.string(),
  answerable: z.boolean(),
  kind: z.string(),
  paragraphs: z.array(z.number()).default([]),
  keyWords: z.array(z.string()).optional(),
  keyWordsAny: z.array(z.array(z.string())).optional(),
});

export interface LabellingParts {
  readonly encoder: Encoder;
  readonly words: WordVectors;
  readonly wordReader?: WordReader | undefined;
}

/** The same as an encoder finds it that reads no words in context. */
export function withoutContext(question: LabelledQuestion): LabelledQuestion {
  const { findings } = question;
  const evidence = findings.evidence.map((one) => ({
    ...one,
    features: one.features.subarray(0, evidenceFeatures.length),
  }));
  return { ...question, findings: { ...findings, evidence } };
}

export function holdsKeyWords(quoted: string, keyWords: readonly (readonly string[])[]): boolean {
  const text = quoted.toLowerCase();
  return keyWords.some((all) => all.every((word) => text.includes(word.toLowerCase())));
}

/** Questions of a golden file, asked of the one document of `generation`. */
export async function labelGolden(
  file: string,
  generation: Generation,
  { encoder, words, wordReader }: LabellingParts,
): Promise<readonly LabelledQuestion[]> {
  const readChunk = createChunkReader(words);
  const labelled: LabelledQuestion[] = [];
  for (const golden of await readJsonLines(file, goldenSchema)) {
    const keyWords = golden.keyWordsAny ?? (golden.keyWords === undefined ? [] : [golden.keyWords]);
    const findings = await findEvidence(golden.question, {
      encoder,
      words,
      wordReader,
      readChunk,
      generations: [generation],
    });
    const answers = findings.evidence.map(
      ({ passage, reading }) =>
        golden.paragraphs.includes(generation.paragraph(passage.paragraph).number) &&
        holdsKeyWords(reading.text, keyWords),
    );
    const { id, question: text, kind, answerable, paragraphs } = golden;
    labelled.push({
      id,
      group: path.basename(file, '.jsonl'),
      text,
      kind,
      answerable,
      paragraphs,
      keyWords,
      findings,
      answers,
    });
  }
  return labelled;
}

const answeredQuestionSchema = z.object({
  id: z.string(),
  text: z.string(),
  answerable: z.boolean(),
  context_id: z.string(),
  answers: z.array(z.string()).default([]),
});

/** Questions of an evaluation set whose `queries.jsonl` also gives the answering words and their document. */
export async function labelJudged(
  folder: string,
  generation: Generation,
  { encoder, words, wordReader }: LabellingParts,
  onProgress: (done: number, total: number) => void,
): Promise<readonly LabelledQuestion[]> {
  const readChunk = createChunkReader(words);
  const labelled: LabelledQuestion[] = [];
  const questions = await readJsonLines(path.join(folder, 'queries.jsonl'), answeredQuestionSchema);
  for (const { id, text, answerable, context_id: source, answers: words_ } of questions) {
    const findings = await findEvidence(text, { encoder, words, wordReader, readChunk, generations: [generation] });
    const answers = findings.evidence.map(({ passage, reading }) => {
      const document = generation.documents[generation.paragraph(passage.paragraph).document];
      return answerable && document?.id === source && words_.some((answer) => reading.text.includes(answer));
    });
    const [group = ''] = source.split('#');
    labelled.push({ id, group, text, kind: 'crowd', answerable, paragraphs: [], keyWords: [], findings, answers });
    onProgress(labelled.length, questions.length);
  }
  return labelled;
}
