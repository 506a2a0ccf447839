import { type Match, unmet } from './alignment.js';
import type { Finding } from './finding.js';
import { moodFollows } from './moods.js';
import { isNegation } from './negation.js';
import type { Statement, StatementWord } from './statement.js';

/** Words that meet one another at least so well are the same thing said twice. */
const surely = 0.9;
/** So much of what a claim and a sentence share must lie under a mood for the claim to turn a wish into a fact. */
const moodShare = 0.6;
/** And so much under a report, a guess or a condition for the claim to turn that into a fact. */
const reservedShare = 0.5;
const halfMet = 0.5;

/** True when another word of the claim is nearer to what this one is met by. */
function isOutdone(matches: readonly Match[], at: number): boolean {
  const own = matches[at];
  return own !== undefined && matches.some((match) => match.at === own.at && match.strength > own.strength);
}

/** How many tokens before a word its negation may stand: "refused to openly recognise". */
const negationReach = 4;

/** From the negation to the word that it is said of, as far as a reader needs to see it. */
export function withNegation({ tokens }: Statement, word: StatementWord): readonly [number, number] {
  if (!word.negated) return [word.start, word.end];
  for (let at = word.token - 1; at >= Math.max(0, word.token - negationReach); at--) {
    if (isNegation(tokens, at)) return [tokens[at]?.start ?? word.start, word.end];
  }
  return [word.start, word.end];
}

