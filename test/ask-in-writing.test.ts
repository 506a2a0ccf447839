import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ask } from '#src/ask.js';
import { type AskInWritingRequest, askInWriting } from '#src/ask-in-writing.js';
import { type Budget, unlimitedBudget } from '#src/chatting/budget.js';
import type { ChatModel, ChatUsage } from '#src/chatting/chat-model.js';
import { openChatModel } from '#src/chatting/open-chat-model.js';
import type { Answer } from '#src/types.js';
import type { Writer } from '#src/writing/writer.js';
import { type ArticleParts, openArticleParts } from './support/article-parts.js';
import { openScriptedOpenAi, type ScriptedOpenAi } from './support/chat/scripted-openai.js';
import { createGate, inPieces, says, writes } from './support/chat/scripted-openai-reply.js';
import type { ChatRequest } from './support/chat/scripted-openai-request.js';

const howLong = 'How long did the talks in Geneva last?';

let folder: string;
let article: ArticleParts;
let server: ScriptedOpenAi;
let model: ChatModel;
let faults: unknown[];

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'parley-written-'));
  article = await openArticleParts(folder);
});

afterAll(async () => {
  await article.encoder.close();
  await rm(folder, { recursive: true, force: true });
});

beforeEach(async () => {
  server = await openScriptedOpenAi();
  faults = [];
  model = await openChatModel(
    { id: 'openai:scripted-1', provider: 'openai', model: 'scripted-1', apiKey: 'a-key', baseUrl: server.baseUrl },
    { timeoutMs: 20_000 },
  );
});

afterEach(async () => {
  await model.close();
  await server.close();
  expect(server.violations).toEqual([]);
});

function writerWith(more: Partial<Writer> = {}): Writer {
  return {
    model,
    maxTokens: 300,
    budget: unlimitedBudget,
    onFault: (error) => faults.push(error),
    close: async () => undefined,
    ...more,
  };
}

function asks(
  question: string,
  request: Partial<AskInWritingRequest> = {},
  writer: Partial<Writer> = {},
): Promise<Answer> {
  return askInWriting(
    question,
    { ...article.parts, writer: writerWith(writer) },
    { guild: null, member: null, ...request },
  );
}

/** The number of the passage in which some words stand. */
function passageWith({ passages }: ChatRequest, words: string): number {
  const passage = passages.find(({ text }) => text.includes(words));
  if (passage === undefined) throw new Error(`No passage has "${words}".`);
  return passage.n;
}

const honest = (request: ChatRequest): string =>
  `The talks in Geneva lasted 15 hours [${passageWith(request, '15 hours')}].`;
const lie = (request: ChatRequest): string =>
  `The talks in Geneva lasted nine hours [${passageWith(request, '15 hours')}].`;

const mixed = (request: ChatRequest): string =>
  `${honest(request)} ${lie(request)} Kerry and Lavrov agreed on a ceasefire [${passageWith(request, 'Kerry')}].`;

/** An answer without what no two runs share. */
function settled({ timings, ...answer }: Answer): Omit<Answer, 'timings'> {
  expect(timings.totalMs).toBeGreaterThanOrEqual(timings.answerMs);
  return answer;
}

function expectQuotes({ citations }: Answer): void {
  for (const { start, end, quote } of citations) expect(article.text.slice(start, end)).toBe(quote);
}

