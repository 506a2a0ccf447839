import type { Desk, WrittenRequest } from '#src/desk.js';
import type { Answer, WritingFault } from '#src/types.js';
import { madeUpAnswer } from './made-up-answer.js';
import { madeUpWriting } from './made-up-written.js';
import { scriptedDesk, scriptedQuote } from './scripted-desk.js';

/** An answer that is being written, as a test tells it. */
export interface ScriptedDraft {
  readonly question: string;
  readonly request: WrittenRequest;
  /** More of it has passed the check. */
  passes(soFar: Answer): void;
  ends(answer: Answer): void;
  fails(error: Error): void;
}

export interface WritingDesk {
  readonly desk: Desk;
  /** The draft of a question, as soon as it is begun. */
  draftOf(question: string): Promise<ScriptedDraft>;
  /** Questions to be answered in writing, in the order in which they came, as soon as there are so many. */
  asked(count: number): Promise<readonly string[]>;
}

/** The quotes that stand in the place of what was to be written. */
export function quotesInstead(question: string, fault: WritingFault): Answer {
  return madeUpAnswer(question, [{ quote: scriptedQuote }], { writing: madeUpWriting({ fault }) });
}

/** Once the signal is aborted; never without one. */
function aborted(signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted === true) resolve();
    else signal?.addEventListener('abort', () => resolve(), { once: true });
  });
}

/** A desk with a chat model that writes what a test says, when it says so; it finds its quotes at once. */
export function writingDesk(around: Desk = scriptedDesk()): WritingDesk {
  const asked: string[] = [];
  const counting = new Set<() => void>();
  const begun = new Map<string, ScriptedDraft>();
  const waiting = new Map<string, (draft: ScriptedDraft) => void>();

  function begin(question: string, request: WrittenRequest): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const draft: ScriptedDraft = {
        question,
        request,
        passes: (soFar) => request.onPart?.(soFar),
        ends: resolve,
        fails: reject,
      };
      begun.set(question, draft);
      waiting.get(question)?.(draft);
    });
  }

  async function ask(question: string, guild?: string | null, request?: WrittenRequest): Promise<Answer> {
    if (request === undefined) return around.ask(question, guild);
    asked.push(question);
    for (const look of counting) look();
    const mayWrite = (await request.mayWrite?.()) ?? true;
    request.signal?.throwIfAborted();
    if (!mayWrite) return quotesInstead(question, 'slow');
    return Promise.race([
      begin(question, request),
      aborted(request.hurry).then(() => quotesInstead(question, 'slow')),
      aborted(request.signal).then(() => Promise.reject(request.signal?.reason as Error)),
    ]);
  }

  return {
    desk: {
      ...around,
      get generation() {
        return around.generation;
      },
      ask,
    },
    asked: (count) =>
      new Promise((resolve) => {
        const look = (): void => {
          if (asked.length < count) return;
          counting.delete(look);
          resolve([...asked]);
        };
        counting.add(look);
        look();
      }),
    draftOf(question) {
      const draft = begun.get(question);
      if (draft !== undefined) return Promise.resolve(draft);
      return new Promise((resolve) => waiting.set(question, resolve));
    },
  };
}
