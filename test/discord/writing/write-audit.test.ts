import { describe, expect, it } from 'vitest';
import { type ShownEntry, writeAudit } from '#src/discord/writing/for-moderators/write-audit.js';
import { shownText } from '../../support/read-message.js';

function entry(more: Partial<ShownEntry> = {}): ShownEntry {
  const at = Date.UTC(2026, 0, 2, 3, 4);
  return { number: 7, actor: '@boss', at, act: 'settings', subject: null, before: null, after: null, ...more };
}

function page(entries: readonly ShownEntry[], hasMore = false): string {
  return shownText(writeAudit({ entries, hasMore, empty: 'Nothing yet.' }));
}

describe('a page of the audit log', () => {
  it.each([
    [{}, '7 · settings · @boss · 2 January 2026, 03:04 UTC'],
    [{ subject: 'private' }, 'UTC\n• private'],
    [{ subject: 'private', before: 'no', after: 'yes' }, 'UTC\n• private · no → yes'],
    [{ subject: 'a', after: 'The A' }, 'UTC\n• a · The A'],
    [{ subject: 'a', before: 'The A' }, 'UTC\n• a · The A → nothing'],
    [{ before: 'b', after: 'c' }, 'UTC\n• b → c'],
    [{ before: '\u200B', after: '\u202E' }, 'UTC\n• nothing → nothing'],
    [{ actor: '\u200B', act: '\u200B' }, '7 · act · ? · '],
  ])('says what there is to say: %j', (more, text) => {
    expect(page([entry(more)])).toContain(text);
  });

  it('says that there is none, or how to see more', () => {
    expect(page([])).toBe('What moderators did\nNothing yet.');
    expect(page([entry({ number: 9 }), entry()], true)).toContain('/audit before: 7');
    expect(page([entry()])).not.toContain('/audit');
  });

  it('cuts what is long, so that a page stays one', () => {
    const long = 'word '.repeat(500);
    const entries = Array.from({ length: 15 }, () =>
      entry({ actor: long, act: long, subject: long, before: long, after: long }),
    );
    expect(writeAudit({ entries, hasMore: true, empty: '' }).length).toBeLessThanOrEqual(2);
  });
});
