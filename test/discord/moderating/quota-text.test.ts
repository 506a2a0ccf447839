import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quotaText, readQuota } from '#src/discord/moderating/quota-text.js';
import { longestQuotaWindowMs, mostQuotaUses, settingShapes } from '#src/discord/moderating/setting-shapes.js';
import { hostileText } from '../../support/hostile-text.js';

const second = 1000;

describe('a quota that is typed', () => {
  it.each([
    ['40/5m', { count: 40, windowMs: 300 * second }],
    ['1/1s', { count: 1, windowMs: second }],
    ['300/24h', { count: 300, windowMs: 24 * 3600 * second }],
    [' 7/90S ', { count: 7, windowMs: 90 * second }],
    ['none', 'none'],
    ['None', 'none'],
    ['default', null],
  ])('%j is read', (typed, value) => {
    expect(readQuota(typed)).toEqual({ isRead: true, value });
  });

  it.each([
    ['', 'not written like one'],
    ['40', 'not written like one'],
    ['40/m', 'not written like one'],
    ['40/5', 'not written like one'],
    ['40/5d', 'not written like one'],
    ['40 in 5m', 'not written like one'],
    ['-1/5m', 'not written like one'],
    ['4.5/5m', 'not written like one'],
    ['٤٠/5m', 'not written like one'],
    ['0/5m', 'takes 1 to 100000 questions'],
    ['100001/5m', 'takes 1 to 100000 questions'],
    ['1/0s', '1 second to 24 hours'],
    ['1/25h', '1 second to 24 hours'],
    ['1/999999999h', '1 second to 24 hours'],
  ])('%j is refused with the reason and what to write', (typed, reason) => {
    const reading = readQuota(typed);
    if (reading.isRead) throw new Error('It was read.');
    expect(reading.refusal).toContain(reason);
    expect(reading.refusal).toContain('such as 40/5m');
  });

  it('is what it was written from', () => {
    const quotas = fc.record({
      count: fc.integer({ min: 1, max: mostQuotaUses }),
      windowMs: fc.integer({ min: 1, max: longestQuotaWindowMs / second }).map((seconds) => seconds * second),
    });
    fc.assert(
      fc.property(fc.oneof(quotas, fc.constant('none' as const)), (value) => {
        expect(readQuota(quotaText(value))).toEqual({ isRead: true, value });
      }),
    );
  });

  it('whatever it is, it is refused or may be kept', () => {
    const nearly = fc
      .tuple(fc.integer(), fc.constantFrom('/', ' / ', ''), fc.integer(), fc.constantFrom('s', 'm', 'h', 'd', ''))
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.oneof(nearly, fc.string(), hostileText), (typed) => {
        const reading = readQuota(typed);
        if (reading.isRead && reading.value !== null)
          expect(settingShapes['quota-member'].safeParse(reading.value).success).toBe(true);
      }),
    );
  });
});
