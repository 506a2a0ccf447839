import { performance } from 'node:perf_hooks';
import { deflateSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAttachment } from '#src/corpus/read-attachment.js';
import { readInThread } from '#src/corpus/read-in-thread.js';
import { CorpusError } from '#src/errors.js';
import { madeUpDocx, wordParagraph } from '../support/made-up-docx.js';
import { madeUpPdf, printedLines } from '../support/made-up-pdf.js';
import { madeUpZip } from '../support/made-up-zip.js';
import { reading, refusal } from './reading.js';

const bytesOf = (latin: string): Uint8Array => new Uint8Array(Buffer.from(latin.padEnd(600, '\0'), 'latin1'));
const pdf = madeUpPdf([{ texts: printedLines(['The truce held', 'for one week.'], { x: 72, y: 700 }) }]);
const docx = madeUpDocx(wordParagraph('The truce held for one week.'));

const compound = (stream: string): Uint8Array =>
  new Uint8Array(
    Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(500), Buffer.from(stream, 'utf16le')]),
  );

const outcome = async (bytes: Uint8Array): Promise<'read' | 'refused'> => {
  try {
    const { text } = await reading(bytes, { maxPages: 500 });
    expect(text.trim()).not.toBe('');
    expect(text.isWellFormed()).toBe(true);
    return 'read';
  } catch (error) {
    expect(error).toBeInstanceOf(CorpusError);
    expect((error as CorpusError).message).not.toMatch(/takes longer/u);
    return 'refused';
  }
};

const drawing = (content: string): Uint8Array => madeUpPdf([{ above: content }]);

const bomb = (megabytes: number): string => {
  const packed = deflateSync(Buffer.alloc(megabytes * 1_000_000, ' '));
  return `<< /Length ${packed.length} /Filter /FlateDecode >>\nstream\n${packed.toString('latin1')}\nendstream`;
};

const form = (inside: string): string =>
  `<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /Fm 100 0 R >> >> /Length ${inside.length} >>\nstream\n${inside}\nendstream`;

describe('what a file is', () => {
  it.each([
    ['pdf', pdf],
    ['docx', docx],
    ['html', '<!DOCTYPE html><html><body><p>The truce held.</p></body></html>'],
    ['html', '<!-- saved --><div>The truce held.</div>'],
    ['plain', 'The truce held, and %PDF-1.7 is only written about.'],
    ['plain', 'a < b and <b>bold</b> words'],
  ])('is told by what it holds, not by its name: %s', async (format, file) => {
    expect((await reading(file, { name: 'holiday.png' })).format).toBe(format);
  });

  it('is Markdown when its name says so and it is a text', async () => {
    expect((await reading('# Truce\n\nIt held.', { name: 'a.md' })).format).toBe('markdown');
    expect((await reading(pdf, { name: 'a.md' })).format).toBe('pdf');
  });

  it('is a PDF behind what a mail program put before it', async () => {
    expect((await reading(Buffer.concat([Buffer.from('X-Header: 1\r\n\r\n'), pdf]))).format).toBe('pdf');
  });

  it.each([
    ['a PNG picture', bytesOf('\x89PNG\r\n\x1a\n')],
    ['a JPEG picture', bytesOf('\xff\xd8\xff\xe0')],
    ['a WebP picture', bytesOf('RIFF\0\0\0\0WEBP')],
    ['a HEIC picture', bytesOf('\0\0\0\x18ftypheic')],
    ['a video or sound file (MP4)', bytesOf('\0\0\0\x18ftypisom')],
    ['a sound file (MP3)', bytesOf('ID3\x03')],
    ['a gzip archive', new Uint8Array(gzipSync('truce'))],
    ['a Windows program', bytesOf('MZ\x90\0')],
    ['a Rich Text (.rtf) file', bytesOf('{\\rtf1')],
    ['an Excel file', madeUpZip({ '[Content_Types].xml': '', 'xl/workbook.xml': '' })],
    ['a PowerPoint file', madeUpZip({ 'ppt/presentation.xml': '' })],
    ['an EPUB book', madeUpZip({ mimetype: 'application/epub+zip', 'META-INF/container.xml': '' })],
    ['an OpenDocument file (.odt, .ods or .odp)', madeUpZip({ mimetype: '', 'content.xml': '' })],
    ['a zip archive', madeUpZip({ 'a.txt': 'a' })],
    ['an old .doc file', compound('WordDocument')],
    ['an old Excel (.xls) file', compound('Workbook')],
    ['an Office file with a password', compound('EncryptedPackage')],
  ])('is named when it is not read: %s', async (what, file) => {
    expect((await refusal(file, { name: 'report.pdf' })).message).toBe(`report.pdf: is ${what}.`);
  });

  it('is said to be empty, no text or another encoding, as in the corpus', async () => {
    expect((await refusal('')).message).toMatch(/is empty/u);
    expect((await refusal(' \n ')).message).toMatch(/is empty/u);
    expect((await refusal(new Uint8Array([0xe9, 0x20, 0x61]))).message).toMatch(/not UTF-8/u);
    expect((await refusal('<html><body hidden>Truce</body></html>')).message).toMatch(
      /no text that a reader would see/u,
    );
  });

  it('is named in one line, whatever it is called', async () => {
    const name = `a\n\u202e${'b'.repeat(500)}`;
    expect((await refusal('', { name })).path).toMatch(/^a b{197}…$/u);
  });
});

