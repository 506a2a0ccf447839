import { cautionWording, coverageWording, modeWording } from '../../../language/shown-wording.js';
import { whoExplained, whoWrote, writtenWording } from '../../../language/written-wording.js';
import { formatsOf } from '../formats.js';
import type { ResultWords } from '../result-words.js';

const { number, date, count, form } = formatsOf('en');
const messages = { one: 'message', other: 'messages' };

function capitalised(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

export const results: ResultWords = {
  asked: 'Asked:',
  understoodAs: 'Understood as:',
  sources: 'Sources',
  source: 'Source',
  continued: (heading) => `${heading} (continued)`,
  part: (part, of) => `Part ${part} of ${of}`,
  more: (others) => `and ${number(others)} more`,
  open: 'open',
  caution: cautionWording,
  provenance: (mode, asOf) =>
    asOf === null ? `${capitalised(modeWording[mode])}.` : `As of ${date(asOf)}; ${modeWording[mode]}.`,
  written: {
    quotes: writtenWording.quotes,
    partly: writtenWording.partly,
    unsaid: (words) => `Not found there: ${words}.`,
    goesOn: writtenWording.goesOn,
    usedUp: writtenWording.usedUp,
    translated: writtenWording.translated,
    quotedToo: writtenWording.quotedToo,
    explainedBy: (model, dropped) => whoExplained({ dropped }, model),
    by: (model, dropped, asOf) => `${asOf === null ? '' : `As of ${date(asOf)}. `}${whoWrote({ dropped }, model)}`,
  },
  cut: (isAllThere) => `Cut at “…”: Show passage has ${isAllThere ? 'it all' : 'more of it'}.`,
  buttons: { share: 'Share', passage: 'Show passage', dispute: 'Dispute' },
  answer: {
    declined: 'The documents do not answer this.',
    busy: 'This was not answered.',
    nearest: 'Nearest passages (not an answer)',
    advice: 'What you can do',
    asOf: (asOf) => `The documents are as of ${date(asOf)}.`,
    disagree: 'The documents disagree',
    from: (source, isDated) => `From ${source}${isDated ? '' : ', date unknown'}:`,
  },
  check: {
    verdicts: { supported: 'Supported', contradicted: 'Contradicted', 'not-covered': 'Not covered' },
    nearest: 'Nearest passages, which neither say nor deny it:',
    nothing: 'There is nothing here that the documents could confirm or deny.',
    against: (asOf) => `Checked against the documents and nothing else${asOf === null ? '' : `, as of ${date(asOf)}`}.`,
    unchecked: 'Not checked',
    asides: {
      question: 'a question:',
      opinion: 'an opinion:',
      instruction: 'an instruction:',
      'small-talk': 'small talk:',
    },
    omitted: (claims) =>
      form(claims, {
        one: '1 more claim: check it in a message of its own.',
        other: `${number(claims)} more claims: check them in a message of their own.`,
      }),
  },
  summary: {
    of: (title) => `Summary of ${title}`,
    paragraphs: (first, last) => `¶ ${first} to ¶ ${last}`,
    about: (focus) => `about ${focus}`,
    offFocus: 'Nothing there is about this.',
    empty: 'There are no sentences there to sum up.',
    coverage: 'Coverage',
    covered: coverageWording,
  },
  digest: {
    title: 'What was said, and what the documents say',
    thread: 'Thread:',
    nothing: 'Nobody claimed anything that the documents could confirm or deny.',
    readHeading: 'What was read',
    read: (read) => `${count(read, messages)} read.`,
    unreadable: (unread) =>
      `${count(unread, messages)} could not be read: Discord withholds the text of what neither mentions me nor replies to me.`,
    omitted: (claims) => `${count(claims, { one: 'further claim is', other: 'further claims are' })} not shown.`,
    somebody: 'Somebody',
    message: 'message',
  },
  passage: {
    before: 'The paragraph before',
    after: 'The paragraph after',
    nearest: 'A nearest passage (not an answer)',
    changed: 'The document has changed since: only the quote is known, as it was.',
    tooLong: 'Too long to show whole: cut at “…”.',
  },
  note: (day) => `Note by this server's moderators (${date(day)}):`,
  correction: {
    correctedOn: (day) => `Corrected on ${date(day)}: the documents changed.`,
    gone: 'The documents no longer say this.',
    tooLong: 'What they say now is too long to stand here: ask again to read it.',
    leftOver: '~~The rest of this~~ is corrected above.',
  },
};
