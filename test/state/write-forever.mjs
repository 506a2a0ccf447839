// Run as a process of its own, to be killed: keeps records, books what they cost and does a moderator's acts one after the
// other as the bot does, forgets old ones on the way, and writes the number of each round once the store says that all of it
// is kept.
import { openSqliteStateStore } from '#src/state/sqlite-state-store.js';

const [file, writer, first, count = Number.POSITIVE_INFINITY] = process.argv.slice(2);
const store = await openSqliteStateStore({ file });
const result = {
  kind: 'summary',
  question: 'x'.repeat(3_000),
  summary: {
    document: 'made-up',
    title: 'A document',
    paragraphs: null,
    focus: null,
    length: 'short',
    mode: 'extractive',
    points: [],
    citations: [],
    coverage: { represented: [], missing: [], ratio: 0 },
    asOf: null,
    generation: 'made-up',
  },
};
const metadata = {
  title: 'A document',
  titleIsDescriptive: false,
  publisher: null,
  author: null,
  date: null,
  licence: null,
  url: null,
};
const source = { path: 'document.txt', bytes: 1, modifiedMs: 1, sha256: 'ab' };

async function showAndHear(number) {
  const id = `${writer}-${number}`;
  const place = { guild: writer, channel: 'channel', asker: writer, isPrivate: true };
  await store.records.keep({ id, result, ...place, shownAt: number });
  await store.records.place(id, [`${id}-first`, `${id}-second`]);
  await store.feedback.vote(id, 'member', 'up', number);
  await store.feedback.dispute({ record: id, member: 'member', text: 'No.', at: number });
  await store.spending.note({ guild: writer, member: writer, at: number, tokens: number, microDollars: 2 * number });
}

/** Sets, settles, stages, publishes, each with its entry in the audit log; the guild and the collection are the writer's. */
async function moderate(number) {
  const at = number;
  const entry = (act) => ({
    guild: writer,
    actor: 'moderator',
    at,
    act,
    subject: `${number}`,
    before: null,
    after: null,
  });
  await store.settings.set({ guild: writer, channel: null, key: 'round', value: number }, entry('settings'));
  const { items } = await store.reviews.open(writer, { limit: 1_000 });
  for (const item of items) await store.reviews.reject(writer, item.number, entry('review reject'));
  const change = { collection: writer, document: 'server:document', version: `${number}`, by: 'moderator', at };
  const staged = { text: `${number} `.repeat(5_000), hidden: [] };
  await store.staging.put({ kind: 'put', ...change, metadata, source, length: 1 }, staged, entry('corpus add'));
  const publication = { collection: writer, before: null, versions: [`${number}`], entry: entry('reindex run') };
  await store.staging.begin(publication);
  const correcting = { collection: writer, generation: `g${number}`, documents: [change.document] };
  await store.staging.finish(publication, `g${number}`, correcting);
  const limit = { count: 1_000_000, windowMs: 1_000 };
  await store.quotas.take(
    { guild: writer, channel: 'channel', member: 'member', at },
    { member: limit, server: limit },
  );
}

for (let number = Number(first); number < Number(first) + Number(count); number++) {
  await showAndHear(number);
  await moderate(number);
  await store.facts.set(writer, String(number));
  if (number % 40 === 0) {
    // The audit log and the settled items stay whole: what a kill leaves is held against them.
    await store.records.forgetBefore(number - 100);
    await store.quotas.forgetBefore(number - 100);
    await store.spending.forgetBefore(number - 100);
  }
  process.stdout.write(`${number}\n`);
}
await store.close();
