import type { Match } from '../alignment.js';
import type { Statement } from '../statement.js';
import { verbFormAt } from './verb-forms.js';

const phase = /^(?:beg[aiu]n|begins|start(?:s|ed)?|stop(?:s|ped)?|finish(?:es|ed)?|resume[sd]?)$/u;
const anyPhase =
  /\b(?:beg[aiu]n\p{L}*|start\p{L}*|commenc\p{L}*|launch\p{L}*|open\p{L}*|stop\p{L}*|halt\p{L}*|end(?:s|ed|ing)?|ceas\p{L}*|finish\p{L}*|resum\p{L}*|restart\p{L}*|initiat\p{L}*|clos\p{L}*|complet\p{L}*|onset|outset)\b/iu;

/** "has begun to dig" where the sentence has nothing of a beginning. */
export function addsPhase({ tokens }: Statement, sentence: Statement): boolean {
  const told = tokens.some(
    ({ lower }, at) =>
      phase.test(lower) && (tokens[at + 1]?.lower === 'to' || tokens[at + 1]?.lower.endsWith('ing') === true),
  );
  return told && !anyPhase.test(sentence.text);
}

const future = /\b(?:will|shall|(?:is|are) (?:going|about|due) to)\b/iu;
const anyFuture =
  /\b(?:will|would|shall|to|plan\p{L}*|expect\p{L}*|due|may|might|could|can|should|must|need\p{L}*|going|next|until|if|unless|future|coming|forthcoming|intend\p{L}*|promis\p{L}*|announc\p{L}*|each|every|always)\b|['’]ll\b/iu;

/** "will face a vote" where the sentence only tells what was. */
export function addsFuture(claim: Statement, sentence: Statement): boolean {
  if (!future.test(claim.text) || anyFuture.test(sentence.text)) return false;
  return sentence.words.some(({ token }) => verbFormAt(sentence.tokens, token)?.isDone === true);
}

const open = /^(?:before|until|till|unless|if|whether|once|when|whenever)$/u;
const reach = 8;

/** "was passed" where the sentence has "before it is passed", "if it passes": it is still to come. */
export function tellsAwaited(claim: Statement, sentence: Statement, matches: readonly Match[]): boolean {
  return claim.words.some((word, at) => {
    const match = matches[at];
    const met = match === undefined || match.strength < 0.85 ? undefined : sentence.words[match.at];
    if (met === undefined || verbFormAt(claim.tokens, word.token)?.isDone !== true) return false;
    const form = verbFormAt(sentence.tokens, met.token);
    if (form === undefined || form.isDone) return false;
    for (let back = form.first - 1; back >= Math.max(0, form.first - reach); back--) {
      if (/[,;:]/u.test(sentence.tokens[back + 1]?.gap ?? '')) return false;
      if (open.test(sentence.tokens[back]?.lower ?? '')) return true;
    }
    return false;
  });
}
