import { createBlockWriter } from '../block-writer.js';
import { chosen, elementsOf, partsOf, passedOver, textBoxesIn, wordsOf } from './docx-elements.js';
import { createNotes } from './docx-notes.js';
import { isRunSeen } from './docx-run.js';
import { type DocxStyles, paintsGround } from './docx-styles.js';
import { symbolFor } from './docx-symbols.js';
import { childOf, settingOf, type XmlElement } from './xml-tree.js';

interface DocxParts {
  readonly styles: DocxStyles;
  readonly footnotes: XmlElement | undefined;
  readonly endnotes: XmlElement | undefined;
  /** The pages themselves are coloured. */
  readonly hasGround: boolean;
}

/** Where blocks stand that are being read. */
interface Place {
  readonly writer: ReturnType<typeof createBlockWriter>;
  /** Something behind the text is painted. */
  readonly isOnGround: boolean;
  /** The whole place is hidden, as a row of a table can be. */
  readonly isHidden: boolean;
}

/** A paragraph while its runs are read. */
interface Line {
  readonly style: string | undefined;
  readonly isOnGround: boolean;
  readonly isHidden: boolean;
  readonly hidden: string[];
  /** Text boxes anchored in it, and whether the run that anchors them is hidden. */
  readonly boxes: { readonly content: XmlElement; readonly isHidden: boolean }[];
}

/**
 * The text of a Word document's body, blocks between blank lines, and what is hidden in it, a paragraph each.
 * Notes stand at the end, numbered in the order of their marks.
 */
