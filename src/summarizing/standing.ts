import { termsOf } from '../language/terms.js';

/**
 * How well a sentence reads by itself: `alone` needs nothing before it; `linked` begins as the next step of something
 * ("However, …"); `dependent` has a pronoun that only earlier sentences explain, or is not a whole sentence; `unfit`
 * tells nothing wherever it stands, as questions, tables and code do.
 */
export type Standing = 'alone' | 'linked' | 'dependent' | 'unfit';

/** What a sentence of each standing is worth as a point; only the order and the distances matter. */
export const standingWorth: Readonly<Record<Standing, number>> = { alone: 1, linked: 0.8, dependent: 0.5, unfit: 0 };

const openingMarks = /^["'“‘«([*_\s-]+/u;
const asksOrDraws = /\?["'”’»)\]*_]*$|^\s*(?:\||`{3}|~{3})/u;
const anyLetter = /\p{L}/u;
const stopAtEnd = /[.!…。！।۔]["'”’»›)\]}」』*_]*(?:\[\d{1,3}\])*$/u;

const linking =
  /^(?:and|but|or|nor|yet|so|then|also|too|thus|hence|still|instead|again|besides|however|therefore|moreover|furthermore|meanwhile|nevertheless|nonetheless|otherwise|consequently|accordingly|additionally|similarly|likewise|conversely|finally|lastly|firstly|secondly|thirdly|previously|afterwards|subsequently|indeed|perhaps|probably|most likely|here|for (?:example|instance)|in (?:addition|contrast|other words|short|turn|fact|particular|return|reality)|by contrast|on the (?:contrary|other hand)|as a (?:result|consequence)|after all|above all|at the same time|that said|even so|of course|one way or another|another|others?|(?:two|three|the|some|many) others?|the (?:rest|same|latter|former|next)|(?:first|second|third|fourth)(?= is |ly|,| comes )|neither|either|elsewhere|later)\b[\s,]*/iu;

/** "Three of them", "all this led to", "on the eve of the vote, this gave": they point back whatever comes before. */
const openlyPointing =
  /^(?:\p{L}+ ){0,2}of (?:them|these|those|which)\b|^(?:[^,]{1,60}, )?(?:all )?(?:this|these|those) (?:is|are|was|were|will|would|has|have|had|can|could|may|might|should|must|does|did|do|gave|gives?|led|leads?|brings?|brought|means?|meant|makes?|made|points?|shows?|leaves?|left|explains?|goes|came|comes?|seems?|follows?)\b/iu;

const pointing =
  /\b(?:(?<pronoun>he|she|they|him|them|it|his|hers?|theirs?|its)|(?:this|that|these|those|such)(?:\s+(?<noun>[\p{L}'’-]+))?)\b/giu;

/** "It is important that …", "It took nine attempts to …": the "it" stands for what follows. */
const emptySubject =
  /^it(?:['’]s|\s+(?:is|was|were|can be|could be|may be|might be|must be|should be|has been|would be|will be|seems?|appears?|remains(?: to be)?|turns out))\s+(?:\w+ly\s+|too\s+|not\s+|also\s+|still\s+|no\s+)*(?:important|possible|impossible|likely|unlikely|clear|unclear|assumed|said|believed|thought|known|unknown|necessary|hard|difficult|easy|true|evident|obvious|worth|that|argued|expected|reported|hoped|feared|much to|wrong to|time to|naive|tempting|reasonable|fair|surprising|accident)\b|^it\s+(?:took|takes|costs?|needed|needs)\s+.{1,60}\s(?:to|before|until)\b/iu;

// Something that a later pronoun can stand for: a noun behind its article or number, or a name.
const noun =
  /\b(?:the|an?|our|both|all|many|some|several|most|every|two|three|four|five|six|seven|eight|nine|ten|hundreds of|thousands of|\d[\d,.]*)\s+\p{L}{3,}/iu;
const name = /\s["“‘(]?\p{Lu}[\p{L}.’'-]+/u;
const noNoun =
  /(?:ing|ed|ly)$|^(?:with|without|within|despite|unlike|inside|outside|beyond|like|under|over|behind|beside|between|since|upon|nobody|no-one|everybody|to|of|whatever|once|unless|although|though|while|whether)$/iu;

const ownTime = /^(?:year|month|week|morning|afternoon|evening|spring|summer|autumn|winter|century)$/iu;
const relative = /^(?:who|whose|whom|which|that|of|with|in|at|on)$/iu;

function holdsAntecedent(before: string): boolean {
  if (noun.test(before) || name.test(before)) return true;
  const first = /^[\p{L}.’'-]+/u.exec(before)?.[0] ?? '';
  return termsOf(first).length > 0 && !noNoun.test(first);
}

/** "Such changes" point back unless the changes were named just before. */
const suchThing = /\bsuch (?!as\b|an?\b|that\b|is\b)(?<noun>\p{L}+)/iu;

function pointsToKind(words: string): boolean {
  const found = suchThing.exec(words);
  if (found === null) return false;
  const [named] = termsOf(found.groups?.noun ?? '');
  return named !== undefined && !termsOf(words.slice(0, found.index)).includes(named);
}

/** Whether what "this", "that", "these", "those" or "such" points to lies outside. */
function demonstrates(match: string, next: string, isOpening: boolean, isKnown: (term: string) => boolean): boolean {
  // Elsewhere "that" begins a clause more often than it points.
  if (/^(?:that|such)\b/iu.test(match) && !isOpening) return false;
  if (/^those\b/iu.test(match) && relative.test(next)) return false;
  return !ownTime.test(next) && !termsOf(next).some(isKnown);
}

function pointsOutside(words: string, isKnown: (term: string) => boolean): boolean {
  if (openlyPointing.test(words) || pointsToKind(words)) return true;
  for (const match of words.matchAll(pointing)) {
    const before = words.slice(0, match.index).replace(linking, '');
    if (holdsAntecedent(before)) return false;
    const { pronoun, noun: next = '' } = match.groups ?? {};
    if (pronoun === undefined) {
      if (demonstrates(match[0], next, before.trim() === '', isKnown)) return true;
    } else if (!emptySubject.test(words.slice(match.index))) {
      return true;
    }
  }
  return false;
}

/**
 * Heuristics for English; what they do not see counts as `alone`.
 *
 * @param isKnown whether a term (language/terms.ts) names what the whole document is about: "this agreement" then points
 *   to nothing that a reader has not met
 */
export function standingOf(sentence: string, isKnown: (term: string) => boolean): Standing {
  if (asksOrDraws.test(sentence) || !anyLetter.test(sentence)) return 'unfit';
  const words = sentence.replace(openingMarks, '');
  if (!stopAtEnd.test(words) || pointsOutside(words, isKnown)) return 'dependent';
  return linking.test(words) ? 'linked' : 'alone';
}
