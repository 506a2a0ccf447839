import type { ReadChunk } from './answering/chunk-reading.js';
import { canary } from './answering/written/canary.js';
import type { DraftSentence } from './answering/written/draft-reader.js';
import { type Forbidden, forbiddenIn } from './answering/written/forbidden-content.js';
import { type CheckParts, checkWithFindings } from './check.js';
import { dotProduct } from './retrieval/background.js';
import type { Check, WritingFault } from './types.js';
import { agreesWithVerdict } from './writing/agrees-with-verdict.js';
import { citeExplanation } from './writing/cite-explanation.js';
import { type ClaimToExplain, claimsToExplain } from './writing/claims-to-explain.js';
import { type ExaminedSentence, examineSentence } from './writing/examine-sentence.js';
import { explanationPrompt, explanationRules } from './writing/explanation-prompt.js';
import { judgeDraft } from './writing/second-opinion.js';
import { type Draft, hasPassed, writeDraft } from './writing/write-draft.js';
import type { Writer, WrittenFor } from './writing/writer.js';

export interface CheckInWritingParts extends CheckParts {
  readonly writer: Writer;
  readonly readChunk: ReadChunk;
}

export interface CheckInWritingRequest extends WrittenFor {
  /** Asked once the verdicts are there; the model is not asked where it says no. */
  readonly mayWrite?: (() => Promise<boolean>) | undefined;
  /** Told each sentence of the draft with what became of it: for measuring. */
  readonly onExamined?: ((sentence: ExaminedSentence) => void) | undefined;
}

const mostSentencesEach = 2;

/** The claim whose passages a sentence is marked with; `undefined` where there is none, or several. */
function claimOf({ marks }: DraftSentence, claims: readonly ClaimToExplain[]): ClaimToExplain | undefined {
  const own = claims.filter(({ given }) => given.some(({ prompt }) => marks.includes(prompt.n)));
  return own.length === 1 ? own[0] : undefined;
}

/** An explanation is held against the quotes of its claim, as an answer's sentence is, and against the verdict. */
async function examineExplanation(
  sentence: DraftSentence,
  claims: readonly ClaimToExplain[],
  parts: CheckParts & { readonly forbidden: (text: string) => Forbidden | undefined },
): Promise<ExaminedSentence> {
  const claim = claimOf(sentence, claims);
  if (claim === undefined)
    return { draft: sentence, outcome: 'dropped', caution: null, reason: 'not-given', support: [] };
  const examined = await examineSentence(sentence, claim.given, parts);
  if (!hasPassed(examined)) return examined;
  const [said, claimed] = await Promise.all(
    [sentence.text, claim.statement.text].map((text) => parts.encoder.embedQuery(text)),
  );
  const similarity = dotProduct(Float32Array.from(said ?? []), Float32Array.from(claimed ?? []));
  const { statement, documentDate, checked } = claim;
  const held = { claim: statement, verdict: checked.verdict, documentDate, similarity };
  if (agreesWithVerdict(sentence.text, held, parts.words)) return examined;
  return { ...examined, outcome: 'dropped', caution: null, reason: 'verdict', support: [] };
}

/**
 * Holds what somebody said against the documents, as `check` does, and has a chat model tell in a sentence or two what the
 * quotes say about the first four claims that they say something about. The verdicts are never the model's: what it writes
 * is checked against the quotes of its claim and against the verdict, and where nothing passes there is no explanation.
 *
 * @throws as `check` does; the signal's reason when nobody waits any more
 */
export async function checkInWriting(
  text: string,
  parts: CheckInWritingParts,
  { mayWrite, onExamined, ...whom }: CheckInWritingRequest,
): Promise<Check> {
  const { writer, words, readChunk } = parts;
  const { check, findings } = await checkWithFindings(text, parts);
  whom.signal?.throwIfAborted();
  const claims = claimsToExplain(findings, words);
  if (claims.length === 0) return check;

  const without = ({ examined, usage }: Draft, fault: WritingFault | null): Check => ({
    ...check,
    writing: {
      model: writer.model.id,
      dropped: examined.filter((one) => !hasPassed(one)).length,
      fault,
      usage: usage === null ? null : { inputTokens: usage.inputTokens, outputTokens: usage.outputTokens },
      translation: null,
    },
  });
  if (mayWrite !== undefined && !(await mayWrite())) {
    whom.signal?.throwIfAborted();
    return without({ examined: [], fault: 'slow', usage: null }, 'slow');
  }
  const forbidden = forbiddenIn({ system: explanationRules(canary), canary });
  const asked = claims.map(({ checked, given }) => ({
    text: checked.text,
    verdict: checked.verdict,
    passages: given.map(({ prompt }) => prompt),
  }));
  const unjudged = await writeDraft(
    {
      messages: explanationPrompt(asked, canary),
      async examine(sentence) {
        const one = await examineExplanation(sentence, claims, { ...parts, forbidden });
        onExamined?.(one);
        return one;
      },
      mostSentences: claims.length * mostSentencesEach,
    },
    writer,
    whom,
  );
  const draft = await judgeDraft(
    unjudged,
    claims.flatMap(({ given }) => given),
    writer,
    whom,
  );
  if (!draft.examined.some(hasPassed)) return without(draft, draft.fault ?? 'unsupported');
  const explained = new Map(
    claims.map((claim) => [claim.at, citeExplanation(claim, draft.examined, readChunk).slice(0, mostSentencesEach)]),
  );
  if ([...explained.values()].every(({ length }) => length === 0)) return without(draft, draft.fault ?? 'declined');
  // Each sentence stands alone: what had passed before a model failed is as good as without that.
  return {
    ...without(draft, null),
    claims: check.claims.map((claim, at) => ({ ...claim, explanation: explained.get(at) ?? [] })),
  };
}
