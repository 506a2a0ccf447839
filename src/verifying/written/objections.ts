import type { Comparison } from '../comparison.js';
import type { FindingKind } from '../finding.js';
import type { Statement } from '../statement.js';
import { borrowsDeed, borrowsName } from './borrowed-names.js';
import { deniesAlone, deniesReason, turnsCondition, turnsSides } from './denials.js';
import { hasOtherDoer } from './doers.js';
import { dropsCondition } from './dropped-conditions.js';
import { takesClauseOfOther, takesFigureOfClause } from './embedded-clauses.js';
import { countsOther, countsTimes, missesAmount, takesOtherYear } from './figures.js';
import { turnsBefore, turnsInstead } from './instead-of.js';
import { isKept } from './kept-findings.js';
import { type Overreach, overreachOf } from './overreach.js';
import { takesPartForWhole } from './parts-and-wholes.js';
import { isPersonsDeed, pointsBack } from './pronouns.js';
import { takesQuotedWords } from './reported.js';
import { isSpread } from './spread.js';
import { borrowsSubject, hasOtherSubject, takesPartOfThem } from './subjects.js';
import { addsFuture, addsPhase, tellsAwaited } from './told-phases.js';
import { changesSense, foretellsDone, promisesAim, tellsUndone } from './undone.js';
import { tellsTheUnproven } from './unproven.js';

/** What stands against a written sentence for certain: it is not shown, however well the rest fits. */
export type Objection = Exclude<FindingKind, 'unsaid'> | Overreach | 'doer' | 'unproven';

export interface ObjectionScene {
  readonly claim: Statement;
  readonly unquoted: string;
  /** The sentence says that its author holds it. */
  readonly isAuthors: boolean;
}

/** The first thing that stands for certain against resting a written sentence on one sentence; `undefined` for none. */
export function objectionTo(scene: ObjectionScene, comparison: Comparison): Objection | undefined {
  const { claim, unquoted } = scene;
  const { findings, candidate, matches } = comparison;
  for (const finding of findings) {
    if (finding.kind !== 'unsaid' && !isKept(finding, scene, comparison)) return finding.kind;
  }
  const sentence = candidate.statement;
  const sources = pointsBack(sentence) ? [sentence, ...candidate.before.slice(0, 1)] : [sentence];
  if (deniesAlone(unquoted, sentence.text) || turnsSides(unquoted, sentence.text)) return 'polarity';
  if (turnsCondition(unquoted, sentence.text) || deniesReason(unquoted, sentence.text)) return 'polarity';
  if (dropsCondition(claim, sentence, matches)) return 'condition';
  const reach = overreachOf(claim, unquoted, sources);
  if (reach !== undefined) return reach;
  if (countsOther(claim, sentence) || countsTimes(claim, sentence) || missesAmount(claim, sentence)) return 'number';
  if (takesOtherYear(claim, sentence)) return 'date';
  if (takesFigureOfClause(claim, sentence, matches)) return 'number';
  if (takesClauseOfOther(claim, sentence, matches) || takesPartForWhole(claim, sentence, matches)) return 'doer';
  if (!scene.isAuthors && takesQuotedWords(claim, sentence, matches)) return 'report';
  if (turnsInstead(claim, sentence, matches) || turnsBefore(claim.text, sentence.text)) return 'order';
  if (takesPartOfThem(claim, sentence, matches)) return 'number';
  if (borrowsSubject(claim, comparison) || hasOtherSubject(claim, sentence, matches)) return 'doer';
  if (borrowsDeed(claim, comparison) || isSpread(claim, comparison) || hasOtherDoer(claim, sentence, matches))
    return 'doer';
  if (addsPhase(claim, sentence) || addsFuture(claim, sentence) || tellsAwaited(claim, sentence, matches))
    return 'mood';
  if (tellsUndone(claim, sentence, matches) || foretellsDone(claim, sentence, matches)) return 'mood';
  if (borrowsName(claim, comparison) || isPersonsDeed(claim, candidate)) return 'name';
  if (promisesAim(claim, comparison) || changesSense(claim, comparison)) return 'mood';
  return tellsTheUnproven(claim, sentence, matches) ? 'unproven' : undefined;
}
