import { termsOf } from '../language/terms.js';
import type { PlainWords } from './plain-words.js';
import { pointsToContext, type TaskKind, taskKindOf } from './task-kind.js';
import type { Piece } from './text-pieces.js';

/** A task in the midst of a text that is about something else. */
export interface SlippedTask {
  readonly piece: Piece;
  readonly kind: TaskKind;
  /** It is a line or a paragraph of its own. */
  readonly isLine: boolean;
}

/** How many pieces before and after a task are compared with it. */
const reach = 12;
/** A text of tasks (an examination, a list of questions, an interview) has tasks throughout: at most this share is odd. */
const mostTasksAround = 0.2;
/** What a task is slipped into must be a text: so many UTF-16 units that are no tasks. A task alone is a document of its own. */
const shortestAround = 120;
/** "Did you know?" is about nothing. */
const fewestTerms = 2;

/** Share of a task's terms that may stand around it by chance ("example", "2"). */
const mostShared = 0.34;

interface Waiting {
  readonly piece: Piece;
  readonly kind: TaskKind | undefined;
  readonly pointsBack: boolean;
  terms: ReadonlySet<string> | undefined;
}

const longestCompared = 600;

function termsOfPiece(waiting: Waiting): ReadonlySet<string> {
  waiting.terms ??= new Set(termsOf(waiting.piece.text.slice(0, longestCompared)));
  return waiting.terms;
}

/**
 * Finds tasks that have nothing to do with what stands around them: each piece is compared with the twelve before and
 * after it, so that the work stays linear. Pieces are given in reading order; a task comes back when enough stands after
 * it, or at the end.
 *
 * @param title the document's own, '' for none; what it says is about the text as well
 */
export function createTaskWatch(title: string) {
  const window: Waiting[] = [];
  const titleTerms = new Set(termsOf(title));
  let next = 0;

  const judge = (at: number): SlippedTask | undefined => {
    const task = window[at];
    if (task?.kind === undefined) return undefined;
    const around = window.filter((_, place) => place !== at && Math.abs(place - at) <= reach);
    const host = around.filter(({ kind }) => kind === undefined);
    const tasks = around.length - host.length;
    if (tasks > Math.max(1, mostTasksAround * around.length)) return undefined;
    if (host.reduce((sum, { piece }) => sum + piece.text.length, 0) < shortestAround) return undefined;
    // Its first word is the task ("explain"), the others are what it is about.
    const about = [...termsOfPiece(task)].slice(task.kind === 'question' ? 0 : 1);
    if (about.length < fewestTerms) return undefined;
    const shared = about.filter((term) => titleTerms.has(term) || host.some((one) => termsOfPiece(one).has(term)));
    const isLine = task.piece.opensLine && task.piece.closesLine;
    const isAsked = task.kind === 'question' || task.kind === 'request';
    if (task.pointsBack && (isAsked || !isLine)) return undefined;
    if (shared.length > (isLine ? mostShared * about.length : 0)) return undefined;
    return { piece: task.piece, kind: task.kind, isLine };
  };

  return {
    add(piece: Piece, reading: PlainWords): SlippedTask | undefined {
      window.push({
        piece,
        kind: taskKindOf(piece.text, reading),
        pointsBack: pointsToContext(reading),
        terms: undefined,
      });
      if (window.length - next <= reach) return undefined;
      const found = judge(next);
      if (next < reach) next += 1;
      else window.shift();
      return found;
    },
    *rest(): Generator<SlippedTask> {
      for (; next < window.length; next += 1) {
        const found = judge(next);
        if (found !== undefined) yield found;
      }
    },
  };
}
