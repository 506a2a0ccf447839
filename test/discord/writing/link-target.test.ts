import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linkTarget } from '#src/discord/writing/link-target.js';
import { marksOf, readMarkdown } from '../../support/discord-markdown.js';
import { hostileFragments } from '../../support/hostile-text.js';

describe('the target of a link', () => {
  it.each([
    ['https://russia-direct.org/analysis?id=1#top', 'https://russia-direct.org/analysis?id=1#top'],
    ['http://example.org', 'http://example.org/'],
    ['https://en.wikipedia.org/wiki/Geneva_(city)', 'https://en.wikipedia.org/wiki/Geneva_%28city%29'],
    ['https://exämple.org/ä', 'https://xn--exmple-cua.org/%C3%A4'],
  ])('is the address %s as %s', (url, target) => {
    expect(linkTarget(url)).toBe(target);
  });

  it.each([
    null,
    '',
    'russia-direct.org',
    'javascript:alert(1)',
    'data:text/html,x',
    'discord://x',
    'ftp://example.org/',
    'https://user:word@example.org/',
    'https://user@example.org/',
    `https://example.org/${'x'.repeat(400)}`,
  ])('is refused: %s', (url) => {
    expect(linkTarget(url)).toBeNull();
  });

  it('ends where the link ends, whatever the address holds', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...hostileFragments, ')', '](', '>', '%'), { maxLength: 6 }), (parts) => {
        const target = linkTarget(`https://example.org/${parts.join('')}`);
        fc.pre(target !== null);
        for (const written of [`[open](${target}) end`, `[open](<${target}>) end`]) {
          expect(marksOf(readMarkdown(written))).toEqual([{ kind: 'link', text: 'open', url: target }]);
        }
      }),
    );
  });
});
