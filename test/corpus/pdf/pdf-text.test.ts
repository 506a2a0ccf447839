import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { letterWidth, madeUpPdf, type PrintedPage, type PrintedText, printedLines } from '../../support/made-up-pdf.js';
import { reading, refusal } from '../reading.js';

const page = (...texts: readonly PrintedText[]): PrintedPage => ({ texts });
const at = (text: string, y: number, more: Partial<PrintedText> = {}): PrintedText => ({ text, x: 72, y, ...more });

/** Words set in lines as wide as `letters`, one below the other. */
function setLines(text: string, letters: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= letters) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

const prose =
  'The parties agreed on a truce that should hold for one week before anything else is done about the siege of the city.';
const more =
  'Aid is to reach the city by the northern road, which both sides are to leave, and nobody has said yet who watches it.';

const squeezed = (whole: string): string => whole.normalize('NFC').replaceAll(/[\s|#]+/gu, '');

describe('the text of a PDF', () => {
  it('is made of its lines, paragraphs between blank lines', async () => {
    const lines = [...setLines(prose, 52), ...setLines(more, 52)];
    const { text, format, pages, hidden } = await reading(madeUpPdf([page(...printedLines(lines, { x: 72, y: 700 }))]));
    expect({ text, format, pages, hidden }).toEqual({
      text: `${prose}\n\n${more}`,
      format: 'pdf',
      pages: 1,
      hidden: [],
    });
  });

  it('parts paragraphs that are set apart by space, or by an indent', async () => {
    const [one, other] = [setLines(prose, 52), setLines(more.replace(/\.$/u, ''), 60)];
    const spaced = [...printedLines(one, { x: 72, y: 700 }), ...printedLines(other, { x: 72, y: 620 })];
    expect((await reading(madeUpPdf([page(...spaced)]))).text.split('\n\n')).toHaveLength(2);
    const full = setLines(prose, 52).slice(0, 2);
    const indented = [...full, ...setLines(more, 52)].map((line, index) => ({
      text: line,
      x: index === full.length ? 90 : 72,
      y: 700 - index * 14,
    }));
    expect((await reading(madeUpPdf([page(...indented)]))).text).toBe(`${full.join(' ')}\n\n${more}`);
  });

  it('joins words that lines part, and keeps the hyphen of one that has it elsewhere', async () => {
    const lines = [
      'The long cease-fire was called by all who had been at war a cessa-',
      'tion of hostilities, and nobody called it a cease-',
      'fire any more.',
    ];
    const { text } = await reading(madeUpPdf([page(...printedLines(lines, { x: 72, y: 700 }))]));
    expect(text).toContain('a cessation of');
    expect(text).toContain('it a cease-fire any');
  });

  it('takes ligatures and the shapes of Arabic letters for the letters they stand for', async () => {
    const { text } = await reading(madeUpPdf([page(at('The \ufb01nal of\ufb01ce \ufb02oor.', 700))]));
    expect(text).toBe('The final office floor.');
    const arabic = await reading(
      madeUpPdf([page(at([...'\ufee3\ufeae\ufea3\ufe92\ufe8e'].toReversed().join(''), 700))]),
    );
    expect(arabic.text).toBe('مرحبا');
  });

  it('reads Hebrew that is drawn from left to right as it is read, figures in their own order', async () => {
    const { text } = await reading(
      madeUpPdf([page(at([...'שלום 2016 עולם'].toReversed().join('').replace('6102', '2016'), 700))]),
    );
    expect(text).toBe('שלום 2016 עולם');
  });

  it('reads one column after the other, with what spans them above and below', async () => {
    const left = setLines(`${prose} ${more}`, 38);
    const right = setLines(`${more} ${prose}`, 38);
    const texts = [
      at('A headline over both of the columns of this page, in full', 740, { size: 18, x: 60 }),
      ...printedLines(left, { x: 60, y: 700 }),
      ...printedLines(right, { x: 330, y: 695 }),
      at('What stands below both columns is read last, and it is as long as the page is wide.', 500, { x: 60 }),
    ];
    const shuffled = texts.toSorted((one, other) => one.text.localeCompare(other.text));
    const { text } = await reading(madeUpPdf([{ texts: shuffled }]));
    expect(text.replaceAll(/\s+/gu, ' ')).toBe(
      `# A headline over both of the columns of this page, in full ${prose} ${more} ${more} ${prose} What stands below both columns is read last, and it is as long as the page is wide.`,
    );
  });

  it('reads a table line by line', async () => {
    const rows = [
      ['Side', 'Envoy'],
      ['United States', 'Kerry'],
      ['Russia', 'Lavrov'],
      ['Syria', 'nobody'],
    ];
    const texts = rows.flatMap((cells, row) =>
      cells.map((text, cell) => ({ text, x: 72 + cell * 150, y: 700 - row * 14 })),
    );
    expect((await reading(madeUpPdf([page(...texts)]))).text).toBe(
      '| Side | Envoy |\n| United States | Kerry |\n| Russia | Lavrov |\n| Syria | nobody |',
    );
  });

  it('leaves out running heads and page numbers, and goes on over the break of a page', async () => {
    const lines = [...setLines(prose, 52), ...setLines(more, 52)];
    const texts = [0, 1, 2, 3].map(
      (number): PrintedPage => ({
        texts: [
          at('The Weekly Review, volume 12', 770, { size: 9 }),
          ...printedLines(
            number === 0 ? lines.slice(0, 3) : number === 1 ? lines.slice(3) : [`Chapter ${number} says this.`],
            { x: 72, y: 700 },
          ),
          { text: `Page ${number + 5} of 40`, x: 280, y: 30, size: 9 },
        ],
      }),
    );
    expect((await reading(madeUpPdf(texts))).text).toBe(
      `${prose}\n\n${more}\n\nChapter 2 says this.\n\nChapter 3 says this.`,
    );
  });

  it('keeps numbered articles at the top of pages', async () => {
    const pages = [1, 2].map((number) =>
      page(at(`Article ${number}`, 740, { isBold: true }), at(prose, 720, { size: 8 })),
    );
    const { text } = await reading(madeUpPdf(pages));
    expect(text).toContain('Article 1');
    expect(text).toContain('Article 2');
  });

  it('marks what is set larger, or bold above text that is not, as a heading', async () => {
    const { text } = await reading(
      madeUpPdf([
        page(
          at('The Truce', 740, { size: 20 }),
          at('What it asks', 710, { isBold: true }),
          ...printedLines(setLines(prose, 52), { x: 72, y: 690 }),
        ),
      ]),
    );
    expect(text).toBe(`# The Truce\n\n## What it asks\n\n${prose}`);
  });

  it('sets the items of a list on lines of their own, and the mark of a note in brackets', async () => {
    const { text } = await reading(
      madeUpPdf([
        page(
          at('They agreed on this.', 700),
          { text: '7', x: 72 + 20 * 11 * letterWidth, y: 704.5, size: 6 },
          ...printedLines(['• a truce of one week', '• aid for the city'], { x: 90, y: 680 }),
        ),
      ]),
    );
    expect(text).toBe('They agreed on this.[7]\n\n- a truce of one week\n- aid for the city');
  });

  it('reads a turned page upright, and a stamp on the margin after the page', async () => {
    const turned = await reading(madeUpPdf([{ rotate: 90, texts: [at(prose.slice(0, 50), 300, { x: 100 })] }]));
    expect(turned.text).toBe(prose.slice(0, 50).trim());
    const { text } = await reading(
      madeUpPdf([
        page(
          { text: 'arXiv stamp', x: 30, y: 300, turned: 90 },
          ...printedLines(setLines(prose, 52), { x: 72, y: 700 }),
        ),
      ]),
    );
    expect(text).toBe(`${prose}\n\narXiv stamp`);
  });

  it('has what was printed, whatever it is', { timeout: 120_000 }, async () => {
    const word = fc.stringMatching(/^[a-zA-Zäöüßéàçñабвгдежзαβγδ語文字한국😀]{1,12}$/u);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(word, { minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 12 }),
        async (lines) => {
          const texts = printedLines(
            lines.map((words) => words.join(' ')),
            { x: 50, y: 760, size: 8 },
          );
          const { text } = await reading(madeUpPdf([{ texts }], { isPacked: true }));
          expect(squeezed(text)).toBe(squeezed(texts.map((line) => line.text).join('')));
        },
      ),
      { numRuns: 15 },
    );
  });
});

