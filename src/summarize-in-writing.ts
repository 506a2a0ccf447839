import type { ReadChunk } from './answering/chunk-reading.js';
import { canary } from './answering/written/canary.js';
import { forbiddenIn } from './answering/written/forbidden-content.js';
import { createTimeSlices } from './indexing/time-slices.js';
import { type Summarized, type SummaryParts, type SummaryRequest, summarizeWithScope } from './summarize.js';
import { topicTermsOf } from './summarizing/topic-terms.js';
import type { Summary, Writing, WritingFault } from './types.js';
import { addedUsage } from './writing/added-usage.js';
import { type ExaminedSentence, examineSentence } from './writing/examine-sentence.js';
import { passagesToSumUp } from './writing/passages-to-sum-up.js';
import { secondOpinion } from './writing/second-opinion.js';
import { summaryPrompt, summaryRules } from './writing/summary-prompt.js';
import { hasPassed, writeDraft } from './writing/write-draft.js';
import type { Writer, WrittenFor } from './writing/writer.js';
import { writtenPoints } from './writing/written-points.js';

export interface SummarizeInWritingParts extends SummaryParts {
  readonly writer: Writer;
  readonly readChunk: ReadChunk;
}

export interface SummarizeInWritingRequest extends WrittenFor {
  /** Asked once the quotes are there; the model is not asked where it says no. */
  readonly mayWrite?: (() => Promise<boolean>) | undefined;
  /** Told the points as far as there are any, each time another sentence has passed the check. */
  readonly onPart?: ((soFar: Summary) => void) | undefined;
  /** Told each sentence of the drafts with what became of it: for measuring. */
  readonly onExamined?: ((sentence: ExaminedSentence) => void) | undefined;
}

/** A model that says two things of a passage has said enough of it. */
const sentencesForEach = 2;

/** What has become of the drafts so far. */
interface Progress {
  readonly examined: readonly ExaminedSentence[];
  readonly usage: Writing['usage'];
}

function writingOf(model: string, { examined, usage }: Progress, fault: WritingFault | null): Writing {
  const counted = usage === null ? null : { inputTokens: usage.inputTokens, outputTokens: usage.outputTokens };
  return { model, dropped: examined.filter((one) => !hasPassed(one)).length, fault, usage: counted, translation: null };
}

/**
 * A document, a part of it or what it says about a focus, in the words of a chat model: a few paragraphs at a time, each
 * sentence checked before it is a point. Chosen in quotes first, as by `summarize`; every paragraph that the quotes come
 * from is spoken for, by a sentence that passed or by its quote, and there are no more points than quotes.
 * What has passed stays when the model fails on the way; when nothing has, the quotes are the summary.
 *
 * @throws as `summarize` does; the signal's reason when nobody waits any more
 */
export async function summarizeInWriting(
  request: SummaryRequest,
  parts: SummarizeInWritingParts,
  { mayWrite, onPart, onExamined, ...whom }: SummarizeInWritingRequest,
): Promise<Summary> {
  const { writer, readChunk } = parts;
  const summarized: Summarized = await summarizeWithScope(request, parts);
  const { summary } = summarized;
  whom.signal?.throwIfAborted();
  if (summary.points.length === 0) return summary;

  const groups = passagesToSumUp(summarized);
  const given = groups.flat();
  let progress: Progress = { examined: [], usage: null };
  const inQuotes = (fault: WritingFault): Summary => ({
    ...summary,
    writing: writingOf(writer.model.id, progress, fault),
  });
  if (mayWrite !== undefined && !(await mayWrite())) {
    whom.signal?.throwIfAborted();
    return inQuotes('slow');
  }

  const topics = await topicTermsOf(summarized.scope, createTimeSlices());
  const inWriting = (so: Progress, hasQuotes: boolean): Summary | null => {
    const points = writtenPoints(so.examined, { summarized, given, topics, readChunk }, hasQuotes);
    return points && { ...summary, ...points, mode: 'written', writing: writingOf(writer.model.id, so, null) };
  };
  // What a second opinion may yet be against is not shown before.
  const show = writer.judge === undefined ? onPart : undefined;
  const forbidden = forbiddenIn({ system: summaryRules(canary), canary });
  let fault: WritingFault | null = null;
  for (const group of groups) {
    const before = progress.examined;
    const draft = await writeDraft(
      {
        messages: summaryPrompt(
          summary.focus,
          group.map(({ prompt }) => prompt),
          canary,
        ),
        async examine(sentence) {
          const one = await examineSentence(sentence, group, { ...parts, forbidden });
          onExamined?.(one);
          return one;
        },
        mostSentences: group.length * sentencesForEach,
        onPassed(examined) {
          const soFar = inWriting({ examined: [...before, ...examined], usage: null }, false);
          if (soFar !== null) show?.(soFar);
        },
      },
      writer,
      whom,
    );
    progress = { examined: [...before, ...draft.examined], usage: addedUsage(progress.usage, draft.usage) };
    // That a few paragraphs have nothing to say says nothing of the others; all else will not be better the next time.
    if (draft.fault !== null && draft.fault !== 'declined') {
      fault = draft.fault;
      break;
    }
  }
  const opinion = await secondOpinion(progress.examined, given, writer, whom);
  progress = { examined: opinion.examined, usage: addedUsage(progress.usage, opinion.usage) };
  return inWriting(progress, true) ?? inQuotes(fault ?? (progress.examined.length === 0 ? 'declined' : 'unsupported'));
}
