/** A border between clauses that may stand alone. */
const border = /;\s+|,?\s+(?:and|but|while|whereas|yet)\s+(?:also\s+)?/giu;
/** Begins with a subject of its own that needs no word before it: a name, "the …", "there". */
const ownSubject = /^(?:the|a|an|there|no|\p{Lu}[\p{L}.'-]*)\s/u;
const finite =
  /\b(?:is|are|was|were|has|have|had|will|would|can|could|did|does|do|should|must|may|might|isn't|aren't|wasn't|weren't|hasn't|won't|can't|didn't|doesn't|agreed|met|said|says|fell|held|took|began|went|came|led|made|became|broke|\p{L}{3,}ed)\b/iu;
/** A subordinate beginning reaches over the border: "If the truce holds and the talks begin, …". */
const subordinate =
  /^(?:if|when|because|although|though|since|unless|after|before|while|as|once|that|whether|both|between)\b|\b(?:that|if|whether|because|between|both)\b/iu;
const leastWords = 3;
const verbWithin = 6;

function standsAlone(clause: string): boolean {
  const words = clause.split(/\s+/u);
  return words.length >= leastWords && finite.test(words.slice(1, verbWithin + 1).join(' '));
}

/** A sentence as the statements it is made of; itself alone when a part would not be understood without the others. */
export function splitClauses(sentence: string): readonly string[] {
  const parts: string[] = [];
  let start = 0;
  for (const { index, 0: joint } of sentence.matchAll(border)) {
    const left = sentence.slice(start, index).trim();
    const right = sentence.slice(index + joint.length);
    if (!ownSubject.test(right) || !standsAlone(right) || !standsAlone(left) || subordinate.test(left)) continue;
    parts.push(left);
    start = index + joint.length;
  }
  parts.push(sentence.slice(start).trim());
  return parts;
}
