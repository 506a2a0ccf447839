import { deflateSync } from 'node:zlib';

/** A text on a page. Points from the lower left corner, as in a PDF. */
export interface PrintedText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size?: number;
  readonly isBold?: boolean;
  /** Operators before it, inside `q … Q`: a colour, a clip, a layer. */
  readonly before?: string;
  /** Operators after it, inside the same. */
  readonly after?: string;
  /** Degrees counter-clockwise. */
  readonly turned?: number;
}

export interface PrintedPage {
  readonly texts?: readonly PrintedText[];
  /** Operators before and after the texts. */
  readonly below?: string;
  readonly above?: string;
  readonly rotate?: number;
}

export interface PdfExtras {
  /** Entries of the Info dictionary, strings in ASCII. */
  readonly info?: Readonly<Record<string, string>>;
  readonly isPacked?: boolean;
  /** The first page, that many times over. */
  readonly repeated?: number;
  /** More entries for each page's resources, and objects from number 100 to 999 that they point to. */
  readonly resources?: string;
  readonly objects?: Readonly<Record<number, string>>;
  /** More entries for the catalogue and the trailer. */
  readonly catalogue?: string;
  readonly trailer?: string;
  /** Fonts do not say what their letters are. */
  readonly isMute?: boolean;
}

export const letterWidth = 0.5;
const firstPage = 1_000;
const descriptor = (font: number): number => font + 20;

const hexadecimal = (number: number, digits = 4): string => number.toString(16).padStart(digits, '0');

/** Numbers for the characters of a file: the code point where it fits and is free, else one that no character has. */
function createAlphabet() {
  const codes = new Map<string, number>();
  let next = 0xd800;
  return {
    codeOf(character: string): number {
      const point = character.codePointAt(0) ?? 0;
      const code = codes.get(character) ?? (point < 0xd800 || (point > 0xdfff && point < 0xffff) ? point : next++);
      codes.set(character, code);
      return code;
    },
    toUnicode(): string {
      const lines = [...codes].map(([character, code]) => {
        const units = [...Array(character.length).keys()].map((index) => hexadecimal(character.charCodeAt(index)));
        return `1 beginbfchar <${hexadecimal(code)}> <${units.join('')}> endbfchar`;
      });
      return `/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <0000> <ffff> endcodespacerange\n${lines.join('\n')}\nendcmap end`;
    },
  };
}

function stream(content: string, isPacked: boolean, entries = ''): Buffer {
  const plain = Buffer.from(content, 'latin1');
  const bytes = isPacked ? deflateSync(plain) : plain;
  const filter = isPacked ? '/Filter /FlateDecode ' : '';
  return Buffer.concat([
    Buffer.from(`<< /Length ${bytes.length} ${filter}${entries}>>\nstream\n`),
    bytes,
    Buffer.from('\nendstream'),
  ]);
}

/** Objects 1 and up, with the table that says where each begins. */
function file(objects: ReadonlyMap<number, Buffer | string>, trailer: string): Uint8Array {
  const chunks = [Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1')];
  const places: string[] = [];
  let at = chunks[0]?.length ?? 0;
  for (const [number, content] of objects) {
    const chunk = Buffer.concat([
      Buffer.from(`${number} 0 obj\n`),
      Buffer.from(content as string, 'latin1'),
      Buffer.from('\nendobj\n'),
    ]);
    places.push(`${number} 1\n${String(at).padStart(10, '0')} 00000 n \n`);
    chunks.push(chunk);
    at += chunk.length;
  }
  const size = Math.max(...objects.keys()) + 1;
  chunks.push(
    Buffer.from(
      `xref\n0 1\n0000000000 65535 f \n${places.join('')}trailer\n<< /Size ${size} /Root 1 0 R ${trailer} >>\nstartxref\n${at}\n%%EOF\n`,
      'latin1',
    ),
  );
  return new Uint8Array(Buffer.concat(chunks));
}

/** A PDF in which every letter is half as wide as it is high, 612 by 792 points a page. */
export function madeUpPdf(pages: readonly PrintedPage[], extras: PdfExtras = {}): Uint8Array {
  const { isPacked = false, info = {} } = extras;
  const alphabet = createAlphabet();

  function drawn({ text, x, y, size = 11, isBold = false, before = '', after = '', turned = 0 }: PrintedText): string {
    const codes = [...text].map((character) => hexadecimal(alphabet.codeOf(character))).join('');
    const [cos, sin] = [Math.cos((turned * Math.PI) / 180).toFixed(5), Math.sin((turned * Math.PI) / 180)];
    const matrix = `${cos} ${sin.toFixed(5)} ${(-sin).toFixed(5)} ${cos} ${x} ${y} Tm`;
    return `q ${before} BT /F${isBold ? 2 : 1} ${size} Tf ${matrix} <${codes}> Tj ET ${after} Q`;
  }

  const objects = new Map<number, Buffer | string>();
  const kids = [
    ...pages.map((_, index) => `${firstPage + index * 2} 0 R`),
    ...Array.from({ length: extras.repeated ?? 0 }, () => `${firstPage} 0 R`),
  ];
  objects.set(1, `<< /Type /Catalog /Pages 2 0 R ${extras.catalogue ?? ''} >>`);
  objects.set(2, `<< /Type /Pages /Kids [${kids.join(' ')}] /Count ${kids.length} >>`);
  const contents = pages.map(({ texts = [], below = '', above = '' }) =>
    stream([below, ...texts.map(drawn), above].join('\n'), isPacked),
  );
  const toUnicode = extras.isMute === true ? '' : '/ToUnicode 5 0 R';
  for (const [number, name] of [
    [3, 'Body'],
    [4, 'Body-Bold'],
  ] as const) {
    objects.set(
      number,
      `<< /Type /Font /Subtype /Type0 /BaseFont /${name} /Encoding /Identity-H /DescendantFonts [${number + 3} 0 R] ${toUnicode} >>`,
    );
    objects.set(
      number + 3,
      `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /${name} /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW ${letterWidth * 1_000} /FontDescriptor ${descriptor(number)} 0 R >>`,
    );
    objects.set(
      descriptor(number),
      `<< /Type /FontDescriptor /FontName /${name} /Flags 4 /FontBBox [0 -200 1000 800] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>`,
    );
  }
  objects.set(5, stream(alphabet.toUnicode(), isPacked));
  const said = Object.entries(info).map(([key, value]) => `/${key} (${value})`);
  objects.set(9, `<< ${said.join(' ')} >>`);
  for (const [index, content] of contents.entries()) {
    const number = firstPage + index * 2;
    const rotate = pages[index]?.rotate ?? 0;
    objects.set(
      number,
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Rotate ${rotate} /Contents ${number + 1} 0 R /Resources << /Font << /F1 3 0 R /F2 4 0 R >> ${extras.resources ?? ''} >> >>`,
    );
    objects.set(number + 1, content);
  }
  for (const [number, content] of Object.entries(extras.objects ?? {})) objects.set(Number(number), content);
  return file(objects, `/Info 9 0 R ${extras.trailer ?? ''}`);
}

/** Lines set one below the other from `y` down, `leading` points apart. */
export function printedLines(
  lines: readonly string[],
  place: Omit<PrintedText, 'text'> & { readonly leading?: number },
): readonly PrintedText[] {
  const { leading = 14, ...rest } = place;
  return lines.map((text, index) => ({ ...rest, text, y: rest.y - index * leading }));
}