describe('what a reader of a PDF does not see', () => {
  const shown = at('What everybody reads.', 700);
  const layer = {
    resources: '/Properties << /L1 100 0 R >> /ExtGState << /Faint << /ca 0 >> /Marker << /BM /Multiply >> >>',
    objects: { 100: '<< /Type /OCG /Name (Layer) >>' },
    catalogue: '/OCProperties << /OCGs [100 0 R] /D << /OFF [100 0 R] >> >>',
  };

  it.each([
    ['white letters on the white page', at('Secret words', 600, { before: '1 g' })],
    ['letters as pale as the page', at('Secret words', 600, { before: '0.97 0.97 0.97 rg' })],
    ['letters in mode 3', at('Secret words', 600, { before: '3 Tr' })],
    ['letters that only clip', at('Secret words', 600, { before: '7 Tr' })],
    ['letters of no size', at('Secret words', 600, { size: 0.4 })],
    ['letters scaled to nothing', at('Secret words', 60_000, { before: '0.01 0 0 0.01 0 0 cm' })],
    ['letters off the page', at('Secret words', 600, { x: 5_000 })],
    ['letters above the page', at('Secret words', 2_000)],
    ['letters clipped away', at('Secret words', 600, { before: '0 0 10 10 re W n' })],
    ['letters let through entirely', at('Secret words', 600, { before: '/Faint gs' })],
    ['letters in a layer that is off', at('Secret words', 600, { before: '/OC /L1 BDC', after: 'EMC' })],
    ['letters with a box painted over them', at('Secret words', 600, { after: '1 g 60 590 300 30 re f' })],
    ['black letters on a black box', at('Secret words', 600, { before: '0 g 60 590 300 30 re f' })],
  ])('is reported and left out: %s', async (_, secret) => {
    const { text, hidden } = await reading(madeUpPdf([page(shown, secret)], layer));
    expect(text).toBe('What everybody reads.');
    expect(hidden).toEqual(['Secret words']);
  });

  it.each([
    ['white letters on a dark box', at('Plain words', 600, { before: '0 0 0.4 rg 60 590 300 30 re f 1 g' })],
    ['white letters on a picture', at('Plain words', 600, { before: 'q 300 0 0 30 60 590 cm /Im Do Q 1 g' })],
    ['grey letters', at('Plain words', 600, { before: '0.7 g' })],
    ['letters under a marker', at('Plain words', 600, { after: '/Marker gs 1 1 0 rg 60 590 300 30 re f' })],
    ['letters beside a box', at('Plain words', 600, { after: '1 g 60 400 300 30 re f' })],
    ['letters in outline', at('Plain words', 600, { before: '1 Tr 1 g' })],
    ['letters in a clip that holds them', at('Plain words', 600, { before: '60 590 300 30 re W n' })],
  ])('is not %s', async (_, plain) => {
    const picture = {
      ...layer,
      resources: `${layer.resources} /XObject << /Im 101 0 R >>`,
      objects: {
        ...layer.objects,
        101: '<< /Type /XObject /Subtype /Image /Width 8 /Height 8 /BitsPerComponent 8 /ColorSpace /DeviceGray /Length 64 >>\nstream\n'.concat(
          'x'.repeat(64),
          '\nendstream',
        ),
      },
    };
    const { text, hidden } = await reading(madeUpPdf([page(shown, plain)], picture));
    expect(text).toContain('Plain words');
    expect(hidden).toEqual([]);
  });
});

