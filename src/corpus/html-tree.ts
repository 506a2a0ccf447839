/** The part of the DOM used here; the compiler's own DOM types are for browsers. */
export interface HtmlNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly nodeValue: string | null;
  readonly textContent: string | null;
  readonly firstChild: HtmlNode | null;
  readonly nextSibling: HtmlNode | null;
  readonly parentNode: HtmlNode | null;
  readonly attributes: { readonly length: number };
  getAttribute(name: string): string | null;
  querySelector(selector: string): HtmlNode | null;
  remove(): void;
}

export const elementNode = 1;
export const textNode = 3;

const unread = new Set(
  'SCRIPT STYLE TEMPLATE NOSCRIPT HEAD TITLE SVG MATH IFRAME OBJECT EMBED CANVAS AUDIO VIDEO SELECT TEXTAREA BUTTON INPUT'.split(
    ' ',
  ),
);
/** Whether a reader of the page would not see an element. */
export function isHidden(node: HtmlNode): boolean {
  if (unread.has(node.nodeName.toUpperCase())) return true;
  if (node.getAttribute('hidden') !== null || node.getAttribute('aria-hidden')?.trim().toLowerCase() === 'true')
    return true;
  return /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/iu.test(node.getAttribute('style') ?? '');
}

/**
 * Visits a tree in reading order without recursion, since a page may nest deeper than the stack. `enter` returns false to
 * pass over an element with everything in it; `leave` is called for the elements that were entered.
 */
export function walk(
  root: HtmlNode,
  visitor: { enter(node: HtmlNode, depth: number): boolean; leave?(node: HtmlNode): void },
): void {
  let node: HtmlNode = root;
  let depth = 0;
  for (;;) {
    const entered = visitor.enter(node, depth);
    if (entered && node.firstChild !== null) {
      node = node.firstChild;
      depth += 1;
      continue;
    }
    if (entered) visitor.leave?.(node);
    while (node !== root && node.nextSibling === null && node.parentNode !== null) {
      node = node.parentNode;
      depth -= 1;
      visitor.leave?.(node);
    }
    if (node === root || node.nextSibling === null) return;
    node = node.nextSibling;
  }
}

/** The hidden elements of a tree, outermost only, and how large the rest is in every way that costs. */
export function surveyOf(root: HtmlNode): {
  hidden: readonly HtmlNode[];
  depth: number;
  nodes: number;
  attributes: number;
} {
  const hidden: HtmlNode[] = [];
  let deepest = 0;
  let nodes = 0;
  let attributes = 0;
  walk(root, {
    enter(node, depth) {
      nodes += 1;
      if (node.nodeType !== elementNode) return false;
      if (node !== root && isHidden(node)) {
        hidden.push(node);
        return false;
      }
      deepest = Math.max(deepest, depth);
      attributes = Math.max(attributes, node.attributes.length);
      return true;
    },
  });
  return { hidden, depth: deepest, nodes, attributes };
}
