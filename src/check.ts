import { asksAfter, latestDate, latestDateOf } from './answering/date-guard.js';
import { chunkStatement, statementsBefore } from './chunk-statements.js';
import type { Encoder } from './embedding/encoder.js';
import { readQuestion } from './language/question.js';
import type { WordVectors } from './language/word-vectors.js';
import { dotProduct } from './retrieval/background.js';
import { retrieve } from './retrieval/retrieve.js';
import type { Check, CheckedClaim, Generation, Ground, ParagraphKind, Passage } from './types.js';
import { type CandidateRow, citationsOf } from './verifying/citations.js';
import { type Claim, readMessage } from './verifying/claims.js';
import { because } from './verifying/reasons.js';
import { readStatement, type Statement } from './verifying/statement.js';
import { shippedSupportModel } from './verifying/support-model.js';
import { verify } from './verifying/verifier.js';

export interface CheckParts {
  readonly encoder: Pick<Encoder, 'embedQuery'>;
  /** The collections that whoever asks may see. At least one. */
  readonly generations: readonly Generation[];
  readonly words: WordVectors;
}

const passagesRead = 8;
/** Nobody's single claim is longer, and the work of comparing one stays bounded. A part of it must not pass for the whole. */
const longestClaim = 800;
const evidenceKinds: ReadonlySet<ParagraphKind> = new Set(['body', 'caption']);

function rowsOf({ generation, paragraph }: Passage, vector: Float32Array, words: WordVectors): readonly CandidateRow[] {
  const { firstChunk, endChunk, document } = generation.paragraph(paragraph);
  const metadata = generation.documents[document]?.metadata;
  const title = metadata === undefined ? undefined : readStatement(metadata.title, words);
  return Array.from({ length: endChunk - firstChunk }, (_, i): CandidateRow => {
    const chunk = firstChunk + i;
    return {
      generation,
      chunk,
      statement: chunkStatement(generation, chunk, words),
      before: statementsBefore(generation, chunk, words),
      documentDate: metadata?.date ?? null,
      title,
      similarity: dotProduct(vector, generation.vector(chunk)),
    };
  });
}

/** The sentences that a claim is held against: those of the passages nearest to it. */
export async function findCandidates(
  { statement }: Pick<Claim, 'statement'>,
  { encoder, generations, words }: CheckParts,
): Promise<{ readonly statement: Statement; readonly candidates: readonly CandidateRow[] }> {
  const vector = Float32Array.from(await encoder.embedQuery(statement));
  const { terms } = readQuestion(statement);
  const passages = retrieve({ terms, vector, generations, kinds: evidenceKinds, limit: passagesRead });
  return {
    statement: readStatement(statement, words),
    candidates: passages.flatMap((passage) => rowsOf(passage, vector, words)),
  };
}

/** Why a claim about a later day is not covered; `undefined` when it names none. */
function laterThan(asOf: string | null, claim: Claim): Ground | undefined {
  if (asOf === null || !asksAfter(readQuestion(claim.statement), asOf)) return undefined;
  return { kind: 'later', asOf };
}

const tooLong: Ground = { kind: 'too-long' };

/** A claim that was checked, and what was found for it. */
export interface ClaimFindings {
  readonly checked: CheckedClaim;
  /** Without "I think" and the like; `null` where the verdict does not come of comparing it with sentences. */
  readonly statement: Statement | null;
  /** The sentences that decide, or are nearest; each with how many before it are cited too. */
  readonly rows: readonly { readonly row: CandidateRow; readonly before: number }[];
}

async function checkClaim(
  claim: Claim,
  parts: CheckParts,
  asOf: string | null,
  firstMark: number,
): Promise<ClaimFindings> {
  const isWhole = claim.statement.length <= longestClaim;
  const { statement, candidates } = await findCandidates(
    isWhole ? claim : { statement: claim.statement.slice(0, longestClaim).toWellFormed() },
    parts,
  );
  const verified = verify(statement, candidates, { vectors: parts.words, model: shippedSupportModel });
  const citations = citationsOf(verified.decisive, candidates, firstMark);
  const rows = verified.decisive.flatMap(({ candidate, before }) => {
    const row = candidates[candidate];
    return row === undefined ? [] : [{ row, before }];
  });
  const { text } = claim;
  if (!isWhole) {
    const checked: CheckedClaim = {
      text,
      verdict: 'not-covered',
      score: 0,
      ...because(tooLong),
      citations,
      explanation: [],
    };
    return { checked, statement: null, rows };
  }
  const { verdict, score, ground } = verified;
  const late = verdict === 'not-covered' ? laterThan(asOf, claim) : undefined;
  const checked = { text, verdict, score, ...because(late ?? ground), citations, explanation: [] };
  return { checked, statement: late === undefined ? statement : null, rows };
}

/** As `check`, with what was found for each claim: for whoever goes on with it. */
export async function checkWithFindings(
  text: string,
  parts: CheckParts,
): Promise<{ readonly check: Check; readonly findings: readonly ClaimFindings[] }> {
  const { claims, asides, omitted } = readMessage(text);
  const asOf = latestDate(parts.generations.map(latestDateOf));
  const findings: ClaimFindings[] = [];
  let mark = 1;
  for (const claim of claims) {
    const one = await checkClaim(claim, parts, asOf, mark);
    mark += one.checked.citations.length;
    findings.push(one);
  }
  const checked: Check = {
    claims: findings.map((one) => one.checked),
    asides,
    omitted,
    asOf,
    generation: parts.generations.map(({ id }) => id).join('+'),
    writing: null,
  };
  return { check: checked, findings };
}

/**
 * Holds every claim of what somebody said against the documents: split, embed, retrieve, verify.
 *
 * `text` may be anything; of a longer one the first 4,000 characters and ten claims count. Quotes are slices of their
 * documents. @throws EncoderError when the encoder does not answer: an outage is never a verdict.
 */
export async function check(text: string, parts: CheckParts): Promise<Check> {
  return (await checkWithFindings(text, parts)).check;
}
