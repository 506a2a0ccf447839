import { createSight } from './html-sight.js';
import { elementNode, type HtmlNode, textNode, walk } from './html-tree.js';

export interface HtmlSurvey {
  /** What a reader would not see: elements, outermost only, and texts inside elements that are seen otherwise. */
  readonly hidden: readonly HtmlNode[];
  /** What is written in it and would be seen but for how it is styled, in the page's order. */
  readonly concealed: readonly string[];
  /** Elements that are seen and styled by themselves. */
  readonly styled: readonly HtmlNode[];
  readonly depth: number;
  readonly nodes: number;
  /** Of the tag with the most. */
  readonly attributes: number;
}

function textIn(root: HtmlNode): string {
  const sight = createSight();
  const words: string[] = [];
  walk(root, {
    enter(node) {
      if (node.nodeType === textNode) words.push(node.nodeValue ?? '');
      return node.nodeType === elementNode && !sight.isUnread(node);
    },
  });
  return words.join(' ');
}

/** The hidden parts of a page, and how large the rest is in every way that costs. */
export function htmlSurvey(root: HtmlNode): HtmlSurvey {
  const sight = createSight();
  const hidden: HtmlNode[] = [];
  const concealed: string[] = [];
  const styled: HtmlNode[] = [];
  let deepest = 0;
  let nodes = 0;
  let attributes = 0;
  const conceal = (node: HtmlNode): false => {
    hidden.push(node);
    concealed.push(textIn(node));
    return false;
  };
  walk(root, {
    enter(node, depth) {
      nodes += 1;
      if (node.nodeType === textNode && !sight.isTextSeen() && node.nodeValue?.trim() !== '') return conceal(node);
      if (node.nodeType !== elementNode) return false;
      if (node !== root && sight.isUnread(node)) {
        hidden.push(node);
        return false;
      }
      if (node !== root && sight.isConcealed(node)) return conceal(node);
      sight.enter(node);
      if (node.getAttribute('style') !== null) styled.push(node);
      deepest = Math.max(deepest, depth);
      attributes = Math.max(attributes, node.attributes.length);
      return true;
    },
    leave: sight.leave,
  });
  return { hidden, concealed, styled, depth: deepest, nodes, attributes };
}
