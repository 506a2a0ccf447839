import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { docxText } from '#src/corpus/docx/docx-text.js';
import { CorpusError } from '#src/errors.js';
import { madeUpDocx, run, style, table, wordParagraph } from '../../support/made-up-docx.js';
import { madeUpZip } from '../../support/made-up-zip.js';

type Parts = Parameters<typeof madeUpDocx>[1];

const read = (body: string, parts: Parts = {}) => docxText(madeUpDocx(body, parts), 'a.docx');
const textOf = (body: string, parts: Parts = {}): string => read(body, parts).text;

function failureOf(work: () => unknown): CorpusError {
  try {
    work();
  } catch (error) {
    expect(error).toBeInstanceOf(CorpusError);
    return error as CorpusError;
  }
  throw new Error('it was read');
}

const styles = [
  style('Heading1', '', { name: 'heading 1' }),
  style('berschrift2', '', { name: 'heading 2', based: 'Heading1' }),
  style('Mine', '<w:pPr><w:outlineLvl w:val="2"/></w:pPr>'),
  style('Big', '', { name: 'Title' }),
  style('Bullets', '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'),
  style('Secret', '<w:rPr><w:vanish/></w:rPr>', { type: 'character' }),
  style('SecretToo', '', { type: 'character', based: 'Secret' }),
  style('Inverse', '<w:rPr><w:color w:val="FFFFFF"/></w:rPr><w:pPr><w:shd w:fill="000033"/></w:pPr>'),
  style('Grid', '<w:tblStylePr w:type="firstRow"><w:tcPr><w:shd w:fill="1F3864"/></w:tcPr></w:tblStylePr>', {
    type: 'table',
  }),
].join('');
const styled = (id: string): string => `<w:pStyle w:val="${id}"/>`;

const mark = (id: number, kind = 'footnote'): string => `<w:r><w:${kind}Reference w:id="${id}"/></w:r>`;

const note = (id: number, text: string, kind = 'footnote'): string =>
  `<w:${kind} w:id="${id}">${wordParagraph(text)}</w:${kind}>`;

