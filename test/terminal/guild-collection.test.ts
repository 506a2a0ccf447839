import { PassThrough } from 'node:stream';
import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { placeOf } from '#src/collections/collection-place.js';
import type { CollectionName } from '#src/collections.js';
import { UsageError } from '#src/errors.js';
import type { Parley } from '#src/main.js';
import { runGenerations, runRollback } from '#src/terminal/run-generations.js';
import { runIndex } from '#src/terminal/run-index.js';
import { createTerminal, type TerminalStreams } from '#src/terminal/terminal.js';
import { createInstallation } from '../collections/create-installation.js';
import { collectionA, guildA } from '../collections/made-up-installation.js';

/** An operator's terminal over a made-up installation. */
async function operator() {
  const installation = await createInstallation();
  const { collections, dataFolder } = installation;
  const [stdin, stdout, stderr] = ['in', 'out', 'err'].map(() => new PassThrough());
  const parley = {
    storeOf: (collection: CollectionName) => placeOf(dataFolder, collection, (line) => expect.fail(line)).store,
    withCollections: (_: string, work: (all: typeof collections) => Promise<unknown>) => work(collections),
  } as unknown as Parley;
  const terminal = createTerminal({ stdin, stdout, stderr } as unknown as TerminalStreams, false);
  return {
    ...installation,
    context: { terminal, parley, log: pino({ level: 'silent' }) },
    shown: () => String((stdout as PassThrough).read() ?? ''),
  };
}

describe('an operator and the collection of a server', () => {
  it('sees what is staged, publishes it, reads its history and goes back; the server finds it in its audit log', async () => {
    const { context, shown, stage, staging, collections } = await operator();
    const choices = { collection: collectionA, json: true };
    await stage(guildA, 'treaty', 'The treaty of the northern islands was signed in a tent.');
    await runIndex(context, { ...choices, dryRun: true });
    expect(JSON.parse(shown())).toMatchObject({
      collection: collectionA,
      generation: null,
      published: false,
      documents: { added: ['server:treaty'] },
    });
    expect(await collections.live(collectionA)).toBeNull();

    await runIndex(context, choices);
    const first = JSON.parse(shown()) as { generation: string };
    expect(first).toMatchObject({ published: true, embedded: 1 });
    await stage(guildA, 'annex', 'The annex lists all the islands by their names.');
    await runIndex(context, { collection: collectionA });
    expect(shown()).toMatch(/^Published generation .+\nDocuments: 1 added, 0 changed, 0 removed, 1 unchanged\n/u);
    await runIndex(context, { collection: collectionA });
    expect(shown()).toMatch(/^Nothing has changed\./u);

    await runRollback(context, undefined, { collection: collectionA });
    expect(shown()).toBe(`Generation ${first.generation} is live.\n`);
    await runGenerations(context, choices);
    expect(JSON.parse(shown())).toMatchObject([{ live: false }, { id: first.generation, live: true }]);
    expect(staging.contents.entries.map(({ actor, act, after }) => [actor, act, after]).slice(-1)).toEqual([
      ['parley', 'parley rollback', first.generation],
    ]);
    expect(staging.contents.entries.filter(({ act }) => act === 'parley index')).toHaveLength(2);
  });

  it.each(['other', 'guild-', 'guild-../shared', 'guild-1/..'])(
    'is told what a collection is called: not %s',
    async (collection) => {
      const { context } = await operator();
      await expect(runIndex(context, { collection })).rejects.toThrow(UsageError);
      await expect(runGenerations(context, { collection })).rejects.toThrow(UsageError);
      await expect(runRollback(context, undefined, { collection })).rejects.toThrow(UsageError);
    },
  );
});