describe('a written answer', () => {
  it('says what the model wrote and cites the sentence that it stands on', async () => {
    server.script((request) => says(honest(request)));
    const answer = await asks(howLong);
    expect(answer).toMatchObject({
      outcome: 'answered',
      mode: 'written',
      sentences: [
        { text: 'The talks in Geneva lasted 15 hours.', citations: [1], standing: 'supported', caution: null },
      ],
      writing: { model: 'openai:scripted-1', dropped: 0, fault: null },
    });
    expect(answer.citations).toHaveLength(1);
    expect(answer.citations[0]?.quote).toContain('15 hours');
    expect(answer.citations[0]?.highlight).not.toEqual([]);
    expect(answer.writing?.usage?.outputTokens).toBeGreaterThan(0);
    expectQuotes(answer);
  });

  it('leaves out what the passages do not say, and tells how much', async () => {
    server.script((request) => says(`${honest(request)} Ban Ki-moon paid for the hotel [1].`));
    const answer = await asks(howLong);
    expect(answer.sentences.map(({ text }) => text)).toEqual(['The talks in Geneva lasted 15 hours.']);
    expect(answer.writing).toMatchObject({ dropped: 1, fault: null });
  });

  it('is the same whether anybody watches it grow, and never shows a word that did not pass', async () => {
    server.script((request) => says(mixed(request)));
    const whole = await asks(howLong);
    server.script((request) => writes(inPieces(mixed(request), 3)));
    const parts: Answer[] = [];
    const grown = await asks(howLong, { onPart: (soFar) => parts.push(soFar) });
    const { usage: _, ...writing } = grown.writing ?? { usage: null };
    expect({ ...settled(grown), writing }).toEqual({
      ...settled(whole),
      writing: { model: whole.writing?.model, dropped: whole.writing?.dropped, fault: null, translation: null },
    });
    expect(parts.length).toBe(grown.sentences.length);
    for (const part of parts) {
      expect(grown.sentences.slice(0, part.sentences.length)).toEqual(part.sentences);
      expectQuotes(part);
    }
    expect(JSON.stringify(parts)).not.toContain('nine hours');
  });

  it('is stopped once there is enough of it', async () => {
    server.script((request) => {
      const sentences = article.text.match(/[A-Z][^.!?\n]{60,160}\./gu) ?? [];
      const given = sentences.filter((one) => request.passages.some(({ text }) => text.includes(one)));
      expect(given.length).toBeGreaterThan(8);
      const draft = given.map((one) => `${one.slice(0, -1)} [${passageWith(request, one)}].`).join(' ');
      return writes(inPieces(`${honest(request)} ${draft}`, 20));
    });
    const answer = await asks(howLong);
    expect(answer.sentences).toHaveLength(6);
  });
});

async function expectQuoted(answer: Answer, fault: string, question = howLong): Promise<void> {
  const quoted = await ask(question, article.parts);
  expect(answer.writing).toMatchObject({ model: 'openai:scripted-1', fault });
  expect({ ...settled(answer), writing: null }).toEqual(settled(quoted));
}

describe('the quotes answer', () => {
  it.each([
    ['declines', () => says('NO ANSWER'), 'declined'],
    ['says nothing', () => says(''), 'declined'],
    ['lies', (request: ChatRequest) => says(lie(request)), 'unsupported'],
    ['cites nothing that it was given', () => says('The talks in Geneva lasted 15 hours [77].'), 'unsupported'],
    [
      'talks about something else',
      (request: ChatRequest) => says(`Kerry and Lavrov met in Geneva [${passageWith(request, 'Geneva')}].`),
      'unsupported',
    ],
  ])('when the model %s', async (_, turn, fault) => {
    server.otherwise(turn);
    await expectQuoted(await asks(howLong), fault);
  });

  it('when there is no room in the budget, and nobody is asked', async () => {
    await expectQuoted(await asks(howLong, {}, { budget: { reserve: async () => null } }), 'over-budget');
    expect(server.asked).toBe(0);
  });

  it('when there is no place for another draft', async () => {
    await expectQuoted(await asks(howLong, { mayWrite: async () => false }), 'slow');
    expect(server.asked).toBe(0);
  });

  it('when the model has had its time, though a part was shown already', async () => {
    const hurry = new AbortController();
    const gate = createGate();
    server.script((request) => writes([{ text: `${honest(request)} And so ` }, { gate }]));
    const answer = await asks(howLong, { hurry: hurry.signal, onPart: () => hurry.abort() });
    gate.release();
    await expectQuoted(answer, 'slow');
  });

  it('when the server is gone', async () => {
    await server.close();
    await expectQuoted(await asks(howLong), 'unavailable');
    expect(faults).toHaveLength(1);
  });

  it('when the check itself fails', async () => {
    server.script((request) => says(honest(request)));
    // The question itself is read by the reader of words, what the model wrote by the encoder.
    const failing = { embedQuery: () => Promise.reject(new Error('gone')) };
    const answer = await askInWriting(
      howLong,
      { ...article.parts, encoder: failing, writer: writerWith() },
      { guild: null, member: null },
    );
    await expectQuoted(answer, 'unavailable');
    expect(faults).toHaveLength(1);
  });
});

