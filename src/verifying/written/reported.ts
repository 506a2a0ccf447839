import type { Match } from '../alignment.js';
import { reservationsIn } from '../moods.js';
import type { Statement } from '../statement.js';
import { saysWhose } from './reserve-words.js';

/** The words of a claim before its first relative clause: what it chiefly says. */
function headOf({ text }: Statement): number {
  const found = /,\s+(?:which|who|whose|where)\b/u.exec(text);
  return found === null ? text.length : found.index;
}

const parenthetical =
  /\b(?:[Aa]ccording to|[Rr]eportedly|[Aa]llegedly|[Ss]upposedly|(?:is|are|was|were) said to|so (?:he|she|they) (?:says?|said))\b|,\s+(?:he|she|they|it|\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*)?|the \p{L}+) (?:says?|said|adds?|added|argues?|argued|believes?|believed|thinks?|insists?|insisted|claims?|claimed|warns?|warned|explains?|explained|told \p{L}+)(?=[,.;]|$)/u;

/** "She holds that …", "It declared that …": what follows is theirs. */
const holding =
  /\b(?:he|she|they|it|who|\p{Lu}\p{L}+) (?:also )?(?:holds?|held|maintains?|maintained|contends?|contended|finds?|writes?|wrote|declares?|declared|complains?|complained|explains?|explained|adds?|added|points? out|pointed out|concludes?|concluded|notes?|noted|announces?|announced|then declared|(?:\p{L}+ )?(?:told|tells) \p{L}+) that\b/iu;

/** The part of a sentence between semicolons in which most words of the claim stand is given as somebody's word throughout. */
export function isReportedThroughout(claim: Statement, sentence: Statement, matches: readonly Match[]): boolean {
  if (saysWhose.test(claim.text)) return false;
  let from = 0;
  for (const part of sentence.text.split(';')) {
    const to = from + part.length;
    const inside = claim.words.filter((_, at) => {
      const met = sentence.words[matches[at]?.at ?? -1];
      return met !== undefined && (matches[at]?.strength ?? 0) >= 0.5 && met.start >= from && met.end <= to;
    });
    if (parenthetical.test(part) && inside.length > claim.words.length / 2) {
      // ", which has turned into …" after it is the author's own.
      const { isExempt } = reservationsIn(sentence.text);
      const exempt = inside.filter((word) =>
        isExempt(sentence.words[matches[claim.words.indexOf(word)]?.at ?? -1]?.start ?? -1),
      );
      return exempt.length < inside.length / 2;
    }
    from = to + 1;
  }
  return false;
}

/** What a claim chiefly says stands in the sentence as somebody's word, and the claim names nobody. */
export function hidesReport(claim: Statement, sentence: Statement, matches: readonly Match[]): boolean {
  if (saysWhose.test(claim.text)) return false;
  const head = headOf(claim);
  // "with perhaps 2,000 fighters" leaves the rest as it is.
  const held = holding.exec(sentence.text);
  const heldFrom = held === null ? Number.POSITIVE_INFINITY : held.index + held[0].length;
  const isNumberGuessed = /\b(?:perhaps|probably|presumably) (?=\d)/iu.test(sentence.text);
  let reported = 0;
  let total = 0;
  for (const [at, word] of claim.words.entries()) {
    const match = matches[at];
    const met = match === undefined || match.strength < 0.5 ? undefined : sentence.words[match.at];
    if (met === undefined || word.end > head || word.isName) continue;
    total += word.weight;
    if (met.reported || met.start >= heldFrom || (met.supposed && !isNumberGuessed)) reported += word.weight;
  }
  return total > 0 && reported / total >= 0.5;
}

const attributes =
  /\b(?:according to|sa(?:id|ys?)|called|calls|describ(?:es|ed)|spoke|speaks|terms|termed|label(?:s|led|ed)|wrote|writes|told|tells|argu(?:es|ed)|think(?:s)?|thought|believ(?:es|ed)|insist(?:s|ed)|claim(?:s|ed)|warn(?:s|ed)|admit(?:s|ted)|not(?:es|ed)|explain(?:s|ed)|in \p{L}+ (?:words|view|opinion)|[’']s? (?:words|view|opinion))\b/iu;

const quoted = /["“][^"“”]{12,}["”]/gu;
const mostlyQuoted = 0.6;

/** What a claim says in its own voice stands in the sentence between quotation marks: somebody else's words. */
export function takesQuotedWords(claim: Statement, sentence: Statement, matches: readonly Match[]): boolean {
  if (attributes.test(claim.text) || /["“”]/u.test(claim.text)) return false;
  const spans = [...sentence.text.matchAll(quoted)].map(
    ({ index, 0: words }) => [index, index + words.length] as const,
  );
  if (spans.length === 0) return false;
  let inside = 0;
  let total = 0;
  for (const [at, word] of claim.words.entries()) {
    const match = matches[at];
    const met = match === undefined || match.strength < 0.5 ? undefined : sentence.words[match.at];
    if (met === undefined) continue;
    total += word.weight;
    if (spans.some(([start, end]) => met.start >= start && met.end <= end)) inside += word.weight;
  }
  return total > 0 && inside / total >= mostlyQuoted;
}
