// Run as a process of its own, to be killed: starts as the bot does, recovers, and then moderates without end. Every line of
// its output is a ChildWord: what it begins, and what it has done.
import { createRandom, pick } from '../bench/seeded-random.js';
import { type ActKind, actKinds, type ChildOrder, type ChildWord } from './child-words.js';
import { openInstallation } from './installation.js';
import { acts } from './moderating.js';

const { folder, seed, firstRound } = JSON.parse(process.argv[2] ?? '') as ChildOrder;
// A pipe is written to at once: what is said is said, also when this process dies on the next line.
const say = (word: ChildWord): boolean => process.stdout.write(`${JSON.stringify(word)}\n`);
const begins = (act: ActKind): boolean => say({ kind: 'begins', act });
// Whoever started this may be gone without having killed it.
process.once('disconnect', () => process.exit(1));

begins('open');
const installation = await openInstallation(folder, 'the moderated bot', (line) => process.stderr.write(`${line}\n`));
await installation.collections.recover();
say({ kind: 'done', act: 'open', entries: [], records: [] });

const random = createRandom(seed);
const kinds = actKinds.filter((kind) => kind !== 'open');
// More is staged than anything else, or there would be nothing to publish.
const drawn = [...kinds, 'stage', 'stage'] as const;
for (let round = firstRound; ; round++) {
  const act = pick(drawn, random);
  const done = await acts[act]({ ...installation, folder, random, begins }, round);
  if (done === null) continue;
  const { entries = [], records = [] } = done;
  const kept = entries.map(({ guild, act: name, subject, after }) => ({ guild, act: name, subject, after }));
  say({ kind: 'done', act, entries: kept, records });
}
