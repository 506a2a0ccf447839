import { childOf, settingOf, type XmlElement } from './xml-tree.js';

/** What a style says, the styles it is based on included; `undefined` where none of them says anything. */
export interface DocxStyle {
  /** 1 to 9 for a heading, 0 for the document's title. */
  readonly headingLevel: number | undefined;
  readonly isListItem: boolean;
  /** Properties of its text, its own first. */
  readonly runProperties: readonly XmlElement[];
  /** Whether it paints a ground behind its text. */
  readonly isShaded: boolean;
}

export interface DocxStyles {
  /** The style of that id; the default paragraph's for `undefined`. */
  find(id: string | undefined): DocxStyle;
}

// Longer chains are loops.
const longestChain = 20;

/** The level of a heading by the name Word keeps in every language, or by the outline. */
function headingLevelOf(chain: readonly XmlElement[]): number | undefined {
  for (const style of chain) {
    const name = settingOf(style, 'w:name')?.toLowerCase() ?? '';
    if (name === 'title') return 0;
    const heading = /^heading ([1-9])$/u.exec(name);
    if (heading !== null) return Number(heading[1]);
    const outline = Number(settingOf(childOf(style, 'w:pPr'), 'w:outlineLvl') ?? Number.NaN);
    if (outline >= 0 && outline < 9) return outline + 1;
  }
  return undefined;
}

/** Whether an element or anything in it is shaded; `clear` on `auto` paints nothing. */
export function paintsGround(element: XmlElement | undefined): boolean {
  return (element?.children ?? []).some((child) => {
    if (typeof child === 'string') return false;
    if (child.name !== 'w:shd') return paintsGround(child);
    const fill = child.attributes.get('w:fill')?.toLowerCase() ?? 'auto';
    return fill !== 'auto' && fill !== 'ffffff';
  });
}

/** Reads `word/styles.xml`; without one no style says anything. */
export function docxStyles(root: XmlElement | undefined): DocxStyles {
  const byId = new Map<string, XmlElement>();
  let defaultId: string | undefined;
  for (const style of root?.children ?? []) {
    if (typeof style === 'string' || style.name !== 'w:style') continue;
    const id = style.attributes.get('w:styleId');
    if (id === undefined) continue;
    byId.set(id, style);
    const isDefault = /^(?:1|true|on)$/u.test(style.attributes.get('w:default') ?? '');
    if (isDefault && style.attributes.get('w:type') === 'paragraph') defaultId = id;
  }
  const defaults = childOf(childOf(childOf(root, 'w:docDefaults'), 'w:rPrDefault'), 'w:rPr');
  const known = new Map<string | undefined, DocxStyle>();

  function resolve(id: string | undefined): DocxStyle {
    const chain: XmlElement[] = [];
    for (let next = id; next !== undefined && chain.length < longestChain; ) {
      const style = byId.get(next);
      if (style !== undefined) chain.push(style);
      next = settingOf(style, 'w:basedOn');
    }
    const texts = chain.map((style) => childOf(style, 'w:rPr'));
    return {
      headingLevel: headingLevelOf(chain),
      isListItem: chain.some((style) => childOf(childOf(style, 'w:pPr'), 'w:numPr') !== undefined),
      runProperties: [...texts, defaults].filter((properties) => properties !== undefined),
      isShaded: chain.some(paintsGround),
    };
  }

  return {
    find(id) {
      const wanted = id ?? defaultId;
      const style = known.get(wanted) ?? resolve(wanted);
      known.set(wanted, style);
      return style;
    },
  };
}
