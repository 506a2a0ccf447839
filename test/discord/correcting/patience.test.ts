import { type Client, DiscordAPIError, HTTPError } from 'discord.js';
import { beforeEach, describe, expect, it } from 'vitest';
import { createQuestionQueue } from '#src/discord/answering/question-queue.js';
import { createCorrections } from '#src/discord/correcting/corrections.js';
import { EncoderError } from '#src/errors.js';
import type { ShownRecord } from '#src/state/seams/records.js';
import type { StateStore } from '#src/state/state-store.js';
import type { Answer, Generation } from '#src/types.js';
import { deferred } from '../../support/deferred.js';
import { madeUpAnswer } from '../../support/made-up-answer.js';
import { createMemoryStateStore } from '../../support/memory-state-store.js';
import { noCollections } from '../../support/no-collections.js';
import { parsedText, plainGeneration } from '../../support/plain-generation.js';
import { manualTimers } from '../connection/manual-timers.js';
import { recordingLog } from '../connection/recording-log.js';
import { quietParts } from '../quiet-parts.js';

const second = 1000;
const minute = 60 * second;
const start = Date.UTC(2026, 10, 29);

function generation(hours: number): Generation {
  return plainGeneration(`g${hours}`, [parsedText('made-up', `The talks in Geneva lasted ${hours} hours.`)]);
}

function answerOf({ id, documents: [document] }: Generation): Answer {
  return madeUpAnswer('How long?', [{ quote: document?.text ?? '' }], { generation: id });
}

interface Edit {
  readonly at: number;
  readonly channel: string;
  readonly message: string;
  readonly content: string;
}

/** A bot that can do nothing but correct, over a Discord of which every message is its own unless a test refuses it. */
function bot(state: StateStore) {
  const timers = manualTimers();
  const log = recordingLog();
  const queue = createQuestionQueue({ running: 2, waiting: 5 });
  const edits: Edit[] = [];
  const world = {
    live: generation(15),
    asked: 0,
    /** What a question comes to; by default what is live. */
    ask: async (): Promise<Answer> => answerOf(world.live),
    /** Thrown at an edit. */
    refusal: ((): Error | null => null) as (edit: Edit) => Error | null,
  };
  const rest = {
    get: async () => ({ author: { id: 'bot' }, content: '', embeds: [] }),
    async patch(route: string, { body }: { readonly body: { readonly content: string } }) {
      const [, channel = '', message = ''] = /^\/channels\/(\w+)\/messages\/(\w+)$/u.exec(route) ?? [];
      const edit = { at: timers.now(), channel, message, content: body.content };
      edits.push(edit);
      const refusal = world.refusal(edit);
      if (refusal !== null) throw refusal;
    },
  };
  const client = { isReady: () => true, user: { id: 'bot' }, guilds: { cache: new Map([['guild', {}]]) }, rest };
  const desk = {
    generations: async () => [world.live],
    ask: () => {
      world.asked += 1;
      return world.ask();
    },
  };
  const collections = { ...noCollections({ generation: undefined as never }), live: async () => world.live };
  const now = (): number => start + timers.now();
  const parts = quietParts(client as unknown as Client, {
    desk,
    collections,
    state,
    log,
    queue,
    now,
    deadlineMs: minute,
  });
  const limits = { correctEveryMs: 10 * second, editEveryMs: second, editInChannelEveryMs: 3 * second };
  const corrections = createCorrections(parts, { limits, timers, clock: timers.now });
  return { timers, log, queue, edits, world, corrections };
}

let state: StateStore;
let running: ReturnType<typeof bot>;

beforeEach(() => {
  state = createMemoryStateStore();
  running = bot(state);
});

function recordOf(id: string, answer: Answer, channel = 'channel'): ShownRecord {
  const result = { kind: 'answer', question: 'How long?', answer } as const;
  const shownAt = start + running.timers.now();
  return { id, result, guild: 'guild', channel, asker: 'anna', isPrivate: false, shownAt };
}

async function shows(id: string, channel = 'channel', answer = answerOf(running.world.live)): Promise<void> {
  await state.records.keep(recordOf(id, answer, channel));
  await state.records.place(id, [`m${id}`]);
}

