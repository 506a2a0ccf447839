import type { QuotaScope } from '../../../state/seams/quotas.js';
import { formatsOf } from '../formats.js';
import type { NoticeWords } from '../notice-words.js';

const { number, count, form } = formatsOf('en');

const reached: Readonly<Record<QuotaScope, readonly [before: string, after: string]>> = {
  member: ['You have asked me', 'which is as often as one member may'],
  channel: ['In this channel I was asked', 'which is as often as I answer in one channel'],
  server: ['In this server I was asked', 'which is as often as I answer in one server'],
};

const decided = 'Moderators decided that I do not answer in this channel.';
const direct = 'In a direct message I answer from the shared documents.';
const otherwise = 'until then, use /ask or write to me here.';

export const notices: NoticeWords = {
  apologies: {
    tooLate: 'This took too long, so I stopped. Nothing is wrong with your question: please ask it again in a moment.',
    stopping: 'I am being restarted, so this one stays without an answer. Please ask it again in a moment.',
    failed:
      'Something went wrong on my side, so there is no answer. It was noted for whoever runs me; please try again in a moment.',
    notShown: 'I could not show what you asked for. It was noted for whoever runs me; please try again in a moment.',
  },
  busy: 'Too many questions are waiting just now, so this one was not answered. Please ask it again in a moment.',
  unknown: 'I do not know this any more; it may come from an older version of me. Please use the command again.',
  notAModerator:
    'This is for moderators: it takes the permission Manage Server, or a role that /settings names for it. Nothing was changed.',
  onlyInServers: 'Documents are looked after in a server: use this there, as one of its moderators.',
  quota: {
    duration: (length, unit) => count(length, { one: unit, other: `${unit}s` }),
    about: (duration) => `about ${duration}`,
    refused(by, times, within, wait) {
      const [before, after] = reached[by];
      const often = form(times, { one: 'once', other: `${number(times)} times` });
      return `${before} ${often} within ${within}, ${after}. Buttons and menus count too. Please try again in ${wait}.`;
    },
    lineFull(waiting) {
      const others =
        waiting === 0
          ? 'A question of yours is under way'
          : `A question of yours is under way and ${form(waiting, { one: 'another waits', other: `${number(waiting)} more wait` })} behind it`;
      return `${others}, so this one was not taken. I answer one question of each member at a time: please wait for an answer, then ask again.`;
    },
  },
  notHere: {
    anotherChannel: `${decided} Please ask in another one. ${direct}`,
    noOther: `${decided} There is no other one here that I could name. ${direct}`,
    named: (channels, more) =>
      `${decided} Please ask in ${channels}${more === 0 ? '' : ` and ${number(more)} more`}. ${direct}`,
  },
  missingRights: {
    thisChannel: 'this channel',
    send: (place, isThread) =>
      `I may not write in ${place}. A moderator can give me View Channel, ${isThread ? 'Send Messages in Threads' : 'Send Messages'} and Embed Links there; ${otherwise}`,
    history: (place) =>
      `I may not read back in ${place}, and Discord takes no reply from me there without it. A moderator can give me Read Message History there; ${otherwise}`,
  },
  howToAsk: {
    direct: 'Write me your question in words.',
    inServer: 'Write your question after my name.',
    example: (question) => `For example: “${question}”`,
  },
  nothingToAsk: 'There is no text in this message that I could ask the documents about.',
  nothingToCheck: 'There is no text in this message that I could check.',
  noQuestion: 'There was no question.',
  noPassage: 'There is no such passage.',
  gone: (days) =>
    `I no longer have this: what I showed is kept for ${count(days, { one: 'day', other: 'days' })}. Please ask again.`,
  share: {
    already: 'You have shared this already.',
    changed:
      'The documents have changed since, and what this says no longer stands in them as it was quoted. Please ask again.',
  },
  thanks: {
    up: 'Thank you. You marked this as helpful; press 👎 if you change your mind.',
    down: 'Thank you. You marked this as not helpful; with Dispute you can say what is wrong.',
  },
  dispute: {
    title: 'Dispute this',
    label: 'What is wrong?',
    forModerators: "This server's moderators will read it, with what it is about and without your name.",
    hint: 'Name the sentence if there are several.',
    empty: 'Please say in a few words what is wrong; nothing was noted.',
    noted: 'Thank you: your dispute was noted for whoever looks after the documents.',
    notedByModerators: "Thank you: your dispute was noted for this server's moderators.",
  },
  followUp: { title: 'Ask a follow-up', label: 'Your question' },
  digest: {
    mayNotRead: 'I may not read this thread; a moderator can give me View Channel and Read Message History here.',
    notGiven: 'Discord did not give me the messages of this thread. Please try again in a moment.',
    serverNotThere:
      'Discord does not show me this server just now, so I cannot read what was said here. Please try again in a few minutes.',
    notForYou: 'You may not read back what was said in this thread, so I do not show you a digest of it.',
    threadsOnly: 'A digest is made of a thread: please use /digest inside one.',
  },
  section: {
    whole: (title) => `Whole document: ${title}`,
    unknown: (section) => `There is no section “${section}”. Choose one from the list while you type, or leave it out.`,
    ambiguous: (section, fitting, first, second) =>
      `“${section}” fits ${number(fitting)} documents and sections, such as “${first}” and “${second}”. Choose one from the list while you type.`,
  },
};
