import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ChatMessage, ChatModel } from '#src/chatting/chat-model.js';
import type { ReplyPatience } from '#src/chatting/read-reply.js';
import type { Timers } from '#src/chatting/timers.js';
import { chatFaultOf } from '../chatting/fault-of.js';
import { type ManualTimers, manualTimers } from '../discord/connection/manual-timers.js';
import { wireUsage } from '../support/chat/wire-formats.js';
import { startWireServer, type WireFormat, type WireReply, type WireServer } from '../support/chat/wire-server.js';

/** What one client needs to be held against the contract. */
export interface ChatClientUnderTest {
  readonly format: WireFormat;
  readonly key: string;
  open(origin: string, key: string | undefined, surroundings: Surroundings): Promise<ChatModel>;
  /** What is no reply in this protocol. */
  readonly malformed: string;
  /** As the server says that it does not take the key, has no such model, has too much to do, and cannot take so long a text. */
  readonly refusals: Readonly<Record<'refused' | 'unknown-model' | 'busy' | 'too-long', WireReply>>;
  /** The key as it went over the wire. */
  keyIn(headers: Readonly<Record<string, string | string[] | undefined>>): unknown;
  /** How the body of a request limits the reply. */
  limitIn(body: Readonly<Record<string, unknown>>): unknown;
}

export interface Surroundings {
  readonly timers: Timers;
  readonly clock: () => number;
  readonly random: () => number;
  readonly patience: ReplyPatience;
}

const messages: readonly ChatMessage[] = [
  { role: 'system', text: 'Only from the passages.' },
  { role: 'user', text: 'How long did the secret-question last?' },
];
const patience: ReplyPatience = { firstMs: 45_000, silenceMs: 15_000, wholeMs: 60_000 };

/** Longer than any pause between two tries here, shorter than any limit. Milliseconds. */
const longestPause = 10_000;

/** Timers of which pauses are over at once; limits are reached when a test moves the clock. */
function withoutPauses(timers: ManualTimers, pauses: number[]): Timers {
  return {
    after(milliseconds, action) {
      if (milliseconds > longestPause) return timers.after(milliseconds, action);
      pauses.push(milliseconds);
      const passing = setImmediate(action);
      return () => clearImmediate(passing);
    },
  };
}

