import { usualKeptDays } from '#src/discord/kept-days.js';
import { defaultSettings } from '#src/discord/moderating/server-settings.js';
import { settingKeys, settingMeanings, settingWords } from '#src/discord/moderating/setting-words.js';
import { english } from '#src/discord/wording/english.js';
import { type ShownEntry, writeAudit } from '#src/discord/writing/for-moderators/write-audit.js';
import { writeChanges, writeSettings } from '#src/discord/writing/for-moderators/write-settings.js';
import { writeNotice } from '#src/discord/writing/write-notice.js';
import { writeDeletion, writePersonalData } from '#src/discord/writing/write-privacy.js';
import { quotaText } from '#src/discord/writing/write-quota.js';
import { notes } from './made-up-documents.js';
import type { SampleMessage } from './sample-message.js';

const at = Date.parse('2026-11-29T14:30:00Z');

function act(number: number, name: string, more: Partial<ShownEntry>): ShownEntry {
  const nothing = { subject: null, before: null, after: null };
  return { number, actor: '@anna', at: at + number * 60_000, act: name, ...nothing, ...more };
}

function settings(): readonly SampleMessage[] {
  const set: Readonly<Record<string, string>> = { 'moderator-roles': '@Librarians', 'log-channel': '#parley-log' };
  const server = settingKeys.map((name) => ({
    name,
    value: set[name] ?? settingWords(name, {}, null),
    meaning: settingMeanings[name],
    trouble: null,
  }));
  const subject = notes.id;
  const after = '“Notes from Geneva (made up)”, 4,182 characters';
  return [
    {
      name: '/settings show',
      group: 'settings',
      messages: writeSettings({ server, channels: [{ channel: '#off-topic', values: ['answers no'] }], gone: 1 }),
    },
    {
      name: '/settings server',
      group: 'settings',
      messages: writeChanges([{ subject: 'quota-member', before: '40/5m (default)', after: '20/5m' }], []),
    },
    {
      name: '/audit',
      group: 'settings',
      messages: writeAudit({
        entries: [
          act(12, 'reindex run', {
            subject: 'documents of this server',
            before: '20261124-101500-4f2a',
            after: '20261129-143000-ab12',
          }),
          act(11, 'corpus add', { subject, after }),
          act(10, 'review reject', { subject: 'item 6', before: 'open', after: 'rejected' }),
        ],
        hasMore: true,
        empty: '',
      }),
    },
    { name: 'A quota is used up', group: 'settings', messages: [writeNotice(quotaText(refused(), english), 'notice')] },
    {
      name: 'Too many at once',
      group: 'settings',
      messages: [writeNotice(english.notices.quota.lineFull(4), 'notice')],
    },
  ];
}

function refused() {
  const limit = defaultSettings.quotas.member;
  if (limit === undefined) throw new Error('Members have a quota.');
  return { by: 'member', limit, waitMs: 100_000 } as const;
}

/** What moderators decided, what that means for members, and what is kept of them. */
export function sampleRules(): readonly SampleMessage[] {
  const counts = { questions: 12, checks: 2, summaries: 1, votes: 3, disputes: 1, uses: 4, spending: 0, acts: 0 };
  return [
    ...settings(),
    { name: '/privacy show', group: 'privacy', messages: [writePersonalData(counts, usualKeptDays, english)] },
    { name: '/privacy delete', group: 'privacy', messages: [writeDeletion(counts, usualKeptDays, english)] },
  ];
}
