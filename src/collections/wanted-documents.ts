import { setImmediate as nextTurn } from 'node:timers/promises';
import { GenerationError } from '../errors.js';
import { isSameDocument } from '../ingesting/change.js';
import type { GivenDocument } from '../ingesting/source.js';
import type { StagedChange, StagingStore } from '../state/seams/staging.js';
import type { IndexedDocument } from '../types.js';

/** What a server's collection is to be made of at its next re-index. */
export interface WantedDocuments {
  readonly documents: readonly GivenDocument[];
  /** Versions of the staged changes that went into it. */
  readonly versions: readonly string[];
}

type Put = Extract<StagedChange, { kind: 'put' }>;

const attempts = 5;

/** A staged document with its text, unless the live one is the same; `null` when the change is there no more. */
async function givenBy(
  change: Put,
  live: IndexedDocument | undefined,
  staging: Pick<StagingStore, 'text'>,
): Promise<GivenDocument | null> {
  const { collection, document: id, version, metadata, source } = change;
  const facts = { id, metadata, source };
  if (live !== undefined && isSameDocument(live, facts)) return asLive(live);
  const read = await staging.text(collection, id, version);
  // Twenty million characters may be staged, and a database in this process gives each text without a turn of the event loop.
  await nextTurn();
  return read === null ? null : { ...facts, read };
}

function asLive({ id, metadata, source }: IndexedDocument): GivenDocument {
  return { id, metadata, source, read: null };
}

async function overlay(
  live: readonly IndexedDocument[],
  changes: readonly StagedChange[],
  staging: Pick<StagingStore, 'text'>,
): Promise<readonly GivenDocument[] | null> {
  const known = new Map(live.map((document) => [document.id, document]));
  const wanted = new Map(live.map((document) => [document.id, asLive(document)]));
  for (const change of changes) {
    if (change.kind === 'remove') {
      wanted.delete(change.document);
    } else {
      const given = await givenBy(change, known.get(change.document), staging);
      if (given === null) return null;
      wanted.set(change.document, given);
    }
  }
  return [...wanted.values()];
}

/**
 * The documents of the live generation, overlaid with what is staged. Texts are only taken from the state for documents
 * that the live generation lacks: what this costs grows with the change.
 */
export async function wantedDocuments(
  collection: string,
  live: readonly IndexedDocument[],
  staging: Pick<StagingStore, 'changes' | 'text'>,
): Promise<WantedDocuments> {
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const changes = await staging.changes(collection);
    const documents = await overlay(live, changes, staging);
    // Somebody staged another version while the texts were fetched.
    if (documents !== null) return { documents, versions: changes.map(({ version }) => version) };
  }
  throw new GenerationError(
    'The staged documents are being changed faster than they can be read.',
    'Try again when nobody adds or removes documents.',
  );
}
