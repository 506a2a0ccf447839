import type { WordToken } from '../../language/word-tokens.js';

const being = /^(?:is|are|was|were|be|been|being)$/u;

const auxiliary =
  /^(?:is|are|was|were|be|been|being|has|have|had|having|will|would|can|could|should|must|may|might|shall|do|does|did|cannot|\p{L}+n['’]t)$/u;

const modal = /^(?:will|would|can|could|should|must|may|might|shall|cannot|won['’]t|can['’]t)$/u;

const passedOver =
  /^(?:not|never|also|already|now|still|even|only|just|both|all|then|so|once|soon|often|ever|again|no|longer|\p{L}{2,}ly)$/u;

/** Verbs that hand their subject on to the verb after their "to". */
const handsOn =
  /^(?:refus|want|tr(?:y|ies|ied)|agree|decid|attempt|hop(?:e|es|ed)$|plan|fail|beg[aiu]n|start|need|able|ready|willing|reluctant|intend|manage|seem|appear|continu|have$|has$|had$|going|expect|threaten|promis|offer|vow|wish|prepar|choos|chose)/u;

/** Those that are nouns as well ("cost", "set", "ground") are left out: a past that nothing shows. */
const irregularPast = new Set(
  `was were had did went came took made gave got saw said told found left felt kept held led brought thought bought sold sent
  spent built lost met paid ran rose fell grew knew drew flew threw chose broke spoke wrote drove rode shook stole wore
  won stood understood sat struck stuck fought caught taught sought began became fled withdrew withheld forgave forbade forgot
  foresaw overcame overthrew undertook underwent arose laid meant dealt heard quit sank swam sang rang drank swore tore woke`.split(
    /\s+/,
  ),
);

const irregularParticiple = new Set(
  `been had done gone come taken made given got gotten seen said told found left felt kept held led brought thought bought sold sent
  spent built lost met paid put read run risen fallen grown known drawn flown thrown chosen broken spoken written driven ridden
  shaken stolen worn won stood understood sat set cut hit let hurt shut cost struck stuck fought caught taught sought begun
  become fed withdrawn withheld forbidden forgotten foreseen overcome overthrown undertaken undergone arisen laid meant dealt
  heard spread split shot sunk sung sworn torn`.split(/\s+/),
);

/** Present forms that no noun has, or hardly. */
const present = new Set(
  `says gets receives gives takes makes goes comes becomes keeps holds lets begins brings pays sells sends spends loses meets
  speaks wants believes considers thinks knows finds tells asks insists argues denies admits accepts rejects refuses opposes
  criticizes criticises remains stays depends includes requires allows enables provides covers faces lasts dies serves contains
  consists belongs represents recognizes recognises continues expects intends warns agrees gains describes enters puts has is
  are does estimates calculates explains writes adds maintains consider believe speak depend remain insist argue deny accept
  reject refuse oppose criticize criticise include require allow enable provide contain consist belong represent recognize
  recognise continue expect intend agree receive say tell give take make keep bring pay sell send spend lose meet want know`.split(
    /\s+/,
  ),
);

/** The same of verbs that are nouns as well: only where nothing opens a noun before them. */
const presentOrNoun =
  /^(?:claims|supports|leads|hopes|fears|promises|lies|stands|lives|calls|reports|states|notes|counts|sees|plans|demands)$/u;

const openers =
  /^(?:the|a|an|his|her|its|their|our|my|your|some|any|no|each|every|of|in|on|at|for|with|by|from|about|into|between|against|over|under|more|most|very|such|as)$/u;

const isParticiple = (lower: string): boolean => /(?:ed|wn|en)$/u.test(lower) || irregularParticiple.has(lower);

/** What a verb's form tells of it. */
export interface VerbForm {
  /** It is told as something that was or has been done. */
  readonly isDone: boolean;
  readonly isPassive: boolean;
  /** A modal verb, or "to", stands before it. */
  readonly isOpen: boolean;
  /** It is a modal verb, or "ought to" and the like. */
  readonly isModal: boolean;
  /** Place of the first token of its group: of "has not been told" that of "has". */
  readonly first: number;
}

/** The form of a token that is a verb, as far as its neighbours show that it is one; `undefined` for any other. */
export function verbFormAt(tokens: readonly WordToken[], at: number): VerbForm | undefined {
  const token = tokens[at];
  if (token === undefined || token.shape === 'figure' || auxiliary.test(token.lower)) return undefined;
  let first = at;
  let isPassive = false;
  let isPerfect = false;
  let isPast = false;
  let isOpen = false;
  let isModal = false;
  let isAfterAuxiliary = false;
  let isAfterTo = false;
  let isDenied = false;
  let nearest: string | undefined;
  for (let back = at - 1; back >= Math.max(0, at - 8); back--) {
    const lower = tokens[back]?.lower ?? '';
    if (/[^\s"“”‘’']/u.test(tokens[back + 1]?.gap ?? '')) break;
    if (auxiliary.test(lower)) {
      isAfterAuxiliary = true;
      nearest ??= lower;
      isDenied ||= /n['’]t$/u.test(lower);
      isPassive ||= being.test(lower) && back + 1 <= at && isParticiple(token.lower) && !isAfterTo;
      isPerfect ||= /^(?:has|have|had)$/u.test(lower);
      isPast ||= /^(?:was|were|had|did)$/u.test(lower);
      isOpen ||= modal.test(lower);
      isModal ||= modal.test(lower);
      first = back;
    } else if (lower === 'to' && first === back + 1) {
      isAfterTo = true;
      isOpen = true;
      first = back;
    } else if (isAfterTo && (handsOn.test(lower) || lower === 'ought') && first === back + 1) {
      isModal ||= lower === 'ought' || /^(?:has|have|had|needs?)$/u.test(lower);
      first = back;
    } else if (passedOver.test(lower)) {
      isDenied ||= lower === 'not' || lower === 'never';
      if (first === back + 1) first = back;
    } else break;
  }
  // "is necessary", "has a majority" and "did everything" have their verb before the word.
  if (!isAfterTo && nearest !== undefined) {
    const takesParticiple = being.test(nearest) || /^(?:has|have|had)(?:n['’]t)?$/u.test(nearest);
    if (takesParticiple && !isParticiple(token.lower) && !token.lower.endsWith('ing')) return undefined;
    if (/^(?:do|does|did)$/u.test(nearest) && !isDenied) return undefined;
  }
  const before = tokens[first - 1]?.lower ?? '';
  const { lower } = token;
  const isByPast = (/\p{L}{2,}ed$/u.test(lower) || irregularPast.has(lower)) && !openers.test(before);
  const isReduced = isParticiple(lower) && tokens[at + 1]?.lower === 'by' && !isAfterAuxiliary;
  const isPresent = present.has(lower) || (presentOrNoun.test(lower) && !openers.test(before) && before !== '');
  if (!isAfterAuxiliary && !isAfterTo && !isByPast && !isReduced && !isPresent) return undefined;
  const isDone = !isOpen && (isPerfect || isPast || (isByPast && !(isAfterAuxiliary && !isPast)));
  return { isDone, isPassive: isPassive || isReduced, isOpen, isModal, first };
}
