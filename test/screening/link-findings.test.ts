import { describe, expect, it } from 'vitest';
import { linkFindings } from '#src/screening/link-findings.js';

function linksIn(text: string) {
  return [...linkFindings({ paragraph: 1, start: 0, end: text.length, text, opensLine: true, closesLine: true })].map(
    ({ severity, quote }) => ({ severity, quote }),
  );
}

describe('a link', () => {
  it.each([
    ['an address', 'See https://example.org/a?b=c, please.', 'low', 'https://example.org/a?b=c'],
    ['one without a scheme', 'See www.example.org.', 'low', 'www.example.org'],
    ['one with words of its own', 'See [our page](https://example.org).', 'low', '[our page](https://example.org)'],
    [
      'one that shows its own site',
      '[www.example.org](https://example.org/x)',
      'low',
      '[www.example.org](https://example.org/x)',
    ],
    [
      'one that shows another site',
      '[bank.example](https://thief.example.net/x)',
      'high',
      '[bank.example](https://thief.example.net/x)',
    ],
    ['a script', 'Try [this](javascript:alert(1)', 'high', '[this](javascript:alert(1)'],
    [
      'a name before the host',
      'https://bank.example@thief.example/x',
      'medium',
      'https://bank.example@thief.example/x',
    ],
    ['a bare number', 'http://203.0.113.7/x', 'medium', 'http://203.0.113.7/x'],
    ['foreign letters', 'https://xn--pple-43d.example', 'medium', 'https://xn--pple-43d.example'],
    ['an invitation', 'Join discord.gg/abcdef now', 'medium', 'discord.gg/abcdef'],
    ['a picture that reports', '![](https://x.example/i.png?d=1)', 'medium', '![](https://x.example/i.png?d=1)'],
  ])('is told once: %s', (_, text, severity, quote) => {
    expect(linksIn(text)).toEqual([{ severity, quote }]);
  });

  it.each([
    ['a footnote', 'as [1](see note) says'],
    ['data', 'The data: they show nothing.'],
    ['a site by its name', 'The company example.com grew.'],
    ['a ratio', 'It was 3:1 and 12:30 by then.'],
  ])('is not seen in %s', (_, text) => {
    expect(linksIn(text)).toEqual([]);
  });
});
