import { quantile } from '../bench/quantile.js';
import type { AskedQuestion } from './judge-answers.js';
import type { Swap } from './ledger.js';

/** Milliseconds from question to answer. */
export interface Waits {
  readonly questions: number;
  readonly p50: number;
  readonly p99: number;
  readonly longest: number;
}

export interface JudgedWaits {
  /** Questions that were under way in the course of some swap, and the others. */
  readonly during: Waits;
  readonly without: Waits;
  readonly failures: readonly string[];
}

/** Nobody waits longer, whatever else the machine does: a member would see Discord give up. */
const mostMs = 3_000;
/** In a swap that takes so long somebody must be asked and answered between these shares of it. */
const longSwapMs = 1_000;
const [wellBegun, nearlyDone] = [0.2, 0.9];

function waitsOf(asked: readonly AskedQuestion[]): Waits {
  const times = asked.map(({ startedAt, endedAt }) => endedAt - startedAt);
  return {
    questions: times.length,
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99),
    longest: times.length === 0 ? Number.NaN : Math.max(...times),
  };
}

/** Whether anybody waited for a swap. */
export function judgeWaits(asked: readonly AskedQuestion[], swaps: readonly Swap[]): JudgedWaits {
  const isDuring = ({ startedAt, endedAt }: AskedQuestion): boolean =>
    swaps.some(({ begunAt, doneAt }) => begunAt <= endedAt && doneAt >= startedAt);
  const late = asked
    .filter(({ startedAt, endedAt }) => endedAt - startedAt > mostMs)
    .map(
      ({ question, startedAt, endedAt }) => `${JSON.stringify(question)} waited ${Math.round(endedAt - startedAt)} ms`,
    );
  const silent = swaps
    .filter(({ begunAt, doneAt }) => doneAt - begunAt > longSwapMs)
    .filter(({ begunAt, doneAt }) => {
      const [from, until] = [wellBegun, nearlyDone].map((share) => begunAt + share * (doneAt - begunAt)) as [
        number,
        number,
      ];
      return !asked.some(({ startedAt, endedAt }) => startedAt >= from && endedAt <= until);
    })
    .map(({ kind, collection, begunAt, doneAt }) => {
      const took = Math.round(doneAt - begunAt);
      return `nobody was asked and answered in most of the ${took} ms of a ${kind} of ${collection}`;
    });
  return {
    during: waitsOf(asked.filter(isDuring)),
    without: waitsOf(asked.filter((one) => !isDuring(one))),
    failures: [...late, ...silent],
  };
}
