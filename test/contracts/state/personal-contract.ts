import { beforeEach, describe, expect, it } from 'vitest';
import type { Dispute } from '#src/state/seams/feedback.js';
import type { Use } from '#src/state/seams/quotas.js';
import type { ShownRecord } from '#src/state/seams/records.js';
import type { Publication } from '#src/state/seams/staging.js';
import { madeUpRecord, madeUpResults } from '../../state/made-up-record.js';
import { everythingOf, sortedPersonal } from './everything-of.js';
import { madeUpEntry, nothingFollows, type OpenedStore } from './made-up-acts.js';
import { madeUpPublication, madeUpPut, madeUpRemoval, stagedText } from './made-up-changes.js';

const noCounts = { questions: 0, checks: 0, summaries: 0, votes: 0, disputes: 0, uses: 0, spending: 0, acts: 0 };
const nothing = {
  records: [],
  votes: [],
  disputes: [],
  uses: [],
  spending: [],
  acts: [],
  staged: [],
  publications: [],
};
/** Where `me` has been, and others. */
const guilds = ['guild', 'another'];
/** Of `me`. */
const usesOfMe = ['another', 'guild', null].map((guild) => ({ guild, channel: 'channel', at: 7 }));
/** In the order of servers. */
const byGuild = (one: Pick<Use, 'guild'>, other: Pick<Use, 'guild'>): number =>
  String(one.guild) < String(other.guild) ? -1 : 1;

function own(id: string, more: Partial<ShownRecord> = {}): ShownRecord {
  return madeUpRecord(id, { asker: 'me', ...more });
}

function disputed(record: string, member: string, at: number): Dispute {
  return { record, member, text: `${member} said so`, at };
}

function begunBy(actor: string, collection: string): Publication {
  return madeUpPublication({ collection, versions: [], entry: { ...madeUpPublication().entry, actor } });
}

