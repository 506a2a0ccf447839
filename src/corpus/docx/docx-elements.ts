import { childOf, type XmlElement } from './xml-tree.js';

// What these hold was deleted, moved away, or says how something looks.
export const passedOver = new Set(['w:del', 'w:moveFrom', 'w:pPr', 'w:rPr', 'w:rt', 'w:tblPr', 'w:tblGrid', 'w:sdtPr']);
// Word shows a choice when it knows what the choice requires: its own additions, all of them named so.
const knownRequirement = /^(?:w1\d\w*|wp\w|a14|am3d|cx\d?|aink)$/u;

export const elementsOf = (element: XmlElement): readonly XmlElement[] =>
  element.children.filter((child) => typeof child !== 'string');

export const wordsOf = (element: XmlElement): string =>
  element.children.filter((child) => typeof child === 'string').join('');

/** Which of an element's variants is shown. */
export function chosen(alternatives: XmlElement): XmlElement | undefined {
  const known = elementsOf(alternatives).find(
    ({ name, attributes }) =>
      name === 'mc:Choice' &&
      (attributes.get('Requires') ?? '').split(/\s+/u).every((prefix) => knownRequirement.test(prefix)),
  );
  return known ?? childOf(alternatives, 'mc:Fallback');
}

export function textBoxesIn(element: XmlElement): readonly XmlElement[] {
  if (element.name === 'w:txbxContent') return [element];
  const within = element.name === 'mc:AlternateContent' ? chosen(element) : element;
  return within === undefined ? [] : elementsOf(within).flatMap(textBoxesIn);
}

/** The rows or cells of a table, in whatever wrapping. */
export function partsOf(element: XmlElement, name: string): readonly XmlElement[] {
  return elementsOf(element).flatMap((child) => {
    if (child.name === name) return [child];
    return passedOver.has(child.name) || child.name === 'w:tbl' ? [] : partsOf(child, name);
  });
}
