import type { ParsedDocument } from '../types.js';
import { characterFindings } from './character-findings.js';
import { descriptionFindings } from './description-findings.js';
import { encodedOrderSign } from './encoded-orders.js';
import type { PlacedFinding, Screening, Turns } from './finding.js';
import { createFindingList } from './finding-list.js';
import { hiddenFindings } from './hidden-findings.js';
import { linkFindings } from './link-findings.js';
import { mentionFindings } from './mention-findings.js';
import { moreSevere } from './order-sign.js';
import { plainWordsOf } from './plain-words.js';
import { readOrder } from './read-order.js';
import { createTaskWatch, type SlippedTask } from './slipped-tasks.js';
import { type Piece, piecesOf } from './text-pieces.js';

export interface ScreeningInput {
  /** Texts that the source hides from its readers, in its order: elements that are not shown, white letters on white. */
  readonly hidden: readonly string[];
  readonly turns: Turns;
}

function instruction(
  { paragraph, start, end, text }: Piece,
  sign: Pick<PlacedFinding, 'severity' | 'explanation'>,
): PlacedFinding {
  return { kind: 'instruction', ...sign, paragraph, start, end, quote: text };
}

function taskFinding({ piece, kind, isLine }: SlippedTask): PlacedFinding {
  return instruction(piece, {
    severity: isLine && kind !== 'question' ? 'medium' : 'low',
    explanation:
      kind === 'question'
        ? 'A question that has nothing to do with the text around it.'
        : 'A task that has nothing to do with the text around it.',
  });
}

/**
 * What a document says that it should not: orders to a model, characters that nobody sees, text turned about, mentions,
 * links, the same in its title and the like, and what its source hides. Nothing in it is run, fetched or obeyed.
 *
 * At most 100 findings come back, the severe ones first. Time is linear in the text and the event loop gets its turn
 * after every sentence when `turns` says so.
 */
export async function screenDocument(parsed: ParsedDocument, { hidden, turns }: ScreeningInput): Promise<Screening> {
  const list = createFindingList();
  for (const finding of descriptionFindings(parsed.document)) list.add(finding);
  for await (const finding of hiddenFindings(hidden, turns)) list.add(finding);
  const { title, titleIsDescriptive } = parsed.document.metadata;
  const tasks = createTaskWatch(titleIsDescriptive ? '' : title);
  const ordered = new Set<number>();
  for (const piece of piecesOf(parsed)) {
    const reading = plainWordsOf(piece.text);
    const order = moreSevere(readOrder(piece.text, reading), encodedOrderSign(piece.text));
    if (order !== undefined) {
      list.add(instruction(piece, order));
      ordered.add(piece.start);
    }
    for (const finding of characterFindings(piece)) list.add(finding);
    for (const finding of mentionFindings(piece)) list.add(finding);
    for (const finding of linkFindings(piece)) list.add(finding);
    const task = tasks.add(piece, reading);
    // One sentence is told once.
    if (task !== undefined && !ordered.delete(task.piece.start)) list.add(taskFinding(task));
    if (turns.due()) await turns.pause();
  }
  for (const task of tasks.rest()) {
    if (!ordered.has(task.piece.start)) list.add(taskFinding(task));
  }
  return list.screening();
}
