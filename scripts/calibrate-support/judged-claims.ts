import path from 'node:path';
import { z } from 'zod';
import { type CheckParts, findCandidates } from '#src/check.js';
import { readJsonLines } from '#src/evaluating/judged-set.js';
import { type PassageSupportParts, readPairs } from '#src/evaluating/passage-support.js';
import { readSupportPairs } from '#src/evaluating/support-pairs.js';
import { readMessage } from '#src/verifying/claims.js';
import type { SupportModel } from '#src/verifying/support-score.js';
import {
  type ClaimPart,
  contextEvidence,
  type PassageEvidence,
  passageEvidence,
  readPassage,
} from '#src/verifying/verify-passage.js';
import type { EmbedWords } from '#src/verifying/words-in-context.js';

/** A claim of which people have said whether its passage supports it, with what Parley knows of the two. */
export interface JudgedClaim {
  /** Claims that are left out together: those about one passage, or one claim of the golden set. */
  readonly group: string;
  readonly supported: boolean;
  readonly parts: readonly ClaimPart[];
  readonly evidence: PassageEvidence;
  /** What is known of it and the whole passage, its words read in context. */
  readonly inContext: PassageEvidence;
}

/** A fitted model, and how well it tells the claims apart that it was fitted without, a line each. */
export interface Calibration {
  readonly model: SupportModel;
  readonly figures: readonly string[];
}

type JudgingParts = Pick<PassageSupportParts, 'words'> & { readonly embedWords: EmbedWords };

async function judged(
  { group, supported }: Pick<JudgedClaim, 'group' | 'supported'>,
  parts: readonly ClaimPart[],
  { words, embedWords }: JudgingParts,
): Promise<JudgedClaim> {
  const read = await readPassage(parts, embedWords);
  return {
    group,
    supported,
    parts,
    evidence: passageEvidence(parts, words),
    inContext: contextEvidence(parts, read, words),
  };
}

export interface JudgedClaims {
  readonly name: string;
  readonly claims: readonly JudgedClaim[];
}

/** The pairs of a folder's `pairs.jsonl`. */
export async function judgedPairs(folder: string, parts: PassageSupportParts & JudgingParts): Promise<JudgedClaims> {
  const pairs = await readSupportPairs(path.join(folder, 'pairs.jsonl'));
  const readings = await readPairs(pairs, parts);
  const claims: JudgedClaim[] = [];
  for (const [i, { passage, supported }] of pairs.entries()) {
    claims.push(await judged({ group: passage.slice(0, 120), supported }, readings[i] ?? [], parts));
  }
  return { name: path.basename(folder), claims };
}

const goldenSchema = z.object({ id: z.string(), claim: z.string(), verdict: z.string(), split: z.string() });

/** The claims of one half of golden/claims.jsonl, each held against what a check would find for it. */
export async function judgedGolden(
  file: string,
  split: string,
  parts: CheckParts & JudgingParts,
): Promise<JudgedClaims> {
  const claims: JudgedClaim[] = [];
  for (const { id, claim, verdict, split: own } of await readJsonLines(file, goldenSchema)) {
    const [first] = readMessage(claim).claims;
    if (own !== split || first === undefined) continue;
    const part = await findCandidates(first, parts);
    claims.push(await judged({ group: id, supported: verdict === 'supported' }, [part], parts));
  }
  return { name: `golden, ${split}`, claims };
}