/** What every chat model does, whoever's protocol it speaks. */
export function describeChatModel(name: string, client: ChatClientUnderTest): void {
  describe(`a chat model that speaks to ${name}`, () => {
    let server: WireServer;
    let timers: ManualTimers;
    let model: ChatModel;
    let pieces: string[];
    let pauses: number[];

    beforeEach(async () => {
      server = await startWireServer(client.format);
      timers = manualTimers();
      pieces = [];
      pauses = [];
      const surroundings = { timers: withoutPauses(timers, pauses), clock: timers.now, random: () => 1, patience };
      model = await client.open(server.origin, client.key, surroundings);
    });
    afterEach(async () => {
      await model.close();
      await server.close();
    });

    const reply = (more: Partial<Parameters<ChatModel['reply']>[1]> = {}) =>
      model.reply(messages, { maxTokens: 50, onText: (piece) => pieces.push(piece), ...more });

    it('passes the text on as it comes, and counts what was used', async () => {
      server.script({ text: ['The talks ', 'lasted ', '15 hours [1]. ', 'Überall „так“ 🙂'] });
      const { text, stopped, usage } = await reply();
      expect(text).toBe('The talks lasted 15 hours [1]. Überall „так“ 🙂');
      expect(pieces.join('')).toBe(text);
      expect(pieces.length).toBeGreaterThan(1);
      expect(stopped).toBe('end');
      expect(usage).toEqual({ ...wireUsage, isEstimated: false });
    });

    it('sends the messages, the limit and the key, and the key nowhere but in its header', async () => {
      server.script({ text: ['Yes.'] });
      await reply({ maxTokens: 123 });
      const [request] = server.requests;
      const sent = JSON.stringify(request?.body);
      expect(sent).toContain('Only from the passages.');
      expect(sent).toContain('secret-question');
      expect(client.limitIn(request?.body ?? {})).toBe(123);
      expect(client.keyIn(request?.headers ?? {})).toBe(client.key);
      expect(`${request?.path} ${sent}`).not.toContain(client.key);
    });

    it('says when the reply was cut off', async () => {
      server.script({ text: ['The talks lasted'], cutOff: true });
      expect((await reply()).stopped).toBe('length');
    });

    it('leaves out what the model thinks', async () => {
      server.script({ text: ['<think>I would', ' guess</th', 'ink>15 hours.'], thoughts: 'They must have been long.' });
      expect((await reply()).text).toBe('15 hours.');
      expect(pieces.join('')).toBe('15 hours.');
    });

    it('gives an empty reply as one', async () => {
      server.script({ text: [] });
      expect(await reply()).toMatchObject({ text: '', stopped: 'end' });
    });

    it.each(['refused', 'unknown-model', 'too-long'] as const)('asks once when it is %s', async (fault) => {
      server.script(client.refusals[fault]);
      const error = await chatFaultOf(reply());
      expect(error.fault).toBe(fault);
      expect(server.requests).toHaveLength(1);
    });

    it('asks again while nothing has come, and passes on nothing of the tries before', async () => {
      server.script(
        client.refusals.busy,
        { status: 500, raw: '{"error":{"message":"oops"}}' },
        { text: ['15 hours.'] },
      );
      expect((await reply()).text).toBe('15 hours.');
      expect(pieces.join('')).toBe('15 hours.');
      expect(server.requests).toHaveLength(3);
    });

    it('gives up after three tries', async () => {
      server.script(...Array.from({ length: 3 }, () => ({ status: 500, raw: '{"error":{"message":"oops"}}' })));
      expect((await chatFaultOf(reply())).fault).toBe('broken');
      expect(server.requests).toHaveLength(3);
      expect(pauses).toEqual([150, 300]);
    });

    it('does not begin again once something was passed on', async () => {
      server.script({ text: ['The talks '], afterwards: 'drop' });
      expect((await chatFaultOf(reply())).fault).toBe('broken');
      expect(pieces).toEqual(['The talks ']);
      expect(server.requests).toHaveLength(1);
    });

    it('tells at once of what nobody can read', async () => {
      server.script({ raw: client.malformed });
      expect((await chatFaultOf(reply())).fault).toBe('broken');
    });

    it('hangs up when it is called off', async () => {
      server.script({ text: ['The talks '], afterwards: 'hang' });
      const calledOff = new AbortController();
      const reason = new Error('the member left');
      const writing = reply({ signal: calledOff.signal, onText: () => calledOff.abort(reason) });
      await expect(writing).rejects.toBe(reason);
      await server.hungUp(1);
    });

    it('waits no longer than it may for the next word', async () => {
      server.script({ text: ['The talks '], afterwards: 'hang' });
      const failing = chatFaultOf(reply({ onText: () => setImmediate(() => void timers.advance(15_000)) }));
      expect((await failing).fault).toBe('slow');
      await server.hungUp(1);
    });

    it('says that nobody is there', async () => {
      await server.close();
      const error = await chatFaultOf(reply());
      expect(error.fault).toBe('unreachable');
      expect(error.line).toContain(server.origin);
      server = await startWireServer(client.format);
    });

    it('repeats neither the key nor what was asked, whatever the server complains of', async () => {
      const complaint = `Incorrect API key provided: ${client.key}, for the secret-question`;
      for (const status of [400, 401, 403, 404, 422]) {
        const body = {
          error: { message: complaint, type: complaint, code: complaint, details: [{ reason: complaint }] },
        };
        server.script({ status, raw: JSON.stringify(body) });
        const error = await chatFaultOf(reply());
        const everything = `${error.line} ${error.stack} ${inspect(error, { depth: 9, showHidden: true })}`;
        expect(everything).not.toContain(client.key);
        expect(everything).not.toContain('secret-question');
      }
    });
  });
}
