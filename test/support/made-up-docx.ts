import { madeUpZip, type ZipPart } from './made-up-zip.js';

const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const compatibility = 'http://schemas.openxmlformats.org/markup-compatibility/2006';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const part = (root: string, inside: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><w:${root} xmlns:w="${word}" xmlns:mc="${compatibility}">${inside}</w:${root}>`;

/** `<w:r>` with a text; `properties` are what stands in its `<w:rPr>`. */
export function run(text: string, properties = ''): string {
  return `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;
}

/** `<w:p>`; a text that is no markup becomes its one run. */
export function wordParagraph(content: string, properties = ''): string {
  const inside = content.startsWith('<') ? content : run(content);
  return `<w:p><w:pPr>${properties}</w:pPr>${inside}</w:p>`;
}

const cells = (row: readonly string[]): string => row.map((cell) => `<w:tc>${wordParagraph(cell)}</w:tc>`).join('');

/** `<w:tbl>` of rows of cells. */
export function table(rows: readonly (readonly string[])[]): string {
  return `<w:tbl><w:tblPr/>${rows.map((row) => `<w:tr>${cells(row)}</w:tr>`).join('')}</w:tbl>`;
}

/** A style; `based` is the id of the one it is based on. */
export function style(id: string, inside: string, { name = id, type = 'paragraph', based = '' } = {}): string {
  const basedOn = based === '' ? '' : `<w:basedOn w:val="${based}"/>`;
  return `<w:style w:type="${type}" w:styleId="${id}"><w:name w:val="${name}"/>${basedOn}${inside}</w:style>`;
}

/** A Word document. What is given as a text is the inside of that part's root element. */
export function madeUpDocx(
  body: string,
  parts: {
    readonly styles?: string;
    readonly footnotes?: string;
    readonly endnotes?: string;
    readonly title?: string;
    readonly author?: string;
    readonly others?: Readonly<Record<string, string | Uint8Array | ZipPart>>;
  } = {},
): Uint8Array {
  const core = `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
    xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"><dc:title>${escaped(parts.title ?? '')}</dc:title>
    <dc:creator>${escaped(parts.author ?? '')}</dc:creator><dcterms:created>2016-09-10T08:00:00Z</dcterms:created></cp:coreProperties>`;
  return madeUpZip({
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${relations}" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': { content: part('document', `<w:body>${body}</w:body>`), isDeflated: true },
    ...(parts.styles === undefined ? {} : { 'word/styles.xml': part('styles', parts.styles) }),
    ...(parts.footnotes === undefined ? {} : { 'word/footnotes.xml': part('footnotes', parts.footnotes) }),
    ...(parts.endnotes === undefined ? {} : { 'word/endnotes.xml': part('endnotes', parts.endnotes) }),
    'docProps/core.xml': core,
    ...parts.others,
  });
}
