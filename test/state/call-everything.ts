import { expect } from 'vitest';
import type { StateStore } from '#src/state/state-store.js';
import { madeUpEntry, madeUpErratum, madeUpGolden } from '../contracts/state/made-up-acts.js';
import {
  madeUpCorrecting,
  madeUpPublication,
  madeUpPut,
  madeUpRemoval,
  stagedText,
} from '../contracts/state/made-up-changes.js';
import { madeUpRecord } from './made-up-record.js';

async function callRecords({ records, feedback }: StateStore): Promise<void> {
  const record = madeUpRecord('a');
  await records.keep(record);
  await records.correct('a', { result: record.result, original: record.result });
  await records.place('a', ['1']);
  await records.find('a');
  await records.findByMessage('1');
  const turns = { channel: 'channel', since: 0, limit: 6 };
  for (const withPrivate of [true, false]) {
    await records.recentTurns({ ...turns, withPrivate });
    await records.recentTurns({ ...turns, withPrivate, asker: 'asker' });
  }
  const citing = { documents: ['made-up', 'other'], since: 0, limit: 5 };
  for (const where of [{}, { guild: 'guild' }]) {
    await records.citing({ ...citing, ...where });
    await records.citing({ ...citing, ...where, after: { id: '0', shownAt: 1 } });
  }
  const asked = { guild: 'guild', since: 0 };
  await records.asked({ ...asked, limit: 5 });
  await records.asked({ ...asked, limit: 5, outcome: 'declined' });
  await records.figures(asked);
  await feedback.vote('a', 'member', 'down', 1);
  await feedback.votes('a');
  await feedback.dispute({ record: 'a', member: 'member', text: 'No.', at: 1 });
  await feedback.disputes('a');
}

async function callModeration({
  settings,
  audit,
  quotas,
  spending,
  staging,
  facts,
  servers,
}: StateStore): Promise<void> {
  const entry = madeUpEntry();
  await settings.set({ guild: 'guild', channel: null, key: 'language', value: 'en' }, entry);
  await settings.set({ guild: 'guild', channel: null, key: 'language', value: null }, entry);
  await settings.of('guild');
  await audit.note(entry);
  for (const query of [{}, { act: 'set' }, { before: 9 }, { actor: 'moderator' }, { actor: 'moderator', before: 9 }]) {
    await audit.entries({ guild: 'guild', limit: 5, ...query });
  }
  await audit.forgetBefore(0);
  const use = { guild: 'guild', channel: 'channel', member: 'member', at: 1 };
  const limit = { count: 3, windowMs: 100 };
  await quotas.take(use, { member: limit, channel: limit, server: limit });
  await quotas.giveBack(use);
  await quotas.forgetBefore(5);
  await spending.note({ ...use, tokens: 10, microDollars: 20 });
  for (const member of ['member', null]) await spending.since(0, { guild: member === null ? null : 'guild', member });
  await spending.forgetBefore(1);
  await staging.put(madeUpPut(), stagedText, entry);
  await staging.changes('guild');
  await staging.text('guild', 'server:treaty', 'v1');
  await staging.remove(madeUpRemoval(), entry);
  await staging.discard('guild', 'server:treaty', entry);
  await staging.begin(madeUpPublication());
  await staging.begun();
  await staging.finish(madeUpPublication(), 'g2', madeUpCorrecting());
  await staging.callOff('guild');
  await staging.noteSwap(madeUpCorrecting(), [entry]);
  await staging.correcting();
  await staging.corrected(madeUpCorrecting());
  await facts.set('commands', 'abc');
  await facts.set('commands', null);
  await facts.get('commands');
  await servers.left('another', 1);
  await servers.leftBefore(2);
  await servers.kept();
  await servers.cameBack('another');
  await servers.forget('another', 'another');
}

async function callTheRest({ reviews, quality, personal, records, faults, backUp }: StateStore, copy: string) {
  const entry = madeUpEntry();
  const { items } = await reviews.open('guild', { limit: 5 });
  const [first = expect.fail(), second = expect.fail()] = items;
  await reviews.find('guild', first.number);
  const erratum = madeUpErratum();
  await reviews.accept('guild', first.number, { golden: madeUpGolden(), erratum }, entry);
  await reviews.reject('guild', second.number, entry);
  await reviews.golden('guild');
  await reviews.errata('guild', [erratum]);
  await reviews.remarks('guild');
  await reviews.withdraw('guild', erratum.at, entry);
  await reviews.forgetSettledBefore(1);
  const figures = { questions: 1, cited: 1, falselyDeclined: 0, declined: null, disputesMended: null };
  await quality.note({ guild: null, generation: 'g', figures, at: 1 });
  await quality.latest(null);
  await quality.forgetBefore(0);
  // More than a page of them.
  for (let index = 0; index < 51; index++) await records.keep(madeUpRecord(`${index}`, { asker: 'member' }));
  await personal.counts('member');
  await personal.uses('member');
  await personal.of('member');
  await personal.forget('member');
  await records.forgetBefore(5_000);
  await faults();
  await backUp(copy);
}

/** Every method of every group, in every form of its query; a backup goes to `copy`. */
export async function callEverything(store: StateStore, copy: string): Promise<void> {
  const called = new Set<string>();
  const noting = (group: object, path: string): object =>
    new Proxy(group, {
      get(target, method: string) {
        const member = (target as Readonly<Record<string, object>>)[method];
        if (typeof member === 'object') return noting(member, `${method}.`);
        called.add(`${path}${method}`);
        return member;
      },
    });
  const noted = noting(store, '') as StateStore;
  await callRecords(noted);
  await callModeration(noted);
  await callTheRest(noted, copy);
  const methods = Object.entries(store).flatMap(([name, group]) =>
    typeof group === 'function' ? [name] : Object.keys(group as object).map((method) => `${name}.${method}`),
  );
  expect([...called].toSorted()).toEqual(methods.filter((method) => method !== 'close').toSorted());
}
