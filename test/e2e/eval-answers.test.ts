import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { AnswersReport } from '#src/evaluating/answers-report.js';
import { openScriptedOpenAi, type ScriptedOpenAi } from '../support/chat/scripted-openai.js';
import { createGate, says, writes } from '../support/chat/scripted-openai-reply.js';
import { createProject, type Project } from './parley-process.js';

const questions = [
  {
    id: 'a',
    question: 'How long did the talks in Geneva last?',
    answerable: true,
    paragraphs: [5],
    keyWords: ['15 hours'],
  },
  { id: 'b', question: 'Who won the 2018 World Cup?', answerable: false },
  {
    id: 'c',
    question: 'Where did Kerry and Lavrov meet?',
    answerable: true,
    paragraphs: [2, 3, 5, 9, 11],
    keyWords: ['Geneva'],
  },
];

let project: Project;
let server: ScriptedOpenAi;
let file: string;

beforeAll(async () => {
  project = await createProject();
  file = path.join(project.folder, 'questions.jsonl');
  await writeFile(file, questions.map((line) => `${JSON.stringify(line)}\n`).join(''));
  expect((await project.run(['index'])).code).toBe(0);
});
afterAll(() => project.remove());

beforeEach(async () => {
  server = await openScriptedOpenAi();
});
afterEach(async () => {
  await server.close();
  expect(server.violations).toEqual([]);
});

const withModel = () => ({
  environment: { CHAT_MODEL: `${server.baseUrl}#scripted-1`, CHAT_PRICE: '1,2', CHAT_DAILY_TOKENS: 'none' },
});

describe('parley eval answers', () => {
  it('measures the quotes, where no model is configured', async () => {
    const { code, stdout } = await project.run(['eval', 'answers', file, '--json']);
    expect(code).toBe(0);
    const report = JSON.parse(stdout) as AnswersReport;
    expect(report).toMatchObject({ questions: 3, answerable: 2, written: null });
    expect(report.extractive).toMatchObject({
      asked: 3,
      refusalRate: 1,
      falseRefusalRate: 0,
      keyWordsShown: 1,
      writtenShare: 0,
    });
    expect(report.extractive.latency.p50).toBeGreaterThan(0);
  });

  it('measures the model beside them, with what was dropped, what fell back and what it cost', async () => {
    server.script(
      ({ passages }) => {
        const n = passages.find(({ text }) => text.includes('15 hours'))?.n;
        return says(`The talks in Geneva lasted 15 hours [${n}]. Ban Ki-moon paid for the hotel [${n}].`, {
          usage: { inputTokens: 1_000, outputTokens: 100 },
        });
      },
      () => says('NO ANSWER', { usage: { inputTokens: 2_000, outputTokens: 50 } }),
    );
    const { code, stdout } = await project.run(['eval', 'answers', file, '--json'], withModel());
    expect(code).toBe(0);
    const { extractive, written } = JSON.parse(stdout) as AnswersReport;
    expect(extractive.faults.declined).toBe(0);
    expect(written?.model).toContain('#scripted-1');
    expect(written?.figures).toMatchObject({
      asked: 3,
      writtenShare: 0.5,
      faults: { declined: 1, unsupported: 0 },
      sentences: { supported: 1, dropped: 1 },
      keyWordsQuoted: 1,
    });
    expect(written?.figures.tokens.input).toBeGreaterThan(0);
    const { input = 0, output = 0 } = written?.figures.tokens ?? {};
    expect(written?.dollars).toBeCloseTo((input + 2 * output) / 1e6);
    expect(server.asked).toBe(2);
  });

  it('prints a Markdown table for a person', async () => {
    const { code, stdout } = await project.run(['eval', 'answers', file]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^\| \| quotes \|\n\|---\|---\|\n(?:\| .+ \|\n)+$/u);
  });

  it('keeps what was measured when it is interrupted', async () => {
    const gate = createGate();
    server.otherwise(writes([{ gate }]));
    const { child, ended } = project.start(['eval', 'answers', file, '--json'], withModel());
    await gate.reached;
    child.kill('SIGINT');
    const { code, stdout, stderr } = await ended;
    gate.release();
    expect(code).toBe(130);
    expect(stderr).toContain('Stopped; the figures are those of the questions that were asked.');
    const report = JSON.parse(stdout) as AnswersReport;
    expect([report.extractive.asked, report.written?.figures.asked]).toEqual([3, 0]);
  });

  it('says when the questions are about a document that is not there', async () => {
    const other = path.join(project.folder, 'other.jsonl');
    await writeFile(other, `${JSON.stringify({ ...questions[0], document: 'minutes-1931' })}\n`);
    const { code, stderr } = await project.run(['eval', 'answers', other]);
    expect(code).toBe(1);
    expect(stderr).toMatch(/document minutes-1931, which is not in the index\. .*parley index/u);
  });
});
