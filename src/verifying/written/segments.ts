import type { WordToken } from '../../language/word-tokens.js';
import { verbFormAt } from './verb-forms.js';

const opensClause =
  /^(?:that|which|who|whose|whom|whereas|while|because|although|though|if|when|where|unless|until|since|whether|once|so)$/u;

const joins = /^(?:and|but|or|yet|then|nor)$/u;

const border = /[,;:()–—…?!]|\s-\s/u;

const reach = 4;

const plainVerb = /^(?:is|are|was|were|has|have|had|do|does|did)$/u;

/** A stretch of a sentence with one verb, as far as punctuation and conjunctions show. */
export interface Segment {
  /** Places of tokens: `first` inclusive, `end` exclusive. */
  readonly first: number;
  readonly end: number;
  /** How it begins: with a relative pronoun, with a verb whose subject stands before the conjunction, or in any other way. */
  readonly opening: 'relative' | 'shared' | 'own';
}

/** True when a conjunction at `at` joins verbs or clauses and not only two nouns. */
function joinsClauses(tokens: readonly WordToken[], at: number): 'shared' | 'own' | undefined {
  if (verbFormAt(tokens, at + 1)?.first === at + 1) return 'shared';
  for (let next = at + 1; next < Math.min(tokens.length, at + 1 + reach); next++) {
    const form = verbFormAt(tokens, next);
    if (form !== undefined)
      return form.first === at + 1 ? 'shared' : form.isOpen && tokens[form.first]?.lower === 'to' ? undefined : 'own';
    if (next > at + 1 && border.test(tokens[next]?.gap ?? '')) return undefined;
  }
  return undefined;
}

export function segmentsOf(tokens: readonly WordToken[]): readonly Segment[] {
  const found: Segment[] = [];
  let first = 0;
  let opening: Segment['opening'] = 'own';
  const close = (end: number, next: Segment['opening']): void => {
    if (end > first) found.push({ first, end, opening });
    first = end;
    opening = next;
  };
  for (const [at, { lower, gap }] of tokens.entries()) {
    if (at > first && border.test(gap)) close(at, 'own');
    if (opensClause.test(lower)) {
      if (at > first) close(at, 'own');
      opening = /^(?:which|who|whose|whom|that)$/u.test(lower) ? 'relative' : 'own';
    } else if (joins.test(lower)) {
      const joined = joinsClauses(tokens, at);
      // Before the first verb "and" joins those who do it: "Lavrov and Kerry should provide …".
      const from = joined === 'shared' ? 0 : first;
      const hasVerb = tokens
        .slice(from, at)
        .some((_, i) => verbFormAt(tokens, from + i) !== undefined || plainVerb.test(tokens[from + i]?.lower ?? ''));
      if (joined === undefined || (at > first && !hasVerb)) continue;
      if (at > first) close(at, joined);
      else opening = joined;
    }
  }
  close(tokens.length, 'own');
  return found;
}
