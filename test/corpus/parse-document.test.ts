import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listCorpusFiles } from '#src/corpus/list-corpus-files.js';
import { parseDocument } from '#src/corpus/parse-document.js';
import { readDocument } from '#src/corpus/read-document.js';
import { CorpusError } from '#src/errors.js';
import type { Document, ParsedDocument, Span } from '#src/types.js';
import { madeUpDocx, wordParagraph } from '../support/made-up-docx.js';
import { madeUpPdf } from '../support/made-up-pdf.js';
import { readOnly } from './corpus-folder.js';

const documentOf = (text: string, path = 'a.txt'): Document => ({
  id: 'a',
  metadata: {
    title: 'A',
    titleIsDescriptive: true,
    publisher: null,
    author: null,
    date: null,
    licence: null,
    url: null,
  },
  text,
  source: { path, bytes: 0, modifiedMs: 0, sha256: '' },
});
const chunksOf = (text: string): readonly string[] => parseDocument(documentOf(text)).chunks.map((chunk) => chunk.text);

const kindsIn = (path: string): readonly string[] =>
  parseDocument(documentOf('# Truce\nIt held.', path)).paragraphs.map(({ kind }) => kind);

/** Everything that must hold of every document that was taken apart. */
function expectSound({ document, paragraphs, sentences, chunks }: ParsedDocument): void {
  const inOrder = (spans: readonly Span[], from: number, to: number): string => {
    let reached = from;
    let left = '';
    for (const { start, end, text } of spans) {
      expect(start).toBeGreaterThanOrEqual(reached);
      expect(end).toBeGreaterThan(start);
      expect(document.text.slice(start, end)).toBe(text);
      expect(text.trim()).toBe(text);
      left += document.text.slice(reached, start);
      reached = end;
    }
    expect(reached).toBeLessThanOrEqual(to);
    return left + document.text.slice(reached, to);
  };
  inOrder(paragraphs, 0, document.text.length);
  expect(paragraphs.map(({ number }) => number)).toEqual(paragraphs.map((_, index) => index + 1));
  for (const { number, start, end, kind } of paragraphs) {
    const own = sentences.filter(({ paragraph }) => paragraph === number);
    const ownChunks = chunks.filter(({ paragraph }) => paragraph === number);
    if (kind === 'promotion') {
      expect([own, ownChunks]).toEqual([[], []]);
      continue;
    }
    expect(inOrder(own, start, end).trim()).toBe('');
    if (kind === 'heading') expect(ownChunks).toEqual([]);
    else expect(inOrder(ownChunks, start, end).trim()).toBe('');
    for (const sentence of own) expect(sentence.text.length).toBeLessThanOrEqual(4_000);
    for (const chunk of ownChunks) expect(chunk.text.length).toBeLessThanOrEqual(1_200);
  }
}

