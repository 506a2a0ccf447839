import { expect, it } from 'vitest';
import { keepTyping } from '#src/discord/messages/keep-typing.js';
import { manualTimers } from '../connection/manual-timers.js';
import { recordingLog } from '../connection/recording-log.js';

it('typing is shown for as long as there is something to wait for, and whatever becomes of it', async () => {
  const timers = manualTimers();
  const shown: number[] = [];
  const sendTyping = async (): Promise<void> => {
    shown.push(timers.now());
    throw new Error('Missing Permissions');
  };
  const stop = keepTyping({ sendTyping }, { log: recordingLog() }, timers);
  await timers.advance(20_000);
  expect(shown).toEqual([0, 8_000, 16_000]);
  stop();
  stop();
  await timers.advance(60_000);
  expect(shown).toHaveLength(3);
  expect(timers.pending).toBe(0);
});
