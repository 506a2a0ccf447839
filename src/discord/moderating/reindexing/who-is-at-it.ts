import { moderatorMark } from '../../writing/for-moderators/moderator-mark.js';
import { stageWords } from '../../writing/for-moderators/write-reindex-progress.js';
import { nobodyMentioned, type OutgoingMessage } from '../../writing/outgoing-message.js';
import type { WorkEnd } from '../respond-with-progress.js';
import type { RunningJob } from './reindex-jobs.js';

const doing: Readonly<Record<RunningJob['kind'], string>> = {
  plan: 'is looking at what changed',
  preview: 'is preparing a preview',
  publish: 'is publishing',
  'rollback-question': 'is looking at what a rollback would change',
  rollback: 'is rolling back',
};

function writeWhoIsAtIt({ kind, guild, by, progress }: RunningJob, here: string): OutgoingMessage {
  const who = guild === here ? moderatorMark(by) : 'A moderator of another server';
  const stage = stageWords(progress ?? { stage: null, done: 0, total: 0 });
  return {
    content: `${who} ${doing[kind]} just now (${stage}). Please wait until that has ended; /reindex status shows how far it is.`,
    embeds: [],
    components: [],
    allowedMentions: nobodyMentioned,
  };
}

/** Why something cannot be begun now: one moderator at a time. Those of other servers are not named. */
export function sayWhoIsAtIt(running: RunningJob, here: string): WorkEnd {
  return { reply: { messages: [writeWhoIsAtIt(running, here)], record: null }, told: null };
}
