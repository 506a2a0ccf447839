import { describe, expect, it } from 'vitest';
import { madeUpRecord, madeUpResults } from '../../state/made-up-record.js';
import { entriesOf, madeUpEntry, madeUpErratum, madeUpGolden, type OpenedStore, openDispute } from './made-up-acts.js';
import { madeUpPut } from './made-up-changes.js';

/** What people may type, or a document may say. */
const texts: readonly (readonly [name: string, text: string])[] = [
  ['quotes and SQL', `'; DROP TABLE records; --"\\`],
  ['line breaks and NUL', 'a\r\n\u0000b'],
  ['half a surrogate pair', 'cease\uD83Dfire'],
  ['other scripts and emoji', 'Перемирие 停戦 👩‍👩‍👧‍👦 \u202E'],
  ['100 kB', 'ceasefire '.repeat(10_000)],
  ['a control character and JSON', '\u0001"a"'],
  ['nothing', ''],
];

const plainIds = [
  '',
  ' ',
  'A',
  'a',
  'a ',
  'a\n',
  '%',
  '_',
  "'",
  '"',
  '1',
  '01',
  '1e0',
  '1.0',
  'ä',
  'a\u0308',
  '🕊️',
  '🕊',
];
/** What a store might write in the place of what its database cannot keep. */
const oddIds = ['null', 'a\u0000', 'a\uD83D', 'a\uDC00', 'a\uFFFD', '\u0001', '\u0001"a"'];
/** Ids that must not be taken for each other; an empty one may stand for none where there can be none. */
const ids = [...plainIds, ...oddIds];

/** Texts and ids of any kind come back as they were, and are nobody else's. */
export function anyTextContract(store: OpenedStore): void {
  describe.each(texts)('a text of %s comes back as it was', (_, text) => {
    it('from a question, a dispute and its item', async () => {
      const [first] = madeUpResults;
      if (first?.kind !== 'answer') throw new Error('The first is an answer.');
      await store().records.keep(madeUpRecord('a', { result: { ...first, question: text } }));
      expect(await store().records.find('a')).toEqual(madeUpRecord('a', { result: { ...first, question: text } }));
      await store().feedback.dispute({ record: 'a', member: 'member', text, at: 1 });
      const disputes = [{ record: 'a', member: 'member', text, at: 1 }];
      expect(await store().feedback.disputes('a')).toEqual(disputes);
      expect((await store().personal.of('member')).disputes).toEqual(disputes);
      expect((await store().reviews.open('guild', { limit: 1 })).items[0]?.text).toBe(text);
    });

    it('from an erratum, which is found by its passage, and a golden question', async () => {
      const golden = madeUpGolden({ question: text, wrong: { document: 'server:treaty', quote: text } });
      const erratum = madeUpErratum({ quote: text, text });
      await store().reviews.accept('guild', await openDispute(store()), { golden, erratum }, madeUpEntry());
      expect(await store().reviews.golden('guild')).toEqual([golden]);
      expect(await store().reviews.errata('guild', [erratum])).toEqual([erratum]);
      expect(await store().reviews.errata('guild', [{ ...erratum, quote: `${text}.` }])).toEqual([]);
    });

    it('from a setting, a fact and an entry of the audit log', async () => {
      const setting = { guild: 'guild', channel: null, key: 'greeting', value: { text, list: [text] } };
      const entry = madeUpEntry({ subject: text, before: text, after: text });
      await store().settings.set(setting, entry);
      expect(await store().settings.of('guild')).toEqual([setting]);
      expect(await entriesOf(store())).toEqual([entry]);
      await store().facts.set('key', text);
      expect(await store().facts.get('key')).toBe(text);
    });

    it('from a staged document', async () => {
      const { metadata } = madeUpPut();
      const put = madeUpPut({ metadata: { ...metadata, title: text, publisher: text }, length: text.length });
      await store().staging.put(put, { text, hidden: [text] }, madeUpEntry());
      expect(await store().staging.changes('guild')).toEqual([put]);
      expect(await store().staging.text('guild', put.document, put.version)).toEqual({ text, hidden: [text] });
    });
  });

  describe('any text is an id of its own', () => {
    it('of records, messages and members', async () => {
      for (const [shownAt, id] of ids.entries()) {
        await store().records.keep(madeUpRecord(id, { shownAt, asker: id }));
        await store().records.place(id, [id]);
        await store().feedback.vote('a', id, 'up', 1);
      }
      for (const [shownAt, id] of ids.entries()) {
        expect((await store().records.find(id))?.shownAt).toBe(shownAt);
        expect((await store().records.findByMessage(id))?.id).toBe(id);
        expect((await store().personal.of(id)).records.map((record) => record.id)).toEqual([id]);
      }
      expect(await store().feedback.votes('a')).toEqual({ up: ids.length - ids.indexOf('a'), down: 0 });
      expect(await store().personal.forget('a')).toBe(1);
      expect(await store().records.find('A')).not.toBeNull();
    });

    it('of servers, channels, settings and facts', async () => {
      for (const id of ids.filter(Boolean)) {
        await store().settings.set(
          { guild: id, channel: id, key: id, value: id },
          madeUpEntry({ guild: id, actor: id }),
        );
        await store().facts.set(id, id);
      }
      for (const id of ids.filter(Boolean)) {
        expect(await store().settings.of(id)).toEqual([{ guild: id, channel: id, key: id, value: id }]);
        expect(await entriesOf(store(), id)).toEqual([madeUpEntry({ guild: id, actor: id })]);
        expect((await store().personal.of(id)).acts).toHaveLength(1);
        expect(await store().facts.get(id)).toBe(id);
      }
    });

    it('of collections, documents and versions', async () => {
      for (const id of ids) {
        const put = madeUpPut({ collection: id, document: id, version: id });
        await store().staging.put(put, { text: id, hidden: [] }, madeUpEntry());
        await store().staging.put({ ...put, collection: 'all' }, { text: id, hidden: [] }, madeUpEntry());
      }
      for (const id of ids) {
        expect((await store().staging.changes(id)).map(({ document }) => document)).toEqual([id]);
        expect((await store().staging.text('all', id, id))?.text).toBe(id);
      }
      expect((await store().staging.changes('all')).map(({ document }) => document)).toEqual(ids);
    });

    it('of those who use a quota', async () => {
      const limits = { member: { count: 1, windowMs: 10 } };
      for (const id of ids.filter(Boolean)) {
        const use = { guild: id, channel: id, member: id, at: 1 };
        expect(await store().quotas.take(use, limits)).toEqual({ isTaken: true });
        expect(await store().quotas.take(use, limits)).toMatchObject({ isTaken: false });
      }
    });

    it('of those for whom a chat model wrote', async () => {
      for (const [index, id] of ids.entries())
        await store().spending.note({ guild: id, member: id, at: 1, tokens: index + 1, microDollars: 0 });
      for (const [index, id] of ids.entries()) {
        const spent = { tokens: index + 1, microDollars: 0 };
        expect(await store().spending.since(0, { guild: id, member: id })).toMatchObject({
          member: spent,
          server: spent,
        });
        expect((await store().personal.of(id)).spending).toEqual([{ guild: id, at: 1, ...spent }]);
      }
    });
  });
}
