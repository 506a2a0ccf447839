import { CorpusError } from '../errors.js';
import { openZipArchive } from './zip-archive.js';

/** What a file is by what it holds: one that Parley reads, or another one, by the name people call it by. */
export type ContentKind =
  | { readonly kind: 'pdf' | 'docx' | 'text' }
  | { readonly kind: 'locked'; readonly what: string }
  | { readonly kind: 'other'; readonly what: string };

const signatures: readonly (readonly [at: number, bytes: string, what: string])[] = [
  [0, '\x89PNG\r\n', 'a PNG picture'],
  [0, '\xff\xd8\xff', 'a JPEG picture'],
  [0, 'GIF8', 'a GIF picture'],
  [8, 'WEBP', 'a WebP picture'],
  [0, 'II*\0', 'a TIFF picture'],
  [0, 'MM\0*', 'a TIFF picture'],
  [0, '8BPS', 'a Photoshop picture'],
  [4, 'ftypheic', 'a HEIC picture'],
  [4, 'ftypavif', 'an AVIF picture'],
  [4, 'ftyp', 'a video or sound file (MP4)'],
  [0, '\x1aE\xdf\xa3', 'a video (WebM or Matroska)'],
  [8, 'AVI ', 'a video (AVI)'],
  [8, 'WAVE', 'a sound file (WAV)'],
  [0, 'ID3', 'a sound file (MP3)'],
  [0, 'OggS', 'a sound file (Ogg)'],
  [0, 'fLaC', 'a sound file (FLAC)'],
  [0, '\x1f\x8b', 'a gzip archive'],
  [0, 'BZh', 'a bzip2 archive'],
  [0, '\xfd7zXZ', 'an xz archive'],
  [0, '7z\xbc\xaf', 'a 7-Zip archive'],
  [0, 'Rar!', 'a RAR archive'],
  [257, 'ustar', 'a tar archive'],
  [0, '\x7fELF', 'a program'],
  [0, 'MZ\x90', 'a Windows program'],
  [0, 'SQLite format 3', 'an SQLite database'],
  [0, '{\\rtf', 'a Rich Text (.rtf) file'],
  [0, '%!PS', 'a PostScript file'],
  [0, 'wOF', 'a font'],
  [0, '\0\x01\0\0\0', 'a font'],
];

/** What the parts of a zip file make it, the first that is there. */
const packages: readonly (readonly [part: RegExp, what: string])[] = [
  [/^xl\//u, 'an Excel file'],
  [/^ppt\//u, 'a PowerPoint file'],
  [/^META-INF\/container\.xml$/u, 'an EPUB book'],
  [/^content\.xml$/u, 'an OpenDocument file (.odt, .ods or .odp)'],
  [/^Index\/|\.iwa$/u, 'an Apple Pages, Numbers or Keynote file'],
  [/^META-INF\/MANIFEST\.MF$/u, 'a Java archive'],
];

/** What the streams of an old Office file make it. Their names are UTF-16. */
const compounds: readonly (readonly [stream: string, kind: 'locked' | 'other', what: string])[] = [
  ['EncryptedPackage', 'locked', 'an Office file with a password'],
  ['WordDocument', 'other', 'an old .doc file'],
  ['Workbook', 'other', 'an old Excel (.xls) file'],
  ['PowerPoint Document', 'other', 'an old PowerPoint (.ppt) file'],
  ['__properties_version1.0', 'other', 'an Outlook message'],
];

function startsAt(bytes: Uint8Array, at: number, written: string): boolean {
  for (let index = 0; index < written.length; index++) {
    if (bytes[at + index] !== written.charCodeAt(index)) return false;
  }
  return true;
}

/** A PDF may begin with some bytes of its mailer's; a text that mentions the mark has no end of a PDF. */
function isPdf(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1_024)).indexOf('%PDF-');
  if (head <= 0) return head === 0;
  const tail = bytes.subarray(-2_048);
  return Buffer.from(tail.buffer, tail.byteOffset, tail.length).includes('%%EOF');
}

function zipKind(bytes: Uint8Array, name: string): ContentKind {
  const { names } = openZipArchive(bytes, name, 0);
  if (names.some((part) => /(?:^|\/)vbaProject\.bin$/iu.test(part))) {
    return { kind: 'other', what: 'an Office file with macros, which are programs' };
  }
  if (names.some((part) => /^word\/document\d*\.xml$/u.test(part))) return { kind: 'docx' };
  const what = packages.find(([part]) => names.some((found) => part.test(found)))?.[1];
  return { kind: 'other', what: what ?? 'a zip archive' };
}

/**
 * What a file is, told from its bytes; its name is not asked.
 *
 * @param name Names the file in errors.
 * @throws CorpusError for a zip file that is damaged.
 */
export function contentKind(bytes: Uint8Array, name: string): ContentKind {
  if (isPdf(bytes)) return { kind: 'pdf' };
  if (startsAt(bytes, 0, 'PK\x03\x04') || startsAt(bytes, 0, 'PK\x05\x06')) return zipKind(bytes, name);
  if (startsAt(bytes, 0, '\xd0\xcf\x11\xe0')) {
    const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    const found = compounds.find(([stream]) => whole.includes(Buffer.from(stream, 'utf16le')));
    return { kind: found?.[1] ?? 'other', what: found?.[2] ?? 'an old Office file' };
  }
  const other = signatures.find(([at, written]) => startsAt(bytes, at, written));
  return other === undefined ? { kind: 'text' } : { kind: 'other', what: other[2] };
}

/** Why a file of that kind is not read. */
export function refusalOf(found: Exclude<ContentKind, { kind: 'pdf' | 'docx' | 'text' }>, name: string): CorpusError {
  return found.kind === 'locked'
    ? new CorpusError(name, `is ${found.what}.`, 'Save a copy without one.')
    : new CorpusError(
        name,
        `is ${found.what}.`,
        'Parley reads .txt, .md, .html, .pdf and .docx: save its text as one of them.',
      );
}
