import { setTimeout as after } from 'node:timers/promises';
import { PermissionFlagsBits } from 'discord.js';
import type { Actor } from '../../test/support/discord/actor.js';
import type { LimitRow } from './bench-row.js';
import { quantile } from './quantile.js';

/** Between an answer and the next question of one busy channel, milliseconds. */
const pauseMs = 40;
const acknowledgeLimitMs = 1000;

/** Who asks in a benchmark asks more than any member may. */
export const moderator = { permissions: PermissionFlagsBits.ManageGuild };

/** Asks one question after another until `isOver`. @returns Milliseconds to each acknowledgement */
export async function acknowledgements(
  asker: Actor,
  questions: readonly string[],
  isOver: (asked: number) => boolean,
): Promise<readonly number[]> {
  const latencies: number[] = [];
  while (!isOver(latencies.length)) {
    const question = questions[latencies.length % questions.length] ?? '';
    const { acknowledgedAfterMs, failed } = await asker.runs('ask', { question });
    if (acknowledgedAfterMs === null) throw new Error(`A question was not acknowledged: ${failed}`);
    latencies.push(acknowledgedAfterMs);
    await after(pauseMs);
  }
  return latencies;
}

export function acknowledgementRow(what: string, latencies: readonly number[]): LimitRow {
  const [p50, p99] = [quantile(latencies, 0.5), quantile(latencies, 0.99)];
  return {
    what: `acknowledgement of a command, ${what}: p99`,
    measured: `p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms (${latencies.length} commands)`,
    limit: `${acknowledgeLimitMs.toLocaleString('en')} ms; Discord waits 3,000 ms`,
    figure: p99,
    unit: 'ms',
    target: { bound: 'at most', value: acknowledgeLimitMs },
  };
}
