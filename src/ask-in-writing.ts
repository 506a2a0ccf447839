import { latestDate } from './answering/date-guard.js';
import { canary } from './answering/written/canary.js';
import { forbiddenIn } from './answering/written/forbidden-content.js';
import { groundedPrompt, systemMessage } from './answering/written/grounded-prompt.js';
import { type AskParts, askWithFindings, isNotice, type Quoted } from './ask.js';
import type { Answer, Passage, Writing, WritingFault } from './types.js';
import { citeSentences } from './writing/cite-sentences.js';
import { type ExaminedSentence, examineSentence } from './writing/examine-sentence.js';
import { type GivenText, givePassages } from './writing/given-passages.js';
import { keepsCore } from './writing/keeps-core.js';
import { judgeDraft } from './writing/second-opinion.js';
import { type Draft, hasPassed, writeDraft } from './writing/write-draft.js';
import type { Writer, WrittenFor } from './writing/writer.js';

export interface AskInWritingParts extends AskParts {
  readonly writer: Writer;
}

export interface AskInWritingRequest extends WrittenFor {
  /** Asked once the quotes are there; the model is not asked where it says no. */
  readonly mayWrite?: (() => Promise<boolean>) | undefined;
  /** Told the answer as far as it goes, each time another sentence has passed the check. */
  readonly onPart?: ((soFar: Answer) => void) | undefined;
  /** Told each sentence of the draft with what became of it: for measuring. */
  readonly onExamined?: ((sentence: ExaminedSentence) => void) | undefined;
}

/** Nobody reads a longer answer in a channel. */
const mostSentences = 6;

/** The passages with those that the quotes stand in first. */
function passagesFor({ answer, findings: { passages } }: Quoted): readonly Passage[] {
  const isQuoted = ({ generation, paragraph }: Passage): boolean => {
    const { number, document } = generation.paragraph(paragraph);
    const id = generation.documents[document]?.id;
    return answer.citations.some((citation) => citation.document === id && citation.paragraph === number);
  };
  return [...passages.filter(isQuoted), ...passages.filter((passage) => !isQuoted(passage))];
}

function writingOf(model: string, draft: Draft, fault: WritingFault | null): Writing {
  const { examined, usage } = draft;
  return {
    model,
    dropped: examined.filter((one) => !hasPassed(one)).length,
    fault,
    usage: usage === null ? null : { inputTokens: usage.inputTokens, outputTokens: usage.outputTokens },
    translation: null,
  };
}

/** The answer in the words of the model, as far as they passed. */
function written(
  { answer, findings }: Quoted,
  examined: readonly ExaminedSentence[],
  given: readonly GivenText[],
  writing: Writing,
  { readChunk }: Pick<AskParts, 'readChunk'>,
): Answer {
  const { sentences, citations } = citeSentences(examined, given, findings.question, readChunk);
  const asOf = latestDate(citations.map(({ date }) => date));
  return { ...answer, mode: 'written', sentences, citations, asOf, writing };
}

/**
 * A question becomes an answer in the words of a chat model, each sentence of which was checked against the passages
 * before anybody is shown it. Found, weighed and quoted first, as by `ask`: what that declines stays declined, and its
 * quotes answer whenever the model is slow, down, over budget, declines, or loses what answers the question to the check.
 * Where documents contradict one another, or the question is about a document itself, the quotes answer.
 *
 * @throws EncoderError as `ask` does; the signal's reason when nobody waits any more
 */
export async function askInWriting(
  text: string,
  parts: AskInWritingParts,
  { mayWrite, onPart, onExamined, ...whom }: AskInWritingRequest,
): Promise<Answer> {
  const { writer, clock } = parts;
  const startedAt = clock();
  const quoted = await askWithFindings(text, parts);
  const { answer, findings } = quoted;
  const { question, passages } = findings;
  if (answer.outcome === 'declined' || answer.disagreements.length > 0 || isNotice(passages)) return answer;

  const timed = (done: Answer): Answer => {
    const totalMs = clock() - startedAt;
    const { embedMs, retrieveMs } = done.timings;
    return { ...done, timings: { embedMs, retrieveMs, answerMs: totalMs - embedMs - retrieveMs, totalMs } };
  };
  const inQuotes = (draft: Draft, fault: WritingFault): Answer =>
    timed({ ...answer, writing: writingOf(writer.model.id, draft, fault) });
  if (mayWrite !== undefined && !(await mayWrite())) {
    whom.signal?.throwIfAborted();
    return inQuotes({ examined: [], fault: 'slow', usage: null }, 'slow');
  }

  const given = givePassages(passagesFor(quoted));
  const forbidden = forbiddenIn({ system: systemMessage(canary), canary });
  const inWriting = (draft: Draft): Answer =>
    timed(written(quoted, draft.examined, given, writingOf(writer.model.id, draft, null), parts));
  const draft = await writeDraft(
    {
      messages: groundedPrompt(
        question.text,
        given.map(({ prompt }) => prompt),
        canary,
      ),
      async examine(sentence) {
        const one = await examineSentence(sentence, given, { ...parts, forbidden });
        onExamined?.(one);
        return one;
      },
      mostSentences,
      // What a second opinion may yet be against is not shown before.
      onPassed: (examined) => writer.judge === undefined && onPart?.(inWriting({ examined, fault: null, usage: null })),
    },
    writer,
    whom,
  );
  if (draft.fault !== null) return inQuotes(draft, draft.fault);
  const isLost = ({ examined }: Draft): boolean => !keepsCore(question, answer.sentences, examined);
  if (isLost(draft)) return inQuotes(draft, 'unsupported');
  const judged = await judgeDraft(draft, given, writer, whom);
  return isLost(judged) ? inQuotes(judged, 'unsupported') : inWriting(judged);
}
