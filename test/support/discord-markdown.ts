/*
 * How Discord reads a message, written from its documentation and for judging only: where its clients differ, this
 * reader sees markup rather than none. It knows nothing of how Parley writes.
 */

export type MarkKind =
  | 'bold'
  | 'italic'
  | 'underline'
  | 'strike'
  | 'spoiler'
  | 'code'
  | 'code-block'
  | 'heading'
  | 'small'
  | 'list'
  | 'quote'
  | 'link'
  | 'mention'
  | 'emoji'
  | 'timestamp';

export type MarkdownNode =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: MarkKind;
      readonly children: readonly MarkdownNode[];
      /** Of a link. */
      readonly url?: string;
    };

type Rule = readonly [pattern: RegExp, read: (match: RegExpExecArray) => MarkdownNode];

const text = (value: string): MarkdownNode => ({ kind: 'text', text: value });
const around = (kind: MarkKind, inner: string): MarkdownNode => ({ kind, children: readInline(inner) });
const whole = (kind: MarkKind, value: string): MarkdownNode => ({ kind, children: [text(value)] });

/** Tried in this order at every character. */
const inlineRules: readonly Rule[] = [
  [/^\\([^0-9A-Za-z\s])/u, (match) => text(match[1] ?? '')],
  [/^```(?:[\w+\-.#]+\n)?([\s\S]+?)```/u, (match) => whole('code-block', match[1] ?? '')],
  [/^(`+)([\s\S]*?[^`])\1(?!`)/u, (match) => whole('code', match[2] ?? '')],
  [/^<(?:@[!&]?\d+|#\d+|id:[\w-]+|\/[^>:]+:\d+)>/u, (match) => whole('mention', match[0])],
  [/^@(?:everyone|here)/u, (match) => whole('mention', match[0])],
  [/^<a?:\w+:\d+>|^:[^\s:]+:/u, (match) => whole('emoji', match[0])],
  [/^<t:-?\d+(?::\w)?>/u, (match) => whole('timestamp', match[0])],
  [
    /^<((?:[a-z][a-z\d+.-]*:\/\/|mailto:|tel:)[^\s>]+|\+\d+|[^\s<>@]+@[^\s<>@]+)>/iu,
    (match) => ({ kind: 'link', url: match[1] ?? '', children: [text(match[1] ?? '')] }),
  ],
  [
    /^\[((?:\\[\s\S]|[^\\\]])*)\]\(\s*<?((?:\\[\s\S]|[^\s\\>)])+)>?(?:\s[^)]*)?\)/u,
    (match) => ({ kind: 'link', url: match[2] ?? '', children: readInline(match[1] ?? '') }),
  ],
  [
    /^(?:[a-z][a-z\d+.-]*:\/\/|www\.|(?:discord\.gg|discord(?:app)?\.com\/invite)\/)[^\s<]*[^\s<.,:;"'\]]/iu,
    (match) => ({ kind: 'link', url: match[0], children: [text(match[0])] }),
  ],
  [/^\*\*((?:\\[\s\S]|[^\\])+?)\*\*(?!\*)/u, (match) => around('bold', match[1] ?? '')],
  [/^__((?:\\[\s\S]|[^\\])+?)__(?!_)/u, (match) => around('underline', match[1] ?? '')],
  [/^~~((?:\\[\s\S]|[^\\])+?)~~/u, (match) => around('strike', match[1] ?? '')],
  [/^\|\|((?:\\[\s\S]|[^\\])+?)\|\|/u, (match) => around('spoiler', match[1] ?? '')],
  [/^([*_])(?=\S)((?:\\[\s\S]|(?!\1)[^\\])+?)\1(?!\1)/u, (match) => around('italic', match[2] ?? '')],
];

function readMark(rest: string): { readonly node: MarkdownNode; readonly length: number } | null {
  for (const [pattern, read] of inlineRules) {
    const match = pattern.exec(rest);
    if (match !== null) return { node: read(match), length: match[0].length };
  }
  return null;
}

function readInline(source: string): readonly MarkdownNode[] {
  const nodes: MarkdownNode[] = [];
  let plain = '';
  const flush = (): void => {
    if (plain !== '') nodes.push(text(plain));
    plain = '';
  };
  for (let at = 0; at < source.length; ) {
    const mark = readMark(source.slice(at));
    if (mark === null) plain += source[at];
    else if (mark.node.kind === 'text') plain += mark.node.text;
    else {
      flush();
      nodes.push(mark.node);
    }
    at += mark?.length ?? 1;
  }
  flush();
  return nodes;
}

const lineRules: readonly (readonly [RegExp, MarkKind])[] = [
  [/^#{1,3} +/u, 'heading'],
  [/^-# +/u, 'small'],
  [/^ *(?:[-*+]|\d+\.) +/u, 'list'],
];

function readLine(line: string): readonly MarkdownNode[] {
  for (const [pattern, kind] of lineRules) {
    const match = pattern.exec(line);
    if (match !== null) return [{ kind, children: readInline(line.slice(match[0].length)) }];
  }
  return readInline(line);
}

/** A whole message or description; lines stay apart by `\n`. */
export function readMarkdown(source: string): readonly MarkdownNode[] {
  const fence = /```[\s\S]+?```/u.exec(source.replaceAll(/\\[\s\S]/gu, '..'));
  if (fence !== null) {
    return [
      ...readMarkdown(source.slice(0, fence.index)),
      ...readInline(source.slice(fence.index, fence.index + fence[0].length)),
      ...readMarkdown(source.slice(fence.index + fence[0].length)),
    ];
  }
  const nodes: MarkdownNode[] = [];
  const lines = source.split('\n');
  for (let at = 0; at < lines.length; ) {
    const quoted: string[] = [];
    if (/^ *>>> /u.test(lines[at] ?? '')) {
      quoted.push((lines[at] ?? '').replace(/^ *>>> /u, ''), ...lines.slice(at + 1));
    } else {
      while (/^ *> /u.test(lines[at + quoted.length] ?? ''))
        quoted.push((lines[at + quoted.length] ?? '').replace(/^ *> /u, ''));
    }
    if (nodes.length > 0) nodes.push(text('\n'));
    if (quoted.length > 0) nodes.push({ kind: 'quote', children: readMarkdown(quoted.join('\n')) });
    else nodes.push(...readLine(lines[at] ?? ''));
    at += Math.max(1, quoted.length);
  }
  return nodes;
}

/** What a reader sees, without any marks. */
export function plainTextOf(nodes: readonly MarkdownNode[]): string {
  return nodes.map((node) => (node.kind === 'text' ? node.text : plainTextOf(node.children))).join('');
}

/** Every mark in reading order, the inner after the outer. */
export function marksOf(
  nodes: readonly MarkdownNode[],
): readonly { readonly kind: MarkKind; readonly text: string; readonly url?: string }[] {
  return nodes.flatMap((node) => {
    if (node.kind === 'text') return [];
    const mark = { kind: node.kind, text: plainTextOf(node.children) };
    return [node.url === undefined ? mark : { ...mark, url: node.url }, ...marksOf(node.children)];
  });
}
