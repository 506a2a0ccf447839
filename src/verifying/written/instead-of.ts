import type { Match } from '../alignment.js';
import type { Statement } from '../statement.js';

const instead = /\b(?:instead of|rather than|and not|as opposed to)\b/iu;

/** "once a year instead of every three months" where the sentence has it the other way round. */
export function turnsInstead(claim: Statement, sentence: Statement, matches: readonly Match[]): boolean {
  const [own, theirs] = [instead.exec(claim.text), instead.exec(sentence.text)];
  if (own === null || theirs === null) return false;
  let kept = 0;
  let turned = 0;
  for (const [at, word] of claim.words.entries()) {
    const match = matches[at];
    const same = sentence.words.filter(
      (one, i) => one.term === word.term || (i === match?.at && match.strength >= 0.85),
    );
    if (same.length === 0 || word.start < own.index + own[0].length) continue;
    if (same.some(({ start }) => start > theirs.index)) kept += 1;
    else turned += 1;
  }
  return turned > kept;
}

const beforeIn =
  /\bbefore (?!(?:the )?(?:summer|autumn|winter|spring|dawn|noon|christmas|easter|end|year|\p{Nd}|\p{Lu}))/iu;
const anyBefore =
  /\b(?:before|until|till|prior|ahead|earlier|previous\p{L}*|yet|pre-\p{L}+|preced\p{L}*|eve|former\p{L}*|already|later|after|then)\b/iu;

/** "before the authority agrees" where the sentence has no word of before or after: it may be a condition. */
export function turnsBefore(claim: string, sentence: string): boolean {
  return beforeIn.test(claim) && !anyBefore.test(sentence);
}
