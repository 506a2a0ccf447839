import fc from 'fast-check';
import { writeCorpusList } from '#src/discord/writing/for-moderators/write-corpus.js';
import { writeDocument } from '#src/discord/writing/for-moderators/write-document.js';
import { writeHistory } from '#src/discord/writing/for-moderators/write-history.js';
import { writePreview } from '#src/discord/writing/for-moderators/write-preview.js';
import { writeReindexNotice } from '#src/discord/writing/for-moderators/write-reindex-notice.js';
import { writeReindexRollback } from '#src/discord/writing/for-moderators/write-reindex-rollback.js';
import { writeReindexRun } from '#src/discord/writing/for-moderators/write-reindex-run.js';
import { writeStaged } from '#src/discord/writing/for-moderators/write-staged.js';
import { hostileText } from '../../support/hostile-text.js';
import { madeUpAnswer } from '../../support/made-up-answer.js';
import { asOf, citations, record, text, url } from './hostile-messages.js';

/* Messages to moderators, made from what somebody would put into documents, names and questions to do harm. */

export const moderator = '200000000000000009';

const titles = fc.array(text, { maxLength: 12 });
const whose = fc.constantFrom('own' as const, 'shared' as const);
const count = fc.nat({ max: 2_000_000 });

const shownChange = fc.record({
  whose,
  live: fc.option(text),
  added: titles,
  changed: titles,
  removed: titles,
  unchanged: count,
  chunks: fc.option(fc.record({ total: count, added: count, removed: count })),
  skipped: titles,
  otherModel: fc.option(text),
});

const severity = fc.constantFrom('high' as const, 'medium' as const, 'low' as const);
/** A sentence of ours, which may name what stands there. */
const explanation = text.map((words) => `It says ${words}`);
const place = { severity, explanation, paragraph: fc.integer({ min: 1, max: 9999 }), start: count, end: count };
const finding = fc.oneof(
  fc.record({
    kind: fc.constantFrom('instruction' as const, 'link' as const, 'bidirectional' as const),
    ...place,
    quote: text,
  }),
  fc.record({ kind: fc.constant('hidden-text' as const), severity, explanation, quote: text }),
  fc.record({
    kind: fc.constant('description' as const),
    field: fc.constantFrom('title' as const, 'author' as const),
    severity,
    explanation,
    quote: text,
  }),
  fc.record({
    kind: fc.constant('altered-copy' as const),
    ...place,
    quote: text,
    other: fc.record({ generation: text, document: text, paragraph: count, start: count, end: count, quote: text }),
  }),
);
const screened = fc.array(
  fc.record({
    document: text,
    title: text,
    screening: fc.record({ findings: fc.array(finding, { maxLength: 8 }), omitted: fc.nat({ max: 9 }) }),
  }),
  { maxLength: 4 },
);

const comparedAnswer = fc.record({ citations, isAnswered: fc.boolean() }).map(({ citations: cited, isAnswered }) =>
  madeUpAnswer('', [], {
    outcome: isAnswered ? 'answered' : 'declined',
    reason: isAnswered ? null : 'no-evidence',
    citations: isAnswered ? cited : [],
  }),
);
const comparison = fc.record({
  asked: count,
  changes: fc.array(
    fc.record({
      question: fc.record({ text, origin: fc.constantFrom('golden' as const, 'accepted' as const, 'recent' as const) }),
      before: comparedAnswer,
      after: comparedAnswer,
    }),
    { maxLength: 14 },
  ),
});

const id = '20261129-143000-ab12';
const at = fc.option(fc.oneof(fc.constant('2026-11-29T14:33:00.000Z'), hostileText), { nil: null });

/** Of every kind that moderators see while they re-index, each alone. */
export const reindexings = fc.oneof(
  fc
    .record({ changes: fc.array(shownChange, { minLength: 1, maxLength: 2 }), screened, isHome: fc.boolean() })
    .map((question) => [writeReindexRun({ ...question, fingerprint: record })]),
  fc
    .record({
      changes: fc.array(shownChange, { minLength: 1, maxLength: 2 }),
      screened,
      comparison,
      cost: fc.record({ embedded: count, elapsedMs: count, isLocal: fc.boolean() }),
      isHome: fc.boolean(),
    })
    .map(writePreview),
  fc
    .record({ change: shownChange, comparison, staged: count, isHome: fc.boolean() })
    .map((question) => [writeReindexRollback({ ...question, generation: id, live: id })]),
  fc
    .record({
      histories: fc.array(
        fc.record({
          whose,
          generations: fc.array(
            fc.record({
              id: fc.constant(id),
              isLive: fc.boolean(),
              createdAt: at,
              documents: fc.option(count, { nil: null }),
              chunks: fc.option(count, { nil: null }),
              isSound: fc.boolean(),
              by: fc.constantFrom(moderator, 'parley', null),
            }),
            { maxLength: 30 },
          ),
        }),
        { minLength: 1, maxLength: 2 },
      ),
      isHome: fc.boolean(),
    })
    .map(({ histories, isHome }) => writeHistory(histories, isHome)),
  fc
    .record({ lines: fc.array(text, { maxLength: 6 }), isHome: fc.boolean(), isProblem: fc.boolean() })
    .map(({ lines, isHome, isProblem }) => [
      writeReindexNotice(
        ['Sorry', ...lines].map((line) => `Left out: ${line}`),
        { isHome, kind: isProblem ? 'problem' : 'notice' },
      ),
    ]),
);

const number = fc.nat({ max: 99_999 });
const findings = fc.array(finding, { maxLength: 20 });
const metadata = fc.record({
  title: text,
  titleIsDescriptive: fc.boolean(),
  publisher: fc.option(text),
  author: fc.option(text),
  date: asOf,
  licence: fc.option(text),
  url,
});
const standing = fc.constantFrom<('live' | 'new' | 'changed' | 'leaving')[]>('live', 'new', 'changed', 'leaving');
const screening = fc.record({ findings, omitted: number });
const ofCorpus = { id: text, metadata, length: number };

export const forModerators = fc.oneof(
  fc
    .record({
      own: fc.array(fc.record({ ...ofCorpus, standing }), { maxLength: 45 }),
      shared: fc.array(fc.record({ ...ofCorpus, standing: fc.constant('live' as const) }), { maxLength: 25 }),
      isHome: fc.boolean(),
    })
    .map(writeCorpusList),
  fc
    .record({
      ...ofCorpus,
      format: fc.constantFrom('plain', 'markdown', 'html', 'pdf', 'docx'),
      pages: fc.option(number),
      survey: fc.record({ passages: number, screening }),
      replaces: fc.boolean(),
      namesake: fc.option(text),
    })
    .map(writeStaged),
  fc
    .record({
      ...ofCorpus,
      bytes: number,
      standing,
      counts: fc.option(fc.record({ paragraphs: number, passages: number })),
      beginning: text,
      added: fc.option(fc.record({ act: fc.constantFrom('added', 'replaced'), by: text, at: number })),
      isShared: fc.boolean(),
      screening: fc.option(screening),
    })
    .map(writeDocument),
);
