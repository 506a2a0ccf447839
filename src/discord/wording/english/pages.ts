import { formatsOf } from '../formats.js';
import type { PageWords } from '../page-words.js';

const { number, date, count, form } = formatsOf('en');
const questions = { one: 'question', other: 'questions' };

export const pages: PageWords = {
  help: {
    purpose:
      'I answer questions about a set of documents from what they say, and show for every sentence where that stands. What they do not say, I do not answer.',
    tryHeading: 'Try',
    howHeading: 'How',
    ways: [
      'Mention me, write to me, or use `/ask`. Reply to an answer to ask on.',
      '`/check` holds what somebody said against the documents. So does a right-click on their message: Apps, Check against the documents.',
      '`/summary` sums up a document, `/digest` a thread, `/sources` lists the documents.',
      '`/quality` shows how well I answer, `/privacy` what I keep about you.',
    ],
    moderatorsHeading: 'For moderators',
    moderating: [
      '`/corpus` adds, replaces and removes documents, `/reindex` publishes that or takes it back.',
      '`/review` has what members found wrong, `/gaps` what they asked in vain.',
      '`/settings` says where I answer and how often, `/audit` who did what.',
    ],
  },
  sources: {
    title: (documents) => form(documents, { one: 'One document', other: `${number(documents)} documents` }),
    from: (publisher) => `From ${publisher}`,
    characters: (length) => `${number(length)} characters`,
    untitled: 'Untitled',
    made: (index, day) => `${index}, made on ${date(day)}`,
    indexes: (indexes, names) => `${form(indexes, { one: 'Index', other: 'Indexes' })} ${names}.`,
  },
  quality: {
    title: 'How well questions are answered',
    golden: 'Golden questions',
    unmeasured: 'Not measured yet: I do so after each publish, while nobody asks anything.',
    labels: {
      cited: 'Answered from the right paragraph:',
      falselyDeclined: 'Declined although the documents answer it:',
      declined: 'Declined because the documents do not answer it, as it should be:',
      disputesMended: 'Accepted disputes whose wrong passage is no longer quoted:',
    },
    measured: (asked, day, index) => `${count(asked, questions)}, asked on ${date(day)} of index ${index}.`,
    outdated: 'What is searched here has changed since; it is measured while nobody asks anything.',
    lately: (days) => `This server, last ${number(days)} days`,
    nothingAsked: 'Nothing was asked.',
    asked: (asked, share) => `${count(asked, questions)}; declined: ${share}`,
    speed: (half, most) => `Half were ready within ${half}, 95% within ${most}.`,
    closing: 'Golden questions have known answers: they come with Parley, and from disputes that moderators accepted.',
  },
};
