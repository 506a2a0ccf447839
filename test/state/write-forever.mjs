// Run as a process of its own, to be killed: keeps records one after the other as the bot does, forgets old ones on the
// way, and writes the number of each record once the store says that all of it is kept.
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
for (let number = Number(first); number < Number(first) + Number(count); number++) {
  const id = `${writer}-${number}`;
  const place = { guild: null, channel: 'channel', asker: writer, isPrivate: true };
  await store.keep({ id, result, ...place, shownAt: number });
  await store.place(id, [`${id}-first`, `${id}-second`]);
  await store.vote(id, 'member', 'up', number);
  await store.dispute({ record: id, member: 'member', text: 'No.', at: number });
  await store.setFact(writer, String(number));
  if (number % 40 === 0) await store.forgetBefore(number - 100);
  process.stdout.write(`${number}\n`);
}
await store.close();