describe('the text of a Word document', () => {
  it('has headings by the name of their style, in any language, or by their level', () => {
    const body = [
      wordParagraph('Truce', styled('Big')),
      wordParagraph('Terms', styled('Heading1')),
      wordParagraph('Aid', styled('berschrift2')),
      wordParagraph('Roads', styled('Mine')),
      wordParagraph('Convoys', '<w:outlineLvl w:val="3"/>'),
      wordParagraph('They go on Monday.'),
    ].join('');
    expect(textOf(body, { styles })).toBe(
      '# Truce\n\n# Terms\n\n## Aid\n\n### Roads\n\n#### Convoys\n\nThey go on Monday.',
    );
  });

  it('has the items of a list on lines of their own', () => {
    const item = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="4"/></w:numPr>';
    const body = [
      wordParagraph('Agreed:'),
      wordParagraph('a truce', item),
      wordParagraph('aid', styled('Bullets')),
    ].join('');
    expect(textOf(body, { styles })).toBe('Agreed:\n\n- a truce\n- aid');
  });

  it('takes a number that was switched off for none', () => {
    const off = `${styled('Bullets')}<w:numPr><w:numId w:val="0"/></w:numPr>`;
    expect(textOf(wordParagraph('No item', off), { styles })).toBe('No item');
  });

  it('has tables as rows, and a table of one column as what stands in it', () => {
    const body = `${wordParagraph('Sides:')}${table([
      ['Side', 'Envoy'],
      ['U.S.', 'Kerry'],
    ])}${table([['One.'], ['Two.']])}`;
    expect(textOf(body)).toBe('Sides:\n\n| Side | Envoy |\n| U.S. | Kerry |\n\nOne.\n\nTwo.');
  });

  it('has the notes at the end, numbered as their marks are met', () => {
    const body = wordParagraph(run('It held') + mark(7) + run(' for a week') + mark(2, 'endnote') + run('.'));
    expect(
      textOf(body, {
        footnotes: note(3, 'Never marked.') + note(7, 'Mostly.'),
        endnotes: note(2, 'Or less.', 'endnote'),
      }),
    ).toBe('It held[1] for a week[2].\n\n[1] Mostly.\n\n[2] Or less.');
  });

  it('has a note once that is marked twice', () => {
    const body = wordParagraph(run('It held') + mark(7) + run(' for a week') + mark(7) + run('.'));
    expect(textOf(body, { footnotes: note(7, 'Mostly.') })).toBe('It held[1] for a week[1].\n\n[1] Mostly.');
  });

  it('leaves out what was deleted or moved away, and keeps what was put in', () => {
    const deleted = `<w:del><w:r><w:delText>nine</w:delText></w:r></w:del>`;
    const moved = `<w:moveFrom>${run('never')}</w:moveFrom>`;
    expect(
      textOf(wordParagraph(`${run('It took ')}${deleted}${moved}<w:ins>${run('fifteen')}</w:ins>${run(' hours.')}`)),
    ).toBe('It took fifteen hours.');
  });

  it('makes one paragraph of two whose mark was deleted, at the end of the text too', () => {
    const joined = wordParagraph(run('It held '), '<w:rPr><w:del/></w:rPr>');
    expect(textOf(joined + wordParagraph('for a week.'))).toBe('It held for a week.');
    expect(textOf(joined)).toBe('It held');
  });

  it('leaves out field codes and comments, and reads links, text boxes and breaks', () => {
    const field = `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK "x"</w:instrText></w:r>${run('here')}`;
    const box = `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><w:txbxContent>${wordParagraph('In a box.')}</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>${wordParagraph('In a box.')}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
    const body = wordParagraph(
      `<w:hyperlink>${run('Look')}</w:hyperlink>${run(' ')}${field}${box}<w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:noBreakHyphen/><w:t>c</w:t></w:r>`,
    );
    expect(textOf(body)).toBe('Look herea\nb\u2011c\n\nIn a box.');
  });

  it('is found under any prefix for its namespace, and never under its prefix for another', () => {
    const other = 'http://example.org/other';
    const xml = `<x:document xmlns:x="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:w="${other}"><x:body><x:p><x:r><x:t>Seen.</x:t></x:r><w:r><w:t>Not Word's.</w:t></w:r></x:p></x:body></x:document>`;
    expect(docxText(madeUpZip({ 'word/document.xml': xml }), 'a.docx').text).toBe('Seen.');
  });

  it('says of itself what its properties say', () => {
    expect(read(wordParagraph('Truce.'), { title: 'A & B', author: 'Kerry' }).says).toEqual({
      title: 'A & B',
      author: 'Kerry',
      created: '2016-09-10',
    });
  });

  it('has what was written, whatever it is', () => {
    const words = fc.stringMatching(/^[\p{L}\p{N}\p{P}&<>"']{1,12}$/u).filter((word) => !/^[#|-]/u.test(word));
    fc.assert(
      fc.property(
        fc.array(fc.array(words, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 8 }),
        (blocks) => {
          const paragraphs = blocks.map((block) => block.join(' '));
          expect(textOf(paragraphs.map((text) => wordParagraph(run(text))).join(''))).toBe(paragraphs.join('\n\n'));
        },
      ),
    );
  });
});

describe('what a reader of a Word document does not see', () => {
  const shown = run('Everybody reads this.');

  it.each([
    ['hidden letters', run('Secret', '<w:vanish/>')],
    ['letters hidden by their style', run('Secret', '<w:rStyle w:val="SecretToo"/>')],
    ['white letters', run('Secret', '<w:color w:val="FFFFFF"/>')],
    ['letters of half a point', run('Secret', '<w:sz w:val="1"/>')],
    ['hidden letters in a link', `<w:hyperlink>${run('Secret', '<w:vanish/>')}</w:hyperlink>`],
    ['hidden letters in what was put in', `<w:ins>${run('Secret', '<w:vanish w:val="true"/>')}</w:ins>`],
  ])('is reported and left out: %s', (_, secret) => {
    const { text, hidden } = read(wordParagraph(shown + secret), { styles });
    expect(text).toBe('Everybody reads this.');
    expect(hidden).toEqual(['Secret']);
  });

  it('is a hidden row of a table, and a text box in hidden letters', () => {
    const row = `<w:tr><w:trPr><w:hidden/></w:trPr><w:tc>${wordParagraph('Secret')}</w:tc><w:tc>${wordParagraph('row')}</w:tc></w:tr>`;
    const whole = table([['a', 'b']]).replace('</w:tbl>', `${row}</w:tbl>`);
    expect(read(whole)).toMatchObject({ text: '| a | b |', hidden: ['Secret', 'row'] });
    const box = `<w:r><w:rPr><w:vanish/></w:rPr><w:drawing><w:txbxContent>${wordParagraph('Secret box')}</w:txbxContent></w:drawing></w:r>`;
    expect(read(wordParagraph(shown + box))).toMatchObject({ text: 'Everybody reads this.', hidden: ['Secret box'] });
  });

  it.each([
    [
      'letters whose style is overruled',
      wordParagraph(run('Plain', '<w:rStyle w:val="Secret"/><w:vanish w:val="0"/>')),
    ],
    ['white letters on a dark ground', wordParagraph(run('Plain'), styled('Inverse'))],
    [
      'white letters that are marked',
      wordParagraph(run('Plain', '<w:color w:val="FFFFFF"/><w:highlight w:val="black"/>')),
    ],
    [
      'white letters in a table whose style is dark',
      `<w:tbl><w:tblPr><w:tblStyle w:val="Grid"/></w:tblPr><w:tr><w:tc>${wordParagraph(run('Plain', '<w:color w:val="FFFFFF"/>'))}</w:tc></w:tr></w:tbl>`,
    ],
    ['letters after a hidden mark of a paragraph', wordParagraph(run('Plain'), '<w:rPr><w:vanish/></w:rPr>')],
  ])('is not %s', (_, body) => {
    expect(read(body, { styles })).toMatchObject({ text: 'Plain', hidden: [] });
  });
});

describe('a Word document that cannot be read', () => {
  const bytes = madeUpDocx(wordParagraph('Truce.'));

  it.each([
    ['nothing is in it', madeUpDocx(wordParagraph('')), /has no text\.$/u],
    ['all of it is hidden', madeUpDocx(wordParagraph(run('x', '<w:vanish/>'))), /all of it is hidden/u],
    ['it breaks off', bytes.subarray(0, -40), /damaged/u],
    ['its document is missing', madeUpZip({ 'a.xml': '<a/>' }), /has no body/u],
    ['a part is encrypted', madeUpZip({ 'word/document.xml': { content: '<a/>', flags: 1 } }), /encrypted/u],
    ['a part is no XML', madeUpZip({ 'word/document.xml': '<a><b></a>' }), /part word\/document\.xml/u],
    [
      'it defines entities',
      madeUpZip({ 'word/document.xml': '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>' }),
      /document type/u,
    ],
    ['it nests endlessly', madeUpZip({ 'word/document.xml': '<a>'.repeat(100_000) }), /nests too deep/u],
    [
      'it unpacks to gigabytes',
      madeUpZip({ 'word/document.xml': { content: Buffer.alloc(80_000_000, 32), isDeflated: true } }),
      /unpacks to more than 64 MiB/u,
    ],
  ])('says why: %s', (_, file, why) => {
    expect(failureOf(() => docxText(file, 'a.docx')).message).toMatch(why);
  });
});
