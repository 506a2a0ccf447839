import type { Match } from '../alignment.js';
import { reservationsIn } from '../moods.js';
import type { Statement, StatementWord } from '../statement.js';
import { hidesReport, isReportedThroughout } from './reported.js';
import { keepsPossible, keepsReserve, saysWhose, surely } from './reserve-words.js';
import { segmentsOf } from './segments.js';
import { verbFormAt } from './verb-forms.js';

/** After these nouns "that" begins what somebody holds, and not what is so. */
const held =
  /\b(?:ideas?|notions?|views?|opinions?|allegations?|accusations?|claims?|theor(?:y|ies)|hopes?|fears?|beliefs?|promises?|suggestions?|arguments?|assumptions?|rumou?rs?|possibilit(?:y|ies)|chances?|likelihood|risks?|threats?|proposals?|plans?|demands?|warnings?|predictions?|reports?|speculation)\s*(?:\([^)]{0,120}\)\s*)?(?:that|of|for)\b/iu;

/** What stands before one of these nouns need not be. */
const merely =
  /^(?:possible|potential|alleged|proposed|planned|eventual|hypothetical|prospective|likely|supposed|so-called|expected|future|intended|would-be|attempted)$/u;

const modal = /^(?:will|would|should|could|may|might|must|shall|can)$/u;

const finite = /^(?:is|are|was|were|has|have|had|did|does|do)$/u;

const relative = /^(?:which|who|that)$/u;

const noun = /(?:ment|tion|sion|ance|ence|down|al|ure|ing)s?$/u;

const isPast = /^(?:was|were|has|have|had|been)$/u;

function isTold({ tokens }: Statement, word: StatementWord): boolean {
  const own = tokens[word.token]?.lower ?? '';
  const before = [tokens[word.token - 1]?.lower ?? '', tokens[word.token - 2]?.lower ?? ''];
  return /(?:ed|own|oke|eld|ell|ent)$/u.test(own) || before.some((lower) => isPast.test(lower));
}

/** True when the next verb after a noun, one in a relative clause passed over, says what is still to come. */
function isStillToCome({ tokens }: Statement, word: StatementWord): boolean {
  for (let at = word.token + 1; at < tokens.length; at++) {
    const token = tokens[at];
    if (token === undefined || /[.;:!?]/u.test(token.gap)) return false;
    if (relative.test(tokens[at - 1]?.lower ?? '')) continue;
    if (modal.test(token.lower)) return true;
    if (finite.test(token.lower)) return false;
  }
  return false;
}

/** A verb that a text tells as done, its first one, if it is one: "amounted", "has served", "was established". */
function firstDone({ tokens, words }: Statement): StatementWord | 'auxiliary' | undefined {
  for (const [at, { lower, shape }] of tokens.entries()) {
    if (modal.test(lower)) return undefined;
    if (/^(?:is|are|do|does|to)$/u.test(lower)) return undefined;
    if (isPast.test(lower) && tokens[at + 1]?.lower === 'to') return undefined;
    if (
      shape === 'lower' &&
      at > 0 &&
      /^(?:\p{L}{3,}ed|held|took|met|fell|led|made|became|broke|brought|gave|went|came|won|lost|left|kept)$/u.test(
        lower,
      )
    ) {
      return words.find(({ token }) => token === at);
    }
  }
  return undefined;
}

const considers =
  /^(?:consider|plan|propos|suggest|discuss|contemplat|envisag|threaten|avoid|risk|mull|weigh|debat|rule[sd]? out|without)(?:s|ed|es|d|ing|n?ing)?$/u;

/** "is considering building": nothing is built. */
function isOnlyConsidered({ tokens }: Statement, { token }: StatementWord): boolean {
  if (tokens[token]?.lower.endsWith('ing') !== true) return false;
  return considers.test(tokens[token - 1]?.lower ?? '');
}

/** A thing is told as having taken place by these. */
const tookPlace =
  /\b(?:took place|taken place|takes place|(?:has|have|had)? ?(?:happened|occurred|begun|started)|(?:was|were|been) held|went ahead|began|started)\b/iu;

const onlyPlanned =
  /\b(?:call(?:s|ed|ing)? (?:\p{L}+ ){0,4}(?:for|off)|plan(?:s|ned|ning)?|schedul\p{L}+|threaten(?:s|ed|ing)?|postpon\p{L}+|cancel\p{L}*|put off|announc\p{L}+|propos\p{L}+|due|set for|demand\p{L}*|expect\p{L}*|will|would|could|should|may|might|must)\b/iu;

const reallyDone = /\b(?:took|taken) place|\b(?:happened|occurred|held|began|begun|started|opened|ran|lasted)\b/iu;

/** "The strike took place in May" where the sentence has that somebody had called for one. */
function tellsThePlanned(claim: Statement, sentence: Statement): boolean {
  return tookPlace.test(claim.text) && onlyPlanned.test(sentence.text) && !reallyDone.test(sentence.text);
}