describe('the model is never asked', () => {
  it.each(['Who won the 2018 World Cup?', 'Hello!', 'Who governs Aleppo today?', ''])('about %j', async (question) => {
    const answer = await asks(question);
    expect(settled(answer)).toEqual(settled(await ask(question, article.parts)));
    expect(answer).toMatchObject({ outcome: 'declined', writing: null });
    expect(server.asked).toBe(0);
  });
});

describe('whoever asked', () => {
  it('gets nothing more when they no longer wait', async () => {
    const leaving = new AbortController();
    const gate = createGate();
    server.script((request) => writes([{ text: honest(request) }, { gate }]));
    const reason = new Error('left');
    const answer = asks(howLong, { signal: leaving.signal, onPart: () => leaving.abort(reason) });
    server.requests.at(0);
    leaving.abort(reason);
    await expect(answer).rejects.toBe(reason);
    gate.release();
  });

  it.each([
    ['what was counted', (request: ChatRequest) => says(honest(request)), false],
    ['an estimate of what was cut off', (request: ChatRequest) => writes([{ text: honest(request) }, 'cut']), true],
  ])('is charged %s', async (_, turn, isEstimated) => {
    const charged: ChatUsage[] = [];
    const budget: Budget = {
      reserve: async () => ({ settle: async (usage) => void charged.push(usage), release: () => undefined }),
    };
    server.otherwise(turn);
    await asks(howLong, {}, { budget });
    expect(charged).toHaveLength(1);
    expect(charged[0]?.isEstimated).toBe(isEstimated);
    expect(charged[0]?.outputTokens).toBeGreaterThan(0);
  });

  it('is charged nothing when nothing came', async () => {
    let released = 0;
    const budget: Budget = {
      reserve: async () => ({
        settle: () => Promise.reject(new Error('charged')),
        release: () => {
          released += 1;
        },
      }),
    };
    await server.close();
    await asks(howLong, {}, { budget });
    expect(released).toBe(1);
  });
});

const two = (request: ChatRequest): string =>
  `${honest(request)} Kerry and Lavrov agreed on a ceasefire [${passageWith(request, 'Kerry')}].`;
const partly = (request: ChatRequest): string =>
  `The exhausting talks lasted 15 hours [${passageWith(request, '15 hours')}].`;
const judge = (): Partial<Writer> => ({ judge: writerWith() });

describe('a written answer with a second opinion', () => {
  it('is what it is without, where that agrees, and has cost more', async () => {
    server.script((request) => says(two(request)));
    const plain = await asks(howLong);
    server.script((request) => says(two(request)), says('1: yes\n2: yes'));
    const judged = await asks(howLong, {}, judge());
    expect({ ...settled(judged), writing: null }).toEqual({ ...settled(plain), writing: null });
    expect(judged.writing?.usage?.inputTokens).toBeGreaterThan(plain.writing?.usage?.inputTokens ?? Infinity);
  });

  it('has a caution where that is against a sentence, and shows none before it is there', async () => {
    const parts: Answer[] = [];
    server.script(
      (request) => says(two(request)),
      () => {
        expect(parts).toEqual([]);
        return says('1: yes\n2: no');
      },
    );
    const answer = await asks(howLong, { onPart: (soFar) => parts.push(soFar) }, judge());
    expect(answer.sentences).toMatchObject([
      { standing: 'supported', caution: null },
      { standing: 'partly', caution: expect.stringContaining('Asked again'), unsaid: [] },
    ]);
    expect(answer.sentences.every(({ citations }) => citations.length > 0)).toBe(true);
    expect(parts).toEqual([]);
    expectQuotes(answer);
  });

  it('is the quotes where the judge leaves nothing, and stays whole where it fails', async () => {
    server.script((request) => says(partly(request)), says('1: yes'));
    expect((await asks(howLong, {}, judge())).sentences[0]?.standing).toBe('partly');
    server.script((request) => says(partly(request)), says('1: no'));
    const lost = await asks(howLong, {}, judge());
    expect(lost).toMatchObject({ mode: 'extractive', writing: { dropped: 1, fault: 'unsupported' } });
    server.script((request) => says(two(request)), says('No idea.'));
    expect((await asks(howLong, {}, judge())).sentences.map(({ standing }) => standing)).toEqual([
      'supported',
      'supported',
    ]);
  });
});
