import { CorpusError } from '../errors.js';

/** Share of control characters from which a file is data and not text; prose has none, terminal logs about 1 in 50. */
const controlShare = 0.1;
const sampleUnits = 65_536;
const isControl = /[^\P{Cc}\s\u0085]/gu;

/** First what everybody can do, whoever sent the file; then the command for whoever has many of them. */
function saveAsUtf8(path: string, encoding: string, note = ''): string {
  const quoted = `'${path.replaceAll("'", "'\\''")}'`;
  return `Save it as UTF-8 in a text editor, or convert it (iconv -f ${encoding} -t UTF-8 ${quoted} > converted.txt${note}).`;
}

/** UTF-16 and UTF-32 by their byte order mark, or by the zeros that Latin text has in every second byte. */
function wideEncoding(bytes: Uint8Array): string | undefined {
  const [first, second, third, fourth] = bytes;
  if (first === 0xff && second === 0xfe) return third === 0 && fourth === 0 ? 'UTF-32LE' : 'UTF-16LE';
  if (first === 0xfe && second === 0xff) return 'UTF-16BE';
  if (first === 0 && second === 0 && third === 0xfe && fourth === 0xff) return 'UTF-32BE';
  const sample = bytes.subarray(0, 4_096);
  let even = 0;
  let odd = 0;
  for (const [index, byte] of sample.entries()) {
    if (byte !== 0) continue;
    if (index % 2 === 0) even += 1;
    else odd += 1;
  }
  const enough = sample.length * 0.2;
  if (odd > enough && even < odd / 8) return 'UTF-16LE';
  if (even > enough && odd < even / 8) return 'UTF-16BE';
  return undefined;
}

/** Where the first byte stands that cannot belong to UTF-8, from 0, and on which line, from 1. */
function firstFault(bytes: Uint8Array): { byte: number; line: number } {
  const replaced = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  let byte = 0;
  let line = 1;
  let index = 0;
  for (let at = replaced.indexOf('\u{FFFD}'); at !== -1; at = replaced.indexOf('\u{FFFD}', index)) {
    const before = replaced.slice(index, at);
    byte += Buffer.byteLength(before);
    line += before.split('\n').length - 1;
    // The replacement character may stand in the file itself, spelled out.
    if (bytes[byte] !== 0xef || bytes[byte + 1] !== 0xbf || bytes[byte + 2] !== 0xbd) return { byte, line };
    byte += 3;
    index = at + 1;
  }
  return { byte, line };
}

/**
 * The text in a file's bytes: strict UTF-8, without a byte order mark, every line break `\n`.
 *
 * @param path Names the file in errors.
 * @param declaredEncoding What the file says of itself (an html page's charset), used in the remedy only.
 * @throws CorpusError for another encoding and for what isn't text, with the place and the command that mends it.
 */
export function decodeText(bytes: Uint8Array, path: string, declaredEncoding?: string): string {
  const wide = wideEncoding(bytes);
  if (wide !== undefined) {
    throw new CorpusError(path, `is ${wide}; Parley reads UTF-8.`, saveAsUtf8(path, wide));
  }
  const zero = bytes.indexOf(0);
  if (zero !== -1) {
    throw new CorpusError(path, `is not text: it has a NUL at byte ${zero}.`, 'Export it as text, or leave it out.');
  }
  let decoded: string;
  try {
    decoded = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    const { byte, line } = firstFault(bytes);
    const declared = declaredEncoding !== undefined && !/^utf-?8$/iu.test(declaredEncoding);
    const remedy = declared
      ? `The page calls itself ${declaredEncoding}. ${saveAsUtf8(path, declaredEncoding)}`
      : saveAsUtf8(path, 'WINDOWS-1252', ' for a Western European text; otherwise its own encoding after -f');
    throw new CorpusError(path, `is not UTF-8: byte ${byte}, on line ${line}, fits no character.`, remedy, {
      cause: error,
    });
  }
  const sample = decoded.slice(0, sampleUnits);
  if ((sample.match(isControl)?.length ?? 0) > sample.length * controlShare) {
    throw new CorpusError(
      path,
      'is not text: too many of its characters are control characters.',
      'Export it as text, or leave it out.',
    );
  }
  return decoded.includes('\r') ? decoded.replaceAll(/\r\n?/gu, '\n') : decoded;
}
