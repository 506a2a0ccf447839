import type { DraftSentence } from '../answering/written/draft-reader.js';
import type { Forbidden } from '../answering/written/forbidden-content.js';
import type { Encoder } from '../embedding/encoder.js';
import type { WordVectors } from '../language/word-vectors.js';
import { rememberWords } from '../verifying/remember-words.js';
import { shippedSupportModel } from '../verifying/support-model.js';
import { type DropReason, type VerifiedSentence, verifySentence } from '../verifying/verify-sentence.js';
import type { EmbedWords } from '../verifying/words-in-context.js';
import { type GivenText, readGiven } from './given-passages.js';
import { hasUnknownSigns } from './unknown-signs.js';

/** A sentence of a draft and what the check made of it. */
export interface ExaminedSentence extends Omit<VerifiedSentence, 'reason'> {
  readonly draft: DraftSentence;
  /**
   * Why it is not shown, or only with a caution; `null` when it is supported. `verdict`: it speaks of the verdict on a
   * claim, or against it; `points-to-nothing`: what it begins with ("It", "They") means a sentence that is not shown;
   * `doubted`: a second opinion is against it.
   */
  readonly reason:
    | DropReason
    | Forbidden
    | 'broken'
    | 'unknown-sign'
    | 'points-to-nothing'
    | 'verdict'
    | 'doubted'
    | null;
}

export interface ExaminingParts {
  readonly encoder: Pick<Encoder, 'embedQuery' | 'embedWords'>;
  readonly words: WordVectors;
  /** What no sentence may carry, whatever the passages say. */
  readonly forbidden: (sentence: string) => Forbidden | undefined;
}

/** The sentences of a passage are read once for all that is written about it. */
const remembering = new WeakMap<object, EmbedWords>();

function rememberedWords(encoder: ExaminingParts['encoder']): EmbedWords | undefined {
  const { embedWords } = encoder;
  if (embedWords === undefined) return undefined;
  let remembered = remembering.get(encoder);
  if (remembered === undefined) {
    remembered = rememberWords(embedWords);
    remembering.set(encoder, remembered);
  }
  return remembered;
}

function dropped(draft: DraftSentence, reason: ExaminedSentence['reason']): ExaminedSentence {
  return { draft, outcome: 'dropped', caution: null, reason, support: [] };
}

/** Decides whether a sentence may be shown. @throws EncoderError when the encoder does not answer */
export async function examineSentence(
  draft: DraftSentence,
  given: readonly GivenText[],
  { encoder, words, forbidden }: ExaminingParts,
): Promise<ExaminedSentence> {
  const { text } = draft;
  const fault = forbidden(text);
  if (fault !== undefined) return dropped(draft, fault);
  if (draft.isBroken) return dropped(draft, 'broken');
  const texts = given.map(({ prompt }) => prompt.text);
  if (hasUnknownSigns(text, texts)) return dropped(draft, 'unknown-sign');
  const vector = Float32Array.from(await encoder.embedQuery(text));
  const passages = given.map((one) => readGiven(one, vector, words));
  const embedWords = rememberedWords(encoder);
  const parts = { vectors: words, model: shippedSupportModel, embedWords };
  return { draft, ...(await verifySentence(draft, passages, parts)) };
}