/** What is kept about one person. */
export function personalContract(store: OpenedStore): void {
  describe('what is kept about a person', () => {
    beforeEach(async () => {
      await store().records.keep(own('mine', { shownAt: 2_000 }));
      await store().records.keep(own('mine too', { shownAt: 1_000, guild: 'another', isPrivate: true }));
      await store().records.keep(own('direct', { shownAt: 3_000, guild: null }));
      await store().records.keep(madeUpRecord('theirs', { asker: 'other' }));
      await store().records.place('mine', ['1']);
      await store().records.place('theirs', ['2']);
      for (const [at, record] of ['mine', 'theirs', 'direct'].entries()) {
        await store().feedback.vote(record, 'me', 'down', at);
        await store().feedback.vote(record, 'other', 'up', at);
        await store().feedback.dispute(disputed(record, 'me', at));
        await store().feedback.dispute(disputed(record, 'other', at));
      }
      for (const guild of [...guilds, null])
        for (const member of ['me', 'other'])
          await store().quotas.take({ guild, channel: 'channel', member, at: 7 }, {});
      for (const [at, guild] of [...guilds, null].entries())
        for (const member of ['me', 'other', null])
          await store().spending.note({ guild, member, at, tokens: 10 ** at, microDollars: 2 });
      for (const guild of guilds) await store().audit.note(madeUpEntry({ guild, actor: 'me', subject: guild }));
    });

    it('is all of it, in all servers and direct messages', async () => {
      const { acts, ...rest } = sortedPersonal(await store().personal.of('me'));
      expect(rest).toEqual({
        records: [
          own('mine too', { shownAt: 1_000, guild: 'another', isPrivate: true }),
          own('mine', { shownAt: 2_000 }),
          own('direct', { shownAt: 3_000, guild: null }),
        ],
        votes: [
          { record: 'mine', vote: 'down', at: 0 },
          { record: 'theirs', vote: 'down', at: 1 },
          { record: 'direct', vote: 'down', at: 2 },
        ],
        disputes: [disputed('mine', 'me', 0), disputed('theirs', 'me', 1), disputed('direct', 'me', 2)],
        uses: usesOfMe,
        spending: [
          { guild: 'guild', at: 0, tokens: 1, microDollars: 2 },
          { guild: 'another', at: 1, tokens: 10, microDollars: 2 },
          { guild: null, at: 2, tokens: 100, microDollars: 2 },
        ],
        staged: [],
        publications: [],
      });
      expect(acts.map(({ subject }) => subject).toSorted()).toEqual(guilds.toSorted());
      const noted = await Promise.all(guilds.map((guild) => store().audit.entries({ guild, limit: 9 })));
      expect(noted.flat()).toEqual(expect.arrayContaining([...acts]));
    });

    it('is nothing of somebody who was never here', async () => {
      expect(await store().personal.of('nobody')).toEqual(nothing);
      expect(await store().personal.forget('nobody')).toBe(0);
      expect(await store().personal.counts('nobody')).toEqual(noCounts);
      expect(await store().personal.uses('nobody')).toEqual([]);
    });

    it('has what they staged and began to publish until that is done, and it stays when the rest goes', async () => {
      const puts = Array.from({ length: 401 }, (_, index) =>
        madeUpPut({
          collection: `${index % 3}`,
          document: `${index}`,
          version: `${index}`,
          by: index % 2 === 0 ? 'me' : 'other',
        }),
      );
      for (const put of puts) await store().staging.put(put, stagedText, madeUpEntry());
      const removal = madeUpRemoval({ collection: '0', document: 'old', by: 'me' });
      await store().staging.remove(removal, madeUpEntry());
      for (const each of [begunBy('me', '1'), begunBy('other', '2')]) await store().staging.begin(each);
      for (const time of ['before', 'after']) {
        const { staged, publications } = await store().personal.of('me');
        expect([time, staged]).toEqual([time, [...puts.filter(({ by }) => by === 'me'), removal]]);
        expect(publications).toEqual([begunBy('me', '1')]);
        await store().personal.forget('me');
      }
      await store().staging.finish(begunBy('me', '1'), 'g2', null);
      await store().staging.discard('0', 'old', madeUpEntry());
      const left = await store().personal.of('me');
      expect([left.staged.at(-1), left.publications]).toEqual([puts.at(-1), []]);
    });

    it('is counted by kind without being read, and so are the times of their uses', async () => {
      const [, , check, summary] = madeUpResults;
      if (check === undefined || summary === undefined) expect.fail();
      for (const id of ['check', 'another check']) await store().records.keep(own(id, { result: check }));
      await store().records.keep(own('summary', { result: summary }));
      const counts = {
        ...noCounts,
        questions: 3,
        checks: 2,
        summaries: 1,
        votes: 3,
        disputes: 3,
        uses: 3,
        spending: 3,
        acts: 2,
      };
      expect(await store().personal.counts('me')).toEqual(counts);
      expect((await store().personal.uses('me')).toSorted(byGuild)).toEqual(usesOfMe);
      // Of the three disputes the one in a direct message is in no review.
      await store().records.forgetBefore(9_000);
      const left = { ...noCounts, disputes: 2, uses: 3, spending: 3, acts: 2 };
      expect(await store().personal.counts('me')).toEqual(left);
      await store().personal.forget('me');
      expect(await store().personal.counts('me')).toEqual({ ...noCounts, acts: 2 });
    });

    it('is read and goes however much it is, and others have their turn meanwhile', async () => {
      for (const count of [46, 47, 48, 130]) {
        for (let index = 0; index < count; index++) {
          await store().records.keep(own(`many ${index}`, { shownAt: index % 7, asker: 'busy' }));
          const use = { guild: 'guild', channel: 'channel', member: 'busy', at: index };
          await store().quotas.take(use, {});
          await store().spending.note({ guild: null, member: 'busy', at: index, tokens: 1, microDollars: 1 });
          await store().feedback.dispute(disputed(index === 0 ? 'theirs' : `many ${index}`, 'busy', index));
          await store().feedback.vote(`many ${index}`, 'busy', 'up', index);
        }
        const { records, uses, spending } = await store().personal.of('busy');
        expect(records.map(({ shownAt }) => shownAt)).toEqual(
          Array.from({ length: count }, (_, index) => index % 7).toSorted(),
        );
        expect(new Set(records.map(({ id }) => id)).size).toBe(count);
        expect(uses).toHaveLength(count);
        expect(spending.map(({ at }) => at)).toEqual(Array.from({ length: count }, (_, index) => index));
        const forgetting = store().personal.forget('busy');
        await store().records.keep(own('meanwhile', { shownAt: 5_000 }));
        expect(await forgetting).toBe(count);
        expect(await store().personal.of('busy')).toEqual(nothing);
        expect((await store().records.find('meanwhile'))?.id).toBe('meanwhile');
      }
    });

    it('has their words in the review too when the record has gone', async () => {
      await store().records.forgetBefore(9_000);
      const { records, votes, disputes } = sortedPersonal(await store().personal.of('me'));
      expect({ records, votes }).toEqual({ records: [], votes: [] });
      expect(disputes).toEqual([disputed('mine', 'me', 0), disputed('theirs', 'me', 1)]);
    });

    it('goes but for the acts as a moderator, and so does what others hung on their records', async () => {
      const { acts } = await store().personal.of('me');
      const others = sortedPersonal(await store().personal.of('other'));
      expect(await store().personal.forget('me')).toBe(3);
      expect(await store().personal.of('me')).toEqual({ ...nothing, acts });
      expect(await store().records.find('mine')).toBeNull();
      expect(await store().records.findByMessage('1')).toBeNull();
      for (const record of ['mine', 'direct']) {
        expect(await store().feedback.votes(record)).toEqual({ up: 0, down: 0 });
        expect(await store().feedback.disputes(record)).toEqual([]);
      }
      expect(await store().feedback.votes('theirs')).toEqual({ up: 1, down: 0 });
      expect(await store().feedback.disputes('theirs')).toEqual([disputed('theirs', 'other', 1)]);
      expect((await store().records.findByMessage('2'))?.id).toBe('theirs');
      const left = sortedPersonal(await store().personal.of('other'));
      expect(left).toMatchObject({
        records: others.records,
        uses: others.uses,
        spending: others.spending,
        acts: others.acts,
      });
      expect(left.votes).toEqual([{ record: 'theirs', vote: 'up', at: 1 }]);
      expect(await store().personal.forget('me')).toBe(0);
    });

    it('is named nowhere any more, nor are its words', async () => {
      expect(JSON.stringify(await everythingOf(store(), guilds))).toContain('me said so');
      expect(JSON.stringify(await everythingOf(store(), guilds))).toContain('"me"');
      await store().personal.forget('me');
      const left = JSON.stringify(await everythingOf(store(), guilds));
      expect(left).not.toContain('me said so');
      expect(left).not.toContain('"me"');
      expect(left).toContain('other said so');
      for (const guild of guilds) expect(await store().audit.entries({ guild, actor: 'me', limit: 9 })).toHaveLength(1);
    });

    it('has open disputes that go, and settled ones that stay without words', async () => {
      const { items } = await store().reviews.open('guild', { limit: 9 });
      const [open, settled] = items.filter(({ text }) => text === 'me said so');
      if (open === undefined || settled === undefined) expect.fail();
      await store().reviews.accept('guild', settled.number, nothingFollows, madeUpEntry());
      await store().records.forgetBefore(9_000);
      await store().personal.forget('me');
      expect(await store().reviews.find('guild', open.number)).toBeNull();
      expect(await store().reviews.find('guild', settled.number)).toEqual({ ...settled, state: 'accepted', text: '' });
      const left = (await store().reviews.open('guild', { limit: 9 })).items;
      expect(left.filter(({ kind }) => kind === 'dispute').map(({ text }) => text)).toEqual(
        Array(2).fill('other said so'),
      );
      expect(left).toHaveLength(items.length - 2);
    });

    it('leaves what chat models used in the sums of the servers and of all, and is nobody’s', async () => {
      const before = await store().spending.since(0, { guild: 'guild', member: 'me' });
      expect(before.member).toEqual({ tokens: 111, microDollars: 6 });
      expect(before.all).toEqual({ tokens: 333, microDollars: 18 });
      await store().personal.forget('me');
      const nobody = { tokens: 0, microDollars: 0 };
      expect(await store().spending.since(0, { guild: 'guild', member: 'me' })).toEqual({ ...before, member: nobody });
      expect((await store().spending.since(0, { guild: null, member: 'other' })).member).toEqual(before.member);
      expect((await store().spending.since(0, { guild: null, member: null })).member).toEqual(nobody);
      expect((await store().personal.counts('other')).spending).toBe(3);
    });

    it('leaves room in the quotas of others only', async () => {
      const limits = { server: { count: 2, windowMs: 100 } };
      const use = { guild: 'guild', channel: 'channel', member: 'new', at: 8 };
      expect(await store().quotas.take(use, limits)).toMatchObject({ isTaken: false });
      await store().personal.forget('me');
      expect(await store().quotas.take(use, limits)).toEqual({ isTaken: true });
      expect(await store().quotas.take(use, limits)).toMatchObject({ isTaken: false });
    });
  });
}
