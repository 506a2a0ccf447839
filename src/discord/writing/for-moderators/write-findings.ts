import type { Finding, Severity } from '../../../screen.js';
import { excerpt } from '../excerpt.js';
import type { Block } from '../pack-blocks.js';

/** Symbol and word: how bad it is must not hang on a colour. */
const severities: Readonly<Record<Severity, string>> = {
  high: '🛑 **Serious**',
  medium: '⚠️ **Suspicious**',
  low: 'ℹ️ **Minor**',
};
const order: readonly Severity[] = ['high', 'medium', 'low'];

const kinds: Readonly<Record<Exclude<Finding['kind'], 'description'>, string>> = {
  instruction: 'speaks to a model',
  'invisible-characters': 'characters that nobody sees',
  bidirectional: 'text turned about',
  mention: 'a mention',
  link: 'a link',
  'altered-copy': 'an altered copy',
  'hidden-text': 'hidden in the file',
};

/** What was found, and where. */
function whatAndWhere(finding: Finding): string {
  if (finding.kind === 'description') return `in its ${finding.field}`;
  return 'paragraph' in finding ? `${kinds[finding.kind]}, ¶ ${finding.paragraph}` : kinds[finding.kind];
}

const longestExplanation = 300;
const longestId = 60;

function quoted(text: string, longest: number): string {
  const { markdown } = excerpt(text, { longest, longestMarkdown: longest * 2 });
  return markdown === '' ? '> (nothing that can be seen)' : `> “${markdown}”`;
}

function findingBlock(finding: Finding, longest: number): Block {
  const lines = [
    `${severities[finding.severity]}: ${whatAndWhere(finding)}`,
    quoted(finding.quote, longest),
    `Why: ${excerpt(finding.explanation, { longest: longestExplanation }).markdown}`,
  ];
  if (finding.kind === 'altered-copy') {
    const { document, paragraph, quote } = finding.other;
    lines.push(`In ${excerpt(document, { longest: longestId }).markdown}, ¶ ${paragraph}, it reads:`);
    lines.push(quoted(quote, longest));
  }
  return { text: lines.join('\n') };
}

/**
 * The poisoning report, a block each, the severe ones first and otherwise in the order of the text.
 *
 * @param longest Most characters of a quote, 10 to 300: a block stays below 1,900 units then.
 */
export function findingBlocks(
  findings: readonly Finding[],
  { longest }: { readonly longest: number },
): readonly Block[] {
  return findings
    .toSorted((one, other) => order.indexOf(one.severity) - order.indexOf(other.severity))
    .map((finding) => findingBlock(finding, longest));
}
