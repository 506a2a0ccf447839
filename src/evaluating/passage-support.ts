import { parseDocument } from '../corpus/parse-document.js';
import { embedWithCache } from '../embedding/embed-with-cache.js';
import type { Encoder } from '../embedding/encoder.js';
import type { VectorCache } from '../embedding/vector-cache.js';
import { sentenceSpans } from '../language/sentences.js';
import type { WordVectors } from '../language/word-vectors.js';
import { dotProduct } from '../retrieval/background.js';
import type { Candidate } from '../verifying/comparison.js';
import { rememberWords } from '../verifying/remember-words.js';
import { readStatement, type Statement } from '../verifying/statement.js';
import type { SupportModel } from '../verifying/support-score.js';
import { type ClaimPart, type PassageSupport, readPassage, verifyPassage } from '../verifying/verify-passage.js';
import type { SupportPair } from './support-pairs.js';

export interface PassageSupportParts {
  readonly encoder: Encoder;
  readonly cache: VectorCache;
  readonly words: WordVectors;
  readonly onProgress: (done: number, total: number) => void;
}

/** A sentence of fewer words is read with the one before it ("Not so."). */
const fewestWords = 3;
const sentencesBefore = 2;

/** The passage's sentences as Parley would read them from a file, and the paragraph of each. */
function chunksOf(passage: string): readonly { readonly text: string; readonly paragraph: number }[] {
  const { chunks } = parseDocument({
    id: 'passage',
    text: passage,
    metadata: {
      title: '',
      titleIsDescriptive: true,
      publisher: null,
      author: null,
      date: null,
      licence: null,
      url: null,
    },
    source: { path: 'passage.txt', bytes: passage.length, modifiedMs: 0, sha256: '' },
  });
  return chunks;
}

/** The sentences of a claim, a very short one joined to the one before it. */
export function partsOfClaim(claim: string): readonly string[] {
  const parts: string[] = [];
  for (const { start, end } of sentenceSpans(claim)) {
    const text = claim.slice(start, end).trim();
    const last = parts.length - 1;
    if (last >= 0 && text.split(/\s+/u).length < fewestWords) parts[last] = `${parts[last]} ${text}`;
    else if (text !== '') parts.push(text);
  }
  return parts;
}

/** Lays every sentence of every claim beside the sentences of its passage. Passages are embedded once and kept. */
export async function readPairs(
  pairs: readonly SupportPair[],
  { encoder, cache, words, onProgress }: PassageSupportParts,
): Promise<readonly (readonly ClaimPart[])[]> {
  const passages = new Map(pairs.map(({ passage }) => [passage, chunksOf(passage)]));
  const texts = [...new Set([...passages.values()].flatMap((chunks) => chunks.map(({ text }) => text)))];
  const total = texts.length + pairs.length;
  const matrix = await embedWithCache(encoder, cache, texts, { onProgress: (done) => onProgress(done, total) });
  const rowOf = new Map(texts.map((text, row) => [text, row]));
  const { dimensions } = encoder.identity;
  const read = new Map<string, { readonly statements: readonly Statement[]; readonly paragraphs: readonly number[] }>();

  const readings: (readonly ClaimPart[])[] = [];
  for (const { passage, claim } of pairs) {
    const chunks = passages.get(passage) ?? [];
    const known = read.get(passage) ?? {
      statements: chunks.map(({ text }) => readStatement(text, words)),
      paragraphs: chunks.map(({ paragraph }) => paragraph),
    };
    read.set(passage, known);
    const { statements, paragraphs } = known;
    const parts: ClaimPart[] = [];
    for (const part of partsOfClaim(claim)) {
      const vector = Float32Array.from(await encoder.embedQuery(part));
      const candidates = statements.map((statement, i): Candidate => {
        const row = rowOf.get(statement.text) ?? 0;
        return {
          statement,
          before: statements
            .slice(Math.max(0, i - sentencesBefore), i)
            .filter((_, back, { length }) => paragraphs[i - length + back] === paragraphs[i])
            .toReversed(),
          documentDate: null,
          title: undefined,
          similarity: dotProduct(vector, matrix.subarray(row * dimensions, (row + 1) * dimensions)),
        };
      });
      parts.push({ statement: readStatement(part, words), candidates });
    }
    readings.push(parts);
    onProgress(texts.length + readings.length, total);
  }
  return readings;
}

export interface VerifiedPairs {
  /** What the verifier makes of every pair, in their order. */
  readonly verified: readonly PassageSupport[];
  /** The score from which a claim may be supported. */
  readonly threshold: number;
}

/** Verifies pairs; their words are read in context where the encoder can, and scored by words alone where it cannot. */
export async function verifyPairs(
  pairs: readonly SupportPair[],
  { sentences: model, passages }: { readonly sentences: SupportModel; readonly passages: SupportModel },
  parts: PassageSupportParts,
): Promise<VerifiedPairs> {
  const { encoder, words: vectors, onProgress } = parts;
  let read = 0;
  const readings = await readPairs(pairs, {
    ...parts,
    onProgress: (done, total) => {
      read = total;
      onProgress(done, total + pairs.length);
    },
  });
  if (encoder.embedWords === undefined) {
    return { verified: readings.map((own) => verifyPassage(own, { vectors, model })), threshold: model.threshold };
  }
  const embedWords = rememberWords(encoder.embedWords);
  const verified: PassageSupport[] = [];
  for (const own of readings) {
    const inContext = await readPassage(own, embedWords);
    verified.push(verifyPassage(own, { vectors, model, context: { read: inContext, model: passages } }));
    onProgress(read + verified.length, read + pairs.length);
  }
  return { verified, threshold: passages.threshold };
}
