import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { noticeReply } from '#src/discord/replying/notice-reply.js';
import type { Reply } from '#src/discord/replying/reply.js';
import { withinDeadline } from '#src/discord/replying/within-deadline.js';
import { english } from '#src/discord/wording/english.js';
import { createLog } from '#src/terminal/log.js';

const lines: string[] = [];
const apologies = () => english.notices.apologies;

const never = new AbortController().signal;

function parts(givingUp: AbortSignal = never, stopping: AbortSignal = never) {
  return { deadlineMs: 60_000, stopping, givingUp, log: createLog('debug', (line) => lines.push(line)) };
}

function textOf({ messages }: Reply): string {
  return messages.map(({ content }) => content).join('\n');
}

/** Work that never ends; what it was told is on the signal. */
function endless(seen: AbortSignal[]) {
  return (signal: AbortSignal) => {
    seen.push(signal);
    return new Promise<Reply>((resolve) => void resolve);
  };
}

beforeEach(() => {
  vi.useFakeTimers();
  lines.length = 0;
});
afterEach(() => {
  vi.useRealTimers();
});

describe('work under a deadline', () => {
  it('gives what it gives, and leaves no timer behind', async () => {
    const reply = noticeReply('Here it is.');
    expect(await withinDeadline(async () => reply, parts(), apologies)).toBe(reply);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('that takes too long is told to stop, and an apology takes its place', async () => {
    const seen: AbortSignal[] = [];
    const given = withinDeadline(endless(seen), parts(), apologies);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(textOf(await given)).toContain('took too long');
    expect(seen[0]?.aborted).toBe(true);
  });

  it('is asked to hurry before that, and when the bot is to stop', async () => {
    const told: AbortSignal[] = [];
    const work = (_: AbortSignal, hurry: AbortSignal) => {
      told.push(hurry);
      return new Promise<Reply>((resolve) => hurry.addEventListener('abort', () => resolve(noticeReply('With less.'))));
    };
    const given = withinDeadline(work, parts(), apologies);
    await vi.advanceTimersByTimeAsync(44_999);
    expect(told[0]?.aborted).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(textOf(await given)).toBe('With less.');
    const stop = new AbortController();
    const stopped = withinDeadline(work, parts(never, stop.signal), apologies);
    stop.abort();
    expect(textOf(await stopped)).toBe('With less.');
    await withinDeadline(
      async (_, hurry) => {
        expect(hurry.aborted).toBe(true);
        return noticeReply('At once.');
      },
      parts(never, stop.signal),
      apologies,
    );
    expect(vi.getTimerCount()).toBe(0);
  });

  it('that fails becomes an apology without a word of what failed', async () => {
    const given = await withinDeadline(() => Promise.reject(new Error('disk is full at /var')), parts(), apologies);
    expect(textOf(given)).toContain('went wrong on my side');
    expect(textOf(given)).not.toContain('disk');
    expect(lines.join('\n')).toContain('disk is full');
    expect(vi.getTimerCount()).toBe(0);
  });

  it('that fails after its deadline is still logged', async () => {
    let fail: (error: Error) => void = vi.fn();
    const given = withinDeadline(
      () =>
        new Promise<Reply>((_, reject) => {
          fail = reject;
        }),
      parts(),
      apologies,
    );
    await vi.advanceTimersByTimeAsync(60_000);
    await given;
    fail(new Error('broken in the end'));
    await vi.advanceTimersByTimeAsync(0);
    expect(lines.join('\n')).toContain('broken in the end');
  });

  it('is given up when the bot stops, whether that comes before or after it began', async () => {
    const stopping = new AbortController();
    const given = withinDeadline(endless([]), parts(stopping.signal), apologies);
    stopping.abort();
    expect(textOf(await given)).toContain('restarted');
    expect(textOf(await withinDeadline(endless([]), parts(stopping.signal), apologies))).toContain('restarted');
    expect(vi.getTimerCount()).toBe(0);
  });
});
