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
  removeAttribute(name: string): void;
  remove(): void;
}

export const elementNode = 1;
export const textNode = 3;

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
