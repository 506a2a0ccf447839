import type { ShownChange } from '#src/discord/writing/for-moderators/reindex-change-blocks.js';
import { writeHistory } from '#src/discord/writing/for-moderators/write-history.js';
import { writePreview } from '#src/discord/writing/for-moderators/write-preview.js';
import { writeReindexNotice } from '#src/discord/writing/for-moderators/write-reindex-notice.js';
import { writeReindexProgress } from '#src/discord/writing/for-moderators/write-reindex-progress.js';
import { writeReindexRollback } from '#src/discord/writing/for-moderators/write-reindex-rollback.js';
import { writeReindexRun } from '#src/discord/writing/for-moderators/write-reindex-run.js';
import { writeReindexStatus } from '#src/discord/writing/for-moderators/write-reindex-status.js';
import type { AnswerComparison, ScreenedDocument } from '#src/preview-change.js';
import type { ArticleQuotes } from './article-quotes.js';
import { findings, notes, timetable } from './made-up-documents.js';
import { answerWith, declineWith } from './sample-answers.js';
import type { SampleMessage } from './sample-message.js';

const before = '20261124-101500-4f2a';
const after = '20261129-143000-ab12';
const anna = '200000000000000001';

const change: ShownChange = {
  whose: 'own',
  live: before,
  added: [notes.metadata.title],
  changed: [],
  removed: [timetable.metadata.title],
  unchanged: 1,
  chunks: { total: 185, added: 37, removed: 12 },
  skipped: [],
  otherModel: null,
};

const screened: readonly ScreenedDocument[] = [
  { document: notes.id, title: notes.metadata.title, screening: { findings, omitted: 0 } },
];

/** One answer that the new document would change, and one question that it would answer. */
function comparisonWith({ cite }: ArticleQuotes): AnswerComparison {
  const hours = cite(1, 'lasted 15 hours', '15 hours');
  const quote = 'According to the hotel, the talks in Geneva lasted nine hours.';
  const own = {
    ...hours,
    document: notes.id,
    title: notes.metadata.title,
    paragraph: 3,
    quote,
    highlight: [] as const,
  };
  const dinner = { ...own, quote: 'Pizza was served to the journalists at ten in the evening.', paragraph: 5 };
  return {
    asked: 214,
    changes: [
      {
        question: { text: 'How long did the talks in Geneva last?', origin: 'accepted' },
        before: answerWith([hours]),
        after: answerWith([hours, { ...own, n: 2 }]),
      },
      {
        question: { text: 'What did the journalists eat?', origin: 'recent' },
        before: declineWith({}),
        after: answerWith([dinner]),
      },
    ],
  };
}

function beforePublishing(quotes: ArticleQuotes): readonly SampleMessage[] {
  const comparison = comparisonWith(quotes);
  const cost = { embedded: 37, elapsedMs: 1_240, isLocal: true };
  const home = {
    ...change,
    whose: 'shared',
    added: ['Minutes of the meeting'],
    removed: [],
    chunks: { total: 96, added: 25, removed: 0 },
  } as const;
  return [
    {
      name: '/reindex preview',
      group: 'preview',
      messages: writePreview({ changes: [change], screened, comparison, cost, isHome: false }),
    },
    {
      name: '/reindex run',
      group: 'reindex',
      messages: [writeReindexRun({ changes: [change, home], screened: [], fingerprint: 'AAAAAAAAAAAA', isHome: true })],
    },
    {
      name: 'after Publish',
      group: 'reindex',
      messages: [writeReindexProgress({ kind: 'publish', stage: 'embed', done: 12, total: 37 }, true)],
    },
  ];
}

function afterPublishing(quotes: ArticleQuotes): readonly SampleMessage[] {
  const kept = { documents: 2, chunks: 185, isSound: true, isLive: false, by: anna };
  const { changes } = comparisonWith(quotes);
  const swapped = changes.map((one) => ({ ...one, before: one.after, after: one.before }));
  return [
    {
      name: 'once it is done',
      messages: [writeReindexNotice([`Done: generation ${after} is live.`], { isHome: false })],
    },
    {
      name: '/reindex status',
      messages: [
        writeReindexStatus({
          collections: [
            { whose: 'own', live: { id: after, createdAt: '2026-11-29T14:30:00Z', documents: 2, chunks: 185 } },
            { whose: 'shared', live: { id: before, createdAt: '2026-11-24T10:15:00Z', documents: 1, chunks: 71 } },
          ],
          staged: 1,
          jobs: [{ kind: 'preview', stage: 'ask', done: 96, total: 214, by: anna, forMs: 7_000 }],
          drift: { added: 1, changed: 0, removed: 0 },
          isHome: true,
        }),
      ],
    },
    {
      name: '/reindex history',
      messages: writeHistory(
        [
          {
            whose: 'own',
            generations: [
              { ...kept, id: after, isLive: true, createdAt: '2026-11-29T14:30:00Z' },
              { ...kept, id: before, createdAt: '2026-11-24T10:15:00Z', chunks: 160 },
            ],
          },
        ],
        false,
      ),
    },
    {
      name: '/reindex rollback',
      messages: [
        writeReindexRollback({
          generation: before,
          live: after,
          change: {
            ...change,
            live: after,
            added: [timetable.metadata.title],
            removed: [notes.metadata.title],
            chunks: null,
          },
          comparison: { asked: 51, changes: swapped },
          staged: 1,
          isHome: false,
        }),
      ],
    },
  ].map((sample) => ({ ...sample, group: 'reindex' as const }));
}

/** What /reindex shows. */
export function sampleReindexing(quotes: ArticleQuotes): readonly SampleMessage[] {
  return [...beforePublishing(quotes), ...afterPublishing(quotes)];
}
