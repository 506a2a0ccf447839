import { PassThrough } from 'node:stream';
import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import type { Desk } from '#src/desk.js';
import type { Parley } from '#src/main.js';
import { runChat } from '#src/terminal/run-chat.js';
import { createTerminal, type TerminalStreams } from '#src/terminal/terminal.js';
import { madeUpAnswer } from '../support/made-up-answer.js';

/** A person at a terminal, and a desk that takes notes of what it is asked. */
function madeUpSession() {
  const [stdin, stdout, stderr] = ['in', 'out', 'err'].map(() =>
    Object.assign(new PassThrough(), { isTTY: true, columns: 90 }),
  );
  const asked: string[] = [];
  let onAsked: (() => void) | undefined;
  const desk = {
    generation: { documents: [] },
    threshold: 0.5,
    async ask(question: string) {
      asked.push(question);
      onAsked?.();
      return madeUpAnswer(question, [{ quote: 'The talks lasted 15 hours.', highlight: '15 hours' }]);
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
