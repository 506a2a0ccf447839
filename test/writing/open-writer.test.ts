import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readChatSettings } from '#src/chatting/chat-settings.js';
import type { SpendingLedger } from '#src/chatting/token-budget.js';
import { openWriter } from '#src/writing/open-writer.js';
import { secondOpinion } from '#src/writing/second-opinion.js';
import type { Writer } from '#src/writing/writer.js';
import { openScriptedOpenAi, type ScriptedOpenAi } from '../support/chat/scripted-openai.js';
import { failsWith, says } from '../support/chat/scripted-openai-reply.js';

const none = { tokens: 0, microDollars: 0 };

let server: ScriptedOpenAi;
let booked: number[];
let warnings: string[];
let writer: Writer | undefined;
beforeEach(async () => {
  server = await openScriptedOpenAi({ models: ['scripted-1', 'judge-1'] });
  [booked, warnings] = [[], []];
});
afterEach(async () => {
  await writer?.close();
  await server.close();
  expect(server.violations).toEqual([]);
});

/** Who writes with these settings; what is used is booked here. */
async function open(environment: Readonly<Record<string, string>>): Promise<Writer | undefined> {
  const { settings } = readChatSettings({ CHAT_MODEL: `${server.baseUrl}#scripted-1`, ...environment }, '/srv');
  const ledger: SpendingLedger = {
    note: async ({ tokens }) => void booked.push(tokens),
    since: async () => ({ member: none, server: none, all: none }),
  };
  if (settings === undefined) throw new Error('There are no settings.');
  const surroundings = { ledger, now: () => 0, onWarning: (line: string) => warnings.push(line) };
  writer = await openWriter(settings, surroundings);
  return writer;
}

const sentence = {
  draft: { text: 'The talks lasted 15 hours.', marks: [1], isBroken: false },
  outcome: 'supported',
  caution: null,
  reason: null,
  support: [{ passage: 1, sentence: 0 }],
} as const;

async function askJudge(): Promise<string | undefined> {
  if (writer === undefined) throw new Error('Nobody writes.');
  const { examined } = await secondOpinion([sentence], [], writer, { guild: null, member: 'anna' });
  return examined[0]?.outcome;
}

describe('who gives second opinions', () => {
  it('is nobody unless somebody is named', async () => {
    expect((await open({}))?.judge).toBeUndefined();
  });

  it('is the model that writes, or another, within the same budget', async () => {
    server.otherwise(says('1: no'));
    await open({ CHAT_JUDGE: 'on' });
    expect(await askJudge()).toBe('partly');
    await writer?.close();
    await open({ CHAT_JUDGE: `${server.baseUrl}#judge-1` });
    expect(await askJudge()).toBe('partly');
    expect(server.requests.map(({ model }) => model)).toEqual(['scripted-1', 'judge-1']);
    expect(booked.filter((tokens) => tokens > 0)).toHaveLength(2);
  });

  it('is done without where it fails, which the operator is told', async () => {
    server.otherwise(failsWith(400, 'no'));
    await open({ CHAT_JUDGE: 'on' });
    expect(await askJudge()).toBe('supported');
    expect(warnings).toEqual([expect.stringMatching(/nobody gives a second opinion \(CHAT_JUDGE\)\.$/u)]);
  });
});
