import { loadWordVectors } from '#src/language/word-vectors.js';
import { wordVectorsFile } from '#src/project-files.js';
import type { Candidate } from '#src/verifying/comparison.js';
import { readStatement, type Statement } from '#src/verifying/statement.js';

export const vectors = await loadWordVectors(wordVectorsFile);

export function read(text: string): Statement {
  return readStatement(text, vectors);
}

/** Sentences of one paragraph as a check would lay them before the verifier, each as near to the claim as a paraphrase. */
export function candidatesOf(sentences: readonly string[], more: Partial<Candidate> = {}): readonly Candidate[] {
  const statements = sentences.map(read);
  return statements.map((statement, i) => ({
    statement,
    before: statements.slice(Math.max(0, i - 2), i).toReversed(),
    documentDate: null,
    title: undefined,
    similarity: 0.9,
    ...more,
  }));
}
