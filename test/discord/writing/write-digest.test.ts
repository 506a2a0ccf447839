import { describe, expect, it } from 'vitest';
import { english } from '#src/discord/wording/english.js';
import type { Digest, DigestEntry } from '#src/discord/writing/digest.js';
import { writeDigest } from '#src/discord/writing/write-digest.js';
import { madeUpCitation, madeUpClaim } from '../../support/made-up-results.js';
import { shownMarks, shownText } from '../../support/read-message.js';

const url = 'https://discord.com/channels/1/2/3';

function entry(member: string, more: Partial<DigestEntry> = {}): DigestEntry {
  return { member, messageUrl: url, claim: madeUpClaim('So it is.', 'supported', [madeUpCitation(1, 'So.')]), ...more };
}

function digest(entries: readonly DigestEntry[], more: Partial<Digest> = {}): Digest {
  return { threadName: 'Week one', read: 12, unreadable: 0, entries, omitted: 0, ...more };
}

describe.each(['embed', 'text'] as const)('a digest in the %s layout', (layout) => {
  it('shows beside each claim who made it, where, and what the documents say', () => {
    const messages = writeDigest(digest([entry('Anna')]), { layout, words: english });
    expect(shownText(messages)).toContain('✅ Supported · Anna (message): “So it is.”\n“So.” [1]');
    expect(shownMarks(messages).filter(({ kind }) => kind === 'link')).toEqual([
      { kind: 'link', text: 'message', url },
    ]);
  });

  it('counts citations through all entries, the same place once', () => {
    const other = madeUpClaim('Else.', 'contradicted', [
      madeUpCitation(1, 'Other.', { start: 5000, end: 5006, paragraph: 20 }),
    ]);
    const text = shownText(
      writeDigest(digest([entry('Anna'), entry('Bela', { claim: other }), entry('Chloé')]), { layout, words: english }),
    );
    expect(text.match(/“So\.” \[1\]/gu)).toHaveLength(2);
    expect(text).toContain('“Other.” [2]');
    expect(text).toMatch(/Sources\n\[1\] The Publisher, ¶ 9\n\[2\] The Publisher, ¶ 20\n/u);
  });

  it('says what was read, what Discord withheld, and what is left out', () => {
    const text = shownText(
      writeDigest(digest([entry('Anna')], { unreadable: 1, omitted: 2 }), { layout, words: english }),
    );
    expect(text).toContain('12 messages read.\n1 message could not be read: Discord withholds');
    expect(text).toContain('2 further claims are not shown.');
    expect(shownText(writeDigest(digest([], { read: 1 }), { layout, words: english }))).toMatch(
      /Nobody claimed anything[\s\S]*1 message read\.$/u,
    );
  });

  it('links messages of Discord alone, and lets no name be more than a name', () => {
    const entries = [
      entry('<@1> [x](https://evil.example)\n**Sources**', { messageUrl: 'https://evil.example/channels/1/2/3' }),
      entry('\u200B', { messageUrl: 'https://discord.com/channels/@me/2/3' }),
    ];
    const messages = writeDigest(digest(entries), { layout, words: english });
    expect(shownText(messages)).toContain('Supported · <@1> [x](https://evil.example) **Sources**: “So');
    expect(shownText(messages)).toContain('Supported · Somebody (message): “So');
    expect(shownMarks(messages).filter(({ kind }) => kind === 'link' || kind === 'mention')).toHaveLength(1);
  });
});
