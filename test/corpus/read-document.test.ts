import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { type CorpusFile, listCorpusFiles } from '#src/corpus/list-corpus-files.js';
import { inspectDocument, readDocument } from '#src/corpus/read-document.js';
import { CorpusError } from '#src/errors.js';
import { madeUpDocx, run, wordParagraph } from '../support/made-up-docx.js';
import { madeUpPdf } from '../support/made-up-pdf.js';
import { corpusFolder, readOnly } from './corpus-folder.js';

const failureOf = async (files: Readonly<Record<string, string | Uint8Array>>): Promise<CorpusError> => {
  const failure = await readOnly(files).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(CorpusError);
  return failure as CorpusError;
};

const wide = (text: string): Buffer => Buffer.from(text, 'utf16le');
const swapped = (text: string): Buffer => wide(text).swap16();

describe('the text of a document', () => {
  it('is the file, without byte order mark, with \\n for every line break', async () => {
    const { text } = await readOnly({ 'a.txt': '\ufeffOne.\r\n\r\nTwo.\rThree.\n' });
    expect(text).toBe('One.\n\nTwo.\nThree.\n');
  });

  it('keeps everything else, byte for byte', async () => {
    const content = '  At the of the day\u00a0– “quotes”, e\u0301, 😀, \u{FFFD} \t\n';
    expect((await readOnly({ 'a.txt': content })).text).toBe(content);
  });

  it('has the path as its id and the hash of the file as its source', async () => {
    const { id, source } = await readOnly({ 'Talks/Gene\u0301ve.TXT': 'Truce.' });
    expect(id).toBe('talks/gen\u00e9ve');
    expect(source).toMatchObject({ path: 'Talks/Gene\u0301ve.TXT', bytes: 6 });
    expect(source.sha256).toBe(createHash('sha256').update('Truce.').digest('hex'));
  });

  it('has another hash when only the sidecar changes', async () => {
    const first = await readOnly({ 'a.txt': 'Truce.', 'a.meta.yaml': 'title: A' });
    const second = await readOnly({ 'a.txt': 'Truce.', 'a.meta.yaml': 'title: B' });
    const again = await readOnly({ 'a.txt': 'Truce.', 'a.meta.yaml': 'title: B' });
    expect(first.source.sha256).not.toBe(second.source.sha256);
    expect(second.source.sha256).toBe(again.source.sha256);
  });
});

