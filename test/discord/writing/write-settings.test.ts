import { describe, expect, it } from 'vitest';
import { writeChanges, writeSettings } from '#src/discord/writing/for-moderators/write-settings.js';
import { shownText } from '../../support/read-message.js';

const server = [{ name: 'answers', value: 'yes (default)', meaning: 'whether I answer', trouble: null }];

describe('the settings of a server', () => {
  it('are listed with what they mean, channels apart', () => {
    const channels = [{ channel: '#talks', values: ['answers no', 'private yes'] }];
    expect(shownText(writeSettings({ server, channels, gone: 2 }))).toBe(
      [
        'Settings of this server',
        'answers: yes (default)',
        'whether I answer',
        'Channels that differ',
        'In #talks · answers no · private yes',
        '2 deleted channels had settings, too.',
        'Change them with /settings server and /settings channel; /settings reset takes one back to its default.',
      ].join('\n'),
    );
  });

  it('that do not work as they are set say so, and what to do', () => {
    const [answers] = server;
    if (answers === undefined) throw new Error('There is no setting.');
    const text = shownText(writeSettings({ server: [{ ...answers, trouble: 'it is late' }], channels: [], gone: 0 }));
    expect(text).toContain('answers: yes (default)\n⚠️ it is late\nwhether I answer\n');
  });

  it('of many channels are counted from the 41st on', () => {
    const channels = Array.from({ length: 43 }, (_, index) => ({ channel: `#c${index}-`, values: ['answers no'] }));
    const text = shownText(writeSettings({ server, channels, gone: 0 }));
    expect(text.match(/#c\d+-/gu)).toHaveLength(40);
    expect(text).toContain('and 3 more');
  });
});

describe('changes', () => {
  it('are listed with what was before, and what else to do', () => {
    const changes = [{ subject: 'private', before: 'no (default)', after: 'yes' }];
    expect(shownText(writeChanges(changes, ['Look there.']))).toBe(
      'Changed\n• private · no (default) → yes\n\nLook there.',
    );
  });

  it('that are none say so', () => {
    expect(shownText(writeChanges([], []))).toBe('Nothing was changed: it is so already');
  });
});
