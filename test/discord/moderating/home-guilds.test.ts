import { describe, expect, it } from 'vitest';
import { isHomeGuild } from '#src/discord/moderating/home-guilds.js';

const [one, two, three] = ['101765432109876541', '101765432109876542', '101765432109876543'];

describe('a home server', () => {
  it('is one of those that were named, whatever servers there are', () => {
    expect(isHomeGuild(one, [one, two], new Set([one, two, three]))).toBe(true);
    expect(isHomeGuild(three, [one, two], new Set([three]))).toBe(false);
    expect(isHomeGuild(one, [], new Set([one]))).toBe(false);
  });

  it('is the only server there is, where none was named', () => {
    expect(isHomeGuild(one, undefined, new Set([one]))).toBe(true);
  });

  it('is none of several where none was named, and none that the bot is not in', () => {
    expect(isHomeGuild(one, undefined, new Set([one, two]))).toBe(false);
    expect(isHomeGuild(one, undefined, new Set([two]))).toBe(false);
    expect(isHomeGuild(one, undefined, new Set())).toBe(false);
  });
});
