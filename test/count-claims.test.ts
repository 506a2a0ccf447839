import { describe, expect, it } from 'vitest';
import { countClaims } from '#src/count-claims.js';

describe('the claims of a message', () => {
  it('are counted also beyond those that a check reads, and without what claims nothing', () => {
    const claims = Array.from({ length: 15 }, (_, at) => `The talks in round ${at + 1} lasted nine hours.`);
    expect(countClaims(`Who won? ${claims.join(' ')} Thank you!`)).toBe(15);
    expect(countClaims('Who won?')).toBe(0);
    expect(countClaims('')).toBe(0);
  });
});
