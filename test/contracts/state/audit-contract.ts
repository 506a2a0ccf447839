import { describe, expect, it } from 'vitest';
import type { AuditQuery, NumberedEntry } from '#src/state/seams/audit.js';
import { entriesOf, madeUpEntry, type OpenedStore } from './made-up-acts.js';

/** The log of what moderators did. */
export function auditContract(store: OpenedStore): void {
  const entries = (query: Partial<AuditQuery> = {}): Promise<readonly NumberedEntry[]> =>
    store().audit.entries({ guild: 'guild', limit: 100, ...query });
  const subjects = async (query: Partial<AuditQuery> = {}) => (await entries(query)).map(({ subject }) => subject);

  describe('the audit log', () => {
    it('gives back what was noted, newest first, in numbers that grow', async () => {
      const empty = madeUpEntry({ subject: null, before: '', after: null });
      await store().audit.note(madeUpEntry());
      await store().audit.note(empty);
      await store().audit.note(madeUpEntry());
      expect(await entriesOf(store())).toEqual([madeUpEntry(), empty, madeUpEntry()]);
      const numbers = (await entries()).map(({ number }) => number);
      expect(numbers).toEqual([...new Set(numbers)].toSorted((one, other) => other - one));
    });

    it('shows one server only', async () => {
      await store().audit.note(madeUpEntry({ guild: 'another', subject: 'canary' }));
      await store().audit.note(madeUpEntry());
      expect(await entriesOf(store())).toEqual([madeUpEntry()]);
      expect(await entriesOf(store(), 'another')).toEqual([madeUpEntry({ guild: 'another', subject: 'canary' })]);
      expect(await entriesOf(store(), 'a third')).toEqual([]);
    });

    it('is searched by moderator and by how an act begins', async () => {
      for (const [subject, actor, act] of [
        ['1', 'one', 'corpus add'],
        ['2', 'two', 'corpus remove'],
        ['3', 'one', 'reindex run'],
        ['4', 'one', 'Corpus add'],
        ['5', 'one', '100%_sure'],
        ['6', 'one', 'the corpus add'],
      ] as const)
        await store().audit.note(madeUpEntry({ actor, act, subject }));
      expect(await subjects({ actor: 'two' })).toEqual(['2']);
      expect(await subjects({ actor: 'On' })).toEqual([]);
      expect(await subjects({ act: 'corpus' })).toEqual(['2', '1']);
      expect(await subjects({ act: 'corpus add' })).toEqual(['1']);
      expect(await subjects({ act: 'corpus', actor: 'one' })).toEqual(['1']);
      expect(await subjects({ act: 'c%' })).toEqual([]);
      expect(await subjects({ act: 'corpus_' })).toEqual([]);
      expect(await subjects({ act: '100%_' })).toEqual(['5']);
      expect(await subjects({ act: '100%%' })).toEqual([]);
      expect(await subjects({ act: '' })).toEqual(['6', '5', '4', '3', '2', '1']);
      const second = (await entries({ act: 'reindex' }))[0]?.number ?? 0;
      expect(await subjects({ actor: 'one', before: second })).toEqual(['1']);
      expect(await subjects({ actor: 'one', act: 'Corpus', limit: 1 })).toEqual(['4']);
    });

    it('gives each entry on exactly one page', async () => {
      for (let index = 0; index < 7; index++) {
        await store().audit.note(madeUpEntry({ subject: `${index}` }));
        await store().audit.note(madeUpEntry({ guild: 'another' }));
      }
      const all = await entries();
      for (const limit of [1, 2, 3, 7, 8]) {
        const seen: NumberedEntry[] = [];
        for (let page = await entries({ limit }); page.length > 0; ) {
          expect(page.length).toBeLessThanOrEqual(limit);
          seen.push(...page);
          page = await entries({ limit, before: page.at(-1)?.number ?? 0 });
        }
        expect(seen).toEqual(all);
      }
      expect(await entries({ limit: 0 })).toEqual([]);
    });

    it('forgets entries older than a time, and gives no number again', async () => {
      await store().audit.note(madeUpEntry({ at: 1_000, subject: 'stays' }));
      await store().audit.note(madeUpEntry({ at: 999, subject: 'goes' }));
      await store().audit.note(madeUpEntry({ at: 998, guild: 'another' }));
      const numbers = [...(await entries()), ...(await entries({ guild: 'another' }))].map(({ number }) => number);
      expect(await store().audit.forgetBefore(1_000)).toBe(2);
      expect(await subjects()).toEqual(['stays']);
      expect(await store().audit.forgetBefore(1_000)).toBe(0);
      await store().audit.note(madeUpEntry({ subject: 'new' }));
      expect((await entries())[0]?.number).toBeGreaterThan(Math.max(...numbers));
    });
  });
}
