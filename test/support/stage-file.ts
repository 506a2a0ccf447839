import { randomUUID } from 'node:crypto';
import { type CollectionName, guildOfCollection } from '#src/collections.js';
import { documentOf, newDocumentId, readSentFile } from '#src/stage-document.js';
import type { StagedChange, StagingStore } from '#src/state/seams/staging.js';

/** A text file that a moderator sends. */
export interface SentText {
  readonly collection: CollectionName;
  readonly by: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Of the file. */
  readonly name: string;
  readonly title: string;
  readonly text: string;
  /** The document that it takes the place of; `null` for a new one. */
  readonly replaced: string | null;
  /** Ids that documents of this server have. */
  readonly taken: ReadonlySet<string>;
  /** Called when the file was read, and before anything is written. */
  readonly onRead?: () => void;
}

const limits = { maxBytes: 2 ** 20, maxPages: 10, readMs: 60_000 };

/** Reads and stages a file as `/corpus add` and `/corpus replace` do, without Discord; gives what was staged. */
export async function stageFile(
  staging: Pick<StagingStore, 'put'>,
  { collection, by, at, name, title, text, replaced, taken, onRead }: SentText,
): Promise<StagedChange> {
  const said = { title, publisher: null, date: null, url: null };
  const sent = { bytes: Buffer.from(text, 'utf8'), name, said, before: null };
  const file = await readSentFile(sent, { ...limits, now: at });
  onRead?.();
  const document = documentOf(file, replaced ?? newDocumentId(file, taken), at);
  const { id, metadata, source } = document;
  const length = document.text.length;
  const change = {
    kind: 'put',
    collection,
    document: id,
    version: randomUUID(),
    metadata,
    source,
    length,
    by,
    at,
  } as const;
  const act = replaced === null ? 'corpus add' : 'corpus replace';
  const entry = { guild: guildOfCollection(collection) ?? '0', actor: by, at, act, subject: id, before: null };
  await staging.put(change, { text: document.text, hidden: file.hidden }, { ...entry, after: title });
  return change;
}
