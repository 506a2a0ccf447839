import { clusterQuestions } from '../../cluster-questions.js';
import type { ShownRecord } from '../../state/seams/records.js';
import type { Answer, DeclineReason } from '../../types.js';
import type { BotParts } from '../bot-parts.js';
import { seenBy } from '../moderating/seen-channels.js';
import type { Gap, UnansweredQuestion } from '../writing/for-moderators/gap.js';

const day = 24 * 3_600_000;
const mostRead = 1000;

/** What a document could mend; small talk and a full line are no gaps. */
const mendable: ReadonlySet<DeclineReason> = new Set(['no-evidence', 'unsupported', 'after-document-date']);

export interface GapsAsked {
  readonly guild: string;
  /** Who asks: what was asked where they may not look is not theirs to read. */
  readonly user: string;
  /** How far back, at least 1. */
  readonly days: number;
}

export interface GapsFound {
  /** The largest first. */
  readonly gaps: readonly Gap[];
  /** True when more was asked than is read: only the latest count. */
  readonly isCut: boolean;
}

interface Unanswered {
  readonly record: string;
  readonly question: UnansweredQuestion;
}

function unansweredOf({ id, result, shownAt }: ShownRecord): readonly Unanswered[] {
  const answer: Answer | null = result.kind === 'answer' ? result.answer : null;
  if (answer?.reason == null || !mendable.has(answer.reason)) return [];
  const [nearest = null] = answer.nearest;
  return [{ record: id, question: { text: answer.question, askedAt: shownAt, reason: answer.reason, nearest } }];
}

/**
 * What members of a server asked where the moderator sees it and the documents did not answer, together by what it asks. Who asked is not
 * looked at.
 *
 * @throws the signal's reason once it is aborted
 */
export async function findGaps(
  { guild, user, days }: GapsAsked,
  onProgress: (done: number, total: number) => void,
  { client, state, questionVectors, now }: Pick<BotParts, 'client' | 'state' | 'questionVectors' | 'now'>,
  signal: AbortSignal,
): Promise<GapsFound> {
  const since = now() - days * day;
  const asked = await state.records.asked({ guild, since, outcome: 'declined', limit: mostRead });
  const sees = seenBy({ guild, user }, { client });
  const unanswered = asked.filter(({ channel }) => sees(channel)).flatMap(unansweredOf);
  const vectors = await questionVectors.of(
    unanswered.map(({ record, question: { text } }) => ({ record, text })),
    (done) => onProgress(done, unanswered.length),
    signal,
  );
  const texts = unanswered.map(({ question: { text } }, index) => ({
    text,
    vector: vectors[index] ?? new Float32Array(0),
  }));
  const clusters = await clusterQuestions(texts, signal);
  const questionAt = (place: number): readonly UnansweredQuestion[] =>
    unanswered.slice(place, place + 1).map(({ question }) => question);
  return {
    gaps: clusters.flatMap(({ members, typical }) => {
      const questions = members.flatMap(questionAt);
      return questionAt(typical).map((question) => ({ typical: question, questions }));
    }),
    isCut: asked.length === mostRead,
  };
}
