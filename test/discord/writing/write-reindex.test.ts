import { describe, expect, it } from 'vitest';
import type { ShownChange } from '#src/discord/writing/for-moderators/reindex-change-blocks.js';
import { shownMoment } from '#src/discord/writing/for-moderators/shown-moment.js';
import { writePreview } from '#src/discord/writing/for-moderators/write-preview.js';
import { writeReindexNotice } from '#src/discord/writing/for-moderators/write-reindex-notice.js';
import { stageWords } from '#src/discord/writing/for-moderators/write-reindex-progress.js';
import { writeReindexRun } from '#src/discord/writing/for-moderators/write-reindex-run.js';
import { writeReindexStatus } from '#src/discord/writing/for-moderators/write-reindex-status.js';
import type { ScreenedDocument } from '#src/preview-change.js';
import { madeUpAnswer, madeUpDecline } from '../../support/made-up-answer.js';
import { shownText } from '../../support/read-message.js';

const change: ShownChange = {
  whose: 'own',
  live: '20261129-143000-ab12',
  added: ['One'],
  changed: [],
  removed: [],
  unchanged: 3,
  chunks: { total: 20, added: 4, removed: 1 },
  skipped: [],
  otherModel: null,
};

const titles = (number: number): readonly string[] =>
  Array.from({ length: number }, (_, index) => `Title ${index + 1}`);

function suspicious(title: string, severity: 'high' | 'low', findings = 1): ScreenedDocument {
  const finding = {
    kind: 'link',
    severity,
    explanation: 'It leads elsewhere.',
    paragraph: 2,
    start: 0,
    end: 1,
    quote: `A quote of ${title}`,
  } as const;
  return {
    document: title,
    title,
    screening: { findings: Array.from({ length: findings }, () => finding), omitted: 0 },
  };
}

const runWith = (more: Partial<ShownChange>, screened: readonly ScreenedDocument[] = []): string =>
  shownText([
    writeReindexRun({ changes: [{ ...change, ...more }], screened, fingerprint: 'AAAAAAAAAAAA', isHome: true }),
  ]);

const colourOf = (screened: readonly ScreenedDocument[]): number | undefined =>
  writeReindexRun({ changes: [change], screened, fingerprint: 'AAAAAAAAAAAA', isHome: true }).embeds[0]?.color;

describe('what a re-index would change', () => {
  it('is told by titles and counts, long lists shortened', () => {
    const text = runWith({ added: titles(30), removed: ['Old'] });
    expect(text).toContain('Added (30): “Title 1”, ');
    expect(text).toContain('“Title 8” and 22 more');
    expect(text).toContain('Removed (1): “Old”');
    expect(text).not.toContain('Changed (');
    expect(text).toContain('Unchanged: 3\nChunks: 4 added, 1 removed, 20 in all');
  });

  it('tells of another model, of the first generation and of what is left out', () => {
    const text = runWith({ added: [], otherModel: 'e5-large', live: null, skipped: ['a.pdf: is damaged. Mend it.'] });
    expect(text).toContain('No document is added, changed or removed.');
    expect(text).toContain('another model made the live generation, e5-large');
    expect(text).toContain('this makes the first one');
    expect(text).toContain('Left out: a.pdf: is damaged. Mend it.');
  });

  it('shows the worst documents first, a few findings, and how many more there are', () => {
    const text = runWith({}, [suspicious('Harmless', 'low', 3), suspicious('Bad', 'high', 4)]);
    expect(text).toContain('New texts looked through on their own (7 findings)');
    expect(text.indexOf('In “Bad” (4 findings)')).toBeLessThan(text.indexOf('In “Harmless” (3 findings)'));
    expect(text.match(/A quote of/gu)).toHaveLength(5);
    expect(text).toContain('and 2 more findings');
    expect(runWith({})).toContain('New texts looked through on their own: nothing suspicious was found.');
  });

  it('never passes off what new texts say on their own as the report of a preview, which compares them', () => {
    for (const screened of [[], [suspicious('Bad', 'high')]]) {
      expect(runWith({}, screened)).not.toContain('Poisoning report');
      expect(runWith({}, screened)).toContain('/reindex preview also compares them with what other documents say');
    }
    const onlyGoes = runWith({ added: [], changed: [], removed: ['Old'] });
    expect(onlyGoes).not.toContain('suspicious');
    expect(onlyGoes).not.toContain('compares');
  });

  it('has another colour when something serious was found', () => {
    expect(colourOf([suspicious('Harmless', 'low')])).toBe(colourOf([]));
    expect(colourOf([suspicious('Harmless', 'low'), suspicious('Bad', 'high')])).not.toBe(colourOf([]));
  });
});

