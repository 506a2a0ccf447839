import type { Comparison } from '../comparison.js';
import type { FindingKind } from '../finding.js';
import type { Statement } from '../statement.js';
import { borrowsName } from './borrowed-names.js';
import { deniesAlone, deniesReason, turnsCondition, turnsSides } from './denials.js';
import { hasOtherDoer } from './doers.js';
import { countsOther, missesAmount } from './figures.js';
import { isKept } from './kept-findings.js';
import { type Overreach, overreachOf } from './overreach.js';
import { pointsBack } from './pronouns.js';
import { isSpread } from './spread.js';
import { changesSense, promisesAim, tellsUndone } from './undone.js';
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
  const reach = overreachOf(claim, unquoted, sources);
  if (reach !== undefined) return reach;
  if (countsOther(claim, sentence) || missesAmount(claim, sentence)) return 'number';
  if (isSpread(claim, comparison) || hasOtherDoer(claim, sentence, matches)) return 'doer';
  if (tellsUndone(claim, sentence, matches)) return 'mood';
  if (borrowsName(claim, comparison)) return 'name';
  if (promisesAim(claim, comparison) || changesSense(claim, comparison)) return 'mood';
  return tellsTheUnproven(claim, sentence, matches) ? 'unproven' : undefined;
}
