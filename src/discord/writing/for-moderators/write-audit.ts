import { english } from '../../wording/english.js';
import { composeMessages } from '../compose-messages.js';
import { excerpt } from '../excerpt.js';
import type { OutgoingMessage } from '../outgoing-message.js';
import { shownDate } from '../shown-date.js';

/** One act, with names in place of ids. */
export interface ShownEntry {
  readonly number: number;
  readonly actor: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly act: string;
  readonly subject: string | null;
  readonly before: string | null;
  readonly after: string | null;
}

export interface AuditPage {
  /** Newest first. */
  readonly entries: readonly ShownEntry[];
  /** Whether there are older ones. */
  readonly hasMore: boolean;
  /** What is said when there are none. */
  readonly empty: string;
}

const longestName = 40;
const longestSubject = 120;
const longestValue = 120;

const part = (text: string, longest: number): string => excerpt(text, { longest }).markdown;

function momentOf(at: number): string {
  const iso = new Date(at).toISOString();
  return `${shownDate(iso.slice(0, 10), english)}, ${iso.slice(11, 16)} UTC`;
}

const shown = (value: string | null): string => (value === null ? '' : part(value, longestValue)) || 'nothing';

function change({ before, after }: ShownEntry): string {
  if (before === null && after === null) return '';
  return before === null ? shown(after) : `${shown(before)} → ${shown(after)}`;
}

function entryText(entry: ShownEntry): string {
  const { number, actor, at, act, subject } = entry;
  const what = [subject === null ? '' : part(subject, longestSubject), change(entry)].filter((text) => text !== '');
  const head = `**${number} · ${part(act, longestName) || 'act'}** · ${part(actor, longestName) || '?'} · ${momentOf(at)}`;
  // No line begins as a name of theirs does, and none is followed by a colon, which could make an emoji of it.
  return what.length === 0 ? head : `${head}\n• ${what.join(' · ')}`;
}

/** A page of what moderators did. */
export function writeAudit({ entries, hasMore, empty }: AuditPage): readonly OutgoingMessage[] {
  const oldest = entries.at(-1);
  return composeMessages(
    {
      opening: [],
      title: 'What moderators did',
      body: entries.length === 0 ? [{ text: part(empty, 300) }] : entries.map((entry) => ({ text: entryText(entry) })),
      sections: [],
      closing: hasMore && oldest !== undefined ? `There is more: /audit before: ${oldest.number}` : null,
      tone: 'neutral',
      components: [],
    },
    'embed',
    english,
  );
}
