import fc from 'fast-check';
import { expect, it } from 'vitest';
import { openSqliteStateStore } from '#src/state/sqlite-state-store.js';
import type { StateStore } from '#src/state/state-store.js';
import { createMemoryStateStore } from '../support/memory-state-store.js';
import { acts, documents, guilds, ids, members, messages, versions } from './random-acts.js';
import { stateFile } from './state-file.js';

const highestItem = 30;
const quote = 'It was agreed in Paris.';

async function ofServer(store: StateStore, guild: string): Promise<unknown> {
  const { reviews, records, settings, audit, staging, quality, spending } = store;
  const numbers = Array.from({ length: highestItem }, (_, index) => index + 1);
  const texts = documents.flatMap((document) => versions.map((version) => staging.text(guild, document, version)));
  return {
    open: await reviews.open(guild, { limit: 100 }),
    items: await Promise.all(numbers.map((number) => reviews.find(guild, number))),
    golden: await reviews.golden(guild),
    errata: await reviews.errata(
      guild,
      documents.map((document) => ({ document, quote })),
    ),
    asked: await records.asked({ guild, since: 0, limit: 100 }),
    figures: await records.figures({ guild, since: 0 }),
    settings: await settings.of(guild),
    audit: await audit.entries({ guild, limit: 1_000 }),
    staged: await staging.changes(guild),
    texts: await Promise.all(texts),
    quality: await quality.latest(guild),
    spent: await Promise.all([...members, null].map((member) => spending.since(0, { guild, member }))),
  };
}

/** Everything that can be asked, in one value. */
async function everything(store: StateStore): Promise<unknown> {
  return {
    records: await Promise.all(ids.map((id) => store.records.find(id))),
    placed: await Promise.all(messages.map((message) => store.records.findByMessage(message))),
    cited: await store.records.citing({ documents, since: 0, limit: 100 }),
    votes: await Promise.all(ids.map((id) => store.feedback.votes(id))),
    disputes: await Promise.all(ids.map((id) => store.feedback.disputes(id))),
    people: await Promise.all(members.map((member) => store.personal.of(member))),
    counts: await Promise.all(members.map((member) => store.personal.counts(member))),
    servers: await Promise.all(guilds.map((guild) => ofServer(store, guild))),
    begun: await store.staging.begun(),
    correcting: await store.staging.correcting(),
    quality: await store.quality.latest(null),
  };
}

it('any sequence of acts says and leaves what plain lists do, also after reopening', async () => {
  await fc.assert(
    fc.asyncProperty(acts, async (sequence) => {
      const file = await stateFile();
      const lists = createMemoryStateStore();
      const store = await openSqliteStateStore({ file });
      try {
        for (const [name, run] of sequence) {
          expect([name, await run(store)]).toEqual([name, await run(lists)]);
        }
        expect(await everything(store)).toEqual(await everything(lists));
      } finally {
        await store.close();
      }
      const reopened = await openSqliteStateStore({ file });
      try {
        expect(await everything(reopened)).toEqual(await everything(lists));
        expect(await reopened.faults()).toEqual([]);
      } finally {
        await reopened.close();
      }
    }),
    { numRuns: 60 },
  );
}, 60_000);
