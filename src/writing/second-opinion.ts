import { canary } from '../answering/written/canary.js';
import { judgePrompt, readVerdicts } from '../answering/written/judge-prompt.js';
import type { ChatUsage } from '../chatting/chat-model.js';
import { systemTimers, type Timers } from '../chatting/timers.js';
import { addedUsage } from './added-usage.js';
import type { ExaminedSentence } from './examine-sentence.js';
import type { GivenText } from './given-passages.js';
import { say } from './say.js';
import { type Draft, hasPassed, unlessLeftHanging } from './write-draft.js';
import type { Writer, WrittenFor } from './writer.js';

/** Whoever asked has seen nothing until then. */
const patienceMs = 15_000;
const caution = 'Asked again, a model did not find all of it in the passage.';

export interface SecondOpinion {
  readonly examined: readonly ExaminedSentence[];
  /** What asking took; `null` when nobody was asked. */
  readonly usage: ChatUsage | null;
}

/** One step down. */
function lowered(sentence: ExaminedSentence): ExaminedSentence {
  if (sentence.outcome === 'supported')
    return { ...sentence, outcome: 'partly', caution, unsaid: [], reason: 'doubted' };
  return { ...sentence, outcome: 'dropped', caution: null, unsaid: [], reason: 'doubted' };
}

/**
 * What the check has passed, as the judge sees it, if there is one: it is asked once, of all sentences, whether each follows
 * from what it rests on. Its no takes a sentence one step down, from supported to partly, from partly to dropped; its yes
 * changes nothing, and neither does a judge that is slow, down, over budget or says anything else.
 *
 * @throws the signal's reason when nobody waits any more
 */
export async function secondOpinion(
  examined: readonly ExaminedSentence[],
  given: readonly GivenText[],
  { judge }: Pick<Writer, 'judge'>,
  whom: WrittenFor,
  timers: Timers = systemTimers,
): Promise<SecondOpinion> {
  const passed = examined.filter(hasPassed);
  if (judge === undefined || passed.length === 0) return { examined, usage: null };
  const asked = passed.map(({ draft: { text }, support }) => ({
    text,
    passages: [...new Set(support.map(({ passage }) => passage))],
  }));
  const cited = new Set(asked.flatMap(({ passages }) => passages));
  const passages = given.map(({ prompt }) => prompt).filter(({ n }) => cited.has(n));
  const { text, usage } = await say(judgePrompt(asked, passages, canary), judge, whom, {
    milliseconds: patienceMs,
    timers,
  });
  const verdicts = readVerdicts(text ?? '', passed.length);
  if (verdicts === null) return { examined, usage };

  const judged: ExaminedSentence[] = [];
  for (const one of examined) {
    const isDoubted = verdicts[passed.indexOf(one)] === false;
    judged.push(unlessLeftHanging(isDoubted ? lowered(one) : one, judged.at(-1)));
  }
  return { examined: judged, usage };
}

/** A draft after the second opinion on it, with what that took. @throws as `secondOpinion` does */
export async function judgeDraft(
  draft: Draft,
  given: readonly GivenText[],
  writer: Pick<Writer, 'judge'>,
  whom: WrittenFor,
): Promise<Draft> {
  const { examined, usage } = await secondOpinion(draft.examined, given, writer, whom);
  return { ...draft, examined, usage: addedUsage(draft.usage, usage) };
}
