// What a page may cost, measured: the parser's time grows with the square of the depth (7 s at 100,000 levels) and of one
// tag's attributes (200 s for a million), its memory with every node (2.3 GB and minutes at 2.6 million). A character
// reference (`&amp;`) is a node of its own, and so is an end tag that ends nothing. Browsers stop nesting at 512 levels, and
// a long book has some ten thousand elements, so that no page a person reads comes near.
const deepestMarkup = 2_000;
const mostNodes = 300_000;
const mostAttributes = 5_000;

/** Elements that never hold others, and those whose end tag may be left out, so that their count says nothing of depth. */
const notNested = new Set(
  `area base br col embed hr img input link meta param source track wbr p li dt dd tr td th thead tbody tfoot option optgroup
  colgroup caption rt rp body html head`.split(/\s+/),
);
const rawText = new Set(['script', 'style', 'textarea', 'title']);

/** How deep the elements stand that are open, as tags come by. An end tag closes everything inside its element. */
function nesting() {
  const open: string[] = [];
  const counts = new Map<string, number>();
  const change = (name: string, by: number): void => {
    counts.set(name, (counts.get(name) ?? 0) + by);
  };
  return {
    isOpen: (name: string): boolean => (counts.get(name) ?? 0) > 0,
    /** Returns the depth reached. */
    enter(name: string): number {
      change(name, 1);
      return open.push(name);
    },
    leave(name: string): void {
      for (let last = open.pop(); last !== undefined; last = last === name ? undefined : open.pop()) change(last, -1);
    },
  };
}

/** Reads over a tag's attributes. Returns how many words they have and where the tag ends. */
function attributesFrom(html: string, from: number): { count: number; end: number } {
  const word = /"[^"]*"|'[^']*'|[^\s"'>]+|>/gu;
  word.lastIndex = from;
  let count = 0;
  for (let found = word.exec(html); found !== null; found = word.exec(html)) {
    if (found[0] === '>' || count > mostAttributes * 2) return { count, end: word.lastIndex };
    count += 1;
  }
  return { count, end: html.length };
}

/** What makes a page too costly to take apart, for an error to tell; `null` for every page that a person would read. */
export function markupFault(html: string): string | null {
  const markup = /<(?:(!--)|(\/?)([a-z][a-z0-9-]*))?|&(?=[#a-z])/giu;
  const elements = nesting();
  let nodes = 0;
  for (let found = markup.exec(html); found !== null; found = markup.exec(html)) {
    const [, comment, slash] = found;
    const name = found[3]?.toLowerCase();
    const ends = name !== undefined && slash === '/' && elements.isOpen(name);
    if (ends) elements.leave(name);
    else nodes += 1;
    if (nodes > mostNodes) return `has more than ${mostNodes.toLocaleString('en')} elements and character references.`;
    if (name !== undefined && slash === '') {
      const attributes = attributesFrom(html, markup.lastIndex);
      if (attributes.count > mostAttributes * 2) return `has a tag with more than ${mostAttributes} attributes.`;
      markup.lastIndex = attributes.end;
      const depth = notNested.has(name) || rawText.has(name) ? 0 : elements.enter(name);
      if (depth > deepestMarkup) return `nests its elements more than ${deepestMarkup} deep.`;
    }
    const isRaw = name !== undefined && slash === '' && rawText.has(name);
    if (comment === undefined && !isRaw) continue;
    // Nothing in a comment or a script is markup; one that never ends holds the rest of the page.
    const end = isRaw ? new RegExp(`</${name}`, 'giu') : /-->/gu;
    end.lastIndex = markup.lastIndex;
    const ending = end.exec(html);
    if (ending === null) return null;
    markup.lastIndex = ending.index + 1;
  }
  return null;
}
