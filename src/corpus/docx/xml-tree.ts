import { type Namespaces, nameOf } from './xml-names.js';

/** An element of an XML file. Names have the prefix that `prefixes` gives their namespace, whatever the file calls it. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly (XmlElement | string)[];
}

/** An element whose end has not come yet. */
interface OpenElement {
  readonly children: (XmlElement | string)[];
  readonly written: string;
  readonly namespaces: Namespaces;
}

// Word nests some thirty levels, tables in tables a few more; what reads the tree recurses.
const deepest = 400;

const namedCharacters: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decoded(text: string): string {
  if (!text.includes('&')) return text;
  return text.replaceAll(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{1,8}));/giu, (whole, decimal, hexadecimal, name) => {
    if (name !== undefined) return namedCharacters[name as string] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hexadecimal as string, 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}

const attribute = /([^\s=/"'<>]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/gu;

// Most elements have no attributes, many no children: a long document has a million of them.
const noAttributes: ReadonlyMap<string, string> = new Map();
const noChildren: readonly XmlElement[] = [];

function attributesIn(source: string): readonly { readonly name: string; readonly value: string }[] {
  if (!source.includes('=')) return [];
  return [...source.matchAll(attribute)].map(([, name = '', double, single]) => ({
    name,
    value: decoded(double ?? single ?? ''),
  }));
}

function opened(
  written: string,
  source: string,
  inherited: Namespaces,
  isEmpty: boolean,
): { element: XmlElement; open: OpenElement } {
  const found = attributesIn(source);
  const declared = found.filter(({ name }) => name === 'xmlns' || name.startsWith('xmlns:'));
  const namespaces =
    declared.length === 0
      ? inherited
      : {
          declared: new Map([
            ...inherited.declared,
            ...declared.map(({ name, value }) => [name.slice('xmlns:'.length), value] as const),
          ]),
          names: new Map<string, string>(),
        };
  const attributes =
    found.length === 0
      ? noAttributes
      : new Map(found.map(({ name, value }) => [name.includes(':') ? nameOf(name, namespaces) : name, value] as const));
  const children: (XmlElement | string)[] = [];
  return {
    element: { name: nameOf(written, namespaces), attributes, children: isEmpty ? noChildren : children },
    open: { children, written, namespaces },
  };
}

/** Where markup ends that is passed over, or a CDATA section; `undefined` for a tag. */
function passedOver(source: string, at: number): { end: number; text: string } | undefined {
  for (const [opening, closing] of [
    ['<!--', '-->'],
    ['<![CDATA[', ']]>'],
    ['<?', '?>'],
  ] as const) {
    if (!source.startsWith(opening, at)) continue;
    const end = source.indexOf(closing, at + opening.length);
    if (end === -1) throw new SyntaxError(`${opening} is never closed`);
    return { end: end + closing.length, text: opening === '<![CDATA[' ? source.slice(at + opening.length, end) : '' };
  }
  return undefined;
}

/** Where a tag ends: a `>` may stand in quotes. */
function endOfTag(source: string, from: number): number {
  for (let at = from; at < source.length; at++) {
    const character = source[at];
    if (character === '>') return at;
    if (character !== '"' && character !== "'") continue;
    at = source.indexOf(character, at + 1);
    if (at === -1) break;
  }
  throw new SyntaxError('a tag is never closed');
}

/**
 * Reads an XML file into its root element. Definitions of a document type are refused: no office file has one, and its
 * entities can stand for gigabytes.
 *
 * @throws SyntaxError when it is not well formed or nests more than 400 levels.
 */
export function xmlTree(source: string): XmlElement {
  const root: OpenElement = { children: [], written: '', namespaces: { declared: new Map(), names: new Map() } };
  const open: OpenElement[] = [root];
  let at = 0;
  while (at < source.length) {
    const current = open.at(-1) ?? root;
    const bracket = source.indexOf('<', at);
    const text = source.slice(at, bracket === -1 ? source.length : bracket);
    if (text !== '' && open.length > 1) current.children.push(decoded(text));
    if (bracket === -1) break;
    const passed = passedOver(source, bracket);
    if (passed !== undefined) {
      if (passed.text !== '') current.children.push(passed.text);
      at = passed.end;
      continue;
    }
    if (source[bracket + 1] === '!') throw new SyntaxError('has a document type');
    const end = endOfTag(source, bracket + 1);
    at = end + 1;
    if (source[bracket + 1] === '/') {
      const name = source.slice(bracket + 2, end).trim();
      if (open.length === 1 || name !== current.written) throw new SyntaxError(`</${name}> ends nothing`);
      open.pop();
      continue;
    }
    const isEmpty = source[end - 1] === '/';
    const inside = source.slice(bracket + 1, isEmpty ? end - 1 : end);
    const written = /^[^\s/]+/u.exec(inside)?.[0] ?? '';
    if (written === '') throw new SyntaxError('a tag has no name');
    const next = opened(written, inside.slice(written.length), current.namespaces, isEmpty);
    current.children.push(next.element);
    if (isEmpty) continue;
    if (open.push(next.open) > deepest) throw new SyntaxError('nests too deep');
  }
  const first = root.children[0];
  if (open.length !== 1 || typeof first !== 'object') throw new SyntaxError('breaks off');
  return first;
}

/** The first child of that name. */
export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child): child is XmlElement => typeof child !== 'string' && child.name === name);
}

/** An attribute of an element's child: `<w:jc w:val="left"/>` is `settingOf(properties, 'w:jc')`. */
export function settingOf(element: XmlElement | undefined, child: string, name = 'w:val'): string | undefined {
  return childOf(element, child)?.attributes.get(name);
}
