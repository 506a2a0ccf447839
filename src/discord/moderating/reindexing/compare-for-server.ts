import { sharedCollection } from '../../../collections.js';
import { type AnswerComparison, choosePreviewQuestions, compareAnswers } from '../../../preview-change.js';
import type { Generation } from '../../../types.js';
import type { BotParts } from '../../bot-parts.js';
import { membersFirst } from '../../learning/members-first.js';
import { seenBy } from '../seen-channels.js';
import type { ReindexProgress } from './reindex-jobs.js';

const day = 24 * 3_600_000;
const recentMs = 30 * day;
/** Among so many of the latest questions the distinct ones are looked for. */
const recentRead = 1000;

type ComparingParts = Pick<BotParts, 'client' | 'desk' | 'queue' | 'state' | 'goldenQuestions' | 'now'>;

export interface ServerComparison {
  /** The moderator who reads it: what was asked where they may not look is not among the questions. */
  readonly reader: string;
  readonly before: readonly Generation[];
  readonly after: readonly Generation[];
  /** At most so many questions of each origin. */
  readonly most: number;
  readonly onProgress: (progress: ReindexProgress) => void;
  readonly signal: AbortSignal;
}

/**
 * Which answers a server's members would get otherwise: to the questions that ship with Parley, to those its accepted
 * disputes made, and to what was asked there in the open in the last 30 days.
 */
export async function compareForServer(
  guild: string,
  { reader, before, after, most, onProgress, signal }: ServerComparison,
  parts: ComparingParts,
): Promise<AnswerComparison> {
  const { records, reviews } = parts.state;
  const [golden, accepted, recent] = await Promise.all([
    parts.goldenQuestions(),
    reviews.golden(guild),
    records.asked({ guild, since: parts.now() - recentMs, limit: recentRead }),
  ]);
  const sees = seenBy({ guild, user: reader }, parts);
  const questions = choosePreviewQuestions(
    {
      golden: golden.map(({ question }) => question),
      accepted: accepted.map(({ question }) => question).toReversed(),
      recent: recent.flatMap(({ result, channel }) =>
        result.kind === 'answer' && sees(channel) ? [result.answer.question] : [],
      ),
    },
    most,
  );
  return compareAnswers(questions, {
    before,
    after,
    // At most one place in the line of members is taken.
    askOver: (question, generations) =>
      membersFirst(() => parts.desk.askOver(question, generations), parts.queue, signal),
    onProgress: (done, total) => onProgress({ stage: 'ask', done, total }),
    signal,
  });
}

const collectionOf = ({ manifest }: Generation): string => manifest.collection;

/**
 * What members would see with other generations in the place of those of the same collections, the shared one first. A
 * server's without a document is none to them (visible-collections.ts).
 */
export function withGenerations(visible: readonly Generation[], others: readonly Generation[]): readonly Generation[] {
  const instead = new Map(others.map((other) => [collectionOf(other), other]));
  const replaced = visible.map((generation) => instead.get(collectionOf(generation)) ?? generation);
  const known = new Set(visible.map(collectionOf));
  const all = [...replaced, ...others.filter((other) => !known.has(collectionOf(other)))];
  return all.filter((one) => collectionOf(one) === sharedCollection || one.documents.length > 0);
}