describe('reading', () => {
  it('leaves the bytes as they are', async () => {
    const before = Buffer.from(pdf);
    await reading(pdf);
    expect(Buffer.from(pdf).equals(before)).toBe(true);
  });

  it('refuses a file that is too large before it is looked at', async () => {
    const failure = await refusal('Truce.'.repeat(500), { maxBytes: 2_048 });
    expect(failure.message).toBe('sent.bin: has 3 KiB; the limit is 2 KiB.');
  });

  it('is ended by force at its time', async () => {
    const endless = new URL('../support/endless-reader.worker.mjs', import.meta.url);
    const file = { bytes: pdf, name: 'a.pdf', mostPages: 1, expected: null };
    const failure = await readInThread(file, 400, { program: endless }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(CorpusError);
    expect((failure as CorpusError).message).toBe('a.pdf: takes longer than 0.4 seconds to read.');
  });

  it('ends when its thread needs too much memory or dies', { timeout: 120_000 }, async () => {
    const file = { bytes: pdf, name: 'a.pdf', mostPages: 1, expected: null };
    const dying = (how: string): Promise<unknown> =>
      readInThread(file, 60_000, {
        program: new URL(`../support/${how}-reader.worker.mjs`, import.meta.url),
      }).catch((error: unknown) => error);
    expect(((await dying('greedy')) as CorpusError).message).toMatch(/takes more than 512 MiB of memory/u);
    expect(((await dying('dying')) as CorpusError).message).toMatch(/damaged or built in a way/u);
  });

  it('does not hold the thread that asks for it', { timeout: 60_000 }, async () => {
    const page = `<html><body>${'<p>The truce held for one week, and then it did not.</p>'.repeat(60_000)}</body></html>`;
    const bytes = new TextEncoder().encode(page);
    const from = performance.eventLoopUtilization();
    await readAttachment(bytes, { name: 'a.html', maxBytes: 1e8, maxPages: 1, timeoutMs: 60_000 });
    const { active, idle } = performance.eventLoopUtilization(from);
    expect(active).toBeLessThan((active + idle) / 3);
  });

  it('tells the thread nothing of the environment', async () => {
    const curious = new URL('../support/curious-reader.worker.mjs', import.meta.url);
    const { text } = await readInThread({ bytes: pdf, name: 'a', mostPages: 1, expected: null }, 10_000, {
      program: curious,
    });
    expect(text).toBe('0 variables');
  });
});

describe('a hostile file', () => {
  it.each([
    ['PDF', pdf],
    ['Word document', docx],
  ])('is read or refused wherever it breaks off: %s', { timeout: 120_000 }, async (_, whole) => {
    for (let end = 100; end < whole.length; end += 100) await outcome(whole.subarray(0, end));
    expect(await outcome(whole)).toBe('read');
  });

  it.each([
    ['PDF', pdf],
    ['Word document', docx],
  ])('is read or refused whatever bytes are changed: %s', { timeout: 120_000 }, async (_, whole) => {
    const changes = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(changes, async (changed) => {
        const bytes = whole.slice();
        for (const [at, byte] of changed) bytes[at] = byte;
        await outcome(bytes);
      }),
      { numRuns: 30 },
    );
  });

  it.each([
    [
      'a form that draws itself',
      () =>
        madeUpPdf([{ above: '/Fm Do' }], { resources: '/XObject << /Fm 100 0 R >>', objects: { 100: form('/Fm Do') } }),
    ],
    ['endless nesting', () => drawing('['.repeat(200_000))],
    [
      'a page tree that holds itself',
      () => madeUpPdf([{}], { objects: { 2: '<< /Type /Pages /Kids [2 0 R] /Count 5 >>' } }),
    ],
    ['numbers beyond all measure', () => drawing(`BT /F1 1e308 Tf 1e308 0 0 1e308 -1e308 1e308 Tm <0041> Tj ET`)],
    [
      'a drawing that unpacks to 300 MB',
      () =>
        madeUpPdf([{ above: '/Fm Do' }], {
          resources: '/XObject << /Fm 100 0 R >>',
          objects: { 100: bomb(300).replace('<<', '<< /Subtype /Form /BBox [0 0 9 9]') },
        }),
    ],
  ])('is refused in its time: %s', { timeout: 60_000 }, async (_, file) => {
    expect(await outcome(file())).toBe('refused');
  });

  it('says that a page unpacks to too much', { timeout: 60_000 }, async () => {
    const file = madeUpPdf([{ above: '/Fm Do' }], {
      resources: '/XObject << /Fm 100 0 R >>',
      objects: { 100: bomb(100).replace('<<', '<< /Subtype /Form /BBox [0 0 9 9]') },
    });
    expect((await refusal(file)).message).toMatch(/page 1 unpacks to more than 48 MiB/u);
  });

  it('that keeps pdf.js busy without end is ended at its time', async () => {
    // Its time grows with the square of the states that are saved.
    const failure = await refusal(drawing('q '.repeat(400_000)), { timeoutMs: 1_500 });
    expect(failure.message).toBe('sent.bin: takes longer than 1.5 seconds to read.');
  });
});