describe('a PDF that cannot be read', () => {
  it('is a scan when its pages have no text, and says how many there are', async () => {
    expect((await refusal(madeUpPdf([{}, {}, {}]))).message).toBe(
      'sent.bin: has 3 pages but no text: it is probably a scan.',
    );
    const recognised = madeUpPdf([page(at('Recognised', 600, { before: '3 Tr' }))]);
    expect((await refusal(recognised)).message).toMatch(/has 1 page but no text that a reader would see/u);
  });

  it('is protected by a password', async () => {
    const key = `<${'ab'.repeat(32)}>`;
    const trailer = `/Encrypt << /Filter /Standard /V 1 /R 2 /O ${key} /U ${key} /P -4 >> /ID [<01> <01>]`;
    expect((await refusal(madeUpPdf([page(at('Truce', 600))], { trailer }))).message).toMatch(
      /protected by a password/u,
    );
  });

  it('has more pages than are allowed', async () => {
    expect((await refusal(madeUpPdf([{}], { repeated: 9_999 }))).message).toMatch(/10,000 pages; the limit is 200/u);
    expect((await refusal(madeUpPdf(Array.from({ length: 5 }, () => ({}))), { maxPages: 4 })).message).toMatch(
      /5 pages; the limit is 4/u,
    );
  });

  it('has fonts that do not say which letters they draw', async () => {
    const secret = [...'truce'].map((letter) => String.fromCodePoint(0xe000 + letter.charCodeAt(0))).join('');
    expect((await refusal(madeUpPdf([page(at(secret, 600))]))).message).toMatch(/does not say which letters/u);
  });

  it('has nothing in it but its first line', async () => {
    expect((await refusal('%PDF-1.7\n')).message).toMatch(/damaged/u);
  });
});
