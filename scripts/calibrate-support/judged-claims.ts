import path from 'node:path';
import { z } from 'zod';
import { type CheckParts, findCandidates } from '#src/check.js';
import { readJsonLines } from '#src/evaluating/judged-set.js';
import { type PassageSupportParts, readPairs } from '#src/evaluating/passage-support.js';
import { readSupportPairs } from '#src/evaluating/support-pairs.js';
import { readMessage } from '#src/verifying/claims.js';
import { type ClaimPart, type PassageEvidence, passageEvidence } from '#src/verifying/verify-passage.js';

/** A claim of which people have said whether its passage supports it, with what Parley knows of the two. */
export interface JudgedClaim {
  /** Claims that are left out together: those about one passage, or one claim of the golden set. */
  readonly group: string;
  readonly supported: boolean;
  readonly parts: readonly ClaimPart[];
  readonly evidence: PassageEvidence;
}

export interface JudgedClaims {
  readonly name: string;
  readonly claims: readonly JudgedClaim[];
}

/** The pairs of a folder's `pairs.jsonl`. */
export async function judgedPairs(folder: string, parts: PassageSupportParts): Promise<JudgedClaims> {
  const pairs = await readSupportPairs(path.join(folder, 'pairs.jsonl'));
  const readings = await readPairs(pairs, parts);
  const claims = pairs.map(({ passage, supported }, i): JudgedClaim => {
    const own = readings[i] ?? [];
    return { group: passage.slice(0, 120), supported, parts: own, evidence: passageEvidence(own, parts.words) };
  });
  return { name: path.basename(folder), claims };
}

const goldenSchema = z.object({ id: z.string(), claim: z.string(), verdict: z.string(), split: z.string() });

/** The claims of one half of golden/claims.jsonl, each held against what a check would find for it. */
export async function judgedGolden(file: string, split: string, parts: CheckParts): Promise<JudgedClaims> {
  const claims: JudgedClaim[] = [];
  for (const { id, claim, verdict, split: own } of await readJsonLines(file, goldenSchema)) {
    const [first] = readMessage(claim).claims;
    if (own !== split || first === undefined) continue;
    const part = await findCandidates(first, parts);
    claims.push({
      group: id,
      supported: verdict === 'supported',
      parts: [part],
      evidence: passageEvidence([part], parts.words),
    });
  }
  return { name: `golden, ${split}`, claims };
}
