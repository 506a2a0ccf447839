import type { ScreenedDocument } from '../../../preview-change.js';
import { excerpt } from '../excerpt.js';
import type { Block } from '../pack-blocks.js';
import { findingBlocks } from './write-findings.js';

export interface ScreeningRoom {
  /** Most findings, of all documents together. */
  readonly findings: number;
  /** Most characters of a quote, 10 to 300. */
  readonly quote: number;
}

const longestTitle = 80;
const order = ['high', 'medium', 'low'] as const;

function severityOf({ screening: { findings } }: ScreenedDocument): number {
  return Math.min(...findings.map(({ severity }) => order.indexOf(severity)), order.length);
}

/** Whether something is among it that nobody should publish unread. */
export function hasSerious(screened: readonly ScreenedDocument[]): boolean {
  return screened.some(({ screening: { findings } }) => findings.some(({ severity }) => severity === 'high'));
}

const countOf = ({ screening }: ScreenedDocument): number => screening.findings.length + screening.omitted;

/**
 * What was found: document by document, the worst first, and how much of it is not shown.
 *
 * @param isCompared False where nobody looked for altered copies of what other documents say: that is no whole poisoning
 * report then, and must not read like one.
 */
export function screeningBlocks(
  screened: readonly ScreenedDocument[],
  room: ScreeningRoom,
  isCompared: boolean,
): readonly Block[] {
  const head = isCompared ? 'Poisoning report' : 'New texts looked through on their own';
  if (screened.length === 0) return [{ text: `**${head}:** nothing suspicious was found.` }];
  const blocks: Block[] = [];
  let left = room.findings;
  for (const document of screened.toSorted((one, other) => severityOf(one) - severityOf(other))) {
    if (left === 0) break;
    const title = excerpt(document.title, { longest: longestTitle }).markdown || 'Untitled';
    const count = countOf(document);
    blocks.push({ text: `In “${title}” (${count} ${count === 1 ? 'finding' : 'findings'}):` });
    const found = findingBlocks(document.screening.findings, { longest: room.quote }).slice(0, left);
    blocks.push(...found);
    left -= found.length;
  }
  const all = screened.reduce((sum, document) => sum + countOf(document), 0);
  const rest = all - (room.findings - left);
  return [
    { text: `**${head}** (${all} ${all === 1 ? 'finding' : 'findings'})` },
    ...blocks,
    ...(rest === 0 ? [] : [{ text: `and ${rest} more ${rest === 1 ? 'finding' : 'findings'}` }]),
  ];
}
