import { describe, expect, it } from 'vitest';
import { madeUpRecord } from '../../state/made-up-record.js';
import { madeUpEntry, madeUpErratum, madeUpGolden, type OpenedStore } from './made-up-acts.js';
import { madeUpCorrecting, madeUpPublication, madeUpPut, stagedText } from './made-up-changes.js';

/** Servers that the bot is no longer in. */
export function serversContract(store: OpenedStore): void {
  describe('a server that was left', () => {
    it('is told once its time is over, until the bot is back', async () => {
      expect(await store().servers.leftBefore(9)).toEqual([]);
      for (const [guild, at] of [
        ['3', 5],
        ['1', 4],
        ['2', 3],
      ] as const)
        await store().servers.left(guild, at);
      await store().facts.set('left', 'another fact');
      await store().facts.set('lefty', '1');
      expect(await store().servers.leftBefore(5)).toEqual(['1', '2']);
      await store().servers.cameBack('1');
      await store().servers.cameBack('unknown');
      expect(await store().servers.leftBefore(9)).toEqual(['2', '3']);
      await store().servers.left('2', 8);
      expect(await store().servers.leftBefore(8)).toEqual(['3']);
    });

    it('is known by whatever is kept of it, and only by that', async () => {
      const { feedback, records, reviews, settings, staging, quality, audit, quotas, servers } = store();
      expect(await servers.kept()).toEqual({ guilds: [], collections: [] });
      await audit.note(madeUpEntry({ guild: 'audited' }));
      await quotas.take({ guild: 'used', channel: 'channel', member: 'member', at: 1 }, {});
      await records.keep(madeUpRecord('asked', { guild: 'asked' }));
      const figures = { questions: 1, cited: 1, falselyDeclined: 0, declined: null, disputesMended: null };
      await quality.note({ guild: null, generation: 'g', figures, at: 1 });
      expect(await servers.kept()).toEqual({ guilds: [], collections: [] });
      await quality.note({ guild: 'measured', generation: 'g', figures, at: 1 });
      for (const key of ['a', 'b'])
        await settings.set({ guild: 'set', channel: null, key, value: 1 }, madeUpEntry({ guild: 'set' }));
      await feedback.dispute({ record: 'asked', member: 'member', text: 'No.', at: 1 });
      for (let index = 0; index < 101; index++)
        await staging.put(madeUpPut({ collection: `staged ${index}` }), stagedText, madeUpEntry());
      await staging.begin(madeUpPublication({ collection: 'begun' }));
      await staging.noteSwap(madeUpCorrecting({ collection: 'swapped' }), []);
      const { guilds, collections } = await servers.kept();
      expect(guilds).toEqual(['asked', 'measured', 'set']);
      expect(collections).toHaveLength(103);
      expect(collections).toEqual(expect.arrayContaining(['begun', 'staged 0', 'staged 100', 'swapped']));
      const [item = expect.fail()] = (await reviews.open('asked', { limit: 1 })).items;
      const acceptance = { golden: madeUpGolden({ guild: 'golden' }), erratum: madeUpErratum({ guild: 'erratum' }) };
      await reviews.accept('asked', item.number, acceptance, madeUpEntry());
      expect((await servers.kept()).guilds).toEqual(['asked', 'erratum', 'golden', 'measured', 'set']);
    });

    it('is forgotten with what is its own alone; others keep all of it', async () => {
      const { records, feedback, reviews, settings, staging, quality, audit, servers } = store();
      const figures = { questions: 1, cited: 1, falselyDeclined: 0, declined: null, disputesMended: null };
      for (const guild of ['guild', 'another']) {
        await settings.set({ guild, channel: null, key: 'a', value: 1 }, madeUpEntry({ guild }));
        for (const id of [`${guild} 1`, `${guild} 2`]) {
          await records.keep(madeUpRecord(id, { guild }));
          await feedback.dispute({ record: id, member: 'member', text: 'No.', at: 1 });
        }
        const [first = expect.fail()] = (await reviews.open(guild, { limit: 9 })).items;
        const acceptance = { golden: madeUpGolden({ guild }), erratum: madeUpErratum({ guild }) };
        await reviews.accept(guild, first.number, acceptance, madeUpEntry({ guild }));
        await staging.put(madeUpPut({ collection: guild }), stagedText, madeUpEntry({ guild }));
        await staging.finish(
          madeUpPublication({ collection: guild, versions: [] }),
          'g',
          madeUpCorrecting({ collection: guild }),
        );
        await staging.begin(madeUpPublication({ collection: guild }));
        await quality.note({ guild, generation: 'g', figures, at: 1 });
        await servers.left(guild, 1);
      }
      const ownOf = async (guild: string) => ({
        settings: await settings.of(guild),
        open: (await reviews.open(guild, { limit: 9 })).items,
        golden: await reviews.golden(guild),
        errata: await reviews.errata(guild, [madeUpErratum({ guild })]),
        staged: await staging.changes(guild),
        text: await staging.text(guild, 'server:treaty', 'v1'),
        begun: (await staging.begun()).filter(({ collection }) => collection === guild),
        correcting: (await staging.correcting()).filter(({ collection }) => collection === guild),
        quality: await quality.latest(guild),
      });
      const others = await ownOf('another');
      for (const [kind, kept] of Object.entries(others)) expect([kind, kept]).not.toEqual([kind, []]);
      expect(others.quality).not.toBeNull();
      const noted = await audit.entries({ guild: 'guild', limit: 99 });
      await servers.forget('guild', 'guild');
      expect(await ownOf('guild')).toEqual({
        settings: [],
        open: [],
        golden: [],
        errata: [],
        staged: [],
        text: null,
        begun: [],
        correcting: [],
        quality: null,
      });
      expect(await ownOf('another')).toEqual(others);
      expect(await servers.kept()).toEqual({ guilds: ['another'], collections: ['another'] });
      expect(await servers.leftBefore(9)).toEqual(['another']);
      expect(await audit.entries({ guild: 'guild', limit: 99 })).toEqual(noted);
      expect(await records.find('guild 1')).not.toBeNull();
    });
  });
}
