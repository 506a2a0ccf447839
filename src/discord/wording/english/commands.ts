import type { CommandWords } from '../command-words.js';

export const commands: CommandWords = {
  ask: {
    what: 'Ask the documents; the answer shows for every sentence where that stands in them.',
    question: 'What do you want to know? A follow-up is understood too.',
    private: 'Only you see the answer; you can share it afterwards.',
  },
  summary: {
    what: 'A summary that shows for every sentence where that stands in the document.',
    section: 'A document or a part of it; choose from the list, or type paragraphs such as 7-19.',
    length: 'How long it may be; medium when you say nothing.',
    lengths: {
      short: 'short: about 3 points',
      medium: 'medium: about 6 points',
      long: 'long: about 12 points',
    },
    focus: 'What you want to read about most, such as “Aleppo”.',
    private: 'Only you see the summary; you can share it afterwards.',
  },
  check: {
    what: 'Hold a claim against the documents. Only you see the outcome; you can share it.',
    claim: 'One or more statements, such as “the talks lasted 15 hours”.',
  },
  digest: {
    what: 'In a thread: what members said in it, beside what the documents say.',
    private: 'Only you see the digest, unless you say no here.',
  },
  sources: { what: 'The documents that answers come from: publisher, date and size.' },
  quality: { what: 'How well questions are answered: measured figures, speed, and how many were declined.' },
  help: { what: 'What Parley does, with three questions to try.' },
  privacy: {
    what: 'What Parley keeps about you: see it, take it with you, delete it.',
    show: 'What is kept about you, and for how long.',
    export: 'All that is kept about you, as a file.',
    delete: 'Deletes what is kept about you, once you have confirmed it.',
  },
};