describe('metadata', () => {
  it('is null where nobody said anything, and the title is the file name, marked as descriptive', async () => {
    const { metadata } = await readOnly({ 'talks/Geneva 2016.txt': 'Truce.' });
    expect(metadata).toEqual({
      title: 'Geneva 2016',
      titleIsDescriptive: true,
      publisher: null,
      author: null,
      date: null,
      licence: null,
      url: null,
    });
  });

  it('comes from a YAML sidecar', async () => {
    const { metadata } = await readOnly({
      'a.txt': 'Truce.',
      'a.meta.yaml':
        'title: "Truce: a"\npublisher: Russia Direct\nauthor: null\ndate: 2016-09\nurl: https://example.org/a\n',
    });
    expect(metadata).toMatchObject({
      title: 'Truce: a',
      titleIsDescriptive: false,
      publisher: 'Russia Direct',
      author: null,
      date: '2016-09',
      url: 'https://example.org/a',
    });
  });

  it('comes from a JSON sidecar', async () => {
    const { metadata } = await readOnly({
      'a.html': '<p>Truce.',
      'a.meta.json': '{"title":"T","titleIsDescriptive":true,"licence":"CC BY 4.0"}',
    });
    expect(metadata).toMatchObject({ title: 'T', titleIsDescriptive: true, licence: 'CC BY 4.0' });
  });

  it('comes from front matter, which is no part of the text', async () => {
    const { metadata, text } = await readOnly({ 'a.md': '---\ntitle: T\ndate: 2016-09-09\n---\n# Heading\n\nTruce.' });
    expect(metadata).toMatchObject({ title: 'T', date: '2016-09-09' });
    expect(text).toBe('# Heading\n\nTruce.');
  });

  it('of a sidecar goes before front matter, key by key', async () => {
    const { metadata } = await readOnly({
      'a.md': '---\ntitle: Front\npublisher: Front\n---\nTruce.',
      'a.meta.yaml': 'title: Side',
    });
    expect(metadata).toMatchObject({ title: 'Side', publisher: 'Front' });
  });

  it('is not sought in a page that begins with a rule', async () => {
    const text = '---\nIt began quietly.\n\n---\n\nThen it ended.';
    expect((await readOnly({ 'a.md': text })).text).toBe(text);
  });

  it.each(['2016', '2016-09', '2016-09-09', '"2016"', '2016-02-29'])(
    'keeps the date as exact as given: %s',
    async (date) => {
      const { metadata } = await readOnly({ 'a.txt': 'Truce.', 'a.meta.yaml': `date: ${date}` });
      expect(metadata.date).toBe(date.replaceAll('"', ''));
    },
  );

  it('keeps a day that YAML 1.1 reads as a moment', async () => {
    const { metadata } = await readOnly({ 'a.txt': 'Truce.', 'a.meta.yaml': '%YAML 1.1\n---\ndate: 2016-09-09' });
    expect(metadata.date).toBe('2016-09-09');
  });

  it.each(['2016-13', '2015-02-29', '2016-09-31', '0000', 'September 2016', '2016-9', '16', '2016.5', 'true'])(
    'refuses a date that does not exist or is written otherwise: %s',
    async (date) => {
      const failure = await failureOf({ 'a.txt': 'Truce.', 'a.meta.yaml': `date: ${date}` });
      expect(failure.message).toMatch(/^a\.meta\.yaml: .*"date" must be a date/);
    },
  );

  it.each([
    ['an unknown key', 'titel: T', /"titel"/],
    ['a wrong type', 'title: [a, b]', /"title" must be a text/],
    ['an empty title', 'title: " "', /"title" is empty/],
    ['a list', '- a\n- b', /"key: value" lines/],
    ['an address that is none', 'url: javascript:alert(1)', /"url" must be an address/],
    ['broken YAML', 'title: "open', /not YAML/],
    ['a key given twice', 'title: a\ntitle: b', /not YAML/],
    ['an alias bomb', `a: &a [x,x,x]\nb: &b [${'*a,'.repeat(9)}]\ntitle: [${'*b,'.repeat(9)}]`, /not YAML/],
    ['an unknown tag', 'title: !!js/function "f"', /not YAML/],
    ['endless nesting', '['.repeat(60_000), /not YAML/],
    ['control characters', 'title: "a\\u0007b"', /control characters/],
  ])('is refused with the file and the fault named: %s', async (_, yaml, fault) => {
    const failure = await failureOf({ 'a.txt': 'Truce.', 'a.meta.yaml': yaml });
    expect(failure.message).toMatch(fault);
    expect(failure.message).toContain('a.meta.yaml');
    expect(failure.remedy).not.toBe('');
  });

  it('names every fault of a file at once', async () => {
    const failure = await failureOf({ 'a.md': '---\ntitle: 5\ndate: never\nx: y\n---\nTruce.' });
    expect(failure.message).toMatch(/"title".*"date".*"x"/);
  });

  it('says that front matter was never closed', async () => {
    expect((await failureOf({ 'a.md': '---\ntitle: T\n\nTruce.' })).message).toContain('never closed');
  });

  it.each([
    ['a Markdown heading', 'a.md', 'Intro.\n\n## The truce ##\n\nText.', 'The truce'],
    ['an underlined heading', 'a.md', 'The truce\n=====\n\n# Later', 'The truce'],
    ["a page's title", 'a.html', '<title> The\n truce </title><h1>Other</h1><p>Text.', 'The truce'],
    [
      "a page's first heading",
      'a.html',
      '<svg><title>icon</title></svg><h1>The <b>truce</b></h1><p>Text.',
      'The truce',
    ],
  ])('takes the title from %s', async (_, path, content, title) => {
    expect((await readOnly({ [path]: content })).metadata).toMatchObject({ title, titleIsDescriptive: false });
  });

  it('cuts an endless title and never tears a character apart', async () => {
    const { metadata } = await readOnly({ 'a.md': `# ${'😀'.repeat(1_000)}\n\nText.` });
    expect(metadata.title).toBe(`${'😀'.repeat(299)}…`);
  });
});