async function calls(generationId: string): Promise<void> {
  const entry = { guild: '1', actor: '2', at: 0, act: 'reindex run', subject: null, before: null };
  const correcting = { collection: 'shared', generation: generationId, documents: ['made-up'] };
  await state.staging.finish({ collection: 'shared', before: null, versions: [], entry }, generationId, correcting);
}

async function publishes(hours: number): Promise<void> {
  running.world.live = generation(hours);
  await calls(running.world.live.id);
}

/** Lets promises that wait for nothing have their turn. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

/** Resolves at the end of a run; meanwhile the clock moves on to whatever it waits for. */
async function runs(): Promise<void> {
  const { timers, corrections } = running;
  const progress = { isOver: false };
  const run = corrections.run().finally(() => {
    progress.isOver = true;
  });
  while (!progress.isOver) {
    await new Promise((resolve) => setImmediate(resolve));
    if (timers.pending > 0) await timers.advance(100);
  }
  await run;
}

async function hoursIn(id: string): Promise<string | undefined> {
  const record = await state.records.find(id);
  return record?.result.kind === 'answer' ? record.result.answer.citations[0]?.quote : undefined;
}

function unavailable(): HTTPError {
  return new HTTPError(503, 'Unavailable', 'PATCH', '', {});
}

describe('two hundred answers', () => {
  it('are all corrected, at most one a second and one in three seconds in a channel', async () => {
    for (let index = 0; index < 200; index += 1) await shows(`${index}`, `c${index % 7}`);
    await publishes(20);
    await runs();
    const { edits } = running;
    expect(new Set(edits.map(({ message }) => message)).size).toBe(200);
    expect(edits).toHaveLength(200);
    for (const [index, { at, channel }] of edits.entries()) {
      if (index > 0) expect(at - (edits[index - 1]?.at ?? 0)).toBeGreaterThanOrEqual(second);
      const before = edits.slice(0, index).findLast((edit) => edit.channel === channel);
      if (before !== undefined) expect(at - before.at).toBeGreaterThanOrEqual(3 * second);
    }
    // Different channels need not wait for one another.
    expect(edits.at(-1)?.at).toBeLessThan(220 * second);
    expect(await state.staging.correcting()).toEqual([]);
    expect(running.log.lines.at(-1)?.facts).toEqual({ collection: 'shared', documents: 1, corrected: 200 });
  });

  it('in one channel take three seconds each', async () => {
    for (const id of ['1', '2', '3']) await shows(id);
    await publishes(20);
    await runs();
    expect(running.edits.map(({ at }) => at)).toEqual([0, 3 * second, 6 * second]);
  });
});

