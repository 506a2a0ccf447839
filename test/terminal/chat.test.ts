import { PassThrough } from 'node:stream';
import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import type { Desk, WrittenRequest } from '#src/desk.js';
import type { Parley } from '#src/main.js';
import { runChat } from '#src/terminal/run-chat.js';
import { createTerminal, type TerminalStreams } from '#src/terminal/terminal.js';
import type { Answer } from '#src/types.js';
import { madeUpAnswer } from '../support/made-up-answer.js';
import { madeUpWritten } from '../support/made-up-written.js';

type Write = (question: string, request: WrittenRequest | undefined) => Promise<Answer>;

async function quote(question: string): Promise<Answer> {
  return madeUpAnswer(question, [{ quote: 'The talks lasted 15 hours.', highlight: '15 hours' }]);
}

/** A person at a terminal, and a desk that takes notes of what it is asked. */
function madeUpSession(write: Write = quote) {
  const [stdin, stdout, stderr] = ['in', 'out', 'err'].map(() =>
    Object.assign(new PassThrough(), { isTTY: true, columns: 90 }),
  );
  const asked: string[] = [];
  let onAsked: (() => void) | undefined;
  const desk = {
    generation: { documents: [] },
    threshold: 0.5,
    async ask(question: string, _: string | null, request?: WrittenRequest) {
      asked.push(question);
      onAsked?.();
      return write(question, request);
    },
    async close() {
      asked.push('(closed)');
    },
  } as unknown as Desk;
  const parley = {
    config: { corpusFolder: '/nowhere' },
    hasIndex: async () => true,
    openDesk: async () => desk,
  } as unknown as Parley;
  const terminal = createTerminal({ stdin, stdout, stderr } as unknown as TerminalStreams, true);
  return {
    asked,
    input: stdin as PassThrough,
    shown: () => String((stdout as PassThrough).read() ?? ''),
    done: runChat({ terminal, parley, log: pino({ level: 'silent' }) }),
    whenAsked: (then: () => void) => {
      onAsked = then;
    },
  };
}

describe('a session at a terminal', () => {
  it('prompts, answers with the words that answer in bold, and leaves on Ctrl-D', async () => {
    const session = madeUpSession();
    session.input.write('How long did the talks last?\r\u0004');
    await session.done;
    expect(session.asked).toEqual(['How long did the talks last?', '(closed)']);
    expect(session.shown()).toContain('lasted \u001B[1m15 hours\u001B[22m.');
  });

  it('leaves on Ctrl-C while a question is being answered: no prompt keeps waiting', async () => {
    const session = madeUpSession();
    session.whenAsked(() => session.input.write('\u0003'));
    session.input.write('How long did the talks last?\r');
    await session.done;
    expect(session.input.isPaused()).toBe(true);
    expect(session.asked.at(-1)).toBe('(closed)');
  });

  it('asks a follow-up as what it was understood as, and shows it', async () => {
    const session = madeUpSession();
    session.input.write('How long did the talks last?\rwhy?\r/quit\r');
    await session.done;
    expect(session.asked).toEqual(['How long did the talks last?', 'Why did the talks last?', '(closed)']);
    expect(session.shown()).toContain('understood as: Why did the talks last?');
  });
});

describe('a model that writes at a terminal', () => {
  const sentences = [
    { text: 'The talks took 15 hours.', quote: 'The talks lasted 15 hours.' },
    { text: 'Both sides came to Geneva.', quote: 'They met in Geneva.' },
  ];

  it('is given what was said before, and its sentences appear once each, as they pass', async () => {
    const requests: (WrittenRequest | undefined)[] = [];
    let shownBefore = '';
    const session = madeUpSession(async (question, request) => {
      requests.push(request);
      if (requests.length === 1) return quote(question);
      request?.onPart?.(madeUpWritten(question, sentences.slice(0, 1)));
      shownBefore = session.shown();
      return madeUpWritten(question, sentences);
    });
    session.input.write('How long did the talks last?\rwhy?\r/quit\r');
    await session.done;
    expect(requests.map((request) => request?.member)).toEqual([null, null]);
    expect(requests[1]?.turns?.map(({ question }) => question)).toEqual(['How long did the talks last?']);
    expect(shownBefore).toMatch(/understood as: Why did the talks last\?[\s\S]*The talks took 15 hours\./u);
    const after = session.shown();
    expect(after).toContain('Both sides came to Geneva.');
    expect(after).not.toMatch(/understood as|The talks took/u);
  });

  it('is not waited for by whoever leaves with Ctrl-C', async () => {
    const session = madeUpSession(
      (_, request) =>
        new Promise((_resolve, reject) => {
          const stop = (): void => reject(request?.signal?.reason as Error);
          if (request?.signal?.aborted === true) stop();
          request?.signal?.addEventListener('abort', stop);
        }),
    );
    session.whenAsked(() => session.input.write('\u0003'));
    session.input.write('How long did the talks last?\r');
    await session.done;
    expect(session.asked.at(-1)).toBe('(closed)');
  });

  it('that fails is no quiet end', async () => {
    const session = madeUpSession(() => Promise.reject(new Error('broken')));
    session.input.write('How long did the talks last?\r');
    await expect(session.done).rejects.toThrow('broken');
  });
});
