import { english } from '../../wording/english.js';
import { composeMessages, type Draft } from '../compose-messages.js';
import { counted } from '../counted.js';
import type { OutgoingMessage } from '../outgoing-message.js';
import { visibleText } from '../visible-text.js';
import { moderatorMark } from './moderator-mark.js';
import { readOnlyNote } from './read-only-note.js';
import { stopButton } from './reindex-buttons.js';
import { collectionNames, type ShownChange } from './reindex-change-blocks.js';
import { shownMoment } from './shown-moment.js';
import { type ShownProgress, stageWords } from './write-reindex-progress.js';

export interface ShownLive {
  readonly whose: ShownChange['whose'];
  /** `null` before the first generation, `unreadable` when no generation is sound. */
  readonly live:
    | {
        readonly id: string;
        /** ISO 8601, UTC. */
        readonly createdAt: string;
        readonly documents: number;
        readonly chunks: number;
      }
    | null
    | 'unreadable';
}

export interface ShownJob extends ShownProgress {
  /** The moderator of this server who began it; `null` for one of another server. */
  readonly by: string | null;
  /** Milliseconds. */
  readonly forMs: number;
}

export interface ShownStatus {
  readonly collections: readonly ShownLive[];
  /** Changes of the server's documents that wait for a re-index. */
  readonly staged: number;
  readonly jobs: readonly ShownJob[];
  /** How the folder of the shared documents differs from what is live; `null` when it does not, or is none of theirs. */
  readonly drift: { readonly added: number; readonly changed: number; readonly removed: number } | null;
  readonly isHome: boolean;
}

const grouped = new Intl.NumberFormat('en');
const minuteMs = 60_000;

const kinds: Readonly<Record<ShownProgress['kind'], string>> = {
  plan: 'Looking at what changed',
  preview: 'A preview',
  publish: 'Publishing',
  'rollback-question': 'Looking at what a rollback would change',
  rollback: 'A rollback',
};

function liveLine({ whose, live }: ShownLive): string {
  if (live === null) return `${collectionNames[whose]}: nothing was published yet.`;
  if (live === 'unreadable')
    return `${collectionNames[whose]}: they cannot be read. Whoever runs me finds the reason in my log.`;
  const made = shownMoment(live.createdAt);
  const counts = `${counted(live.documents, 'document')}, ${counted(live.chunks, 'chunk')}`;
  return `${collectionNames[whose]}: ${visibleText(live.id)}${made === null ? '' : `, made on ${made}`} (${counts})`;
}

function jobLine(job: ShownJob): string {
  const who = job.by === null ? 'a moderator of another server' : moderatorMark(job.by);
  const minutes = Math.floor(job.forMs / minuteMs);
  const duration = minutes === 0 ? 'for less than a minute' : `for ${minutes} min`;
  return `${kinds[job.kind]}: ${stageWords(job)}; by ${who}, ${duration}`;
}

function stagedLine(staged: number): string {
  if (staged === 0) return 'Nothing is staged.';
  return `${grouped.format(staged)} ${staged === 1 ? 'change is' : 'changes are'} staged: /reindex preview shows what ${staged === 1 ? 'it does' : 'they do'}, /reindex run publishes.`;
}

function driftLine({ added, changed, removed }: NonNullable<ShownStatus['drift']>): string {
  return `The folder of the shared documents is not as it was indexed: ${grouped.format(added)} new, ${grouped.format(changed)} changed, ${grouped.format(removed)} removed. /reindex run takes that up.`;
}

function draftOf({ collections, staged, jobs, drift, isHome }: ShownStatus): Draft {
  return {
    opening: [],
    title: 'Re-indexing',
    body: [],
    sections: [
      { heading: 'Live', lines: collections.map(liveLine) },
      { heading: 'Waiting', lines: [stagedLine(staged), ...(drift === null ? [] : [driftLine(drift)])] },
      { heading: 'Under way', lines: jobs.length === 0 ? ['Nothing.'] : jobs.map(jobLine) },
    ],
    closing: isHome ? null : readOnlyNote,
    tone: 'neutral',
    // What another server began is not theirs to stop.
    components: jobs.some(({ by }) => by !== null) ? stopButton() : [],
  };
}

/** What is live, what waits, and what is under way. */
export function writeReindexStatus(status: ShownStatus): OutgoingMessage {
  const [message] = composeMessages(draftOf(status), 'embed', english);
  if (message === undefined) throw new Error('A status needs a message.');
  return message;
}
