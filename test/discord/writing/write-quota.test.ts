import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { english } from '#src/discord/wording/english.js';
import { aboutDuration, exactDuration } from '#src/discord/writing/plain-duration.js';
import { quotaText } from '#src/discord/writing/write-quota.js';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

describe('a wait', () => {
  it.each([
    [1, 'about 5 seconds'],
    [5 * second, 'about 5 seconds'],
    [5 * second + 1, 'about 10 seconds'],
    [55 * second, 'about 55 seconds'],
    [55 * second + 1, 'about 1 minute'],
    [minute + 1, 'about 2 minutes'],
    [59 * minute, 'about 59 minutes'],
    [59 * minute + 1, 'about 1 hour'],
    [24 * hour, 'about 24 hours'],
  ])('of %i ms is told as “%s”', (milliseconds, told) => {
    expect(aboutDuration(milliseconds, english)).toBe(told);
  });

  it('is never told shorter than it is, nor by more than a step too long', () => {
    const units = { second, minute, hour };
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 48 * hour }), (milliseconds) => {
        const [, count = '', unit = ''] =
          /^about (\d+) (second|minute|hour)s?$/u.exec(aboutDuration(milliseconds, english)) ?? [];
        const size = units[unit as keyof typeof units];
        const told = Number(count) * size;
        expect(told).toBeGreaterThanOrEqual(milliseconds);
        expect(told - milliseconds).toBeLessThan(size === second ? 5 * second : size + minute);
      }),
    );
  });
});

describe('the length of a window', () => {
  it.each([
    [second, '1 second'],
    [90 * second, '90 seconds'],
    [5 * minute, '5 minutes'],
    [2 * hour, '2 hours'],
    [1500, '2 seconds'],
  ])('of %i ms is “%s”', (milliseconds, told) => {
    expect(exactDuration(milliseconds, english)).toBe(told);
  });
});

describe('a refusal', () => {
  it.each([
    ['member', /^You have asked me 40 times within 5 minutes, which is as often as one member may\./u],
    [
      'channel',
      /^In this channel I was asked 40 times within 5 minutes, which is as often as I answer in one channel\./u,
    ],
    ['server', /^In this server I was asked 40 times within 5 minutes, which is as often as I answer in one server\./u],
  ] as const)('names the limit of a %s, and when to try again', (by, words) => {
    const told = quotaText({ by, limit: { count: 40, windowMs: 5 * minute }, waitMs: 90 * second }, english);
    expect(told).toMatch(words);
    expect(told).toMatch(/try again in about 2 minutes\.$/u);
  });

  it('speaks of one use, and of thousands', () => {
    const one = { by: 'member', limit: { count: 1, windowMs: minute }, waitMs: 1 } as const;
    expect(quotaText(one, english)).toContain('asked me once within 1 minute');
    expect(quotaText({ ...one, limit: { count: 1200, windowMs: minute } }, english)).toContain('1,200 times');
  });

  it('says how many questions wait', () => {
    expect(english.notices.quota.lineFull(4)).toContain('is under way and 4 more wait behind it');
    expect(english.notices.quota.lineFull(1)).toContain('is under way and another waits behind it');
    expect(english.notices.quota.lineFull(0)).toMatch(/^A question of yours is under way, so/u);
  });
});
