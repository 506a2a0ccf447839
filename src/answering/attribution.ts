import type { Attribution } from '../types.js';

/** Somebody other than the author is said to hold this. */
const reported =
  /\b(?:according to|reportedly|alleg(?:ed|es|edly|ations?)|accus\w+|claim(?:s|ed|ing)?|rumou?rs?|speculat\w+|one of the versions|the theory that|insist(?:s|ed)?|argued?s?|told|said|says|saying|stated|states that|voiced by|critici[sz]\w+|believ(?:es?|ed)|based on \w+['’]? observations|make it clear|made it clear)\b/iu;

/** It is said to be so if something holds, or that it ought to be: no fact of the past. The month of May is no condition. */
const conditional =
  /\b(?:(?<!\bas )if|unless|provided that|should|would|could|might|(?<!\b(?:in|of|on|since|until|by|early|late|last|mid|\d{1,2}|\d(?:st|nd|rd|th))[ -])may(?! \d)|expected to|supposed to|in order to successfully|have to|has to|need to|needs to)\b/iu;

/** The author's own weighing. */
const author =
  /\b(?:it can be assumed|most likely|more plausible|one way or another|in reality|it is important to understand|indeed|we are witnessing|points to the fact|seems?|sounds?|probably|presumably|perhaps|appears?|arguably|in my (?:view|opinion)|i think|undoubtedly|unclear|surpris\w+|(?:important|significant|serious|difficult|persisting|weak|good|bad|major|crucial|huge) (?:\w+ )?(?:victory|success|defeat|challenges?|concerns?|news|task|link|problem|failure|mistake|step))\b/iu;

/** True when a sentence says what holds under a condition or ought to be, whoever says it. */
export function isConditional(sentence: string): boolean {
  return conditional.test(sentence);
}

/**
 * Whose words a sentence gives, so that a version, a condition or a judgement is never shown as plain fact; `null` when
 * nothing in it says so. A report comes first: "Kerry said that it should hold" is his view before it is a condition.
 */
export function attributionOf(sentence: string): Attribution | null {
  if (reported.test(sentence)) return 'reported';
  if (isConditional(sentence)) return 'conditional';
  return author.test(sentence) ? 'author' : null;
}
