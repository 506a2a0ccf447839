import { FakeChatModel, FakeListChatModel, FakeStreamingChatModel } from '@langchain/core/utils/testing';
import { describe, expect, it } from 'vitest';
import type { ChatModel, ChatOptions } from '#src/chatting/chat-model.js';
import { type ChatModelOverInput, chatModelOver } from '#src/chatting/chat-model-over.js';
import { chatTroubleOf } from '#src/chatting/chat-trouble.js';
import { manualTimers } from '../discord/connection/manual-timers.js';
import {
  answered,
  fails,
  fallsSilent,
  type ScriptedReply,
  says,
  scriptedModels,
} from '../support/chat/scripted-chat-model.js';
import { chatFaultOf } from './fault-of.js';

const patience = { firstMs: 45_000, silenceMs: 15_000, wholeMs: 60_000 };
const breaker = { failures: 3, firstRestMs: 10_000, longestRestMs: 35_000 };
const trouble = chatTroubleOf({
  id: 'ollama:m',
  provider: 'ollama',
  model: 'm',
  baseUrl: 'http://127.0.0.1:11434/v1',
  apiKey: undefined,
});
const question = [{ role: 'user', text: 'How long?' }] as const;

function over(modelFor: ChatModelOverInput['modelFor'], more: Partial<ChatModelOverInput> = {}) {
  const timers = manualTimers();
  const clock = timers.now;
  const model = chatModelOver({
    id: 'ollama:m',
    modelFor,
    trouble,
    patience,
    breaker,
    timers,
    clock,
    now: () => 0,
    random: () => 1,
    ...more,
  });
  const reply = (options: Partial<ChatOptions> = {}) => model.reply(question, { maxTokens: 100, ...options });
  return { model, timers, reply };
}

function scripted(...replies: readonly [ScriptedReply, ...ScriptedReply[]]) {
  const models = scriptedModels(...replies);
  return { ...over(models.modelFor), begun: models.begun };
}

