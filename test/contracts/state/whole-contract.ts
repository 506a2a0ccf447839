import { expect, it } from 'vitest';
import { StateError } from '#src/state/state-error.js';
import type { StateStore } from '#src/state/state-store.js';
import { madeUpRecord } from '../../state/made-up-record.js';
import { madeUpEntry, madeUpErratum, nothingFollows, type OpenedStore } from './made-up-acts.js';
import { madeUpCorrecting, madeUpPublication, madeUpPut, madeUpRemoval, stagedText } from './made-up-changes.js';

type Calls<Group> = Readonly<Record<keyof Group, () => Promise<unknown>>>;
type Groups = Omit<StateStore, 'faults' | 'backUp' | 'close'>;

/** Every method of every group once; the compiler says when one is missing. */
function callsOf(store: StateStore): { readonly [Name in keyof Groups]: Calls<Groups[Name]> } {
  const { records, feedback, reviews, settings, audit, quotas, spending } = store;
  const { staging, quality, personal, facts, servers } = store;
  const use = { guild: 'guild', channel: 'channel', member: 'member', at: 1 };
  const figures = { questions: 1, cited: 1, falselyDeclined: 0, declined: null, disputesMended: null };
  return {
    records: {
      keep: () => records.keep(madeUpRecord('a')),
      correct: () => records.correct('a', { result: madeUpRecord('a').result }),
      place: () => records.place('a', ['1']),
      find: () => records.find('a'),
      findByMessage: () => records.findByMessage('1'),
      recentTurns: () => records.recentTurns({ channel: 'channel', withPrivate: false, since: 0, limit: 1 }),
      citing: () => records.citing({ documents: ['made-up'], since: 0, limit: 1 }),
      asked: () => records.asked({ guild: 'guild', since: 0, limit: 1 }),
      figures: () => records.figures({ guild: 'guild', since: 0 }),
      forgetBefore: () => records.forgetBefore(1),
    },
    feedback: {
      vote: () => feedback.vote('a', 'member', 'down', 1),
      votes: () => feedback.votes('a'),
      dispute: () => feedback.dispute({ record: 'a', member: 'member', text: 'No.', at: 1 }),
      disputes: () => feedback.disputes('a'),
    },
    reviews: {
      open: () => reviews.open('guild', { limit: 1 }),
      find: () => reviews.find('guild', 1),
      accept: () => reviews.accept('guild', 1, nothingFollows, madeUpEntry()),
      reject: () => reviews.reject('guild', 2, madeUpEntry()),
      golden: () => reviews.golden('guild'),
      errata: () => reviews.errata('guild', [{ document: 'made-up', quote: 'It was.' }]),
      remarks: () => reviews.remarks('guild'),
      withdraw: () => reviews.withdraw('guild', madeUpErratum().at, madeUpEntry()),
      forgetSettledBefore: () => reviews.forgetSettledBefore(1),
    },
    settings: {
      of: () => settings.of('guild'),
      set: () => settings.set({ guild: 'guild', channel: null, key: 'key', value: 1 }, madeUpEntry()),
    },
    audit: {
      note: () => audit.note(madeUpEntry()),
      entries: () => audit.entries({ guild: 'guild', limit: 1 }),
      forgetBefore: () => audit.forgetBefore(1),
    },
    quotas: {
      take: () => quotas.take(use, { member: { count: 1, windowMs: 1 } }),
      giveBack: () => quotas.giveBack(use),
      forgetBefore: () => quotas.forgetBefore(1),
    },
    spending: {
      note: () => spending.note({ guild: 'guild', member: 'member', at: 1, tokens: 10, microDollars: 20 }),
      since: () => spending.since(0, { guild: 'guild', member: 'member' }),
      forgetBefore: () => spending.forgetBefore(1),
    },
    staging: {
      put: () => staging.put(madeUpPut(), stagedText, madeUpEntry()),
      remove: () => staging.remove(madeUpRemoval({ document: 'server:old' }), madeUpEntry()),
      discard: () => staging.discard('guild', 'server:old', madeUpEntry()),
      changes: () => staging.changes('guild'),
      text: () => staging.text('guild', 'server:treaty', 'v1'),
      begin: () => staging.begin(madeUpPublication()),
      begun: () => staging.begun(),
      finish: () => staging.finish(madeUpPublication(), 'g2', madeUpCorrecting()),
      callOff: () => staging.callOff('guild'),
      noteSwap: () => staging.noteSwap(madeUpCorrecting(), [madeUpEntry()]),
      correcting: () => staging.correcting(),
      corrected: () => staging.corrected(madeUpCorrecting({ generation: 'g1' })),
    },
    quality: {
      note: () => quality.note({ guild: null, generation: 'g1', figures, at: 1 }),
      latest: () => quality.latest(null),
      forgetBefore: () => quality.forgetBefore(1),
    },
    personal: {
      counts: () => personal.counts('member'),
      of: () => personal.of('member'),
      uses: () => personal.uses('member'),
      forget: () => personal.forget('nobody'),
    },
    facts: {
      get: () => facts.get('key'),
      set: () => facts.set('key', 'value'),
    },
    servers: {
      left: () => servers.left('guild', 1),
      cameBack: () => servers.cameBack('guild'),
      leftBefore: () => servers.leftBefore(2),
      kept: () => servers.kept(),
      forget: () => servers.forget('guild', 'guild'),
    },
  };
}

function everyCall(store: StateStore): readonly (readonly [name: string, call: () => Promise<unknown>])[] {
  return Object.entries(callsOf(store)).flatMap(([group, calls]) =>
    Object.entries<() => Promise<unknown>>(calls).map(([method, call]) => [`${group}.${method}`, call] as const),
  );
}

/** The store as a whole: sound after every act, and nothing once it is closed. */
export function wholeContract(store: OpenedStore): void {
  it('has no fault, neither empty nor after every act', async () => {
    expect(await store().faults()).toEqual([]);
    for (const [name, call] of everyCall(store())) {
      await expect(call(), name).resolves.not.toThrow();
    }
    expect(await store().faults()).toEqual([]);
  });

  it('refuses every call once it is closed, which it may be again', async () => {
    const calls = [
      ...everyCall(store()),
      ['faults', () => store().faults()],
      ['backUp', () => store().backUp('/nowhere/state.sqlite')],
    ] as const;
    await store().close();
    await store().close();
    for (const [name, call] of calls) {
      // Never thrown at the caller: a method that promises keeps to promises.
      const outcome = await call().then(
        () => 'worked',
        (error: unknown) => error,
      );
      expect(outcome, name).toBeInstanceOf(StateError);
    }
  });
}
