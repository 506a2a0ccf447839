import { serverPrefix } from '../corpus/document-id.js';
import { type CorpusFile, listCorpusFiles } from '../corpus/list-corpus-files.js';
import { type InspectedDocument, inspectDocument } from '../corpus/read-document.js';
import { CorpusError, GenerationError } from '../errors.js';
import type { Document, IndexedDocument } from '../types.js';

/** A document that a source has, before it is read. */
export interface SourceDocument {
  /** Finds it among the documents of the live generation. */
  readonly key: string;
  /** Whether the live generation, made at `madeAt` (milliseconds since 1970), has it as it is. */
  isUntouched(indexed: IndexedDocument, madeAt: number): boolean;
  /** @throws CorpusError when it cannot become a document */
  read(): Promise<InspectedDocument>;
}

/** Where the documents of a collection come from. */
export interface DocumentSource {
  /** @throws CorpusError when nobody can say which documents there are */
  list(): Promise<readonly SourceDocument[]>;
  keyOf(document: Pick<IndexedDocument, 'id' | 'source'>): string;
  /** Thrown when no document can be searched; `null` where that may be so. */
  refuseNothing(skipped: readonly string[]): CorpusError | null;
}

/**
 * A file whose time is this near to the moment when the live generation was made may have been written again within the
 * same tick of the file system's clock; it is read again. Two seconds is the coarsest clock in use (FAT).
 */
const clockTickMs = 2000;

function isUntouchedFile(file: CorpusFile, { id, source }: IndexedDocument, madeAt: number): boolean {
  return (
    source.bytes === file.bytes &&
    source.modifiedMs === file.modifiedMs &&
    madeAt - file.modifiedMs > clockTickMs &&
    // An earlier Parley took such a file; it is to be refused now.
    !id.startsWith(serverPrefix)
  );
}

/** The files of a corpus folder. Size and time say whether one was touched. */
function folderSource(folder: string): DocumentSource {
  return {
    async list() {
      return (await listCorpusFiles(folder)).map((file) => ({
        key: file.path,
        isUntouched: (indexed, madeAt) => isUntouchedFile(file, indexed, madeAt),
        read: () => inspectDocument(file),
      }));
    },
    keyOf: ({ source }) => source.path,
    refuseNothing(skipped) {
      const remedy =
        skipped.length === 0
          ? 'Put a .txt, .md, .html, .pdf or .docx file there, then run `npx parley index`.'
          : 'Mend the files named above, then run `npx parley index`.';
      return new CorpusError(folder, 'there is no document that can be searched.', remedy);
    },
  };
}

/** A document that somebody gave. Its text is only needed where the live generation does not have it. */
export interface GivenDocument extends Omit<Document, 'text'> {
  /** `null` when it is as in the live generation. */
  readonly read: { readonly text: string; readonly hidden: readonly string[] } | null;
}

function givenDocument({ read, ...document }: GivenDocument): SourceDocument {
  return {
    key: document.id,
    isUntouched: () => read === null,
    async read() {
      if (read === null) {
        throw new GenerationError(
          `The text of “${document.id}” is not where it was.`,
          'Somebody else published meanwhile: try again.',
        );
      }
      return { document: { ...document, text: read.text }, hidden: read.hidden };
    },
  };
}

/** Documents that somebody gave, none of which may be a file's. */
function givenSource(documents: readonly GivenDocument[]): DocumentSource {
  return {
    async list() {
      const taken = new Set<string>();
      for (const { id } of documents) {
        if (taken.has(id) || !id.startsWith(serverPrefix)) {
          const remedy = `Give each document an id of its own, such as ${serverPrefix}name.`;
          throw new CorpusError(id, 'cannot be the id of a document of a server.', remedy);
        }
        taken.add(id);
      }
      return documents.map(givenDocument);
    },
    keyOf: ({ id }) => id,
    refuseNothing: () => null,
  };
}

/** A source as it can be sent to another thread. */
export type SourceOrder =
  | { readonly kind: 'folder'; readonly folder: string }
  | { readonly kind: 'given'; readonly documents: readonly GivenDocument[] };

export function openSource(order: SourceOrder): DocumentSource {
  return order.kind === 'folder' ? folderSource(order.folder) : givenSource(order.documents);
}
