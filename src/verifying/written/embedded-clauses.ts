import type { Match } from '../alignment.js';
import type { Statement, StatementWord } from '../statement.js';
import { surely } from './reserve-words.js';
import { verbFormAt } from './verb-forms.js';

interface Clause {
  /** Places of tokens: `first` is the word that opens it, `end` is exclusive. */
  readonly first: number;
  readonly end: number;
  readonly isRelative: boolean;
}

const opens = /^(?:who|which|whose|that|since|when|while|after|before|because|although|though|where)$/u;
const relative = /^(?:who|which|that|whose|where)$/u;
const closes = /[,;:.!?()]|\s[-–—]\s/u;

function hasVerb({ tokens }: Statement, first: number, end: number): boolean {
  return tokens
    .slice(first, end)
    .some(
      ({ lower }, i) =>
        /^(?:is|are|was|were|has|have|had)$/u.test(lower) || verbFormAt(tokens, first + i) !== undefined,
    );
}

/** Clauses of a sentence that say something of a word before them, or when and why the rest is so. */
function clausesOf(sentence: Statement): readonly Clause[] {
  const { tokens } = sentence;
  return tokens.flatMap(({ lower }, first): readonly Clause[] => {
    if (first === 0 || !opens.test(lower)) return [];
    let end = first + 1;
    while (end < tokens.length && !closes.test(tokens[end]?.gap ?? '')) end += 1;
    return hasVerb(sentence, first + 1, end) ? [{ first, end, isRelative: relative.test(lower) }] : [];
  });
}

function metBy({ words }: Statement, match: Match | undefined): StatementWord | undefined {
  return match === undefined || match.strength < metFrom ? undefined : words[match.at];
}

function within({ token }: StatementWord, { first, end }: Clause): boolean {
  return token > first && token < end;
}

const metFrom = 0.5;
const nearestNoun = 7;

/**
 * Whether a claim takes a date or an amount out of a clause of which it says nothing else: "the vote took place in 2021" of
 * "the third vote since the government took office in 2021".
 */
export function takesFigureOfClause(claim: Statement, sentence: Statement, matches: readonly Match[]): boolean {
  const clauses = clausesOf(sentence);
  if (clauses.length === 0) return false;
  const figures = claim.words.flatMap((word) => {
    const same = word.isFigure ? sentence.words.filter((one) => one.isFigure && one.term === word.term) : [];
    return same.length === 1 ? same : [];
  });
  const others = claim.words.flatMap((word, at) => {
    const met = word.isFigure ? undefined : metBy(sentence, matches[at]);
    return met === undefined ? [] : [{ met, term: word.term, isSure: (matches[at]?.strength ?? 0) >= surely }];
  });
  if (others.length === 0) return false;
  return figures.some((figure) =>
    clauses.some(
      (clause) =>
        !clause.isRelative &&
        within(figure, clause) &&
        hasVerb(sentence, clause.first + 1, figure.token) &&
        !others.some(
          ({ met, term, isSure }) =>
            (isSure && within(met, clause)) || sentence.words.some((one) => one.term === term && within(one, clause)),
        ),
    ),
  );
}

/**
 * Whether a claim says of one thing what a relative clause says of another: "the mine is in Perth" of "the company, which is
 * based in Perth, will fill the pit when the mine closes".
 */
export function takesClauseOfOther(claim: Statement, sentence: Statement, matches: readonly Match[]): boolean {
  const verb = claim.tokens.findIndex(
    ({ lower }, at) => /^(?:is|are|was|were|has|have|had)$/u.test(lower) || verbFormAt(claim.tokens, at) !== undefined,
  );
  if (verb <= 0) return false;
  const place = claim.words.findLastIndex(({ token }) => token < verb);
  const subject = claim.words[place];
  const met = subject === undefined ? undefined : metBy(sentence, matches[place]);
  if (subject === undefined || met === undefined) return false;
  const rest = claim.words.flatMap((word, at) => {
    const other =
      word.token > verb || (word.token === verb && word !== subject) ? metBy(sentence, matches[at]) : undefined;
    return other === undefined ? [] : [other];
  });
  if (rest.length === 0) return false;
  return clausesOf(sentence).some(({ first, end, isRelative }) => {
    if (!isRelative || !rest.every(({ token }) => token > first && token < end)) return false;
    const same = sentence.words.filter((one) => one === met || one.term === subject.term);
    return same.every(({ token }) => token < first - nearestNoun || token >= end);
  });
}