export function docxBlocks(body: XmlElement, parts: DocxParts): { text: string; hidden: readonly string[] } {
  const { styles } = parts;
  const notes = createNotes(parts.footnotes, parts.endnotes);
  const hidden: string[] = [];
  /** Text before a paragraph mark that was deleted: it belongs to the paragraph below. */
  let carried = '';

  function partOfRun(element: XmlElement, line: Line): string {
    switch (element.name) {
      case 'w:t':
      case 'm:t':
        return wordsOf(element);
      case 'w:tab':
      case 'w:ptab':
        return ' ';
      case 'w:cr':
        return '\n';
      case 'w:br':
        return (element.attributes.get('w:type') ?? 'textWrapping') === 'textWrapping' ? '\n' : ' ';
      case 'w:noBreakHyphen':
        return '\u2011';
      case 'w:sym':
        return symbolFor(element.attributes.get('w:char') ?? '');
      case 'w:footnoteReference':
      case 'w:endnoteReference':
        return line.isHidden ? '' : notes.mark(element);
      case 'w:ruby':
        return childrenOf(childOf(element, 'w:rubyBase'), line);
      case 'w:drawing':
      case 'w:pict':
      case 'w:object':
        line.boxes.push(...textBoxesIn(element).map((content) => ({ content, isHidden: line.isHidden })));
        return '';
      default:
        return inline(element, line);
    }
  }

  function childrenOf(element: XmlElement | undefined, line: Line): string {
    return element === undefined
      ? ''
      : elementsOf(element)
          .map((child) => partOfRun(child, line))
          .join('');
  }

  function inline(element: XmlElement, line: Line): string {
    if (passedOver.has(element.name)) return '';
    if (element.name === 'mc:AlternateContent') return childrenOf(chosen(element), line);
    if (element.name !== 'w:r') return element.name.startsWith('?') ? '' : childrenOf(element, line);
    if (!line.isHidden && isRunSeen(element, line.style, styles, line.isOnGround)) return childrenOf(element, line);
    line.hidden.push(childrenOf(element, { ...line, isHidden: true }));
    return '';
  }

  function paragraph(element: XmlElement, place: Place): void {
    const properties = childOf(element, 'w:pPr');
    const id = settingOf(properties, 'w:pStyle');
    const style = styles.find(id);
    const isOnGround = place.isOnGround || paintsGround(properties);
    const line: Line = { style: id, isOnGround, isHidden: place.isHidden, hidden: [], boxes: [] };
    const text = carried + elementsOf(element).reduce((written, child) => written + inline(child, line), '');
    if (line.hidden.length > 0) hidden.push(line.hidden.join(''));
    const isMarkDeleted = childOf(childOf(properties, 'w:rPr'), 'w:del') !== undefined;
    carried = isMarkDeleted ? text : '';
    if (!isMarkDeleted) {
      const outline = Number(settingOf(properties, 'w:outlineLvl') ?? Number.NaN);
      const level = outline >= 0 && outline < 9 ? outline + 1 : style.headingLevel;
      const number = childOf(properties, 'w:numPr');
      const isItem = number === undefined ? style.isListItem : settingOf(number, 'w:numId') !== '0';
      const prefix = level === undefined ? (isItem ? '- ' : '') : `${'#'.repeat(Math.min(6, Math.max(1, level)))} `;
      place.writer.write(text.replaceAll(/[^\S\n]+/gu, ' '));
      place.writer.finish(prefix, false);
    }
    // What a text box is painted on cannot be told from its text.
    for (const { content, isHidden } of line.boxes) readInto(content, { ...place, isHidden, isOnGround: true });
  }

  function cellText(cell: XmlElement, place: Place): string {
    const writer = createBlockWriter();
    const isOnGround = place.isOnGround || paintsGround(childOf(cell, 'w:tcPr'));
    readInto(cell, { ...place, writer, isOnGround });
    return writer.text().replaceAll(/\s+/gu, ' ');
  }

  function table(element: XmlElement, place: Place): void {
    const properties = childOf(element, 'w:tblPr');
    const style = settingOf(properties, 'w:tblStyle');
    const isShaded = paintsGround(properties) || (style !== undefined && styles.find(style).isShaded);
    const rows = partsOf(element, 'w:tr')
      .filter((row) => childOf(childOf(row, 'w:trPr'), 'w:del') === undefined)
      .map((row) => ({ row, cells: partsOf(row, 'w:tc') }));
    const isLayout = rows.every(({ cells }) => cells.length < 2);
    place.writer.separate();
    for (const { row, cells } of rows) {
      const isHidden = place.isHidden || childOf(childOf(row, 'w:trPr'), 'w:hidden') !== undefined;
      const inRow = { ...place, isHidden, isOnGround: place.isOnGround || isShaded };
      if (isLayout) {
        for (const cell of cells) readInto(cell, inRow);
        continue;
      }
      const texts = cells.map((cell) => cellText(cell, inRow));
      if (texts.every((text) => text === '')) continue;
      place.writer.write(texts.map((text) => `${text} | `).join(''));
      place.writer.finish('| ', false);
    }
    place.writer.separate();
  }

  function blocks(parent: XmlElement | undefined, place: Place): void {
    for (const element of parent === undefined ? [] : elementsOf(parent)) {
      if (element.name === 'w:p') paragraph(element, place);
      else if (element.name === 'w:tbl') table(element, place);
      else if (element.name === 'mc:AlternateContent') blocks(chosen(element), place);
      else if (!passedOver.has(element.name) && !element.name.startsWith('?')) blocks(element, place);
    }
  }

  /** Reads all of a body, cell or box; a deleted mark at its end has no paragraph below. */
  function readInto(parent: XmlElement, place: Place): void {
    blocks(parent, place);
    place.writer.write(carried);
    place.writer.finish('', false);
    carried = '';
  }

  const writer = createBlockWriter();
  readInto(body, { writer, isOnGround: parts.hasGround, isHidden: false });
  for (const { number, content } of notes.marked()) {
    const words = cellText(content, { writer, isOnGround: false, isHidden: false });
    if (words !== '') writer.write(`[${number}] ${words}`);
    writer.finish('', false);
  }
  return { text: writer.text(), hidden };
}
