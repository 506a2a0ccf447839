import type { Match } from '../alignment.js';
import type { Comparison } from '../comparison.js';
import { moodFollows } from '../moods.js';
import { nameTheSame, type Statement, type StatementWord } from '../statement.js';
import { carriesOthers, keepsAim, keepsReserve, leastWeight, surely } from './reserve-words.js';
import { verbFormAt } from './verb-forms.js';

const seeks =
  /^(?:determined|resolved|want(?:s|ed)?|wish(?:es|ed)?|hop(?:es|ed)?|tr(?:y|ies|ied)|attempt(?:s|ed)?|seek(?:s|ing)?|sought|aim(?:s|ed)?|goals?|ready|willing|prepared|threaten(?:s|ed)?)$/u;

const wantsOf =
  /^(?:wants?|wanted|hopes?|hoped|expects?|expected|asks?|asked|demands?|demanded|urges?|urged|calls?|called)$/u;
const soughtWithin = 8;

/** True for a verb that somebody "is determined to", wants to or tries to do. */
function isSought({ tokens }: Statement, { token }: StatementWord): boolean {
  const near = tokens.slice(Math.max(0, token - soughtWithin), token);
  const direct = near.some(({ lower }, i) => near[i + 1]?.lower === 'to' && seeks.test(lower));
  // "wants the prosecutor to charge": what is wanted of another.
  const of = near.at(-1)?.lower === 'to' && near.some(({ lower }) => wantsOf.test(lower));
  return direct || of;
}

/** "will stay" where the sentence has that somebody is determined to stay. */
export function promisesAim(claim: Statement, { candidate: { statement }, matches }: Comparison): boolean {
  if (keepsAim.test(claim.text)) return false;
  return claim.words.some((word, at) => {
    const { at: place, strength } = matches[at] ?? { at: -1, strength: 0 };
    const met = statement.words[place];
    return (
      met?.mood === 'aim' &&
      strength >= synonymFrom &&
      word.mood === 'future' &&
      word.weight >= leastWeight &&
      isSought(statement, met)
    );
  });
}

const synonymFrom = 0.85;

/** A verb met by a synonym: the mood and the denial of what stands there count as those of the same word do. */
export function changesSense(claim: Statement, { candidate: { statement }, matches }: Comparison): boolean {
  return claim.words.some((word, at) => {
    const { at: place, strength, opposite } = matches[at] ?? { at: -1, strength: 0, opposite: false };
    const met = statement.words[place];
    if (met === undefined || opposite || strength < synonymFrom || strength >= 0.9 || word.isName || word.isFigure)
      return false;
    if (matches.some((other, i) => i !== at && other.at === place && other.strength > strength)) return false;
    if (word.weight < leastWeight || verbFormAt(claim.tokens, word.token) === undefined) return false;
    if (word.negated !== met.negated) return true;
    return !moodFollows(word.mood, met.mood) && !(word.mood === undefined && word.inMood) && !keepsAim.test(claim.text);
  });
}

/** "will publish" where the sentence has "published": it has happened, and will not again. */
export function foretellsDone(claim: Statement, sentence: Statement, matches: readonly Match[]): boolean {
  return claim.words.some((word, at) => {
    const match = matches[at];
    if (word.mood !== 'future' || match === undefined || match.strength < surely || word.weight < leastWeight)
      return false;
    if (claim.tokens[word.token - 1]?.lower === 'to') return false;
    const met = sentence.words[match.at];
    const same = sentence.words.filter((one) => one === met || (met !== undefined && nameTheSame(one, met)));
    return same.length > 0 && same.every((one) => verbFormAt(sentence.tokens, one.token)?.isDone === true);
  });
}

/** Whether a claim tells as done, or as it is, what the sentence has as still to come, possible or wanted. */
export function tellsUndone(claim: Statement, sentence: Statement, matches: readonly Match[]): boolean {
  return claim.words.some((word, at) => {
    const form = word.isName || word.isFigure ? undefined : verbFormAt(claim.tokens, word.token);
    const match = matches[at];
    if (form === undefined || form.isOpen || match === undefined || match.strength < 0.9) return false;
    if (!form.isDone && keepsReserve.test(claim.text)) return false;
    const met = sentence.words[match.at];
    const same = sentence.words.filter((one) => one === met || (met !== undefined && nameTheSame(one, met)));
    return (
      same.length > 0 &&
      same.every((one) => {
        const there = verbFormAt(sentence.tokens, one.token);
        if (there === undefined || there.isDone) return false;
        if (there.isModal) return true;
        if (!form.isDone || there.isPassive) return false;
        return there.isOpen
          ? one.mood !== undefined
          : one.term === word.term && (sentence.tokens[one.token]?.lower ?? '').endsWith('s');
      })
    );
  });
}

/** Words of a claim that are its verbs, which a sentence must have themselves or by a known synonym. */
export function unmetDeeds(claim: Statement, strengths: readonly number[]): readonly number[] {
  return claim.words.flatMap((word, at) =>
    !word.isName &&
    !word.isFigure &&
    word.weight >= 0.3 &&
    !carriesOthers.test(claim.tokens[word.token]?.lower ?? '') &&
    (strengths[at] ?? 0) < surely &&
    verbFormAt(claim.tokens, word.token) !== undefined
      ? [at]
      : [],
  );
}