describe('a preview', () => {
  const cost = { embedded: 50, elapsedMs: 2000, isLocal: true };
  const preview = (more: Partial<Parameters<typeof writePreview>[0]>): string =>
    shownText(
      writePreview({
        changes: [change],
        screened: [],
        comparison: { asked: 4, changes: [] },
        cost,
        isHome: true,
        ...more,
      }),
    );

  it('shows each changed answer with what only one side quotes', () => {
    const [a, b] = ['Both have this.', 'Only one has that.'];
    const changes = [
      {
        question: { text: 'Which?', origin: 'golden' as const },
        before: madeUpAnswer('', [{ quote: a }]),
        after: madeUpAnswer('', [{ quote: a }, { quote: b }]),
      },
      {
        question: { text: 'Ours?', origin: 'recent' as const },
        before: madeUpDecline(''),
        after: madeUpAnswer('', [{ quote: b }]),
      },
    ];
    const text = preview({ comparison: { asked: 4, changes } });
    expect(text).toContain('2 of 4 questions would be answered otherwise');
    expect(text).toMatch(
      /“Which\?” · a golden question\nBefore: “Both have this\.”.+\nAfter: “Only one has that\.”.+and 1 more quote/u,
    );
    expect(text).toContain('Before: declined: the documents do not say it');
    expect(text.indexOf('“Ours?”')).toBeLessThan(text.indexOf('“Which?”'));
  });

  it('invents neither speed nor price', () => {
    expect(preview({})).toContain('building took 2.0 s (50 texts embedded, 25 a second)');
    expect(preview({})).toContain('Cost: 0');
    expect(preview({ cost: { ...cost, embedded: 10, elapsedMs: 1000 } })).toContain('(10 texts embedded, 10 a second)');
    // A start that takes seconds, and one text, are no speed.
    for (const [embedded, words] of [
      [0, '(0 texts embedded)'],
      [1, '(1 text embedded)'],
      [9, '(9 texts embedded)'],
    ] as const)
      expect(preview({ cost: { ...cost, embedded } })).toContain(words);
    const remote = preview({ cost: { ...cost, isLocal: false } });
    expect(remote).toContain('price list');
    expect(remote).not.toContain('Cost: 0');
  });

  it('says when no answer would change, and when nobody had a question', () => {
    expect(preview({})).toContain('none of 4 questions would be answered otherwise');
    expect(preview({ comparison: { asked: 0, changes: [] } })).toContain('there was no question to ask');
  });
});

describe('a status', () => {
  it('says for how long work runs', () => {
    const job = { kind: 'preview', stage: 'ask', done: 1, total: 2, by: null } as const;
    const since = (forMs: number): string =>
      shownText([
        writeReindexStatus({ collections: [], staged: 0, jobs: [{ ...job, forMs }], drift: null, isHome: true }),
      ]);
    expect(since(59_999)).toContain(
      'asking questions before and after the change, 1 of 2; by a moderator of another server, for less than a minute',
    );
    expect(since(60_000)).toContain('for 1 min');
  });

  it('names work of other servers without a name, and offers no button for it', () => {
    const status = {
      collections: [{ whose: 'shared', live: null }],
      staged: 2,
      drift: { added: 1, changed: 2, removed: 3 },
      isHome: true,
    } as const;
    const job = { kind: 'publish', stage: 'embed', done: 1, total: 2, forMs: 125_000 } as const;
    const theirs = writeReindexStatus({ ...status, jobs: [{ ...job, by: null }] });
    expect(shownText([theirs])).toContain(
      'Publishing: embedding chunks, 1 of 2; by a moderator of another server, for 2 min',
    );
    expect(shownText([theirs])).toContain('1 new, 2 changed, 3 removed');
    expect(shownText([theirs])).toContain('2 changes are staged');
    expect(theirs.components).toEqual([]);
    const ours = writeReindexStatus({ ...status, jobs: [{ ...job, by: '200000000000000009' }] });
    expect(JSON.stringify(ours.components)).toContain('reindex-stop');
  });
});

describe('words', () => {
  it('of a stage have numbers where they say something', () => {
    expect(stageWords({ stage: 'ask', done: 3, total: 1200 })).toContain('3 of 1,200');
    expect(stageWords({ stage: 'terms', done: 0, total: 0 })).toBe('indexing words');
    expect(stageWords({ stage: 'download', done: 5, total: 9 })).toBe('downloading the model');
    expect(stageWords({ stage: null, done: 0, total: 0 })).toBe('beginning');
  });

  it('of a moment are none for what is no moment', () => {
    expect(shownMoment('2026-11-29T14:33:12.000Z')).toBe('29 November 2026, 14:33 UTC');
    for (const none of [null, '', 'today', '2026-11-29', '@everyone']) expect(shownMoment(none)).toBeNull();
  });

  it('of a notice keep their lines, with the reason for what is read-only under them', () => {
    const { content } = writeReindexNotice(['One.', 'Two.'], { isHome: false, kind: 'problem' });
    expect(content).toMatch(/^⚠️ One\.\nTwo\.\n-# The shared documents are read-only here/u);
    expect(writeReindexNotice(['One.'], { isHome: true }).content).toBe('One.');
  });
});
