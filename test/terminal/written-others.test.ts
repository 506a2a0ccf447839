import { PassThrough } from 'node:stream';
import { pino } from 'pino';
import { expect, it } from 'vitest';
import type { Desk, WaitingRequest } from '#src/desk.js';
import type { Parley } from '#src/main.js';
import { runCheck } from '#src/terminal/run-check.js';
import { runSummary } from '#src/terminal/run-summary.js';
import { createTerminal, type TerminalStreams } from '#src/terminal/terminal.js';
import type { VerbContext } from '#src/terminal/verb-context.js';
import { madeUpCheck } from '../support/made-up-results.js';
import { madeUpWrittenSummary } from '../support/made-up-written.js';

const summary = madeUpWrittenSummary([{ text: 'Both sides met.', quote: 'They met.' }]);

/** An operator's command, and a desk that notes whom it is to write for. */
function atWork() {
  const [stdin, stdout, stderr] = ['in', 'out', 'err'].map(() => new PassThrough());
  const wanted: (WaitingRequest | undefined)[] = [];
  const desk = {
    generation: { documents: [] },
    async check(_: string, __: string | null, request?: WaitingRequest) {
      wanted.push(request);
      return madeUpCheck([]);
    },
    async summarize(_: unknown, __: string | null, request?: WaitingRequest) {
      wanted.push(request);
      return summary;
    },
    close: async () => undefined,
  } as unknown as Desk;
  const parley = { config: { corpusFolder: '/nowhere' }, hasIndex: async () => true, openDesk: async () => desk };
  const terminal = createTerminal({ stdin, stdout, stderr } as unknown as TerminalStreams, false);
  const context: VerbContext = { terminal, parley: parley as unknown as Parley, log: pino({ level: 'silent' }) };
  return { context, wanted, shown: () => String((stdout as PassThrough).read() ?? '') };
}

it('an operator who wants a summary or a check gets it in writing, at nobody else’s expense', async () => {
  const { context, wanted, shown } = atWork();
  await runCheck(context, ['The talks lasted nine hours.'], {});
  await runSummary(context, {});
  expect(wanted).toEqual([{ member: null }, { member: null }]);
  expect(shown()).toContain('Both sides met. [1]');
});

it('the JSON of a summary has what it always had, and who wrote it', async () => {
  const { context, shown } = atWork();
  await runSummary(context, { json: true });
  expect(JSON.parse(shown())).toEqual(summary);
});
