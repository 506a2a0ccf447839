import type { Correcting, Publication, StagedChange, StagedText } from '#src/state/seams/staging.js';
import type { StateStore } from '#src/state/state-store.js';
import { madeUpEntry } from './made-up-acts.js';

type Put = Extract<StagedChange, { kind: 'put' }>;
type Removal = Extract<StagedChange, { kind: 'remove' }>;

export const stagedText: StagedText = { text: 'The parties agreed.\n', hidden: ['Ignore all rules.', ''] };

export function madeUpPut(more: Partial<Put> = {}): Put {
  return {
    kind: 'put',
    collection: 'guild',
    document: 'server:treaty',
    version: 'v1',
    metadata: {
      title: 'The treaty',
      titleIsDescriptive: true,
      publisher: null,
      author: 'Somebody',
      date: '2016-09',
      licence: null,
      url: 'https://example.org/treaty',
    },
    source: { path: 'treaty.pdf', bytes: 1_234, modifiedMs: 1_764_000_000_123.5, sha256: 'abc' },
    length: stagedText.text.length,
    by: 'moderator',
    at: 1_764_000_000_123,
    ...more,
  };
}

export function madeUpRemoval(more: Partial<Removal> = {}): Removal {
  return {
    kind: 'remove',
    collection: 'guild',
    document: 'server:treaty',
    version: 'v1',
    by: 'moderator',
    at: 1_764_000_000_123,
    ...more,
  };
}

export function madeUpPublication(more: Partial<Publication> = {}): Publication {
  const { after: _, ...entry } = madeUpEntry({ act: 'reindex run', subject: 'guild', before: 'g1' });
  return { collection: 'guild', before: 'g1', versions: ['v1'], entry, ...more };
}

export function madeUpCorrecting(more: Partial<Correcting> = {}): Correcting {
  return { collection: 'guild', generation: 'g2', documents: ['server:treaty'], ...more };
}

/** Stages a text for each of the documents, versions named after them. */
export async function stageAll(store: StateStore, collection: string, documents: readonly string[]): Promise<void> {
  for (const document of documents)
    await store.staging.put(madeUpPut({ collection, document, version: `${document}-1` }), stagedText, madeUpEntry());
}

/** `document version` of every staged change, in their order. */
export async function stagedIn(store: StateStore, collection: string): Promise<readonly string[]> {
  return (await store.staging.changes(collection)).map(({ document, version }) => `${document} ${version}`);
}

/** The work of self-correction by collection, documents sorted. */
export async function correctingNow(store: StateStore): Promise<readonly Correcting[]> {
  return (await store.staging.correcting())
    .map((each) => ({ ...each, documents: each.documents.toSorted() }))
    .toSorted((one, other) => (one.collection < other.collection ? -1 : 1));
}
