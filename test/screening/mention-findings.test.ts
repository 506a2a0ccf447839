import { describe, expect, it } from 'vitest';
import { mentionFindings } from '#src/screening/mention-findings.js';

function mentionsIn(text: string) {
  return [
    ...mentionFindings({ paragraph: 1, start: 0, end: text.length, text, opensLine: true, closesLine: true }),
  ].map(({ severity, quote }) => `${severity} ${quote}`);
}

describe('a mention', () => {
  it.each([
    ['everyone', 'Hello @everyone!', 'medium @everyone'],
    ['those who are here', '(@here)', 'medium @here'],
    ['a role', 'Ask <@&880000000000000001>.', 'medium <@&880000000000000001>'],
    ['a member', 'Ask <@!880000000000000003>.', 'low <@!880000000000000003>'],
    ['a channel', 'in <#880000000000000002>', 'low <#880000000000000002>'],
    ['a command', 'use </ask:880000000000000004>', 'low </ask:880000000000000004>'],
    ['a guide', 'see <id:guide>', 'low <id:guide>'],
  ])('is told when it is of %s', (_, text, expected) => {
    expect(mentionsIn(text)).toEqual([expected]);
  });

  it.each(['write to jane@here.org', 'as @KremlinRussia wrote', 'a < b @ 3', '@here.org', '@everyones'])(
    'is not seen in “%s”',
    (text) => {
      expect(mentionsIn(text)).toEqual([]);
    },
  );
});
