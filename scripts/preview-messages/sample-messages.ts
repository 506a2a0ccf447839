import { english } from '#src/discord/wording/english.js';
import type { ShowOptions } from '#src/discord/writing/show-options.js';
import { writeCheck } from '#src/discord/writing/write-check.js';
import { writeDigest } from '#src/discord/writing/write-digest.js';
import { writeHelp } from '#src/discord/writing/write-help.js';
import { writeNotice } from '#src/discord/writing/write-notice.js';
import { writePassage } from '#src/discord/writing/write-passage.js';
import { writeSources } from '#src/discord/writing/write-sources.js';
import { writeSummary } from '#src/discord/writing/write-summary.js';
import type { CheckedClaim } from '#src/types.js';
import type { ArticleQuotes } from './article-quotes.js';
import { quoted, sampleAnswers, sampleDeclines } from './sample-answers.js';
import { sampleCorrections } from './sample-corrections.js';
import { sampleDocuments } from './sample-documents.js';
import { sampleLearning } from './sample-learning.js';
import type { SampleMessage } from './sample-message.js';
import { sampleReindexing } from './sample-reindexing.js';
import { sampleRules } from './sample-rules.js';
import { sampleWritten } from './sample-written.js';

const record = 'K3fq0Zp81LmN';
const shown: ShowOptions = {
  record,
  isPrivate: false,
  echo: null,
  understoodAs: null,
  layout: 'embed',
  words: english,
};
const asOf = '2016-09';
const generation = '20261124T101500-4f2a';

function checkedClaims({ cite }: ArticleQuotes): readonly CheckedClaim[] {
  return [
    {
      text: 'The talks in Geneva lasted nine hours.',
      verdict: 'contradicted',
      score: 0.04,
      reason: 'The text has “15 hours”, the claim “nine hours”.',
      ground: { kind: 'otherwise', text: '15 hours', claim: 'nine hours' },
      citations: [cite(1, 'lasted 15 hours')],
      explanation: [],
    },
    {
      text: 'Turkey is fighting mostly against the Kurds.',
      verdict: 'supported',
      score: 0.93,
      reason: null,
      ground: null,
      citations: [cite(2, 'Turkish military')],
      explanation: [],
    },
    {
      text: 'Iran sent observers.',
      verdict: 'not-covered',
      score: 0.1,
      reason: 'Nothing near this speaks of “Iran” or “observers”.',
      ground: { kind: 'unsaid', words: ['Iran', 'observers'] },
      citations: [cite(3, 'regional opposition sponsors')],
      explanation: [],
    },
  ];
}

function checks(quotes: ArticleQuotes): readonly SampleMessage[] {
  const claims = checkedClaims(quotes);
  const asides = [
    { text: 'What do you all think?', kind: 'question' },
    { text: 'I find that shameful.', kind: 'opinion' },
  ] as const;
  const entries = claims.map((claim, index) => ({
    member: ['Anna', 'Bela *the* Great', 'Chloé'][index] ?? '',
    messageUrl: `https://discord.com/channels/1/2/${index + 3}`,
    claim,
  }));
  return [
    {
      name: 'A check',
      group: 'check',
      messages: writeCheck({ claims, asides, omitted: 0, asOf, generation, writing: null }, shown),
    },
    {
      name: 'A thread digest',
      group: 'digest',
      messages: writeDigest(
        { threadName: 'Geneva, week one', read: 41, unreadable: 3, entries, omitted: 2 },
        { layout: 'embed', words: english },
      ),
    },
  ];
}

function summary({ cite, paragraph }: ArticleQuotes): readonly SampleMessage[] {
  const words = [
    'came as a surprise',
    'lasted 15 hours',
    'important victory',
    'serious challenge',
    'depends on the Syrians',
  ];
  const citations = words.map((one, index) => cite(index + 1, one));
  const points = citations.map(({ n, quote }, index) => ({
    text: quote,
    citations: [n],
    attribution: index >= 2 ? ('author' as const) : null,
    ...quoted,
  }));
  const represented = citations.map((citation) => citation.paragraph);
  const { title, document } = citations[0] ?? { title: '', document: '' };
  const shownCitation = cite(1, 'lasted 15 hours');
  const within = paragraph(shownCitation.paragraph);
  return [
    {
      name: 'A summary',
      group: 'summary',
      messages: writeSummary(
        {
          document,
          title,
          paragraphs: null,
          focus: null,
          length: 'medium',
          mode: 'extractive',
          points,
          citations,
          coverage: { represented, missing: [1, 4, 5, 7, 10], ratio: 0.5 },
          asOf,
          generation,
          writing: null,
        },
        shown,
      ),
    },
    {
      name: 'Show passage',
      group: 'passage',
      messages: [
        writePassage(
          {
            citation: shownCitation,
            before: paragraph(within.number - 1).text,
            paragraph: within.text,
            offset: shownCitation.start - within.start,
            after: paragraph(within.number + 1).text,
            isCurrent: true,
          },
          { record, index: 1, count: 5, layout: 'embed', words: english },
        ),
      ],
    },
  ];
}

function others({ cite }: ArticleQuotes): readonly SampleMessage[] {
  const { title, publisher, document } = cite(1, 'lasted 15 hours');
  const documents = [
    { id: document, title, publisher, date: asOf, url: null, characters: 9614 },
    {
      id: 'minutes-of-the-meeting',
      title: 'Minutes of the meeting',
      publisher: 'The Working Group',
      date: '2016-09-12',
      url: 'https://example.org/minutes',
      characters: 48211,
    },
  ];
  const examples = [
    'How long did the talks in Geneva last?',
    'Where will the Joint Implementation Center be?',
    'Why is the negotiation process a weak link?',
  ];
  const group = 'more';
  return [
    { name: 'Help', group, messages: [writeHelp({ examples, forModerators: false, layout: 'embed', words: english })] },
    {
      name: 'Help for a moderator',
      group,
      messages: [writeHelp({ examples: examples.slice(0, 1), forModerators: true, layout: 'embed', words: english })],
    },
    {
      name: 'Sources',
      group,
      messages: writeSources(documents, {
        indexes: [{ generation, createdAt: '2026-11-24T10:15:00Z' }],
        layout: 'embed',
        words: english,
      }),
    },
    {
      name: 'A notice',
      group,
      messages: [
        writeNotice('Something went wrong here, and it has been noted. Please ask again in a moment.', 'problem'),
      ],
    },
  ];
}

const ofMembers = [sampleAnswers, sampleWritten, sampleDeclines, checks, summary, others];
const ofModerators = [sampleDocuments, sampleReindexing, sampleCorrections, sampleLearning, sampleRules];

/** Some forty messages as the bot would send them, with quotes from the article. */
export function sampleMessages(quotes: ArticleQuotes): readonly SampleMessage[] {
  return [...ofMembers, ...ofModerators].flatMap((samplesOf) => samplesOf(quotes));
}
