/**
 * Has a small chat model of a GGUF file answer questions of golden/held-out.jsonl about the article, in this process, and
 * tells what it said, what of it was dropped and why, and what a reader was shown. Nothing is asserted: the model is an
 * adversary that nobody scripted.
 *
 *   npm run try-local-model -- --model FILE.gguf [--questions N] [--context N] [--packages FOLDER] [--save FILE] [--write]
 *   npm run try-local-model -- --replay FILE [--save FILE] [--write]
 *
 * Build first. scripts/written-answers/README.md says where to get a model of 98 MB. `--questions` (40) are taken evenly
 * from the file; `--context` (2048) is what the model can read at once, in tokens: passages that do not fit are left
 * out, the last ones first. `--packages` is where node-llama-cpp is installed, if not here. `--save` keeps the record of
 * the run, after every question; `--replay` has the words of a record checked again, without the model. `--write` puts the report into
 * docs/written-answers.md; without it the report goes to standard output.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { openChatModel } from '#src/chatting/open-chat-model.js';
import { renderTrial } from './written-answers/render-trial.js';
import { replaceSection } from './written-answers/replace-section.js';
import { replayedModel } from './written-answers/replayed-model.js';
import { runTrial } from './written-answers/run-trial.js';
import type { Trial, TriedQuestion } from './written-answers/trial.js';

const document = 'docs/written-answers.md';
/** Enough for a machine that is busy with other things: slow is no finding here. */
const timeoutMs = 15 * 60_000;
const leastContext = 1024;

const { values } = parseArgs({
  options: {
    model: { type: 'string' },
    questions: { type: 'string', default: '40' },
    context: { type: 'string', default: '2048' },
    packages: { type: 'string', default: '.' },
    save: { type: 'string' },
    replay: { type: 'string' },
    write: { type: 'boolean', default: false },
  },
});

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

function numberOf(name: 'questions' | 'context', least: number): number {
  const value = Number(values[name]);
  if (Number.isSafeInteger(value) && value >= least) return value;
  say(`--${name} is a whole number from ${least} on.`);
  process.exit(2);
}

async function keep(trial: Trial): Promise<void> {
  if (values.save !== undefined) await writeFile(values.save, `${JSON.stringify(trial, null, 1)}\n`);
}

async function tryModel(file: string): Promise<Trial> {
  const questions = numberOf('questions', 1);
  const context = numberOf('context', leastContext);
  const installed = createRequire(path.resolve(values.packages, 'here.js'));
  const model = await openChatModel(
    {
      id: `gguf:${path.basename(file)}`,
      provider: 'gguf',
      model: path.resolve(file),
      baseUrl: null,
      apiKey: undefined,
    },
    { timeoutMs, importPackage: (name) => import(pathToFileURL(installed.resolve(name)).href) },
  );
  try {
    return await runTrial({ model, context, questions, onTried: keep, say });
  } finally {
    await model.close();
  }
}

/** What was said before is checked again; when it was said stays as it was. */
async function replay(file: string): Promise<Trial> {
  const record = JSON.parse(await readFile(file, 'utf8')) as Trial;
  const before = new Map(record.questions.map((one) => [one.golden.id, one]));
  let current = '';
  const again = await runTrial({
    model: replayedModel(record.model, () => before.get(current)?.spoken ?? null),
    context: record.context,
    questions: [...before.keys()],
    onQuestion: (id) => {
      current = id;
    },
    say,
  });
  const questions = again.questions.map((one): TriedQuestion => {
    // What is declined or quoted by now asks the model no more, whatever it said then.
    if (one.spoken === null) return one;
    const { spoken = null, firstMs = 0, totalMs = 0 } = before.get(one.golden.id) ?? {};
    return { ...one, spoken, firstMs, totalMs };
  });
  return { ...again, date: record.date, questions };
}

const { model: file, replay: recordFile } = values;
if ((file === undefined) === (recordFile === undefined)) {
  say('Name a model or a record: npm run try-local-model -- --model FILE.gguf, or -- --replay FILE.');
  process.exit(2);
}
const trial = recordFile === undefined ? await tryModel(file ?? '') : await replay(recordFile);
await keep(trial);
const report = renderTrial(trial);
if (values.write) await replaceSection(document, 'local model', report);
else process.stdout.write(`${report}\n`);
