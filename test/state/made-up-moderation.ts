import type { AuditEntry } from '#src/state/seams/audit.js';
import type { Publication, StagedChange } from '#src/state/seams/staging.js';

export const madeUpCollection = 'guild-guild';

/** What one moderator of one server did. */
export function madeUpEntry(act: string, more: Partial<AuditEntry> = {}): AuditEntry {
  return { guild: 'guild', actor: 'moderator', at: 1, act, subject: null, before: null, after: null, ...more };
}

/** A document that is put, of version `DOCUMENT 1`. */
export function madeUpPut(
  document: string,
  more: { readonly collection?: string; readonly version?: string } = {},
): Extract<StagedChange, { kind: 'put' }> {
  return {
    kind: 'put',
    collection: madeUpCollection,
    document,
    version: `${document} 1`,
    metadata: {
      title: 'A document',
      titleIsDescriptive: false,
      publisher: null,
      author: null,
      date: '2016-09',
      licence: null,
      url: null,
    },
    source: { path: `${document}.txt`, bytes: 1, modifiedMs: 1_764_000_000_123, sha256: 'ab' },
    length: 1,
    by: 'moderator',
    at: 1,
    ...more,
  };
}

export function madeUpRemoval(
  document: string,
  more: { readonly collection?: string; readonly version?: string } = {},
): Extract<StagedChange, { kind: 'remove' }> {
  const version = `${document} 1`;
  return { kind: 'remove', collection: madeUpCollection, document, version, by: 'moderator', at: 1, ...more };
}

export function madeUpPublication(versions: readonly string[], more: Partial<Publication> = {}): Publication {
  const { after: _, ...entry } = madeUpEntry('reindex run', { before: 'g1' });
  return { collection: madeUpCollection, before: 'g1', versions, entry, ...more };
}
