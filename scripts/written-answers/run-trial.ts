import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { ask } from '#src/ask.js';
import { askInWriting } from '#src/ask-in-writing.js';
import { unlimitedBudget } from '#src/chatting/budget.js';
import type { ChatModel } from '#src/chatting/chat-model.js';
import { type GoldenQuestion, readGoldenSet } from '#src/evaluating/golden-set.js';
import { heldOutQuestionsFile } from '#src/project-files.js';
import { openArticleParts } from '../../test/support/article-parts.js';
import { fittingModel } from './fitting-model.js';
import type { Spoken, Trial, TriedQuestion, TriedSentence } from './trial.js';

/** A model this small repeats itself when it may write more. */
const maxTokens = 200;

export interface TrialInput {
  readonly model: ChatModel;
  /** Tokens that it can read at once. */
  readonly context: number;
  /** Takes these questions, or so many of all, evenly. */
  readonly questions: readonly string[] | number;
  /** Told which question comes next. */
  readonly onQuestion?: (id: string) => void;
  /** Given the record so far after each question: a run takes long, and may be stopped. */
  readonly onTried?: (soFar: Trial) => Promise<void>;
  readonly say: (line: string) => void;
}

function chosen(all: readonly GoldenQuestion[], wanted: TrialInput['questions']): readonly GoldenQuestion[] {
  if (typeof wanted !== 'number') return all.filter(({ id }) => wanted.includes(id));
  const count = Math.min(wanted, all.length);
  const rows = new Set(Array.from({ length: count }, (_, i) => Math.floor((i * all.length) / count)));
  return all.filter((_, row) => rows.has(row));
}

/** Asks the model questions of golden/held-out.jsonl about the article, and keeps what it said and what became of it. */
export async function runTrial({ model, context, questions, onQuestion, onTried, say }: TrialInput): Promise<Trial> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'parley-trial-'));
  const { parts, encoder } = await openArticleParts(folder);
  let spoken: Spoken | null = null;
  const writer = {
    model: fittingModel(model, context, (one) => {
      spoken = one;
    }),
    maxTokens,
    budget: unlimitedBudget,
    onFault: (error: unknown) => say(error instanceof Error ? error.message : String(error)),
    close: async () => undefined,
  };
  const tried: TriedQuestion[] = [];
  const date = new Date().toISOString().slice(0, 10);
  const soFar = (): Trial => ({ model: model.id, date, context, questions: tried });
  try {
    const asked = chosen(await readGoldenSet(heldOutQuestionsFile), questions);
    for (const golden of asked) {
      const { id, question } = golden;
      const examined: TriedSentence[] = [];
      spoken = null;
      onQuestion?.(id);
      const quoted = await ask(question, parts);
      const startedAt = performance.now();
      let firstAt: number | undefined;
      const answer = await askInWriting(
        question,
        { ...parts, writer },
        {
          guild: null,
          member: null,
          onPart: () => {
            firstAt ??= performance.now();
          },
          onExamined: ({ draft, outcome, caution, reason }) =>
            examined.push({ text: draft.text, marks: draft.marks, outcome, caution, reason }),
        },
      );
      const endedAt = performance.now();
      const shownAt = answer.mode === 'written' ? (firstAt ?? endedAt) : endedAt;
      const times = { firstMs: shownAt - startedAt, totalMs: endedAt - startedAt };
      tried.push({ golden, quoted, spoken, examined, answer, ...times });
      await onTried?.(soFar());
      const seconds = (times.totalMs / 1000).toFixed(1);
      say(
        `${tried.length} of ${asked.length}: ${answer.mode}, ${answer.writing?.fault ?? answer.outcome}, ${seconds} s`,
      );
    }
  } finally {
    await encoder.close();
    await rm(folder, { recursive: true, force: true });
  }
  return soFar();
}
