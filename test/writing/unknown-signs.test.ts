import { expect, it } from 'vitest';
import { hasUnknownSigns } from '#src/writing/unknown-signs.js';

const texts = ['The talks cost $15 at 20° and lasted 15 hours.', 'Then €7.'];

it.each([
  ['The talks 💳 lasted 💳 15 hours.', true],
  ['The talks cost £15.', true],
  ['The talks cost €7, or $15, at 20°.', false],
  ['“The talks” – it’s said… – lasted 15 hours (#1), 5 %.', false],
  ['| talks | 15 |', true],
  ['Die Gespräche dauerten 15 Stunden.', false],
])('a sign that no passage has: %j is %j', (sentence, isUnknown) => {
  expect(hasUnknownSigns(sentence, texts)).toBe(isUnknown);
});
