import { CorpusError } from '../errors.js';
import type { DocumentMetadata } from '../types.js';
import type { FileReading } from './file-reading.js';
import { frontMatter } from './front-matter.js';
import { completeMetadata, type StatedMetadata } from './metadata.js';
import { ownMetadata } from './own-metadata.js';
import { markdownTitle, shownTitle } from './titles.js';

/** What a document consists of besides its place. */
export interface DocumentContent {
  readonly metadata: DocumentMetadata;
  readonly text: string;
}

/** A file's name without folders, ending and what nobody sees: `../a/Accord\u202E.pdf` is `Accord`. */
export function bareName(name: string): string {
  const last = name.replace(/^.*[/\\]/su, '').replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]+/gu, ' ');
  return shownTitle(last.replace(/\.[^.]+$/u, '')) ?? 'Untitled';
}

function found({ format, says, ...reading }: FileReading, body: string): ReturnType<typeof ownMetadata> {
  switch (format) {
    case 'pdf':
    case 'docx':
      return ownMetadata({ format, says, ...reading });
    case 'html':
      return { title: says.title, description: null, author: null };
    case 'markdown':
      return { title: markdownTitle(body), description: null, author: null };
    case 'plain':
      return { title: null, description: null, author: null };
  }
}

/**
 * What was read from a file and what somebody said of it, made one: `said` goes before the file's own, key by key, and
 * the file's own before its name. What neither states is `null`, or as it was in `before`, the document's earlier version;
 * of its date a new text says nothing, so that is not kept.
 *
 * @param name The file's, as errors are to show it.
 * @throws CorpusError when nothing but front matter is in it, or that is wrong
 */
export function completeReading(
  reading: FileReading,
  {
    name,
    said,
    before,
  }: { readonly name: string; readonly said: StatedMetadata; readonly before: DocumentMetadata | null },
): DocumentContent {
  const { stated, body } =
    reading.format === 'markdown' ? frontMatter(reading.text, name) : { stated: {}, body: reading.text };
  if (body.trim() === '') {
    const what = reading.format === 'html' ? 'has no text that a reader would see.' : 'is empty.';
    throw new CorpusError(name, what, 'Put text in it, or leave it out.');
  }
  const { title, description, author } = found(reading, body);
  const own = { ...(author === null ? {} : { author }), ...stated, ...said };
  const whole = completeMetadata(own, shownTitle(title), shownTitle(description) ?? bareName(name));
  if (before === null) return { metadata: whole, text: body };
  const keepsTitle = whole.titleIsDescriptive && own.title === undefined;
  const { title: earlier, titleIsDescriptive } = keepsTitle ? before : whole;
  return {
    metadata: {
      ...whole,
      title: earlier,
      titleIsDescriptive,
      publisher: whole.publisher ?? before.publisher,
      author: whole.author ?? before.author,
      licence: whole.licence ?? before.licence,
      url: whole.url ?? before.url,
    },
    text: body,
  };
}
