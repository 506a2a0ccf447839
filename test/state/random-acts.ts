import fc from 'fast-check';
import type { StateStore } from '#src/state/state-store.js';
import { madeUpEntry, madeUpErratum, madeUpGolden } from '../contracts/state/made-up-acts.js';
import { madeUpCorrecting, madeUpPublication, madeUpPut, madeUpRemoval } from '../contracts/state/made-up-changes.js';
import { madeUpRecord, madeUpResults } from './made-up-record.js';

/** Few of everything, so that acts meet. */
export const ids = ['a', 'b', 'c', 'd', 'e'];
export const members = ['one', 'two', 'three'];
export const guilds = ['guild', 'another'];
export const messages = ['1', '2', '3', '4'];
export const documents = ['made-up', 'server:treaty', 'server:map'];
export const versions = ['v1', 'v2'];

const id = fc.constantFrom(...ids);
const member = fc.constantFrom(...members);
const guild = fc.constantFrom(...guilds);
const channel = fc.constantFrom('here', 'there');
const message = fc.constantFrom(...messages);
const document = fc.constantFrom(...documents);
const version = fc.constantFrom(...versions);
const time = fc.nat({ max: 9 });
const limit = fc.nat({ max: 4 });
const text = fc.string({ unit: 'binary' });
const number = fc.integer({ min: 1, max: 6 });

export type Act = readonly [name: string, run: (store: StateStore) => Promise<unknown>];

function act<T>(name: string, input: fc.Arbitrary<T>, run: (store: StateStore, input: T) => Promise<unknown>) {
  return input.map((value): Act => [`${name} ${JSON.stringify(value)}`, (store) => run(store, value)]);
}

/** Keys that are `undefined` are left out, as the seams want it. */
function given<T extends object>(query: T): { [Key in keyof T]: Exclude<T[Key], undefined> } {
  const entries = Object.entries(query).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as { [Key in keyof T]: Exclude<T[Key], undefined> };
}

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const entry = fc
  .record({
    guild,
    actor: member,
    at: time,
    act: fc.constantFrom('corpus add', 'corpus remove', 'settings'),
    after: text,
  })
  .map(madeUpEntry);

const record = fc
  .record({
    id,
    result: fc.constantFrom(...madeUpResults),
    guild: fc.option(guild),
    channel,
    asker: member,
    isPrivate: fc.boolean(),
    shownAt: time,
  })
  .map((kept) => madeUpRecord(kept.id, kept));
const shownNow = fc
  .record({ result: fc.constantFrom(...madeUpResults), original: maybe(fc.constantFrom(...madeUpResults)) })
  .map(given);
const turns = fc
  .record({ channel, asker: maybe(member), withPrivate: fc.boolean(), since: time, until: maybe(time), limit })
  .map(given);
const citing = fc
  .record({
    guild: maybe(guild),
    documents: fc.array(document, { maxLength: 3 }),
    since: time,
    after: maybe(fc.record({ id, shownAt: time })),
    limit,
  })
  .map(given);
const asked = fc
  .record({ guild, since: time, outcome: maybe(fc.constantFrom('answered' as const, 'declined' as const)), limit })
  .map(given);

const shown = [
  act('keep', record, ({ records }, kept) => records.keep(kept)),
  act('correct', fc.tuple(id, shownNow), ({ records }, input) => records.correct(...input)),
  act('place', fc.tuple(id, fc.array(message, { maxLength: 3 })), ({ records }, input) => records.place(...input)),
  act('turns', turns, ({ records }, query) => records.recentTurns(query)),
  act('citing', citing, ({ records }, query) => records.citing(query)),
  act('asked', asked, ({ records }, query) => records.asked(query)),
  act('forget', time, ({ records }, before) => records.forgetBefore(before)),
  act('vote', fc.tuple(id, member, fc.constantFrom('up', 'down'), time), ({ feedback }, input) =>
    feedback.vote(...input),
  ),
  act('dispute', fc.record({ record: id, member, text, at: time }), ({ feedback }, input) => feedback.dispute(input)),
  act('forget member', member, ({ personal }, who) => personal.forget(who)),
];

const acceptance = fc.record({
  golden: fc.option(fc.record({ guild, question: text }).map(madeUpGolden)),
  erratum: fc.option(fc.record({ guild, document, text }).map(madeUpErratum)),
});
const reviewed = [
  act('accept', fc.tuple(guild, number, acceptance, entry), ({ reviews }, input) => reviews.accept(...input)),
  act('reject', fc.tuple(guild, number, entry), ({ reviews }, input) => reviews.reject(...input)),
  act('open', fc.tuple(guild, fc.record({ after: maybe(number), limit }).map(given)), ({ reviews }, input) =>
    reviews.open(...input),
  ),
  act(
    'withdraw',
    fc.tuple(guild, fc.constantFrom(madeUpErratum().at, madeUpGolden().at), entry),
    ({ reviews }, input) => reviews.withdraw(...input),
  ),
  act('forget settled', time, ({ reviews }, before) => reviews.forgetSettledBefore(before)),
];

