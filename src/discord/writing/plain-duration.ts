import type { Words } from '../wording/words.js';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

const units = [
  ['hour', hour],
  ['minute', minute],
  ['second', second],
] as const;

/** In the largest unit that it is whole in: `5 minutes`, `90 seconds`. Parts of a second are rounded up. */
export function exactDuration(milliseconds: number, { notices: { quota } }: Words): string {
  const whole = Math.ceil(milliseconds / second) * second;
  const [name, size] = units.find(([, length]) => whole % length === 0) ?? units[2];
  return quota.duration(whole / size, name);
}

/** Shorter steps would have people count along. */
const secondsStep = 5;

/** How long to wait, never less than it is: `about 10 seconds`, `about 2 minutes`. At least five seconds. */
export function aboutDuration(milliseconds: number, { notices: { quota } }: Words): string {
  const seconds = Math.max(1, Math.ceil(milliseconds / second / secondsStep)) * secondsStep;
  if (seconds * second < minute) return quota.about(quota.duration(seconds, 'second'));
  const minutes = Math.ceil(milliseconds / minute);
  if (minutes * minute < hour) return quota.about(quota.duration(Math.max(1, minutes), 'minute'));
  return quota.about(quota.duration(Math.ceil(milliseconds / hour), 'hour'));
}
