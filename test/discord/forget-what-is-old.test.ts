import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { forgetWhatIsOld } from '#src/discord/forget-what-is-old.js';
import { keptDays, usualKeptDays } from '#src/discord/kept-days.js';
import { openSqliteStateStore } from '#src/state/sqlite-state-store.js';
import type { StateStore } from '#src/state/state-store.js';
import { madeUpAnswer } from '../support/made-up-answer.js';
import { recordingLog } from './connection/recording-log.js';

const day = 24 * 3_600_000;
const guild = '1017654321098765400';
const start = Date.UTC(2026, 10, 29);

let folder: string;
let state: StateStore;
let log: ReturnType<typeof recordingLog>;

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'parley-old-'));
  state = await openSqliteStateStore({ file: path.join(folder, 'state.sqlite') });
  log = recordingLog();
});
afterEach(async () => {
  await state.close();
  await rm(folder, { recursive: true, force: true });
});

/** One thing of every kind, at the same moment. */
async function everythingHappens(at: number): Promise<void> {
  const audited = { guild, actor: 'maria', at, act: 'review reject', subject: '1', before: null, after: null };
  const answer = madeUpAnswer('How long?', [{ quote: 'The talks lasted 15 hours.' }]);
  const shown = { guild, channel: 'general', asker: 'anna', isPrivate: false, shownAt: at };
  await state.records.keep({ id: 'AAAAAAAAAAAA', result: { kind: 'answer', question: 'How long?', answer }, ...shown });
  await state.feedback.dispute({ record: 'AAAAAAAAAAAA', member: 'anna', text: 'It was 14.', at });
  await state.reviews.reject(guild, 1, audited);
  const figures = { questions: 1, cited: 1, falselyDeclined: 0, declined: null, disputesMended: null };
  await state.quality.note({ guild, generation: 'g', figures, at });
  await state.quotas.take({ guild, channel: 'general', member: 'anna', at }, {});
  await state.spending.note({ guild, member: 'anna', at, tokens: 900, microDollars: 45 });
}

function fail(): Promise<never> {
  return Promise.reject(new Error('The disk is full.'));
}

/** Which kinds are still there. */
async function kept(): Promise<readonly string[]> {
  const there = {
    questions: (await state.records.find('AAAAAAAAAAAA')) !== null,
    settledReviews: (await state.reviews.find(guild, 1)) !== null,
    acts: (await state.audit.entries({ guild, limit: 1 })).length > 0,
    quality: (await state.quality.latest(guild)) !== null,
    uses: (await state.personal.of('anna')).uses.length > 0,
    spending: (await state.spending.since(0, { guild, member: null })).all.tokens > 0,
  };
  return Object.entries(there).flatMap(([kind, isThere]) => (isThere ? [kind] : []));
}

describe('what is old', () => {
  it('is forgotten kind by kind, each on its day and not before', async () => {
    await everythingHappens(start);
    const kinds = Object.keys(usualKeptDays) as (keyof typeof usualKeptDays)[];
    expect(await kept()).toEqual(kinds);
    for (const days of [1, 30, 90, 365]) {
      const before = await kept();
      await forgetWhatIsOld(state, usualKeptDays, start + days * day, log);
      expect(await kept()).toEqual(before);
      await forgetWhatIsOld(state, usualKeptDays, start + days * day + 1, log);
      expect(await kept()).toEqual(kinds.filter((kind) => usualKeptDays[kind] > days));
    }
    expect(log.lines.map(({ facts }) => (facts as { readonly kind: string }).kind)).toEqual([
      'uses',
      'spending',
      'questions',
      'settledReviews',
      'acts',
      'quality',
    ]);
  });

  it('is kept for as many days as an operator set for questions, and for the rest as usual', async () => {
    await everythingHappens(start);
    await forgetWhatIsOld(state, keptDays(2), start + 2 * day + 1, log);
    expect(await kept()).toEqual(['settledReviews', 'acts', 'quality']);
    expect(keptDays(undefined)).toEqual(usualKeptDays);
  });

  it('of one kind that cannot be forgotten keeps no other, and is logged', async () => {
    await everythingHappens(start);
    await forgetWhatIsOld({ ...state, records: { forgetBefore: fail } }, usualKeptDays, start + 400 * day, log);
    expect(await kept()).toEqual(['questions']);
    expect(log.lines[0]).toMatchObject({ level: 'error', facts: { kind: 'questions', message: 'The disk is full.' } });
  });
});