describe('correcting', () => {
  it('lets every member go first, also those who come later', async () => {
    await shows('1');
    await publishes(20);
    const { queue, world, corrections } = running;
    const order: string[] = [];
    world.ask = async () => {
      order.push('correction');
      return answerOf(world.live);
    };
    const [one, other] = [deferred(), deferred()];
    const early = [queue.run(() => one.promise), queue.run(() => other.promise)];
    const run = corrections.run();
    await settled();
    const late = queue.run(async () => order.push('member'));
    one.resolve();
    await Promise.all([late, run]);
    other.resolve();
    await Promise.all(early);
    expect(order).toEqual(['member', 'correction']);
  });

  it('waits for the generation that it corrects to, which another process may have published', async () => {
    await shows('1');
    await calls('g20');
    await runs();
    expect([running.world.asked, running.edits.length]).toEqual([0, 0]);
    expect(await state.staging.correcting()).toHaveLength(1);
    running.world.live = generation(20);
    await runs();
    expect(await hoursIn('1')).toContain('20 hours');
    expect(await state.staging.correcting()).toEqual([]);
  });

  it('edits nothing by an answer from a generation that was swapped while it was asked', async () => {
    await shows('1');
    await publishes(20);
    const { world, edits } = running;
    world.ask = async () => {
      const answer = answerOf(world.live);
      world.live = generation(30);
      return answer;
    };
    await runs();
    expect(edits).toEqual([]);
    world.ask = async () => answerOf(world.live);
    await calls('g30');
    await runs();
    expect(await hoursIn('1')).toContain('30 hours');
  });

  it('is not over when another generation came while it ran, though all that was left stands in that one', async () => {
    await shows('1');
    await shows('2');
    const before = running.world.live;
    await publishes(20);
    const { world, edits } = running;
    world.refusal = () => {
      world.live = before;
      return null;
    };
    await runs();
    expect(edits.map(({ message }) => message)).toEqual(['m1']);
    expect(await state.staging.correcting()).toHaveLength(1);
  });

  it('is done again when documents changed there and back while it ran', async () => {
    await shows('1');
    await shows('2');
    const old = answerOf(running.world.live);
    await publishes(20);
    const { world, corrections, edits } = running;
    world.refusal = ({ message }) => {
      if (message !== 'm2') return null;
      world.refusal = () => null;
      // Meanwhile somebody was answered from what was live in between.
      state.records.keep({ ...recordOf('1', old), shownAt: start }).catch(expect.fail);
      corrections.kick();
      return null;
    };
    await runs();
    expect(edits.map(({ message }) => message)).toEqual(['m1', 'm2', 'm1']);
    expect(await hoursIn('1')).toContain('20 hours');
    expect(await state.staging.correcting()).toEqual([]);
  });

  it('looks again for answers that were on their way when the documents changed', async () => {
    const old = answerOf(running.world.live);
    await publishes(20);
    await runs();
    expect(await state.staging.correcting()).toEqual([]);
    await shows('late', 'channel', old);
    await runs();
    expect(running.edits).toEqual([]);
    await running.timers.advance(minute);
    await runs();
    expect(await hoursIn('late')).toContain('20 hours');
  });

  it('looks for them again when Discord was down, or another generation came', async () => {
    const old = answerOf(running.world.live);
    await publishes(20);
    await runs();
    await shows('late', 'channel', old);
    running.world.refusal = unavailable;
    await running.timers.advance(minute);
    await runs();
    expect(await hoursIn('late')).toContain('15 hours');
    running.world.refusal = () => null;
    // Of other documents: what is to be corrected now says nothing of this one.
    running.world.live = generation(30);
    await running.timers.advance(30 * second);
    await runs();
    expect(await hoursIn('late')).toContain('30 hours');
  });

  it('puts what is new into the first of several messages, and leaves the others a line that says so', async () => {
    await shows('1');
    await state.records.place('1', ['mm2', 'mmm3']);
    await publishes(20);
    await runs();
    expect(running.edits.map(({ message, content }) => [message, content.split('\n').at(0)])).toEqual([
      ['m1', '✏️ **Corrected on 29 November 2026: the documents changed.**'],
      ['mm2', '~~The rest of this~~ is corrected above.'],
      ['mmm3', '~~The rest of this~~ is corrected above.'],
    ]);
  });

  it('ends at once when the bot stops, and leaves the rest for the next start', async () => {
    for (const id of ['1', '2', '3']) await shows(id);
    await publishes(20);
    const { corrections, edits, timers } = running;
    const run = corrections.run();
    await timers.timerSet();
    await corrections.stop();
    await run;
    expect(edits).toHaveLength(1);
    expect(timers.pending).toBe(0);
    expect(await state.staging.correcting()).toHaveLength(1);
    await corrections.run();
    expect(edits).toHaveLength(1);
  });
});

describe('what its asker has deleted', () => {
  it('while it was asked again is not shown anew', async () => {
    await shows('1');
    await publishes(20);
    const { world, edits } = running;
    world.ask = async () => {
      await state.personal.forget('anna');
      return answerOf(world.live);
    };
    await runs();
    expect(edits).toEqual([]);
  });

  it('while its message was edited does not come back', async () => {
    await shows('1');
    await publishes(20);
    const { world, edits } = running;
    world.refusal = () => {
      state.personal.forget('anna').catch(expect.fail);
      return null;
    };
    await runs();
    expect(edits).toHaveLength(1);
    expect(await state.records.find('1')).toBeNull();
  });
});

