import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeText, escapeVisible } from '#src/discord/writing/escape-text.js';
import { marksOf, plainTextOf, readMarkdown } from '../../support/discord-markdown.js';
import { hostileFragments, hostileText } from '../../support/hostile-text.js';
import { seenBy } from './seen-by.js';

describe('an escaped text', () => {
  it.each(hostileFragments)('reads as itself and as nothing else: %j', (fragment) => {
    const nodes = readMarkdown(escapeText(fragment));
    expect(marksOf(nodes)).toEqual([]);
    expect(plainTextOf(nodes)).toBe(seenBy(fragment));
  });

  it('reads as itself wherever it stands', () => {
    fc.assert(
      fc.property(hostileText, fc.constantFrom('', '> ', '> “', '**Asked:** “', '[1] ', '-# '), (text, before) => {
        const drawn = marksOf(readMarkdown(`${before}x`)).map(({ kind }) => kind);
        const nodes = readMarkdown(`${before}${escapeText(text)}`);
        const marks = marksOf(nodes).map(({ kind }) => kind);
        // A lead with nothing after it may not be read as one; then there is nothing to imitate either.
        expect(drawn).toEqual(expect.arrayContaining(marks));
        expect(plainTextOf(nodes).endsWith(seenBy(text))).toBe(true);
      }),
      { numRuns: 1500 },
    );
  });

  it('never continues a mark that was begun before it', () => {
    fc.assert(
      fc.property(hostileText, hostileText, (first, second) => {
        const nodes = readMarkdown(`${escapeText(first)} ${escapeText(second)}`);
        expect(marksOf(nodes)).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  it('has no address and no mention for readers that look for them in the unparsed text', () => {
    for (const fragment of hostileFragments) {
      expect(escapeText(fragment)).not.toMatch(/\w:\/\/|(?<!\\)<|(?<!\\)@|discord\.gg\/|discord\.com\/|(?<!\\)\[/iu);
    }
  });

  it('leaves plain prose as it is', () => {
    const prose =
      'On Sept. 9, 2016, the U.S. and Russia agreed (in Geneva): a “ceasefire” – 7 days; 50/50, e.g. by 12:30.';
    expect(escapeText(prose)).toBe(prose);
  });

  it('keeps what is bold in one mark, whatever is inside', () => {
    fc.assert(
      fc.property(hostileText, fc.nat(), fc.nat(), (text, one, other) => {
        const visible = seenBy(text);
        const cuts = [one, other].map((cut) => cut % (visible.length + 1)).toSorted((a, b) => a - b);
        const [from = 0, to = 0] = cuts;
        fc.pre(from < to);
        const nodes = readMarkdown(escapeVisible(visible, [from, to]));
        expect(plainTextOf(nodes)).toBe(visible);
        expect(marksOf(nodes)).toEqual([{ kind: 'bold', text: visible.slice(from, to) }]);
      }),
      { numRuns: 1500 },
    );
  });
});
