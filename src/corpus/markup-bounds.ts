// The parser's work grows with the square of the depth (7 s at 100,000 levels) and its memory with every node (2.3 GB and
// minutes at 2.6 million; both measured). Browsers stop nesting at 512 levels; a long book has some ten thousand elements.
// A character reference (`&amp;`) is a node of its own, and so is an end tag that ends nothing.
const deepestMarkup = 2_000;
const mostNodes = 300_000;

/** Elements that never hold others, and those whose end tag may be left out, so that their count says nothing of depth. */
const notNested = new Set(
  `area base br col embed hr img input link meta param source track wbr p li dt dd tr td th thead tbody tfoot option optgroup
  colgroup caption rt rp body html head`.split(/\s+/),
);
const rawText = new Set(['script', 'style', 'textarea', 'title']);

/** What makes a page too costly to take apart, for an error to tell; `null` for every page that a person would read. */
export function markupFault(html: string): string | null {
  const tag = /<(?:(!--)|(\/?)([a-z][a-z0-9-]*))|&(?=[#a-z])/giu;
  const open: string[] = [];
  const openCounts = new Map<string, number>();
  let nodes = 0;
  for (let found = tag.exec(html); found !== null; found = tag.exec(html)) {
    const name = found[3]?.toLowerCase() ?? '';
    if (found[1] !== undefined || (found[2] === '' && rawText.has(name))) {
      const end = found[1] === undefined ? html.indexOf('</', tag.lastIndex) : html.indexOf('-->', tag.lastIndex);
      if (end === -1) return null;
      tag.lastIndex = end;
    }
    const endsOpen = found[2] === '/' && (openCounts.get(name) ?? 0) > 0;
    if (!endsOpen) nodes += 1;
    if (nodes > mostNodes) return `has more than ${mostNodes.toLocaleString('en')} elements and character references.`;
    if (name === '') continue;
    if (found[2] === '') {
      if (notNested.has(name) || rawText.has(name)) continue;
      open.push(name);
      openCounts.set(name, (openCounts.get(name) ?? 0) + 1);
      if (open.length > deepestMarkup)
        return `nests its elements more than ${deepestMarkup.toLocaleString('en')} deep.`;
    } else if (endsOpen) {
      for (let last = open.pop(); last !== undefined; last = last === name ? undefined : open.pop()) {
        openCounts.set(last, (openCounts.get(last) ?? 1) - 1);
      }
    }
  }
  return null;
}