/** Lets what is under way come to where it waits. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

async function slowness(reply: Promise<unknown>, advance: () => Promise<void>): Promise<string> {
  const failing = chatFaultOf(reply);
  await settle();
  await advance();
  const error = await failing;
  expect(error.fault).toBe('slow');
  return error.line;
}

async function failThrice(reply: () => Promise<unknown>): Promise<void> {
  for (let time = 0; time < breaker.failures; time += 1) expect((await chatFaultOf(reply())).fault).toBe('refused');
}

function endless(piece: string): ScriptedReply {
  return async function* () {
    for (;;) yield piece;
  };
}

describe('a chat model over one of LangChain’s', () => {
  it('streams, and estimates what nobody counted', async () => {
    const { reply } = over(() => new FakeListChatModel({ responses: ['The talks lasted 15 hours [1].'] }));
    const pieces: string[] = [];
    const { text, usage } = await reply({ onText: (piece) => pieces.push(piece) });
    expect(text).toBe('The talks lasted 15 hours [1].');
    expect(pieces.join('')).toBe(text);
    expect(pieces.length).toBeGreaterThan(1);
    expect(usage).toEqual({ inputTokens: 7, outputTokens: 8, isEstimated: true });
  });

  it('gives whole replies of models that do not stream', async () => {
    const { reply } = over(() => new FakeChatModel({}));
    const pieces: string[] = [];
    expect((await reply({ onText: (piece) => pieces.push(piece) })).text).toBe('How long?');
    expect(pieces).toEqual(['How long?']);
  });

  it('makes one of our errors of whatever is thrown', async () => {
    const { reply } = over(
      () => new FakeStreamingChatModel({ thrownErrorString: 'Cannot read properties of undefined' }),
    );
    const error = await chatFaultOf(reply());
    expect(error.fault).toBe('broken');
    expect(error.line).not.toContain('Cannot read');
  });

  it('passes on what might have become a tag, and did not', async () => {
    const { reply } = scripted(says('15 hours <', 'thin'));
    expect((await reply()).text).toBe('15 hours <thin');
  });

  it('lets an error of who listens through as it is, and does not blame the model', async () => {
    const { reply, begun } = scripted(says('15 hours.'));
    const defect = new TypeError('mine');
    const onText = (): never => {
      throw defect;
    };
    for (let time = 0; time < 5; time += 1) await expect(reply({ onText })).rejects.toBe(defect);
    expect(begun).toHaveLength(5);
  });
});

describe('the patience', () => {
  it('ends when nothing comes', async () => {
    const { reply, timers, begun } = scripted(fallsSilent());
    expect(await slowness(reply(), () => timers.advance(45_000))).toContain('did not begin to answer within 45 s');
    expect(begun[0]?.aborted).toBe(true);
    expect(timers.pending).toBe(0);
  });

  it('ends when no more comes', async () => {
    const { reply, timers } = scripted(fallsSilent('The talks '));
    expect(await slowness(reply(), () => timers.advance(15_000))).toContain('said nothing for 15 s');
  });

  it('ends even when something comes all the time', async () => {
    const timers = manualTimers();
    const models = scriptedModels(async function* () {
      for (;;) {
        yield 'word ';
        await new Promise<void>((resolve) => void timers.after(10_000, resolve));
      }
    });
    const { reply } = over(models.modelFor, { timers, clock: timers.now });
    const line = await slowness(reply(), async () => {
      for (let second = 0; second < 60; second += 1) await timers.advance(1_000);
    });
    expect(line).toContain('was not done within 60 s');
    expect(line).toContain('CHAT_TIMEOUT');
  });

  it('outlasts a model that does not hear that it is called off', async () => {
    const { reply, timers } = scripted(async function* () {
      await new Promise(() => undefined);
      yield '';
    });
    await slowness(reply(), () => timers.advance(45_000));
  });
});

describe('another try', () => {
  it('waits as long as the server asks', async () => {
    const { reply, timers, begun } = scripted(fails(answered(429, { 'retry-after': '7' })), says('15 hours.'));
    const writing = reply();
    await settle();
    await timers.advance(6_999);
    expect(begun).toHaveLength(1);
    await timers.advance(1);
    expect((await writing).text).toBe('15 hours.');
  });

  it.each([
    ['milliseconds', { 'retry-after-ms': '7000' }],
    ['a date', { 'retry-after': new Date(7_000).toUTCString() }],
  ])('understands %s', async (_, headers) => {
    const { reply, timers } = scripted(fails(answered(429, headers)), says('15 hours.'));
    const writing = reply();
    await settle();
    expect(timers.waits).toContain(7_000);
    await timers.advance(7_000);
    await writing;
  });

  it('is left to chance by half, and comes later each time', async () => {
    for (const [chance, pauses] of [
      [0, [75, 150]],
      [1, [150, 300]],
    ] as const) {
      const models = scriptedModels(fails(answered(503)));
      const { reply, timers } = over(models.modelFor, { random: () => chance });
      const failing = chatFaultOf(reply());
      for (const pause of pauses) {
        await settle();
        await timers.advance(pause);
      }
      expect((await failing).fault).toBe('busy');
      expect(timers.waits.filter((wait) => wait < 2_000)).toEqual(pauses);
    }
  });

  it('is not made when the server wants more time than there is, and the model is left alone until then', async () => {
    const { reply, timers, begun } = scripted(fails(answered(429, { 'retry-after': '70' })), says('15 hours.'));
    expect((await chatFaultOf(reply())).fault).toBe('busy');
    expect((await chatFaultOf(reply())).fault).toBe('resting');
    expect(begun).toHaveLength(1);
    await timers.advance(breaker.longestRestMs);
    expect((await reply()).text).toBe('15 hours.');
  });

  it('is made after a break in the middle when nobody has heard anything yet', async () => {
    const { reply, timers } = scripted(fails(new TypeError('terminated'), 'Half a '), says('15 hours.'));
    const writing = reply();
    await settle();
    await timers.advance(500);
    expect((await writing).text).toBe('15 hours.');
  });

  it.each([400, 401, 402, 403, 404, 413, 422])('is not made after %s', async (status) => {
    const { reply, begun } = scripted(fails(answered(status)));
    await chatFaultOf(reply());
    expect(begun).toHaveLength(1);
  });
});

describe('being called off', () => {
  const reason = new Error('the member left');

  it('before it begins costs no request', async () => {
    const { reply, begun } = scripted(says('15 hours.'));
    await expect(reply({ signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    expect(begun).toHaveLength(0);
  });

  it('ends a pause', async () => {
    const { reply, timers } = scripted(fails(answered(503)));
    const calledOff = new AbortController();
    const writing = reply({ signal: calledOff.signal });
    await settle();
    calledOff.abort(reason);
    await expect(writing).rejects.toBe(reason);
    expect(timers.pending).toBe(0);
  });

  it('is no failure of the model’s', async () => {
    const { reply, begun } = scripted(fallsSilent('The '));
    for (let time = 0; time < 5; time += 1) {
      const calledOff = new AbortController();
      await expect(reply({ signal: calledOff.signal, onText: () => calledOff.abort(reason) })).rejects.toBe(reason);
    }
    expect(begun).toHaveLength(5);
  });
});

describe('a model that fails again and again', () => {
  const broken = fails(answered(401));

  it('is left alone for a while, then asked by one, and by all when that succeeds', async () => {
    const { reply, timers, begun } = scripted(broken, broken, broken, says('15 hours.'));
    await failThrice(reply);
    const resting = await chatFaultOf(reply());
    expect(resting.fault).toBe('resting');
    expect(resting.line).toContain('parley doctor');
    await timers.advance(breaker.firstRestMs - 1);
    expect((await chatFaultOf(reply())).fault).toBe('resting');
    await timers.advance(1);
    const probe = reply();
    expect((await chatFaultOf(reply())).fault).toBe('resting');
    await probe;
    await Promise.all([reply(), reply()]);
    expect(begun).toHaveLength(6);
  });

  it('rests longer each time, up to a limit', async () => {
    const { reply, timers, begun } = scripted(broken);
    await failThrice(reply);
    for (const rest of [10_000, 20_000, 35_000, 35_000]) {
      const before = begun.length;
      await timers.advance(rest - 1);
      expect((await chatFaultOf(reply())).fault).toBe('resting');
      expect(begun).toHaveLength(before);
      await timers.advance(1);
      expect((await chatFaultOf(reply())).fault).toBe('refused');
    }
  });

  it('is not blamed for messages that are too long', async () => {
    const { reply, begun } = scripted(fails(answered(413)));
    for (let time = 0; time < 5; time += 1) expect((await chatFaultOf(reply())).fault).toBe('too-long');
    expect(begun).toHaveLength(5);
  });

  it('begins anew after one success', async () => {
    const { reply, begun } = scripted(broken, broken, says('15 hours.'), broken, broken, says('15 hours.'));
    for (const isWell of [false, false, true, false, false, true]) {
      if (isWell) await reply();
      else await chatFaultOf(reply());
    }
    expect(begun).toHaveLength(6);
  });
});

describe('a reply without end', () => {
  it('is cut where no honest one is so long', async () => {
    const { reply, begun } = scripted(endless('word '));
    const { text, stopped, usage } = await reply({ maxTokens: 100 });
    expect(stopped).toBe('length');
    expect(text.length).toBeLessThanOrEqual(805);
    expect(usage.outputTokens).toBeGreaterThanOrEqual(100);
    expect(begun[0]?.aborted).toBe(true);
  });

  it('is cut at 64 KiB, and never through a character', async () => {
    const { reply } = scripted(endless('🙂ü'));
    const { text, stopped } = await reply({ maxTokens: 1_000_000 });
    expect(stopped).toBe('length');
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(65_536);
    expect(Buffer.byteLength(text)).toBeGreaterThan(65_530);
    expect(text.isWellFormed()).toBe(true);
    expect(text).not.toContain('\uFFFD');
  });

  it('is cut when it is made of nothing, or of thoughts', async () => {
    expect((await scripted(endless('')).reply()).text).toBe('');
    expect(
      (
        await scripted(async function* () {
          yield '<think>';
          yield* endless('hm ')(new AbortController().signal);
        }).reply()
      ).text,
    ).toBe('');
  });
});

describe('a model that is closed', () => {
  it('ends what it was writing, and writes no more', async () => {
    const { model, reply, begun }: { model: ChatModel } & ReturnType<typeof scripted> = scripted(fallsSilent());
    const writing = chatFaultOf(reply());
    await settle();
    await model.close();
    await model.close();
    expect((await writing).line).toContain('is closed');
    expect((await chatFaultOf(reply())).line).toContain('is closed');
    expect(begun).toHaveLength(1);
  });
});
