import { CorpusError } from '../errors.js';
import { decodeText } from './decode-text.js';
import type { HtmlText } from './html-text.js';
import { markupFault } from './markup-bounds.js';

/**
 * What a reader sees of an html page.
 *
 * @param path Names the file in errors.
 * @throws CorpusError when it is not UTF-8 or is built in a way that would take too long to read.
 */
export async function readHtml(bytes: Uint8Array, path: string): Promise<HtmlText> {
  const declared = /<meta[^>]{0,200}charset\s*=\s*["']?([\w-]{1,40})/iu.exec(
    Buffer.from(bytes.subarray(0, 4_096)).toString('latin1'),
  );
  const html = decodeText(bytes, path, declared?.[1]);
  const fault = markupFault(html);
  if (fault !== null) throw new CorpusError(path, fault, 'Save its text as a .txt file instead.');
  // Loaded with the first page only: a corpus of text files never pays for an html parser.
  const { htmlText } = await import('./html-text.js');
  try {
    return htmlText(html);
  } catch (error) {
    throw new CorpusError(path, 'this page cannot be taken apart.', 'Save its text as a .txt file instead.', {
      cause: error,
    });
  }
}