describe('what Discord cannot do just now', () => {
  it('is tried again later, less and less often, and given up in the end; the others are corrected meanwhile', async () => {
    await shows('1', 'one');
    await shows('2', 'two');
    await publishes(20);
    running.world.refusal = ({ message }) => (message === 'm1' ? unavailable() : null);
    for (let round = 0; round < 500; round += 1) {
      await runs();
      await running.timers.advance(10 * second);
    }
    const tries = running.edits.filter(({ message }) => message === 'm1').map(({ at }) => at);
    const pauses = tries.slice(1).map((at, index) => Math.round((at - (tries[index] ?? 0)) / second / 10) * 10);
    expect(pauses).toEqual([30, 60, 120, 240, 480, 600, 600]);
    expect(running.edits.filter(({ message }) => message === 'm2')).toHaveLength(1);
    expect(await state.staging.correcting()).toEqual([]);
    expect(await hoursIn('1')).toContain('15 hours');
    expect(running.log.lines.filter(({ text }) => text?.includes('left as it is'))).toHaveLength(1);
  });

  it('is not tried with every message while Discord is down, and nothing is given up for that', async () => {
    for (let index = 0; index < 10; index += 1) await shows(`${index}`, `c${index}`);
    await publishes(20);
    running.world.refusal = unavailable;
    for (let round = 0; round < 1000; round += 1) {
      await runs();
      await running.timers.advance(10 * second);
    }
    expect(running.edits.length).toBeLessThan(3 * 25);
    running.world.refusal = () => null;
    running.corrections.kick();
    await runs();
    for (let index = 0; index < 10; index += 1) expect(await hoursIn(`${index}`)).toContain('20 hours');
  });

  it('is given up for three in a row that always fail, once another one shows that all else works', async () => {
    for (const id of ['1', '2', '3', '4']) await shows(id, `c${id}`);
    await publishes(20);
    running.world.refusal = ({ message }) => (['m1', 'm2', 'm3'].includes(message) ? unavailable() : null);
    await runs();
    expect(await hoursIn('4')).toContain('15 hours');
    await running.timers.advance(minute);
    await runs();
    expect(await hoursIn('4')).toContain('20 hours');
    for (let round = 0; round < 20; round += 1) {
      // Whoever asks meanwhile is corrected before those three.
      await shows(`more${round}`, `more${round}`, answerOf(generation(15)));
      await running.timers.advance(10 * minute);
      await runs();
    }
    expect(await state.staging.correcting()).toEqual([]);
    expect(running.log.lines.filter(({ text }) => text?.includes('left as it is'))).toHaveLength(3);
  });

  it('holds for a whole channel that Discord asks to be patient in', async () => {
    for (const id of ['1', '2', '3', '4', '5']) await shows(id, 'busy');
    await shows('6', 'quiet');
    await publishes(20);
    running.world.refusal = ({ channel }) => (channel === 'busy' ? unavailable() : null);
    await runs();
    expect(running.edits.filter(({ channel }) => channel === 'busy')).toHaveLength(1);
    expect(await hoursIn('6')).toContain('20 hours');
    expect(await state.staging.correcting()).toHaveLength(1);
  });

  it('is told from what Discord refuses: that is not tried again', async () => {
    await shows('1');
    await publishes(20);
    running.world.refusal = () =>
      new DiscordAPIError({ code: 50_035, message: 'Invalid' }, 50_035, 400, 'PATCH', '', {});
    await runs();
    expect(running.edits).toHaveLength(1);
    expect(await state.staging.correcting()).toEqual([]);
    expect(running.log.lines.map(({ level }) => level)).toContain('error');
  });
});

describe('an outage of the encoder', () => {
  it('leaves the messages as they are, until it is over', async () => {
    await shows('1');
    await publishes(20);
    const { world, edits } = running;
    world.ask = async () => {
      throw new EncoderError('The encoder is gone.', 'Start Parley again.');
    };
    await runs();
    expect(edits).toEqual([]);
    expect(await state.staging.correcting()).toHaveLength(1);
    world.ask = async () => answerOf(world.live);
    await runs();
    expect(edits).toEqual([]);
    await running.timers.advance(30 * second);
    await runs();
    expect(await hoursIn('1')).toContain('20 hours');
  });
});
