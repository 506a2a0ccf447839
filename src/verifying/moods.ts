import type { WordToken } from '../language/word-tokens.js';

/**
 * How a text means a word: as what ought to be, can be, will be, would be under a condition, or is somebody's aim. A word
 * without a mood is told as it is.
 */
export type Mood = 'duty' | 'possibility' | 'future' | 'condition' | 'aim';

const moodOfVerb: ReadonlyMap<string, Mood> = new Map<string, Mood>(
  Object.entries({
    should: 'duty',
    must: 'duty',
    ought: 'duty',
    can: 'possibility',
    could: 'possibility',
    may: 'possibility',
    might: 'possibility',
    cannot: 'possibility',
    "can't": 'possibility',
    'can’t': 'possibility',
    will: 'future',
    "won't": 'future',
    shall: 'future',
    would: 'condition',
  }),
);
const beforeTo: ReadonlyMap<string, Mood> = new Map<string, Mood>(
  Object.entries({
    have: 'duty',
    has: 'duty',
    had: 'duty',
    need: 'duty',
    needs: 'duty',
    needed: 'duty',
    required: 'duty',
    supposed: 'duty',
    obliged: 'duty',
    going: 'future',
    gonna: 'future',
    set: 'future',
    expected: 'future',
    due: 'future',
    is: 'future',
    are: 'future',
    able: 'possibility',
  }),
);
/** After these "to" is a direction, not the sign of a verb. */
const nounOpeners: ReadonlySet<string> = new Set(
  'the a an this that these those his her its their our my your all both each every any some him them us me it what which whom whose how when where'.split(
    ' ',
  ),
);

/** After these it is a direction in any case: "according to people", "close to power". */
const towards =
  /^(?:according|thanks|owing|prior|close|next|contrary|similar|addition|regard|response|compared|relation)$/u;

/** What a goal or a demand is for need not have come about. */
const wishes: ReadonlySet<string> = new Set(
  'goal goals aim aims objective objectives hope hopes wish wishes desire desires proposal proposals'.split(' '),
);
/** "led to allegations", "close to achieving": no infinitives. */
const noun = /(?:[^s]s|tion|sion|ment|ness|ity|ance|ence|ing)$/u;

/** The mood that a token gives to the next word that it is said of; `undefined` for most tokens. */
export function moodAt(tokens: readonly WordToken[], at: number): Mood | undefined {
  const token = tokens[at];
  if (token === undefined) return undefined;
  if (token.lower === 'may' && token.shape !== 'lower') return undefined;
  const own = moodOfVerb.get(token.lower);
  if (own !== undefined) return own;
  if (token.lower === 'gonna') return 'future';
  if (wishes.has(token.lower) && tokens[at + 1]?.shape !== 'figure') return 'aim';
  if (token.lower !== 'to') return undefined;
  const next = tokens[at + 1];
  if (next === undefined || next.shape !== 'lower' || nounOpeners.has(next.lower) || noun.test(next.lower)) {
    return undefined;
  }
  const before = tokens[at - 1]?.lower ?? '';
  if (towards.test(before)) return undefined;
  if ((before === 'is' || before === 'are') && next.lower !== 'be') return 'aim';
  return beforeTo.get(before) ?? 'aim';
}

/**
 * Whether a claim may say a word in its mood when the text says it in another: "is" does not follow from "should be", nor
 * "will be" from "can be".
 */
export function moodFollows(claim: Mood | undefined, text: Mood | undefined): boolean {
  if (claim === text || text === undefined) return claim !== 'duty' || text === 'duty';
  if (text === 'aim') return claim !== undefined;
  if (claim === 'possibility') return text === 'future';
  // "could resolve" and "would resolve" say the same of what has not happened.
  return claim === 'condition' && text === 'possibility';
}

const reportCue =
  /\b(?:according to|based on \p{L}+['’]? observations|reportedly|allegedly|(?:alleg\w+|accus\w+|claim(?:s|ed|ing)?|rumou?rs?|insist(?:s|ed)?|argu(?:e|es|ed)|told \p{L}+|said|says|saying|stated?s?|believ(?:e|es|ed)|theory|theories|versions?|hypothesis|speculat\w+|suggest(?:s|ed)?|report(?:s|ed)?|estimat(?:e|es|ed)|reckon(?:s|ed)?|predict(?:s|ed)?|warn(?:s|ed)?|fear(?:s|ed)?|hop(?:e|es|ed)|speaks?)(?:(?: is| was)? (?:that|all they want that|of|about))|(?:accus(?:e|es|ed|ing)|suspect(?:s|ed)?)(?: \S+){1,4}? of|(?:warn|assur|remind|inform)(?:s|ed|ing)(?: \S+){1,4}? that)(?!\p{L})/giu;
const supposition =
  /\b(?:it can be assumed|one can assume|most likely|presumably|probably|perhaps|(?:seems?|appears?|looks?|sounds?)(?: (?:to|like|that|as if|much|more|most|very|quite|un\p{L}+|willing|ready|likely|plausible))|(?:more|most|finds? it) plausible|plausible that|likely to)\b/giu;
const trailingSupposition = /\b(?:sounds?|seems?|appears?) (?:\p{L}+ ){0,2}(?:plausible|likely|probable|possible)\b/iu;
const condition = /(?<!\b(?:as|even) )\b(?:if|unless|provided that)\b/giu;
const aside = /^\p{L}+(?: \p{L}+){0,2}\s*[,.)]/u;

/** ", who were betting on …" is told as it is, whatever the sentence around it reports or supposes. */
const ownWord =
  /(?:,\s+(?:which|who|whose|where)\b|\b(?:who|which|that) (?:is|are|was|were|has|have|had)\b)(?:(?!\b(?:could|would|might|should)\b)[^,;])*/giu;

/** Stretches of a text that it gives as somebody's word, as a guess or under a condition, each to the end of the text. */
export interface Reservations {
  /** Where each begins, `Infinity` where there is none. */
  readonly reported: number;
  readonly supposed: number;
  readonly conditional: number;
  /** True at places inside such a stretch that the text vouches for itself. */
  isExempt(place: number): boolean;
}

function firstEnd(text: string, pattern: RegExp): number {
  pattern.lastIndex = 0;
  const found = pattern.exec(text);
  return found === null ? Number.POSITIVE_INFINITY : found.index + found[0].length;
}

export function reservationsIn(text: string): Reservations {
  const reported = firstEnd(text, reportCue);
  let conditional = Number.POSITIVE_INFINITY;
  for (const { index, 0: word } of text.matchAll(condition)) {
    // ", if needed," says nothing of the rest.
    if (aside.test(text.slice(index + word.length).trimStart()) && /,\s*$/u.test(text.slice(0, index))) continue;
    conditional = index;
    break;
  }
  const supposed = trailingSupposition.test(text) ? 0 : firstEnd(text, supposition);
  // Looked for when somebody asks: most sentences hold nothing back, and nothing in them needs an exemption.
  let exempt: readonly (readonly [start: number, end: number])[] | undefined;
  return {
    reported,
    supposed,
    conditional,
    isExempt(place) {
      exempt ??= [...text.matchAll(ownWord)].map(({ index, 0: words }) => [index, index + words.length] as const);
      return exempt.some(([start, end]) => place >= start && place < end);
    },
  };
}
