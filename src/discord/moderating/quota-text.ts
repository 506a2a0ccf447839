import { longestQuotaWindowMs, mostQuotaUses, type QuotaSetting } from './setting-shapes.js';

const second = 1000;
const unitsMs = { s: second, m: 60 * second, h: 3600 * second } as const;

/** What is meant by a quota that was typed; `null` for the default. */
export type QuotaReading =
  | { readonly isRead: true; readonly value: QuotaSetting | null }
  | { readonly isRead: false; readonly refusal: string };

const howTo = 'Write how many questions in which time, such as 40/5m (with s, m or h), or none, or default.';

function refused(text: string, because: string): QuotaReading {
  return { isRead: false, refusal: `“${text}” is no quota: ${because}. ${howTo}` };
}

/** `40/5m`, `none` or `default`; nothing is guessed. */
export function readQuota(typed: string): QuotaReading {
  const text = typed.trim().toLowerCase();
  if (text === 'default') return { isRead: true, value: null };
  if (text === 'none') return { isRead: true, value: 'none' };
  const [, uses, length, unit] = /^(\d{1,9})\/(\d{1,9})([smh])$/u.exec(text) ?? [];
  if (uses === undefined || length === undefined) return refused(typed.trim(), 'it is not written like one');
  const count = Number(uses);
  const windowMs = Number(length) * unitsMs[unit as keyof typeof unitsMs];
  if (count < 1 || count > mostQuotaUses) return refused(typed.trim(), `it takes 1 to ${mostQuotaUses} questions`);
  if (windowMs < second || windowMs > longestQuotaWindowMs)
    return refused(typed.trim(), 'its time is 1 second to 24 hours');
  return { isRead: true, value: { count, windowMs } };
}

/** As `readQuota` reads it: in the largest unit that the time is whole in. Parts of a second are left out. */
export function quotaText(quota: QuotaSetting): string {
  if (quota === 'none') return 'none';
  const { count, windowMs } = quota;
  const [unit, length] = (['h', 'm', 's'] as const)
    .map((name) => [name, windowMs / unitsMs[name]] as const)
    .find(([, whole]) => Number.isInteger(whole)) ?? ['s', Math.max(1, Math.floor(windowMs / second))];
  return `${count}/${length}${unit}`;
}
