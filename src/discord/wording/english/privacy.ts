import type { PersonalCounts } from '../../../state/seams/personal.js';
import { formatsOf } from '../formats.js';
import type { PrivacyWords } from '../privacy-words.js';

const { count } = formatsOf('en');
const plain = (one: string) => ({ one, other: `${one}s` });
const days = plain('day');

const reach = 'in all servers and in direct messages with me';
const staged =
  'A document that you staged has your id beside it until it is published or discarded, however long that takes.';

function shown({ questions, checks, summaries }: PersonalCounts): string {
  const sums = { one: 'summary', other: 'summaries' };
  return `${count(questions, plain('question'))}, ${count(checks, plain('check'))} and ${count(summaries, sums)}, each with what I showed you`;
}

function said({ votes, disputes }: PersonalCounts): string {
  return `${count(votes, plain('vote'))} and ${count(disputes, plain('dispute'))}`;
}

function used({ uses }: PersonalCounts): string {
  return `${count(uses, plain('time'))} at which you used me, for the limits on how much one member may ask`;
}

function written(times: number): string {
  return `${count(times, plain('time'))} at which a language model wrote for you`;
}

function kept(time: number): string {
  return `Kept for ${count(time, days)}.`;
}

export const privacy: PrivacyWords = {
  show: {
    title: 'What I keep about you',
    body: `This is all of it, ${reach}, under your Discord id. Only you see this.`,
    kept: 'Kept',
    lines: (counts, time) => [
      `${shown(counts)}. ${kept(time.questions)}`,
      `${said(counts)}. They go with what they are about; what waits for moderators stays until ${count(time.settledReviews, days)} after they settled it.`,
      `${used(counts)}. ${kept(time.uses)}`,
      `${count(counts.acts, plain('act'))} as a moderator. ${kept(time.acts)} ${staged}`,
    ],
    elsewhere: 'Elsewhere',
    closing: '/privacy export gives you all of it as a file; /privacy delete deletes it.',
  },
  elsewhere: [
    'What I posted stays in Discord until somebody deletes it there.',
    'A question whose answer moderators found wrong may have become a test question of their server: its words stay there, without your name. So does a note that moderators wrote about it, which may repeat what you wrote to them. They can withdraw both.',
  ],
  deletion: {
    title: 'Delete what I keep about you?',
    body: `This deletes for good, ${reach}:`,
    goes: 'Goes',
    lines: (counts) => [
      `${shown(counts)}. Buttons under those answers find nothing any more, and replies to them are no longer understood as follow-ups.`,
      `${said(counts)}, with what you wrote in them, also what waits for moderators.`,
      `${used(counts)}. Until the limits are over I remember in memory alone how many they were.`,
    ],
    stays: 'Stays',
    acts: (acts, time) =>
      `${count(acts, plain('act'))} of yours as a moderator, for ${count(time.acts, days)}: the others who look after the documents rely on a record of who changed what. ${staged}`,
    confirm: 'Delete everything',
    keep: 'Keep it',
  },
  deleted: {
    title: 'Deleted',
    body: `It is gone, ${reach}. What you ask from now on is kept as before.`,
    went: 'Went',
    lines: (counts) => [`${shown(counts)}.`, `${said(counts)}.`, `${used(counts)}.`],
  },
  spending: {
    kept: (times, time) =>
      `${written(times)}, each with how much it read and wrote and what that cost, for the limits on that. ${kept(time.spending)}`,
    goes: (times) =>
      `Your id beside ${written(times)}. Until the limits are over I remember in memory alone how much it was.`,
    stays: (time) =>
      `How much a language model read and wrote for you and what that cost, in the sums of the server and of all alone, without your id, for ${count(time.spending, days)}.`,
    went: (times) => `Your id beside ${written(times)}.`,
  },
  nothingDeleted: 'Nothing was deleted.',
  exported:
    'This file holds all that I keep about you. Only you see this message, and Discord does not show it for long: save the file.',
  tooLarge:
    'What I keep about you is more than Discord lets me attach. Please ask whoever runs me for the file, or see /privacy show.',
  fileNote:
    'Everything that this Parley keeps about one person, in all servers and direct messages. Times are milliseconds since 1970, UTC; keptForDays says how long each kind is kept. What a server’s own documents say stays in that server: of what was asked elsewhere this has the questions, and the answers when it is asked for there.',
};
