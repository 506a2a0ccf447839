import type { WordToken } from '../language/word-tokens.js';

const cues: ReadonlySet<string> = new Set(
  `not never no without cannot unable dont didnt doesnt isnt arent wasnt
  werent hasnt havent hadnt wont wouldnt couldnt shouldnt cant`.split(/\s+/),
);
/** These deny what they are said of, when "to" or "of" follows: "refused to recognise", "lack of trust". */
const verbCues: ReadonlySet<string> = new Set(
  `fail fails failed failing refuse refuses refused refusing reluctant unwilling lack lacks lacked lacking hesitant
  decline declines declined declining far short`.split(/\s+/),
);
/** "out of control" is no control. */
const outOf = /^(?:control|reach|date|order|service|power|office|work|sight|question)$/u;
const afterVerbCue: ReadonlySet<string> = new Set(['to', 'of', 'from']);

/** "don't", "didn’t". */
function isContraction(lower: string): boolean {
  return lower.endsWith("n't") || lower.endsWith('n’t');
}

/** True when the token denies what comes after it. "not only" and "no doubt" do not. */
export function isNegation(tokens: readonly WordToken[], at: number): boolean {
  const lower = tokens[at]?.lower ?? '';
  const next = tokens[at + 1]?.lower ?? '';
  if (verbCues.has(lower)) return afterVerbCue.has(next) || lower.startsWith('lack');
  if (lower === 'out') return next === 'of' && outOf.test(tokens[at + 2]?.lower ?? '');
  if (!cues.has(lower) && !isContraction(lower)) return false;
  if (lower === 'not' && (next === 'only' || next === 'just' || next === 'necessarily')) return false;
  return !(lower === 'no' && (next === 'doubt' || next === 'matter' || /^\p{Nd}/u.test(next)));
}

/** Verbs that hand a negation on: who does not want to leave does not leave. */
const handsOn =
  /^(?:want|intend|plan|try|seem|appear|expect|going|willing|need|wish|mean|look|like|allowed|hope)(?:s|ed|ing)?$/u;

/** True when what is denied of a word is denied of the verb after its "to" as well. */
export function handsNegationOn(tokens: readonly WordToken[], at: number): boolean {
  return handsOn.test(tokens[at]?.lower ?? '') && tokens[at + 1]?.lower === 'to';
}

const skipped: ReadonlySet<string> = new Set(
  'any longer even yet really ever all more either simply to much very just be been being have had has do to'.split(
    ' ',
  ),
);

/** True for the words that only deny: they are marks on other words and no words of their own. */
export function isPlainNegation({ lower }: WordToken): boolean {
  return (cues.has(lower) && lower !== 'unable') || isContraction(lower);
}

/** True for words between a negation (or a modal verb) and the word that it is said of. */
export function isPassedOver({ lower }: WordToken): boolean {
  return skipped.has(lower) || (lower.endsWith('ly') && lower !== 'only');
}
