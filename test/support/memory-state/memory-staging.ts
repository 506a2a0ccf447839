import type { Correcting, StagedChange, StagedText, StagingStore } from '#src/state/seams/staging.js';
import { noteEntry } from './memory-audit.js';
import type { MemoryTables, Plain } from './memory-tables.js';

function stage(tables: MemoryTables, change: StagedChange, staged: StagedText | null): void {
  const { collection, document } = change;
  const others = tables.changes.filter((each) => !isOf(each.change, collection, document));
  tables.changes = [...others, { change, staged }];
}

function isOf(change: StagedChange, collection: string, document: string): boolean {
  return change.collection === collection && change.document === document;
}

/** Equal, in whatever order the documents are. */
function isUnchanged(one: Correcting, other: Correcting): boolean {
  const sorted = [one, other].map(({ generation, documents }) => [generation, ...documents.toSorted()]);
  return JSON.stringify(sorted[0]) === JSON.stringify(sorted[1]);
}

function addCorrecting(tables: MemoryTables, correcting: Correcting): void {
  const waiting = tables.correcting.find((each) => each.collection === correcting.collection);
  const documents = [...new Set([...(waiting?.documents ?? []), ...correcting.documents])];
  tables.correcting = [...tables.correcting.filter((each) => each !== waiting), { ...correcting, documents }];
}

export function memoryStaging(tables: MemoryTables): Plain<StagingStore> {
  const callOff = (collection: string): void => {
    tables.begun = tables.begun.filter((publication) => publication.collection !== collection);
  };

  return {
    put(change, staged, audited) {
      stage(tables, change, staged);
      noteEntry(tables, audited);
    },
    remove(change, audited) {
      stage(tables, change, null);
      noteEntry(tables, audited);
    },
    discard(collection, document, audited) {
      const taken = tables.begun.flatMap((begun) => (begun.collection === collection ? begun.versions : []));
      const isTaken = ({ version }: StagedChange): boolean => taken.includes(version);
      if (tables.changes.some(({ change }) => isOf(change, collection, document) && isTaken(change)))
        return 'publishing';
      const others = tables.changes.filter(({ change }) => !isOf(change, collection, document));
      if (others.length === tables.changes.length) return false;
      tables.changes = others;
      noteEntry(tables, audited);
      return true;
    },
    changes: (collection) =>
      tables.changes.map(({ change }) => change).filter((change) => change.collection === collection),
    text: (collection, document, version) =>
      tables.changes.find(({ change }) => isOf(change, collection, document) && change.version === version)?.staged ??
      null,
    begin(publication) {
      callOff(publication.collection);
      tables.begun = [...tables.begun, publication];
    },
    begun: () => tables.begun,
    finish({ collection, versions, entry }, after, correcting) {
      callOff(collection);
      tables.changes = tables.changes.filter(
        ({ change }) => change.collection !== collection || !versions.includes(change.version),
      );
      noteEntry(tables, { ...entry, after });
      if (correcting !== null) addCorrecting(tables, correcting);
    },
    callOff,
    noteSwap(correcting, audited) {
      for (const entry of audited) noteEntry(tables, entry);
      addCorrecting(tables, correcting);
    },
    correcting: () => tables.correcting,
    corrected(done) {
      tables.correcting = tables.correcting.filter(
        (each) => each.collection !== done.collection || !isUnchanged(each, done),
      );
    },
  };
}