const truce = `${wordParagraph('Truce', '<w:outlineLvl w:val="0"/>')}${wordParagraph('By Anna Who. It held.')}`;

const pdfTitled = (title: string): Readonly<Record<string, Uint8Array>> => ({
  'a.pdf': madeUpPdf([{ texts: [{ text: 'It held for a week.', x: 72, y: 700 }] }], { info: { Title: title } }),
});

async function titleOf(files: Readonly<Record<string, Uint8Array>>): Promise<readonly [string, boolean]> {
  const { metadata } = await readOnly(files);
  return [metadata.title, metadata.titleIsDescriptive];
}

describe('a PDF or Word document of the corpus', () => {
  it('has the title of its properties when its readers see it too, else its first heading', async () => {
    expect(await titleOf({ 'a.docx': madeUpDocx(truce, { title: 'Truce — by Anna Who' }) })).toEqual([
      'Truce — by Anna Who',
      false,
    ]);
    expect(await titleOf({ 'a.docx': madeUpDocx(truce, { title: 'Quarterly report' }) })).toEqual(['Truce', false]);
  });

  it('is described by the title of its properties when nothing in it says another, unless that names a file', async () => {
    expect(await titleOf(pdfTitled('On the truce'))).toEqual(['On the truce', true]);
    expect(await titleOf(pdfTitled('Microsoft Word - draft 3.docx'))).toEqual(['a', true]);
  });

  it('has an author that its readers see, and never the date of its file', async () => {
    expect((await readOnly({ 'a.docx': madeUpDocx(truce, { author: 'Anna Who' }) })).metadata).toMatchObject({
      author: 'Anna Who',
      date: null,
      publisher: null,
    });
    expect((await readOnly({ 'a.docx': madeUpDocx(truce, { author: 'Administrator' }) })).metadata).toMatchObject({
      author: null,
    });
  });

  it('has the metadata of its sidecar before its own', async () => {
    const { metadata } = await readOnly({
      'a.docx': madeUpDocx(truce, { title: 'Truce', author: 'Anna Who' }),
      'a.meta.yaml': 'title: T\nauthor: null\ndate: 2016-09',
    });
    expect(metadata).toMatchObject({ title: 'T', author: null, date: '2016-09' });
  });

  it('is refused when it is something else, or damaged', async () => {
    expect((await failureOf({ 'a.pdf': 'Truce.' })).message).toBe('a.pdf: is damaged, or a text and not a PDF.');
    expect((await failureOf({ 'a.pdf': madeUpDocx(truce) })).message).toMatch(
      /is a Word document \(\.docx\) and not a PDF/,
    );
    expect((await failureOf({ 'a.docx': '\x89PNG\r\n' })).message).not.toMatch(/undefined/);
    expect((await failureOf({ 'a.docx': madeUpDocx('').subarray(0, 300) })).message).toMatch(/damaged/);
  });

  it('tells what no reader of it sees', async () => {
    const secret = wordParagraph(run('Secret', '<w:vanish/>'));
    const [file] = await listCorpusFiles(await corpusFolder({ 'a.docx': madeUpDocx(truce + secret) }));
    const { document, hidden } = await inspectDocument(file as CorpusFile);
    expect(document.text).not.toContain('Secret');
    expect(hidden).toEqual(['Secret']);
  });
});

