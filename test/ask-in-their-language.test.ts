import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ask } from '#src/ask.js';
import { type AskInTheirLanguageRequest, askInTheirLanguage } from '#src/ask-in-their-language.js';
import { unlimitedBudget } from '#src/chatting/budget.js';
import type { ChatModel } from '#src/chatting/chat-model.js';
import { openChatModel } from '#src/chatting/open-chat-model.js';
import type { Turn } from '#src/conversing/turn.js';
import type { Answer } from '#src/types.js';
import { languageOf } from '#src/writing/language-of.js';
import type { Writer } from '#src/writing/writer.js';
import { type ArticleParts, openArticleParts } from './support/article-parts.js';
import { openScriptedOpenAi, type ScriptedOpenAi } from './support/chat/scripted-openai.js';
import { failsWith, says } from './support/chat/scripted-openai-reply.js';
import type { ChatRequest } from './support/chat/scripted-openai-request.js';
import { madeUpAnswer } from './support/made-up-answer.js';

const german = 'Wie lange dauerten die Gespräche in Genf?';
const english = 'How long did the talks in Geneva last?';

let folder: string;
let article: ArticleParts;
let server: ScriptedOpenAi;
let model: ChatModel;

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'parley-language-'));
  article = await openArticleParts(folder);
});

afterAll(async () => {
  await article.encoder.close();
  await rm(folder, { recursive: true, force: true });
});

beforeEach(async () => {
  server = await openScriptedOpenAi();
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

function asks(question: string, more: Partial<AskInTheirLanguageRequest> = {}): Promise<Answer> {
  const writer: Writer = {
    model,
    maxTokens: 300,
    budget: unlimitedBudget,
    onFault: () => undefined,
    close: async () => undefined,
  };
  return askInTheirLanguage(question, { ...article.parts, writer }, { guild: null, member: null, ...more });
}

function draft({ passages }: ChatRequest): string {
  const passage = passages.find(({ text }) => text.includes('15 hours'));
  return `The talks in Geneva lasted 15 hours [${passage?.n}].`;
}

const kept = '1. Die Gespräche in Genf dauerten 15 Stunden.';

describe('a question in another language', () => {
  it('is answered and checked in English, and put into its language', async () => {
    server.script(says(english), (request) => says(draft(request)), says(kept));
    const answer = await asks(german);
    expect(answer.question).toBe(english);
    expect(answer.mode).toBe('written');
    expect(answer.sentences.map(({ text }) => text)).toEqual([kept.slice(3)]);
    expect(answer.writing?.translation).toEqual({
      language: 'de',
      checked: ['The talks in Geneva lasted 15 hours.'],
    });
    // The quote is the document's, in its own language.
    expect(answer.citations[0]?.quote).toContain('15 hours');
    expect(server.requests[0]?.question).toBe(german);
  });

  it('stays English when the translation has another figure', async () => {
    server.script(says(english), (request) => says(draft(request)), says(kept.replace('15', '51')));
    const answer = await asks(german);
    expect(answer.sentences.map(({ text }) => text)).toEqual(['The talks in Geneva lasted 15 hours.']);
    expect(answer.writing?.translation).toBeNull();
  });

  it.each([
    ['a failure', failsWith(400, 'no')],
    ['an answer in place of a translation', says('The talks lasted 15 hours and 30 minutes.')],
    ['its own language', says(german)],
    ['a link', says('How long did the talks at http://example.com last?')],
  ])('is taken as it is where the model gives %s', async (_, reply) => {
    server.script(reply, says('NO ANSWER'), says('NO ANSWER'));
    const answer = await asks(german);
    expect(answer.question).toBe(german);
  });

  it('never reaches the model when it is English', async () => {
    server.script((request) => says(draft(request)));
    const answer = await asks(english);
    expect(answer.writing?.translation).toBeNull();
    expect(server.requests).toHaveLength(1);
    expect((await ask(english, article.parts)).writing).toBeNull();
  });
});

describe('a follow-up', () => {
  const before: Turn = {
    question: 'Where did they meet?',
    answer: madeUpAnswer('Where did Kerry meet Lavrov?', [{ quote: 'Kerry met Lavrov for talks in Geneva.' }]),
  };
  const followUp = 'How long did the same talks last?';
  const completed = 'How long did the talks in Geneva last?';

  it('that leans on what was said is completed, then answered and checked as it was completed', async () => {
    server.script(says(completed), (request) => says(draft(request)));
    const shown: string[] = [];
    const answer = await asks(followUp, { turns: [before], onPart: (part) => shown.push(part.question) });
    expect(answer).toMatchObject({ question: completed, mode: 'written' });
    // It is written before the eyes of whoever asked, as what was understood.
    expect(shown).toEqual([completed]);
    expect(server.requests.map(({ question }) => question)).toEqual([followUp, completed]);
  });

  it('is taken as it is where the model lies, and answered', async () => {
    server.script(says('How long did the talks of Kerry and Putin last?'), (request) => says(draft(request)));
    const answer = await asks(followUp, { turns: [before] });
    expect(answer).toMatchObject({ question: followUp, mode: 'written' });
  });

  it('reaches the model for its answer alone where it stands by itself, or nothing was said', async () => {
    server.script((request) => says(draft(request)));
    expect((await asks(english, { turns: [before] })).question).toBe(english);
    server.script((request) => says(draft(request)));
    expect((await asks(followUp)).question).toBe(followUp);
    expect(server.requests).toHaveLength(2);
  });

  it('is not completed where the model may not be asked', async () => {
    const answer = await asks(followUp, { turns: [before], mayWrite: async () => false });
    expect(answer).toMatchObject({ question: followUp, mode: 'extractive', writing: { fault: 'slow' } });
    expect(server.asked).toBe(0);
  });

  it('in another language is completed by rules once it is English', async () => {
    const about: Turn = { question: 'x', answer: madeUpAnswer('What did Kerry say about joint operations?', []) };
    server.script(says('What is his position on the Syrian war?'), says('NO ANSWER'));
    const answer = await asks('Was ist seine Haltung zum Krieg in Syrien?', { turns: [about] });
    expect(answer.question).toBe("What is Kerry's position on the Syrian war?");
  });
});

describe('the language of a text', () => {
  it.each([
    ['en', english],
    ['en', 'who shot down MH17'],
    ['en', 'Lavrov?'],
    ['de', german],
    ['fr', 'Qui a négocié le cessez-le-feu ?'],
    ['ru', 'Сколько длились переговоры в Женеве?'],
    ['ar', 'كم استمرت المحادثات في جنيف؟'],
    ['en', ''],
    ['en', '\u{D800} 15 \u0000'],
  ])('is %s: %j', async (language, text) => {
    expect(await languageOf(text)).toBe(language);
  });
});