describe('parseDocument', () => {
  it('takes the article apart', async () => {
    const files = await listCorpusFiles('corpus');
    const article = files.find(({ path }) => path === 'syria-ceasefire-2016.txt');
    if (article === undefined) throw new Error('the article is missing');
    const document = await readDocument(article);
    expect(document.text).toBe(await readFile(article.absolutePath, 'utf8'));
    expect(document.metadata).toMatchObject({
      titleIsDescriptive: true,
      publisher: 'Russia Direct',
      author: null,
      date: '2016-09',
    });
    const parsed = parseDocument(document);
    expectSound(parsed);
    expect(parsed.sentences).toHaveLength(52);
    // "Photo: AP" is no sentence to be found by itself.
    expect(parsed.chunks).toHaveLength(51);
    expect(parsed.chunks[2]?.text).toMatch(/^U\.S\. Secretary of State John Kerry.*Photo: AP$/);
    expect(new Set(parsed.sentences.map(({ paragraph }) => paragraph))).not.toContain(6);
    expect(parsed.sentences.filter(({ paragraph }) => paragraph === 17).map(({ text }) => text)[1]).toMatch(
      /^At the of the day/,
    );
  });

  it('lets a short sentence join the next one, and the last of a paragraph the previous', () => {
    expect(chunksOf('Not so. The truce holds in most places. It may last for a year. Perhaps.')).toEqual([
      'Not so. The truce holds in most places.',
      'It may last for a year. Perhaps.',
    ]);
    expect(chunksOf('Yes. No. It is. Never.\n\nWhat a day.')).toEqual(['Yes. No. It is. Never.', 'What a day.']);
    expect(chunksOf('停火协议已经达成了。没有人知道会怎样。')).toEqual(['停火协议已经达成了。', '没有人知道会怎样。']);
  });

  it('cuts a long sentence after a clause, and leaves the sentence whole', () => {
    const clause = 'the parties agreed on this and that and on something else, ';
    const text = `${clause.repeat(40).trim().slice(0, -1)}.`;
    const { sentences, chunks } = parseDocument(documentOf(text));
    expect(sentences.map((sentence) => sentence.text)).toEqual([text]);
    expect(chunks).toHaveLength(2);
    expect(chunks[0]?.text).toMatch(/else,$/);
    expect(chunks[1]?.text).toMatch(/^the parties/);
  });

  it('cuts between words without clauses, and inside them without spaces, but never inside a character', () => {
    for (const text of ['word '.repeat(1_000), 'x'.repeat(5_000), `x${'😀'.repeat(5_000)}`, `${'😀'.repeat(5_000)}`]) {
      const parsed = parseDocument(documentOf(text));
      expectSound(parsed);
      for (const { text: piece } of [...parsed.chunks, ...parsed.sentences]) {
        expect(piece).not.toMatch(/\p{Surrogate}/u);
        expect(text.startsWith('word')).toBe(piece.startsWith('word') && piece.endsWith('word'));
      }
    }
  });

  it('leaves a short sentence alone when its neighbour fills a chunk', () => {
    const long = `Word ${'word '.repeat(238)}end.`;
    expect(chunksOf(`Indeed. Not. ${long}`)[0]).toBe('Indeed. Not.');
    expect(chunksOf(`${long} Indeed. Not.`)).toHaveLength(2);
  });

  it('knows the format by the file', () => {
    expect(kindsIn('a.md')).toEqual(['heading', 'body']);
    expect(kindsIn('a.HTML')).toEqual(['heading', 'body']);
    expect(kindsIn('a.txt')).toEqual(['body']);
  });

  it('reads a page as headings and prose', async () => {
    const document = await readOnly({ 'a.html': '<h2>Truce</h2><p>It held for a week.</p><ul><li>aid<li>talks</ul>' });
    const { paragraphs } = parseDocument(document);
    expect(paragraphs.map(({ kind, text }) => [kind, text])).toEqual([
      ['heading', 'Truce'],
      ['body', 'It held for a week.'],
      ['body', '- aid\n- talks'],
    ]);
  });

  const pieces = [
    '.',
    ' ',
    '\n',
    '\n\n',
    '\r\n',
    '\r\n\r\n',
    '. ',
    '."',
    '1. ',
    '\n- ',
    '# ',
    '## T ##\n',
    '\n---\n',
    '\n```\n',
    'U.S. ',
    'Mr. ',
    '…',
    '。',
    '\ud83d',
    '\ude00',
    '😀',
    'É',
    '\u2028',
    '\ufeff',
    '\u00a0',
    '\u3000',
    'Recommended: x',
    'Photo: AP',
    '© x',
    'word ',
    'The truce held. ',
    'x'.repeat(700),
    'a, '.repeat(500),
    '漢'.repeat(1_300),
    '😀'.repeat(900),
    'word '.repeat(900),
    ' '.repeat(1_500),
  ];
  const anyText = fc.oneof(
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) },
    {
      weight: 4,
      arbitrary: fc
        .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 4 })), { maxLength: 25 })
        .map((list) => list.join('')),
    },
  );

  it('holds of the text of a PDF and of a Word document, in which headings are headings', async () => {
    const held = 'It held for a week, and then nobody watched it.';
    const files = {
      'a.pdf': madeUpPdf([
        {
          texts: [
            { text: 'Truce', x: 72, y: 740, size: 20 },
            { text: held, x: 72, y: 700 },
          ],
        },
      ]),
      'a.docx': madeUpDocx(wordParagraph('Truce', '<w:outlineLvl w:val="0"/>') + wordParagraph(held)),
    };
    for (const [path, bytes] of Object.entries(files)) {
      const parsed = parseDocument(await readOnly({ [path]: bytes }));
      expectSound(parsed);
      expect(parsed.paragraphs.map(({ kind, text }) => [kind, text])).toEqual([
        ['heading', 'Truce'],
        ['body', held],
      ]);
    }
  });

  it.each(['a.txt', 'a.md', 'a.html', 'a.pdf', 'a.docx'])('slices, orders and covers any text: %s', (path) => {
    fc.assert(
      fc.property(anyText, (text) => expectSound(parseDocument(documentOf(text, path)))),
      { numRuns: 1_000 },
    );
  });

  it('keeps the invariant from the bytes of a file on', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, async (text) => {
        const document = await readOnly({
          'a.md': `x${Buffer.from(text)
            .toString()
            .replaceAll(/[^\P{Cc}\s]/gu, 'x')}`,
        });
        expect(document.text).not.toContain('\r');
        expectSound(parseDocument(document));
      }),
      { numRuns: 100 },
    );
  });

  it.each(['a.txt', 'a.md', 'a.html'])('makes of any bytes a sound document or a CorpusError: %s', async (path) => {
    const markup = fc.constantFrom(
      '---\n',
      'title: ',
      '<p>',
      '</',
      '<!--',
      '<table><td>',
      '&#x',
      '"',
      '\0',
      '\ufeff',
      'a',
      ' ',
      '\r',
    );
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 40 }),
      fc.array(markup, { maxLength: 20 }).map((parts) => Buffer.from(parts.join(''))),
    );
    await fc.assert(
      fc.asyncProperty(bytes, async (content) => {
        const outcome = await readOnly({ [path]: content }).catch((error: unknown) => error);
        if (outcome instanceof Error) expect(outcome).toBeInstanceOf(CorpusError);
        else expectSound(parseDocument(outcome as Document));
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['paragraphs of prose', 'Mr. Kerry met Mr. Lavrov in the U.S. on Sept. 9, 2016. They agreed.\n\n'],
    ['one line of prose', 'Mr. Kerry met Mr. Lavrov in the U.S. on Sept. 9, 2016. They agreed. '],
    ['one line without a full stop', 'word '],
    ['one word', 'x'],
    ['line breaks', '\n'],
    ['short lines', 'a\n'],
  ])('takes eight times the text apart in about eight times the time: %s', (_, unit) => {
    const time = (length: number): number => {
      const document = documentOf(unit.repeat(length / unit.length));
      const from = performance.now();
      parseDocument(document);
      return performance.now() - from;
    };
    time(200_000);
    // Quadratic work would take 64 times as long; the bound leaves room for a busy machine.
    const small = Math.max(5, Math.min(time(640_000), time(640_000)));
    expect(time(5_120_000)).toBeLessThan(small * 40);
  });
});
