import { changedDates, changedNumbers } from './changed-facts.js';
import { flipped, unattributed, unconditional } from './changed-sense.js';
import type { LieKind } from './kinds.js';
import type { LabelledSentence } from './labelled-sentence.js';
import { otherNames } from './other-names.js';
import { contentWords, type NumberedPassage, shareInPassage } from './passages.js';
import { createRandom, pick } from './random.js';
import { isStatement, upperFirst } from './sentence-parts.js';

/** A sentence cited for a passage that has less than this share of its words isn't said there. */
const strangeShare = 0.3;
/** So that no kind drowns the others. */
const mostOfAKind = 40;

/** Another's words in quotation marks: what the passage says, yet not as it says it. */
function misquoted(sentence: string, passage: NumberedPassage): readonly string[] {
  const isVerbatim = passage.text.includes(sentence.replace(/\.$/u, ''));
  return isVerbatim || !isStatement(sentence) ? [] : [`The article says: "${sentence}"`];
}

function liesOf({ text, kind }: LabelledSentence, passage: NumberedPassage, random: () => number) {
  const made: Readonly<Partial<Record<LieKind, readonly string[]>>> = {
    'changed-number': changedNumbers(text),
    'changed-date': changedDates(text),
    'swapped-name': otherNames(text, passage.text, random),
    'flipped-negation': kind === 'quoted' ? [] : flipped(text),
    'dropped-condition': unconditional(text),
    'dropped-attribution': unattributed(text),
    'invented-quote': kind === 'reworded' ? misquoted(text, passage) : [],
  };
  return Object.entries(made) as [LieKind, readonly string[]][];
}

/** About so many of each kind, chosen by the seed, in the order in which they came. */
function thinned(lies: readonly LabelledSentence[], random: () => number): readonly LabelledSentence[] {
  const counts = new Map<string, number>();
  for (const { kind } of lies) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return lies.filter(({ kind }) => random() < mostOfAKind / (counts.get(kind) ?? 1));
}

/**
 * Lies made of honest sentences by changing one thing in each, or by citing another passage. Sentences that cite several
 * passages are left alone.
 * @param passages All that may be cited; those of the honest sentences are among them.
 */
export function liesByRule(
  honest: readonly LabelledSentence[],
  passages: readonly NumberedPassage[],
  seed: number,
): readonly LabelledSentence[] {
  const random = createRandom(seed);
  const last = Math.max(...passages.map(({ n }) => n));
  const lies = honest.flatMap((sentence): readonly LabelledSentence[] => {
    const { text, cites, source } = sentence;
    const passage = passages.find(({ n }) => n === cites[0]);
    if (passage === undefined || cites.length > 1) return [];
    const lie = (kind: LieKind, told: string, cited: number): LabelledSentence => ({
      text: upperFirst(told),
      cites: [cited],
      kind,
      origin: 'rule',
      source,
    });
    const strange = passages.filter(
      ({ n, text: other }) => n !== passage.n && shareInPassage(text, other) < strangeShare,
    );
    const elsewhere = strange.length === 0 || contentWords(text).length < 4 ? [] : [pick(strange, random).n];
    return [
      ...liesOf(sentence, passage, random).flatMap(([kind, told]) => told.map((each) => lie(kind, each, passage.n))),
      ...elsewhere.map((n) => lie('wrong-citation', text, n)),
      lie('citation-not-given', text, last + 1 + Math.floor(random() * 20)),
    ];
  });
  return thinned(lies, random);
}