const setting = fc.record({
  guild,
  channel: fc.option(channel),
  key: fc.constantFrom('language', 'quotas'),
  value: fc.oneof(fc.constant(null), fc.jsonValue()),
});
const use = fc.record({ guild: fc.option(guild), channel, member, at: time });
const spender = fc.record({ guild: fc.option(guild), member: fc.option(member) });
const spent = fc
  .record({ who: spender, at: time, tokens: fc.nat(), microDollars: fc.nat() })
  .map(({ who, ...amount }) => ({ ...who, ...amount }));
const quota = fc.option(fc.record({ count: fc.integer({ min: 1, max: 3 }), windowMs: fc.integer({ min: 1, max: 6 }) }));
const limits = fc
  .record({ member: quota, channel: quota, server: quota })
  .map((all) => Object.fromEntries(Object.entries(all).filter(([, limited]) => limited !== null)));
const moderated = [
  act('set', fc.tuple(setting, entry), ({ settings }, input) => settings.set(...input)),
  act('note', entry, ({ audit }, input) => audit.note(input)),
  act(
    'entries',
    fc
      .record({ guild, actor: maybe(member), act: maybe(fc.constantFrom('corpus', 's')), before: maybe(number), limit })
      .map(given),
    ({ audit }, query) => audit.entries(query),
  ),
  act('forget entries', time, ({ audit }, before) => audit.forgetBefore(before)),
  act('take', fc.tuple(use, limits), ({ quotas }, input) => quotas.take(...input)),
  act('give back', use, ({ quotas }, input) => quotas.giveBack(input)),
  act('forget uses', time, ({ quotas }, before) => quotas.forgetBefore(before)),
  act('spend', spent, ({ spending }, input) => spending.note(input)),
  act('spent since', fc.tuple(time, spender), ({ spending }, input) => spending.since(...input)),
  act('forget spending', time, ({ spending }, before) => spending.forgetBefore(before)),
  act('left', fc.tuple(guild, time), ({ servers }, input) => servers.left(...input)),
  act('came back', guild, ({ servers }, where) => servers.cameBack(where)),
  act('left before', time, ({ servers }, before) => servers.leftBefore(before)),
  act('kept of servers', fc.constant(null), ({ servers }) => servers.kept()),
  act('forget server', guild, ({ servers }, where) => servers.forget(where, where)),
  act('set fact', fc.tuple(text, fc.option(text)), ({ facts }, input) => facts.set(...input)),
];

const collection = fc.constantFrom(...guilds);
const change = fc.record({ collection, document, version, at: time });
const publication = fc.record({ collection, versions: fc.array(version, { maxLength: 2 }) }).map(madeUpPublication);
const correcting = fc
  .record({ collection, generation: fc.constantFrom('g2', 'g3'), documents: fc.uniqueArray(document) })
  .map(madeUpCorrecting);
/** When it was measured: never twice at once, which would leave open which was the last. */
const instant = fc.noBias(fc.nat({ max: Number.MAX_SAFE_INTEGER }));
const share = fc.option(fc.double({ min: 0, max: 1, noNaN: true }));
const figures = fc.record({
  questions: fc.nat(),
  cited: share,
  falselyDeclined: share,
  declined: share,
  disputesMended: share,
});
const measured = fc.record({ guild: fc.option(guild), generation: fc.constantFrom('g1', 'g2'), figures, at: instant });
const published = [
  act('put', fc.tuple(change, text, fc.array(text), entry), ({ staging }, [more, staged, hidden, audited]) =>
    staging.put(madeUpPut(more), { text: staged, hidden }, audited),
  ),
  act('remove', fc.tuple(change, entry), ({ staging }, [more, audited]) =>
    staging.remove(madeUpRemoval(more), audited),
  ),
  act('discard', fc.tuple(collection, document, entry), ({ staging }, input) => staging.discard(...input)),
  act('begin', publication, ({ staging }, input) => staging.begin(input)),
  act('finish', fc.tuple(publication, text, fc.option(correcting)), ({ staging }, input) => staging.finish(...input)),
  act('note swap', fc.tuple(correcting, fc.array(entry, { maxLength: 2 })), ({ staging }, input) =>
    staging.noteSwap(...input),
  ),
  act('call off', collection, ({ staging }, input) => staging.callOff(input)),
  act('corrected', correcting, ({ staging }, input) => staging.corrected(input)),
  act('measure', measured, ({ quality }, input) => quality.note(input)),
];

/** What may happen to a state, in any order. */
export const acts = fc.array(fc.oneof(...shown, ...reviewed, ...moderated, ...published), {
  minLength: 30,
  maxLength: 90,
});
