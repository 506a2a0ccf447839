import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StateStore } from '#src/state/state-store.js';
import type { Generation } from '#src/types.js';
import { article, articleText, type ChangingDesk, openChangingDesk } from '../../support/changing-desk.js';
import { deferred } from '../../support/deferred.js';
import { type Loopback, startLoopback } from '../../support/discord/loopback.js';
import type { SeenMessage } from '../../support/discord/seen-message.js';
import { runBotAgainst } from '../../support/run-bot-against.js';
import { type WatchedState, watchedState } from './watched-state.js';

const limits = { correctEveryMs: 20, editEveryMs: 0, editInChannelEveryMs: 0, drainMs: 20, apologiseMs: 20 };

let changing: ChangingDesk;
let original: Generation;
let changed: Generation;

beforeAll(async () => {
  changing = await openChangingDesk();
  const text = await articleText();
  original = await changing.builds('shared', { [article]: text });
  changed = await changing.builds('shared', { [article]: text.replace('lasted 15 hours', 'lasted 20 hours') });
}, 60_000);
afterAll(() => changing.desk.close());

/** What the process that dies does of a call: nothing, or all of it without living to know. */
type Death = 'before' | 'after';

/** A state in which the `last`th call that correcting makes is never answered, once a test says so. */
function dyingState(last: number, death: Death) {
  const dead = deferred();
  let left = Number.POSITIVE_INFINITY;
  const mortal =
    <Given extends readonly unknown[], Result>(call: (...given: Given) => Promise<Result>) =>
    async (...given: Given): Promise<Result> => {
      left -= 1;
      if (left > 0) return call(...given);
      if (left === 0 && death === 'after') await call(...given);
      dead.resolve();
      return new Promise(() => undefined);
    };
  return {
    arm: () => {
      left = last;
    },
    dead: dead.promise,
    around: ({ records, staging, ...state }: StateStore): StateStore => ({
      ...state,
      records: {
        ...records,
        citing: mortal(records.citing),
        find: mortal(records.find),
        correct: mortal(records.correct),
      },
      staging: { ...staging, correcting: mortal(staging.correcting), corrected: mortal(staging.corrected) },
    }),
  };
}

async function asks(discord: Loopback, watched: WatchedState): Promise<SeenMessage> {
  const [message] = (await discord.member('anna').runs('ask', { question: 'How long did the talks last?' })).messages;
  if (message === undefined) throw new Error('There is no answer.');
  await watched.placed(message);
  return message;
}

/** correcting, citing, and for both answers find and correct; then corrected. */
const calls = Array.from({ length: 7 }, (_, index) => index + 1);

describe('a bot that is killed while it corrects two answers', () => {
  it.each(calls.flatMap((call) => (['before', 'after'] as const).map((death) => [death, call] as const)))(
    'has both right when it is back, and neither corrected twice: %s the call %i of the state',
    async (death, call) => {
      changing.swaps('shared', original);
      const folder = await mkdtemp(path.join(os.tmpdir(), 'parley-crash-'));
      const databaseFile = path.join(folder, 'state.sqlite');
      const discord = await startLoopback();
      const dying = dyingState(call, death);
      const watched = watchedState();
      const around = (state: StateStore) => watched.around(dying.around(state));
      const first = await runBotAgainst(discord, { ...changing, limits, databaseFile, around });
      const answers = [await asks(discord, watched), await asks(discord, watched)];
      dying.arm();
      await changing.publishes('shared', changed, { state: first.state, guild: discord.home.id });
      await dying.dead;
      await first.stop();
      const corrected = answers
        .map((answer) => discord.look(answer))
        .filter((seen) => seen?.text.includes('Corrected'));

      const again = watchedState();
      const second = await runBotAgainst(discord, {
        ...changing,
        limits: { ...limits, correctEveryMs: 60_000 },
        databaseFile,
        around: again.around,
      });
      // Killed after the very last step, it has nothing left to do.
      if (!(death === 'after' && call === calls.length)) await again.corrections(1);
      expect(await second.state.staging.correcting()).toEqual([]);
      for (const answer of answers) {
        const { text = '', buttons } = discord.look(answer) ?? {};
        expect(text).toMatch(/~~“[^\n]+15 hours[^\n]+”~~\n\n> “[^\n]+20 hours/u);
        expect(text.match(/Corrected on/gu)).toHaveLength(1);
        expect(buttons).toEqual(answer.buttons);
        const record = await second.state.records.findByMessage(answer.id);
        expect(record?.result).toMatchObject({ answer: { generation: changed.id } });
        expect(record?.original).toMatchObject({ answer: { generation: original.id } });
      }
      for (const seen of corrected) expect(discord.look(seen as SeenMessage)?.text).toBe(seen?.text);
      await second.stop();
      await discord.stop();
      await rm(folder, { recursive: true, force: true });
      expect(discord.violations).toEqual([]);
    },
  );
});
