import { setImmediate as nextTurn } from 'node:timers/promises';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { collectionOfGuild } from '../../collections.js';
import type { PersonalData } from '../../state/seams/personal.js';
import type { ShownRecord } from '../../state/seams/records.js';
import type { Publication, StagedChange } from '../../state/seams/staging.js';
import type { KeptDays } from '../kept-days.js';
import type { OutgoingMessage } from '../writing/outgoing-message.js';

type AttachedFile = NonNullable<OutgoingMessage['files']>[number];

export interface PersonalFileFacts {
  readonly member: string;
  /** Where it was asked for; `null` in a direct message. */
  readonly here: string | null;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly days: KeptDays;
  /** Most bytes that Discord takes. */
  readonly largest: number;
  /** What the file says of itself, for whoever reads it. */
  readonly about: string;
}

const name = 'parley-personal-data.json';

/**
 * A record as it may leave its server: what somebody asked is theirs wherever they are, what they were shown is from
 * documents that other servers must not see.
 */
function personalRecord({ id, result, guild, channel, asker, isPrivate, shownAt }: ShownRecord, here: string | null) {
  const facts = { id, guild, channel, asker, isPrivate, shownAt };
  if (guild === here || guild === null) return { ...facts, result };
  // What was to be summarised is named as the documents name it.
  const { kind, question } = result;
  return { ...facts, result: kind === 'summary' ? { kind } : { kind, question } };
}

/** A moderator's act as it may leave its server: what it was about names the server's documents. */
function personalAct(act: PersonalData['acts'][number], here: string | null) {
  return act.guild === here ? act : { ...act, subject: null, before: null, after: null };
}

function personalChange(change: StagedChange, here: string | null) {
  if (here !== null && change.collection === collectionOfGuild(here)) return change;
  const { kind, collection, version, by, at } = change;
  return { kind, collection, version, by, at };
}

function personalPublication(publication: Publication, here: string | null) {
  const { entry } = publication;
  if (entry.guild === here) return publication;
  return { ...publication, before: null, entry: { ...entry, subject: null, before: null } };
}

/** Entries that are written between two turns of the event loop. */
const writtenAtOnce = 100;

/** As `JSON.stringify(list, null, 2)` has it one level down. */
async function writeList(list: readonly unknown[]): Promise<string> {
  const written: string[] = [];
  for (const entry of list) {
    written.push(`\n    ${JSON.stringify(entry, null, 2).replaceAll('\n', '\n    ')}`);
    if (written.length % writtenAtOnce === 0) await nextTurn();
  }
  return written.length === 0 ? '[]' : `[${written.join()}\n  ]`;
}

/** As `JSON.stringify(whole, null, 2)` has it, without holding the event loop for long lists. */
async function writeWhole(whole: Readonly<Record<string, unknown>>): Promise<string> {
  const written: string[] = [];
  for (const [key, value] of Object.entries(whole)) {
    const text = Array.isArray(value)
      ? await writeList(value)
      : JSON.stringify(value, null, 2).replaceAll('\n', '\n  ');
    written.push(`\n  ${JSON.stringify(key)}: ${text}`);
  }
  return `{${written.join()}\n}\n`;
}

/** All that is kept about one person as a file to read and to keep; packed where it is large, `null` when it is too large. */
export async function personalFile(
  data: PersonalData,
  { member, here, now, days, largest, about }: PersonalFileFacts,
): Promise<AttachedFile | null> {
  const whole = {
    about,
    member,
    exportedAt: new Date(now).toISOString(),
    keptForDays: days,
    ...data,
    records: data.records.map((record) => personalRecord(record, here)),
    acts: data.acts.map((act) => personalAct(act, here)),
    staged: data.staged.map((change) => personalChange(change, here)),
    publications: data.publications.map((publication) => personalPublication(publication, here)),
  };
  const readable = Buffer.from(await writeWhole(whole));
  if (readable.byteLength <= largest) return { name, attachment: readable };
  const packed = await promisify(gzip)(readable);
  return packed.byteLength <= largest ? { name: `${name}.gz`, attachment: packed } : null;
}
