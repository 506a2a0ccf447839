import { CorpusError } from '../../errors.js';
import type { FileReading } from '../file-reading.js';
import { hiddenTexts } from '../hidden-texts.js';
import { openZipArchive, type ZipArchive } from '../zip-archive.js';
import { docxBlocks } from './docx-blocks.js';
import { docxStyles } from './docx-styles.js';
import { childOf, settingOf, type XmlElement, xmlTree } from './xml-tree.js';

const mebibyte = 1_048_576;
// The text of a long book makes 20 MiB of XML; a tree takes about ten times as much memory.
const mostUnpackedBytes = 64 * mebibyte;

function partOf(archive: ZipArchive, part: string, name: string): XmlElement | undefined {
  const bytes = archive.read(part);
  if (bytes === undefined) return undefined;
  try {
    // A part is UTF-8 or, as XML allows, UTF-16 with a mark.
    const isWide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
    const encoding = isWide ? (bytes[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8';
    return xmlTree(new TextDecoder(encoding).decode(bytes));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new CorpusError(
      name,
      `is damaged: its part ${part} ${why}.`,
      'Fetch it again, or open it in Word and save it anew.',
      { cause: error },
    );
  }
}

/** The part that is the document: `word/document.xml`, unless the package points elsewhere. */
function mainPart(archive: ZipArchive, name: string): string {
  const relations = partOf(archive, '_rels/.rels', name);
  const relation = relations?.children.find(
    (child) => typeof child !== 'string' && child.attributes.get('Type')?.endsWith('/officeDocument') === true,
  );
  const target = typeof relation === 'object' ? relation.attributes.get('Target')?.replace(/^\//u, '') : undefined;
  return target !== undefined && archive.names.includes(target) ? target : 'word/document.xml';
}

function wordsOf(element: XmlElement | undefined): string | null {
  const words = element?.children.filter((child) => typeof child === 'string').join('') ?? '';
  return words.replaceAll(/\s+/gu, ' ').trim() || null;
}

/**
 * The text of a Word document (.docx) as a reader sees it: headings as `# …`, items of lists as `- …`, rows of tables as
 * `| …`, notes at the end under the marks `[1]`, `[2]`, …. Comments, deleted text and running heads are left out.
 *
 * @param name Names the file in errors.
 * @throws CorpusError when it is damaged, encrypted or too large, or has no text.
 */
export function docxText(bytes: Uint8Array, name: string): FileReading {
  const archive = openZipArchive(bytes, name, mostUnpackedBytes);
  const main = mainPart(archive, name);
  const folder = main.replace(/[^/]*$/u, '');
  const part = (file: string): XmlElement | undefined => partOf(archive, folder + file, name);
  const document = partOf(archive, main, name);
  const body = childOf(document, 'w:body');
  if (body === undefined) {
    throw new CorpusError(name, 'is damaged: it has no body.', 'Open it in Word and save it anew.');
  }
  const { text, hidden } = docxBlocks(body, {
    styles: docxStyles(part('styles.xml')),
    footnotes: part('footnotes.xml'),
    endnotes: part('endnotes.xml'),
    hasGround: !/^(?:auto|ffffff)$/iu.test(settingOf(document, 'w:background', 'w:color') ?? 'auto'),
  });
  if (text.trim() === '') {
    const what =
      hiddenTexts(hidden).length === 0 ? 'has no text.' : 'has no text that a reader would see: all of it is hidden.';
    throw new CorpusError(name, what, 'Put text in it, or leave it out.');
  }
  const core = partOf(archive, 'docProps/core.xml', name);
  return {
    format: 'docx',
    text,
    pages: null,
    hidden: hiddenTexts(hidden),
    says: {
      title: wordsOf(childOf(core, 'dc:title')),
      author: wordsOf(childOf(core, 'dc:creator')),
      created: wordsOf(childOf(core, 'dcterms:created'))?.slice(0, 10) ?? null,
    },
  };
}
