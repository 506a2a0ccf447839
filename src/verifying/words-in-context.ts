import { pieceAt, piecesAround } from '../language/pieced-text.js';
import type { Statement } from './statement.js';

/** What an encoder says of a text's words (`embedWords`). */
export type EmbedWords = (texts: readonly (readonly string[])[]) => Promise<readonly Float32Array[]>;

/** A statement and the encoder's state at each of its tokens. */
export interface StatementInContext {
  readonly statement: Statement;
  /** One unit vector a token, or zeros where the encoder has none. */
  readonly states: readonly Float32Array[];
}

/** Statements with the states of their words. @throws EncoderError as the encoder does */
export async function inContext(
  statements: readonly Statement[],
  embedWords: EmbedWords,
): Promise<readonly Statement[]> {
  return (await readInContext(statements, embedWords)).map(({ statement, states }) => ({ ...statement, states }));
}

/** Reads statements in the encoder, each by itself; a full stop or a comma is read, and left out of what is given. */
export async function readInContext(
  statements: readonly Statement[],
  embedWords: EmbedWords,
): Promise<readonly StatementInContext[]> {
  const pieces = statements.map(({ text, tokens }) => piecesAround(text, tokens));
  const matrices = await embedWords(pieces);
  return statements.map((statement, i) => {
    const matrix = matrices[i] ?? new Float32Array();
    const dimensions = matrix.length / (pieces[i]?.length ?? 1);
    return {
      statement,
      states: statement.tokens.map((_, token) =>
        matrix.subarray(pieceAt(token) * dimensions, (pieceAt(token) + 1) * dimensions),
      ),
    };
  });
}