/** True when the first verb of a sentence, those of relative clauses passed over, is a modal one. */
function isModalThroughout({ tokens }: Statement): boolean {
  for (const [at, { lower }] of tokens.entries()) {
    if (relative.test(tokens[at - 1]?.lower ?? '')) continue;
    if (modal.test(lower)) return true;
    if (finite.test(lower)) return false;
  }
  return false;
}

/** A past verb of the claim that the sentence does not have, where all that the sentence says is to come or ought to be. */
function addsADeed(claim: Statement, sentence: Statement, matches: readonly Match[]): boolean {
  const done = firstDone(claim);
  if (done === undefined || done === 'auxiliary' || !isModalThroughout(sentence)) return false;
  const match = matches[claim.words.indexOf(done)];
  const met = match === undefined || match.strength < surely ? undefined : sentence.words[match.at];
  return met === undefined || met.mood !== undefined;
}

/** "Should the valuation show a deficit, …" says if. */
const inverted = /(?:^|;\s)(?:should|were|had)\s(?!not\b)[^,]*,/iu;

const foresees =
  /^(?:expect|predict|forecast|propos|promis|plan|intend|demand|threaten|fear|hop|ask|request|recommend|suggest|consider|envisag|foresee|foresaw|urge)(?:s|ed|es|d|ing)?$/u;

/** True when what the claim says stands after a verb like "expect" in the same clause, and the claim has no such word. */
function tellsTheForeseen(claim: Statement, sentence: Statement, matches: readonly Match[]): boolean {
  if (keepsReserve.test(claim.text)) return false;
  const segments = segmentsOf(sentence.tokens);
  const inside = claim.words.filter((word, at) => {
    const match = matches[at];
    const met = match === undefined || match.strength < surely ? undefined : sentence.words[match.at];
    if (met === undefined || word.isName) return false;
    const segment = segments.find(({ first, end }) => met.token >= first && met.token < end);
    return (
      segment !== undefined &&
      sentence.tokens
        .slice(segment.first, met.token)
        .some(({ lower }, i) => foresees.test(lower) && verbFormAt(sentence.tokens, segment.first + i) !== undefined)
    );
  });
  return inside.length > 0 && inside.length >= claim.words.filter(({ isName }) => !isName).length / 2;
}

/**
 * Whether a claim tells as a fact what its source only gives as an idea, as possible or as planned, in ways that no mood of
 * a verb shows: "the idea that …", "a possible breakdown", "Establishment of a center will …".
 */
export function tellsTheUnproven(claim: Statement, sentence: Statement, matches: readonly Match[]): boolean {
  const keeps = keepsReserve.test(claim.text);
  let beyond = 0;
  let total = 0;
  const { isExempt } = reservationsIn(sentence.text);
  const cues = [...sentence.text.matchAll(new RegExp(held, 'giu'))];
  const isHeld = ({ start }: StatementWord): boolean =>
    cues.some(({ index, 0: cue }) => start >= index + cue.length && (!isExempt(start) || isExempt(index)));
  for (const [at, word] of claim.words.entries()) {
    const match = matches[at];
    const met = match === undefined || match.strength < surely ? undefined : sentence.words[match.at];
    if (met === undefined) continue;
    if (!word.isName) {
      total += word.weight;
      if (isHeld(met)) beyond += word.weight;
    }
    const metToken = sentence.tokens[met.token];
    const own = claim.tokens[word.token];
    if (metToken === undefined || own === undefined) continue;
    if (merely.test(sentence.tokens[met.token - 1]?.lower ?? '')) {
      const before = claim.tokens[word.token - 1]?.lower ?? '';
      if (!merely.test(before) && !keepsPossible.test(claim.text)) return true;
      if (!merely.test(before) && isTold(claim, word)) return true;
    }
    const isNominal =
      noun.test(metToken.lower) ||
      (verbFormAt(claim.tokens, word.token)?.isDone === true &&
        metToken.lower !== own.lower &&
        verbFormAt(sentence.tokens, met.token) === undefined &&
        !metToken.lower.endsWith('ed'));
    if (isNominal && !noun.test(own.lower) && isTold(claim, word) && isStillToCome(sentence, met)) return true;
    if (verbFormAt(claim.tokens, word.token) !== undefined && !keeps && isOnlyConsidered(sentence, met)) return true;
  }
  if (tellsThePlanned(claim, sentence)) return true;
  if (addsADeed(claim, sentence, matches) || hidesReport(claim, sentence, matches)) return true;
  if (inverted.test(sentence.text) && !sentence.asks && !keeps) return true;
  if (isReportedThroughout(claim, sentence, matches) || tellsTheForeseen(claim, sentence, matches)) return true;
  return !saysWhose.test(claim.text) && total > 0 && beyond / total >= 0.6;
}
