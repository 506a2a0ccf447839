import { z } from 'zod';
import type {
  Answer,
  AnswerSentence,
  Check,
  Citation,
  Disagreement,
  Ground,
  Lacking,
  Summary,
  Writing,
} from '../types.js';
import type { ShownRecord, ShownResult } from './seams/records.js';

const offset = z.number().int().nonnegative();
const marks = z.array(z.number().int());
const attribution = z.enum(['reported', 'author', 'conditional']).nullable();
const mode = z.enum(['extractive', 'written']);

const citation = z.object({
  n: z.number().int(),
  document: z.string(),
  title: z.string(),
  publisher: z.string().nullable(),
  date: z.string().nullable(),
  url: z.string().nullable(),
  paragraph: z.number().int(),
  start: offset,
  end: offset,
  quote: z.string(),
  highlight: z.union([z.tuple([]), z.tuple([offset, offset])]),
}) satisfies z.ZodType<Citation>;

// What was kept before November 2026 was all quoted, and nothing of it written.
const sentence = z.object({
  text: z.string(),
  citations: marks,
  attribution,
  standing: z.enum(['quoted', 'supported', 'partly']).default('quoted'),
  caution: z.string().nullable().default(null),
  unsaid: z.array(z.string()).default([]),
}) satisfies z.ZodType<AnswerSentence>;

const writing = z
  .object({
    model: z.string(),
    dropped: z.number().int().nonnegative(),
    fault: z.enum(['unavailable', 'slow', 'over-budget', 'declined', 'unsupported']).nullable(),
    usage: z.object({ inputTokens: z.number(), outputTokens: z.number() }).nullable(),
    translation: z
      .object({ language: z.string(), checked: z.array(z.string()) })
      .nullable()
      .default(null),
  })
  .nullable()
  .default(null) satisfies z.ZodType<Writing | null>;

const disagreement = z.object({
  citations: z.tuple([z.number().int(), z.number().int()], z.number().int()),
  about: z.string(),
  difference: z
    .object({ words: z.array(z.string()), documents: z.number().int() })
    .nullable()
    .default(null),
}) satisfies z.ZodType<Disagreement>;

// What was kept before December 2026 has the sentences alone, in English, and not what they are made of.
const lacking = z
  .object({
    words: z.array(z.string()),
    wanted: z.enum(['who', 'where', 'when', 'how-long', 'how-many', 'how-much', 'what-share']).nullable(),
  })
  .nullable()
  .default(null) satisfies z.ZodType<Lacking | null>;

const ground = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('otherwise'), text: z.string(), claim: z.string() }),
    z.object({ kind: z.literal('not-given'), claim: z.string() }),
    z.object({ kind: z.literal('unsaid'), words: z.array(z.string()) }),
    z.object({ kind: z.literal('not-happened'), text: z.string().nullable() }),
    z.object({ kind: z.enum(['reversed', 'reported', 'not-reported', 'supposed', 'conditional', 'too-long']) }),
    z.object({ kind: z.literal('later'), asOf: z.string() }),
  ])
  .nullable()
  .default(null) satisfies z.ZodType<Ground | null>;

const answer = z.object({
  question: z.string(),
  outcome: z.enum(['answered', 'declined']),
  mode,
  reason: z.enum(['no-evidence', 'after-document-date', 'unsupported', 'off-topic', 'busy']).nullable(),
  confidence: z.number(),
  sentences: z.array(sentence),
  citations: z.array(citation),
  // Answers of before November 2026 were kept without.
  disagreements: z.array(disagreement).default([]),
  missing: z.string().nullable(),
  suggestion: z.string().nullable(),
  lacking,
  nearest: z.array(
    citation.pick({ document: true, title: true, paragraph: true, start: true, end: true, quote: true }),
  ),
  asOf: z.string().nullable(),
  generation: z.string(),
  writing,
  timings: z.object({ embedMs: z.number(), retrieveMs: z.number(), answerMs: z.number(), totalMs: z.number() }),
}) satisfies z.ZodType<Answer>;

const check = z.object({
  claims: z.array(
    z.object({
      text: z.string(),
      verdict: z.enum(['supported', 'contradicted', 'not-covered']),
      score: z.number(),
      reason: z.string().nullable(),
      ground,
      citations: z.array(citation),
      explanation: z.array(sentence).default([]),
    }),
  ),
  asides: z.array(z.object({ text: z.string(), kind: z.enum(['question', 'opinion', 'instruction', 'small-talk']) })),
  omitted: z.number().int().default(0),
  asOf: z.string().nullable(),
  generation: z.string(),
  writing,
}) satisfies z.ZodType<Check>;

const summary = z.object({
  document: z.string(),
  title: z.string(),
  paragraphs: z.tuple([z.number().int(), z.number().int()]).nullable(),
  focus: z.string().nullable(),
  length: z.enum(['short', 'medium', 'long']),
  mode,
  points: z.array(sentence),
  citations: z.array(citation),
  coverage: z.object({ represented: marks, missing: marks, ratio: z.number() }),
  asOf: z.string().nullable(),
  generation: z.string(),
  writing,
}) satisfies z.ZodType<Summary>;

const shownResult = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('answer'), question: z.string(), answer }),
  z.object({ kind: z.literal('check'), question: z.string(), check }),
  z.object({ kind: z.literal('summary'), question: z.string(), summary }),
]) satisfies z.ZodType<ShownResult>;

/** A record's result, and what its messages showed before they were corrected. */
export type KeptResult = Pick<ShownRecord, 'result' | 'original'>;

const original = z.object({ original: shownResult });

export function writeKeptResult({ result, original: first }: KeptResult): string {
  return JSON.stringify(first === undefined ? result : { ...result, original: first });
}

/**
 * A result as it was kept. `null` when it lacks what this Parley needs to show it again: another version wrote it, and to
 * the person who presses its button it is as good as forgotten.
 */
export function readKeptResult(json: string): KeptResult | null {
  try {
    const kept: unknown = JSON.parse(json);
    const result = shownResult.parse(kept);
    // An original that cannot be read is only no longer recognised.
    const first = original.safeParse(kept);
    return first.success ? { result, original: first.data.original } : { result };
  } catch {
    return null;
  }
}