describe('a hostile file is refused with its name, the fault and the remedy', () => {
  const cases: readonly [string, string, string | Uint8Array, RegExp][] = [
    ['empty', 'a.txt', '', /empty/],
    ['white space only', 'a.md', ' \n\u00a0\r\n', /empty/],
    ['a byte order mark only', 'a.txt', '\ufeff', /empty/],
    ['front matter only', 'a.md', '---\ntitle: T\n---\n', /empty/],
    [
      'Latin-1',
      'a.txt',
      Buffer.from('One.\nCaf\xe9 here', 'latin1'),
      /byte 8, on line 2.*Save it as UTF-8 in a text editor.*iconv -f WINDOWS-1252/,
    ],
    [
      'a page that names its charset',
      'a.html',
      Buffer.from('<meta charset="windows-1251"><p>\xcf\xf0', 'latin1'),
      /iconv -f windows-1251/,
    ],
    ['UTF-8 cut inside a character', 'a.txt', Buffer.from('caf\u00e9').subarray(0, 4), /byte 3, on line 1/],
    ['a surrogate encoded alone', 'a.txt', Buffer.from([0x41, 0xed, 0xa0, 0x80]), /byte 1, on line 1/],
    [
      'a fault behind a spelled-out replacement character',
      'a.txt',
      Buffer.concat([Buffer.from('\u{FFFD}\n'), Buffer.from([0xff])]),
      /byte 4, on line 2/,
    ],
    [
      'UTF-16 with its mark',
      'a.txt',
      wide('\ufeffTruce'),
      /UTF-16LE.*Save it as UTF-8 in a text editor.*iconv -f UTF-16LE/,
    ],
    ['UTF-16 big-endian', 'a.txt', swapped('\ufeffTruce'), /UTF-16BE/],
    ['UTF-16 without mark', 'a.txt', wide('The truce holds.'), /UTF-16LE/],
    ['UTF-32', 'a.txt', Buffer.from([0xff, 0xfe, 0, 0, 0x41, 0, 0, 0]), /UTF-32LE/],
    ['a NUL', 'a.txt', 'The truce\0 holds and is long enough', /NUL at byte 9/],
    ['control characters', 'a.txt', '\u0001\u0002\u001b'.repeat(100), /not text/],
    ['a picture called text', 'a.txt', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), /a\.txt: is not/],
    ['a page without text', 'a.html', '<html><body><script>x()</script><p hidden>no</p>', /no text that a reader/],
    ['a page that never ends its comment', 'a.html', '<!-- <p>Text</p>', /no text that a reader/],
    ['a page nested without end', 'a.html', '<div>'.repeat(1_000_000), /2000 deep\. Save its text/],
    ['too large a text', 'a.txt', Buffer.alloc(64 * 1_048_576 + 1, 'a'), /limit is 64 MiB/],
    ['too large a page', 'a.html', Buffer.alloc(10 * 1_048_576 + 1, 'a'), /limit is 10 MiB/],
  ];
  it.each(cases)('%s', async (_, path, content, fault) => {
    const failure = await failureOf({ [path]: content });
    expect(failure.path).toBe(path);
    expect(failure.line).toMatch(fault);
  });

  it('a sidecar that is not UTF-8, or too large', async () => {
    const latin = await failureOf({ 'a.txt': 'Truce.', 'a.meta.yaml': Buffer.from('title: Caf\xe9', 'latin1') });
    expect(latin.message).toMatch(/^a\.meta\.yaml: is not UTF-8/);
    const large = await failureOf({ 'a.txt': 'Truce.', 'a.meta.yaml': `title: ${'a'.repeat(70_000)}` });
    expect(large.message).toContain('64 KiB');
  });

  it('a file that vanished after the listing', async () => {
    const [file] = await listCorpusFiles(await corpusFolder({ 'a.txt': 'Truce.' }));
    if (file === undefined) throw new Error('nothing listed');
    const failure = await readDocument({ ...file, absolutePath: `${file.absolutePath}.gone` }).catch(
      (error: unknown) => error,
    );
    expect((failure as CorpusError).message).toBe('a.txt: cannot be read (ENOENT).');
  });

  it('a path with a quote is quoted in the command', async () => {
    const failure = await failureOf({ "it's.txt": Buffer.from([0x61, 0xff]) });
    expect(failure.remedy).toContain(`'it'\\''s.txt'`);
  });
});
