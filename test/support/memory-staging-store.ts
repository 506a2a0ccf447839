import type { Audited } from '#src/state/seams/audit.js';
import type { Correcting, Publication, StagedChange, StagedText, StagingStore } from '#src/state/seams/staging.js';

interface Kept {
  readonly change: StagedChange;
  readonly staged: StagedText | null;
}

/** What a staging store holds, for tests to look at. */
export interface StagingContents {
  kept: readonly Kept[];
  begun: readonly Publication[];
  correcting: readonly Correcting[];
  /** The audit log, oldest first. */
  entries: readonly Audited[];
}

export type MemoryStagingStore = StagingStore & {
  readonly contents: StagingContents;
  /** Ids of documents whose text was asked for. */
  readonly textsRead: string[];
};

function isOf(collection: string, document: string): (kept: Kept) => boolean {
  return ({ change }) => change.collection === collection && change.document === document;
}

/** What is staged, in lists. `contents` may be shared with a later store: it is then what a restart finds. */
export function createMemoryStagingStore(
  contents: StagingContents = { kept: [], begun: [], correcting: [], entries: [] },
): MemoryStagingStore {
  const textsRead: string[] = [];
  function stage(change: StagedChange, staged: StagedText | null, audited: Audited): void {
    const isSame = isOf(change.collection, change.document);
    contents.kept = [...contents.kept.filter((kept) => !isSame(kept)), { change, staged }];
    contents.entries = [...contents.entries, audited];
  }

  return {
    contents,
    textsRead,
    async put(change, staged, audited) {
      stage(change, staged, audited);
    },
    async remove(change, audited) {
      stage(change, null, audited);
    },
    async discard(collection, document, audited) {
      const taken = contents.begun.filter((one) => one.collection === collection).flatMap(({ versions }) => versions);
      const kept = contents.kept.find(isOf(collection, document));
      if (kept !== undefined && taken.includes(kept.change.version)) return 'publishing';
      const left = contents.kept.filter((each) => !isOf(collection, document)(each));
      if (left.length === contents.kept.length) return false;
      contents.kept = left;
      contents.entries = [...contents.entries, audited];
      return true;
    },
    changes: async (collection) =>
      contents.kept.map(({ change }) => change).filter((change) => change.collection === collection),
    async text(collection, document, version) {
      textsRead.push(document);
      const found = contents.kept.find(isOf(collection, document));
      return found?.change.version === version ? found.staged : null;
    },
    async begin(publication) {
      const others = contents.begun.filter(({ collection }) => collection !== publication.collection);
      contents.begun = [...others, publication];
    },
    begun: async () => contents.begun,
    async finish({ collection, versions, entry }, after, correcting) {
      contents.begun = contents.begun.filter((one) => one.collection !== collection);
      contents.kept = contents.kept.filter(
        ({ change }) => change.collection !== collection || !versions.includes(change.version),
      );
      contents.entries = [...contents.entries, { ...entry, after }];
      if (correcting === null) return;
      const waiting = contents.correcting.find((one) => one.collection === correcting.collection);
      const documents = [...new Set([...(waiting?.documents ?? []), ...correcting.documents])];
      contents.correcting = [...contents.correcting.filter((one) => one !== waiting), { ...correcting, documents }];
    },
    async callOff(collection) {
      contents.begun = contents.begun.filter((one) => one.collection !== collection);
    },
    async noteSwap(correcting, audited) {
      contents.entries = [...contents.entries, ...audited];
      contents.correcting = [...contents.correcting, correcting];
    },
    correcting: async () => contents.correcting,
    async corrected(done) {
      contents.correcting = contents.correcting.filter((one) => one !== done);
    },
  };
}
