import type { WordVectors } from '../../language/word-vectors.js';
import { asideKind } from '../aside-kind.js';
import { readStatement, type Statement } from '../statement.js';
import { withoutFrame } from './author-frame.js';
import type { GivenPassage } from './given-passage.js';
import { type Quotation, quotationsIn } from './quotations.js';

export interface Written {
  readonly claim: Statement;
  readonly quotations: readonly Quotation[];
  readonly unquoted: string;
  readonly isAuthors: boolean;
}

/** Words that the passages have as names: with a capital where none begins a sentence. */
export function properWordsIn(passages: readonly GivenPassage[]): ReadonlySet<string> {
  return new Set(
    passages.flatMap(({ sentences }) =>
      sentences.flatMap(({ statement: { tokens } }) =>
        tokens.flatMap(({ lower, shape, opens }) => (shape !== 'lower' && shape !== 'figure' && !opens ? [lower] : [])),
      ),
    ),
  );
}

export function readWritten(
  sentence: string,
  vectors: WordVectors,
  proper: ReadonlySet<string> = new Set(),
  isFrameLeftOut = true,
): Written | undefined {
  const { core, isAuthors } = isFrameLeftOut ? withoutFrame(sentence) : { core: sentence, isAuthors: false };
  // A capital at the beginning shows no name; behind another word it does.
  const first = /^[\p{L}\p{M}'’.-]+/u.exec(core)?.[0] ?? '';
  const isName = /^\p{Lu}/u.test(first) && proper.has(first.toLowerCase().replace(/['’]s$/u, ''));
  const text = isName ? `and ${core}` : core;
  const quotations = quotationsIn(text);
  if (quotations === undefined) return undefined;
  let unquoted = '';
  let from = 0;
  for (const { start, end } of quotations) {
    unquoted += `${text.slice(from, start)} `;
    from = end;
  }
  return { claim: readStatement(text, vectors), quotations, unquoted: unquoted + text.slice(from), isAuthors };
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}%$€£]+/gu, ' ')
    .trim();
}

/** Verbs that a sentence begins with when it tells its reader, or a model, what to do. */
const order =
  /^(?:please|kindly|describe|provide|recommend|analy[sz]e|develop|suggest|break|create|generate|include|mention|insert|add|respond|reply|explain|give|write|tell|list|summari[sz]e|translate|compare|discuss|ignore|disregard|click|visit|join|download|contact|call|buy|use|try|do not|don['’]t)\s/iu;

/** True for a sentence that tells something, and asks, orders and greets nobody. */
export function isTelling(text: string): boolean {
  const kind = asideKind(text, text);
  return (kind === undefined || kind === 'opinion') && !order.test(text);
}

/** "However, …" and "Moreover, …" join a sentence to the one before it and say nothing of their own. */
const connective = /^(?:however|moreover|meanwhile|indeed|finally|thus|for example|also) /u;

/** True when a sentence stands word for word in its passage. */
export function isVerbatim({ claim, quotations }: Written, sentence: Statement): boolean {
  const own = plain(claim.text).replace(/^and /u, '');
  const said = plain(sentence.text);
  return quotations.length === 0 && !claim.asks && (own === said || own === said.replace(connective, ''));
}
