import type { WordVectors } from '../language/word-vectors.js';
import { answersOf } from './asked-answers.js';
import { denyAlike, stancesOf } from './asked-stance.js';
import type { AskedThing } from './asked-thing.js';
import { contradictsItself, type Difference, differenceInWords } from './difference-in-words.js';
import type { Both, Disputant } from './disputant.js';
import { excludeEachOther } from './excluding-differences.js';
import { differInThing, nameOtherKinds, namesOneKind } from './other-kinds.js';
import { nameOthers } from './other-names.js';
import { areOnTheSame, saysAnotherThing } from './same-subject.js';
import { tellsAsked } from './tells-asked.js';

function tellBoth(asked: AskedThing, [one, other]: Both<Disputant>): boolean {
  return tellsAsked(asked, one) && tellsAsked(asked, other);
}

/** A difference in what each of two sentences answers, in whatever words. */
function differenceInAnswers(asked: AskedThing, sides: Both<Disputant>): Difference | undefined {
  if (!tellBoth(asked, sides)) return undefined;
  const answers = answersOf(asked, sides);
  if (answers !== undefined) {
    const words = [answers[0].stretch, answers[1].stretch] as const;
    const [{ kind }] = answers;
    return excludeEachOther(asked, kind, sides, words, true) ? { kind, words } : undefined;
  }
  if (!asked.kinds.has('polarity') && asked.counted < 0) return undefined;
  const found = stancesOf(asked, sides);
  if (found === undefined || !excludeEachOther(asked, found.kind, sides, found.stretches, true)) return undefined;
  return { kind: found.kind, words: found.stretches };
}

/**
 * What one sentence says otherwise than another about what a question asks; `undefined` when they agree, speak of
 * different things, or the difference is not certain.
 */
export function disagreementOf(
  asked: AskedThing,
  sides: Both<Disputant>,
  vectors: WordVectors,
): Difference | undefined {
  // Of real pairs half to three quarters end here, at little cost: neither way to a difference is open to them.
  if (saysAnotherThing(asked, sides) && !tellBoth(asked, sides)) return undefined;
  if (!areOnTheSame(asked.statement, sides) || nameOtherKinds(asked, sides)) return undefined;
  if (differInThing(asked, sides)) return undefined;
  const inWords = differenceInWords(asked, sides, vectors);
  const found = inWords ?? differenceInAnswers(asked, sides);
  if (found === undefined || nameOthers(asked, sides, found.words)) return undefined;
  const isSense = found.kind === 'polarity' || found.kind === 'opposite';
  if (isSense && (namesOneKind(asked, sides) || denyAlike(asked, sides))) return undefined;
  const isOfAnswers = inWords === undefined && (found.kind === 'number' || found.kind === 'date');
  return !isOfAnswers && sides.some((side) => contradictsItself(side, vectors)) ? undefined : found;
}
