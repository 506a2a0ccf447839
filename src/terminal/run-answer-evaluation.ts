import { performance } from 'node:perf_hooks';
import type { Desk } from '../desk.js';
import { ParleyError } from '../errors.js';
import { type AnswerFigures, answerFigures } from '../evaluating/answer-figures.js';
import type { AnswersReport } from '../evaluating/answers-report.js';
import { answersTable } from '../evaluating/answers-table.js';
import { type AskGolden, askGoldenSet } from '../evaluating/ask-golden-set.js';
import { type GoldenQuestion, readGoldenSet } from '../evaluating/golden-set.js';
import { articleDocument } from '../golden-questions.js';
import { heldOutQuestionsFile } from '../project-files.js';
import { interruptible } from './interruption.js';
import type { EvaluationChoices } from './run-evaluation.js';
import type { VerbContext } from './verb-context.js';
import { withDesk } from './with-desk.js';

/** The questions that ship are about the article. Those of a file say themselves what they are about, or are about anything. */
async function readQuestions(file: string | undefined): Promise<readonly GoldenQuestion[]> {
  if (file !== undefined) return readGoldenSet(file);
  const questions = await readGoldenSet(heldOutQuestionsFile);
  return questions.map((question) => ({ ...question, document: articleDocument }));
}

function requireDocuments(questions: readonly GoldenQuestion[], desk: Desk): void {
  const there = new Set(desk.generation.documents.map(({ id }) => id));
  const missing = questions.find(({ document }) => document !== null && !there.has(document));
  if (missing === undefined) return;
  throw new ParleyError(
    `Question ${missing.id} is about the document ${missing.document}, which is not in the index.`,
    'Put it into the corpus folder and type npx parley index, or name a file of questions about documents that are there.',
  );
}

function dollarsFor({ tokens }: AnswerFigures, price: { readonly input: number; readonly output: number } | undefined) {
  return price === undefined ? null : (tokens.input * price.input + tokens.output * price.output) / 1e6;
}

/** `parley eval answers`: how good the answers to questions with known answers are, in quotes and with the chat model. */
export async function runAnswerEvaluation(
  context: VerbContext,
  file: string | undefined,
  { json = false }: EvaluationChoices,
): Promise<void> {
  const { terminal, parley } = context;
  const { chat } = parley.config;
  const questions = await readQuestions(file);
  const total = questions.length * (chat === undefined ? 1 : 2);
  await withDesk(context, 'npx parley eval answers', (desk) =>
    interruptible('Stopped; the figures are those of the questions that were asked.', async (signal) => {
      requireDocuments(questions, desk);
      const measure = async (ask: AskGolden, before: number): Promise<AnswerFigures> => {
        const onProgress = (done: number): void =>
          terminal.status.show({ stage: 'questions', done: before + done, total });
        return answerFigures(
          await askGoldenSet(questions, { ask, clock: () => performance.now(), onProgress, signal }),
        );
      };
      const extractive = await measure((question) => desk.ask(question), 0);
      const figures =
        chat === undefined
          ? undefined
          : await measure(
              (question, onPart) => desk.ask(question, null, { member: null, signal, onPart }),
              questions.length,
            );
      const report: AnswersReport = {
        questions: questions.length,
        answerable: questions.filter(({ answerable }) => answerable).length,
        extractive,
        written:
          chat === undefined || figures === undefined
            ? null
            : { model: chat.choice.id, figures, dollars: dollarsFor(figures, chat.price) },
      };
      terminal.status.clear();
      terminal.write(`${json ? JSON.stringify(report) : answersTable([report])}\n`);
      if (figures !== undefined && figures.faults['over-budget'] > 0)
        terminal.note('The budget was used up. CHAT_DAILY_TOKENS=none for this command asks all questions.');
      signal.throwIfAborted();
    }),
  );
}