/** Denials that lie outside what negation.ts ties to a word: with one of them a missing "not" proves nothing. */
const otherDenial =
  /\b(?:not?|never|none|nobody|nothing|neither|nor|without|cannot|whether|lack\p{L}*|fail\p{L}*|absent|absence|rule[sd]? out|exclud\p{L}*|hardly|barely|scarcely|unlikely|doubt\p{L}*|den(?:y|ies|ied)|refus\p{L}*|reluctan\p{L}*|difficult|impossible|unthinkable)\b|n['’]t\b/giu;

/** How often a statement denies something without a word that negation.ts could tie it to. */
export function looseDenials({ text, words }: Statement): number {
  return [...text.matchAll(otherDenial)].length - words.filter(({ negated }) => negated).length;
}

/** True unless the side without a negation at this word may deny it in another way. */
function isCertain(word: StatementWord, met: StatementWord, claim: Statement, sentence: Statement): boolean {
  if (word.negated === met.negated) return true;
  return looseDenials(word.negated ? sentence : claim) <= 0;
}

/** Words that the claim has the other way than the sentence: "hid" and "didn't hide", "clear" and "unclear". */
function comparePolarityOfWords({ claim, sentence, matches }: Pair): readonly Finding[] {
  return claim.words.flatMap((word, at): readonly Finding[] => {
    const { at: other, strength, opposite, contested = false } = matches[at] ?? unmet;
    const met = sentence.words[other];
    if (contested && met !== undefined) {
      const [start, end] = [word.start, word.end];
      return [{ kind: 'opposite', conflict: false, claim: [start, end], text: [met.start, met.end], words: [at] }];
    }
    if (met === undefined || (strength < surely && !opposite) || word.isFigure || isOutdone(matches, at)) return [];
    if ((word.negated !== met.negated) === opposite) return [];
    return [
      {
        kind: opposite ? 'opposite' : 'polarity',
        conflict: isCertain(word, met, claim, sentence),
        claim: withNegation(claim, word),
        text: withNegation(sentence, met),
        words: [at],
      },
    ];
  });
}

interface Pair {
  readonly claim: Statement;
  readonly sentence: Statement;
  readonly matches: readonly Match[];
}

/** Of the weight of the ordinary words that meet the claim's, the share that has a property. */
function shareOf({ claim, sentence, matches }: Pair, has: (word: StatementWord) => boolean): number {
  let held = 0;
  let total = 0;
  for (const [at, word] of claim.words.entries()) {
    const { at: other, strength } = matches[at] ?? { at: -1, strength: 0 };
    const met = sentence.words[other];
    if (met === undefined || strength < halfMet || met.isName) continue;
    total += word.weight;
    if (has(met)) held += word.weight;
  }
  return total === 0 ? 0 : held / total;
}

const reservations = [
  { kind: 'report', has: (word: StatementWord) => word.reported },
  { kind: 'guess', has: (word: StatementWord) => word.supposed },
  { kind: 'condition', has: (word: StatementWord) => word.conditional },
] as const;

const nobody = /\b(?:nothing|nobody|no one|none|neither|no \p{L}+)\b[^,;.:]*/giu;

/** "Nothing will be paid for the days on strike": the whole clause is denied by its subject. */
function compareSubjects(pair: Pair): readonly Finding[] {
  const { claim, sentence } = pair;
  if (claim.text.search(nobody) >= 0) return [];
  const denied = [...sentence.text.matchAll(nobody)].map(
    ({ index, 0: words }) => [index, index + words.length] as const,
  );
  const isDenied = ({ start }: StatementWord): boolean => denied.some(([from, to]) => start >= from && start < to);
  const [first] = denied;
  if (first === undefined || shareOf(pair, isDenied) < reservedShare) return [];
  return [{ kind: 'polarity', conflict: false, claim: [0, claim.text.length], text: first, words: [] }];
}

/** Words of the claim that the sentence has as wanted, possible or still to come, and the claim as they are. */
function moodsOfWords({ claim, sentence, matches }: Pair): readonly Finding[] {
  return claim.words.flatMap((word, at): readonly Finding[] => {
    const { at: other, strength } = matches[at] ?? { at: -1, strength: 0 };
    const met = sentence.words[other];
    if (met === undefined || strength < surely || word.isName || word.isFigure || isOutdone(matches, at)) return [];
    if (moodFollows(word.mood, met.mood) || (word.mood === undefined && word.inMood)) return [];
    // What cannot be will not be either.
    if (met.negated && met.mood === 'possibility' && !word.negated) return [];
    return [{ kind: 'mood', conflict: false, claim: [word.start, word.end], text: [met.start, met.end], words: [at] }];
  });
}

function isWanted({ inMood, negated, mood }: StatementWord): boolean {
  return inMood && !(negated && mood === 'possibility');
}

/** "It has to prove itself capable of making progress": the whole clause is wanted, not only its verb. */
function moodOfClause(pair: Pair): readonly Finding[] {
  const { claim, sentence } = pair;
  if (claim.words.some(({ inMood }) => inMood)) return [];
  if (shareOf(pair, isWanted) < moodShare) return [];
  const first = sentence.words.find(({ mood }) => mood !== undefined);
  const text: Finding['text'] = first === undefined ? undefined : [first.start, first.end];
  return [{ kind: 'mood', conflict: false, claim: [0, claim.text.length], text, words: [] }];
}

function reservationsOf(pair: Pair): readonly Finding[] {
  const { claim, sentence } = pair;
  if (claim.words.some(({ reported, supposed, conditional }) => reported || supposed || conditional)) return [];
  return reservations
    .filter(({ has }) => shareOf(pair, has) >= reservedShare)
    .map(({ kind }) => ({
      kind,
      conflict: false,
      claim: [0, claim.text.length],
      text: [0, sentence.text.length],
      words: [],
    }));
}

/** What the claim affirms and the sentence denies, or the other way round. */
export function comparePolarity(claim: Statement, sentence: Statement, matches: readonly Match[]): readonly Finding[] {
  const pair = { claim, sentence, matches };
  const words = comparePolarityOfWords(pair);
  return words.length > 0 ? words : compareSubjects(pair);
}

/** The claim states what the sentence only wishes, allows, foresees, guesses, reports or ties to a condition. */
export function compareMoods(claim: Statement, sentence: Statement, matches: readonly Match[]): readonly Finding[] {
  const pair = { claim, sentence, matches };
  const words = moodsOfWords(pair);
  return [...(words.length > 0 ? words : moodOfClause(pair)), ...reservationsOf(pair)];
}
