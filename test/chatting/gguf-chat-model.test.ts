import { describe, expect, it } from 'vitest';
import type { ChatChoice } from '#src/chatting/chat-model-name.js';
import type { ImportPackage } from '#src/chatting/import-package.js';
import { openChatModel } from '#src/chatting/open-chat-model.js';
import { fakeLlama } from '../support/chat/fake-llama.js';
import { missingPackage } from '../support/chat/missing-package.js';
import { chatFaultOf } from './fault-of.js';

const choice: ChatChoice = {
  id: 'gguf:small.gguf',
  provider: 'gguf',
  model: '/models/small.gguf',
  baseUrl: null,
  apiKey: undefined,
};
const messages = [
  { role: 'system', text: 'Only from the passages.' },
  { role: 'user', text: 'How long did the talks last?' },
] as const;

async function open() {
  const llama = fakeLlama();
  const model = await openChatModel(choice, { timeoutMs: 60_000, importPackage: async () => llama.package });
  return { llama, model };
}

/** Lets what is under way come to where it waits. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

describe('a model in a file', () => {
  it('is loaded with the first reply and kept, and neither compiles nor fetches anything', async () => {
    const { llama, model } = await open();
    expect(llama.loaded).toEqual([]);
    for (let time = 1; time <= 2; time += 1) {
      const writing = model.reply(messages, { maxTokens: 20 });
      await settle();
      llama.prompts.at(-1)?.end();
      await writing;
    }
    expect(llama.loaded).toEqual(['/models/small.gguf']);
    expect(llama.options).toEqual([
      expect.objectContaining({ build: 'never', skipDownload: true, logLevel: 'disabled' }),
    ]);
    await model.close();
    await model.close();
    expect(llama.disposed).toBe(1);
  });

  it('passes on what is written, and counts', async () => {
    const { llama, model } = await open();
    const pieces: string[] = [];
    const writing = model.reply(messages, { maxTokens: 20, onText: (piece) => pieces.push(piece) });
    await settle();
    const [prompt] = llama.prompts;
    expect(prompt?.history).toEqual([{ type: 'system', text: 'Only from the passages.' }]);
    expect([prompt?.text, prompt?.maxTokens]).toEqual(['How long did the talks last?', 20]);
    prompt?.say('15 ');
    await settle();
    expect(pieces).toEqual(['15 ']);
    prompt?.say('hours.');
    prompt?.end();
    expect(await writing).toEqual({
      text: '15 hours.',
      stopped: 'end',
      usage: { inputTokens: 42, outputTokens: 2, isEstimated: false },
    });
  });

  it('says when the limit cut it off', async () => {
    const { llama, model } = await open();
    const writing = model.reply(messages, { maxTokens: 2 });
    await settle();
    for (const piece of ['15 ', 'hours ']) llama.prompts[0]?.say(piece);
    llama.prompts[0]?.end();
    expect((await writing).stopped).toBe('length');
  });

  it('writes one reply after the other, and passes over who has left meanwhile', async () => {
    const { llama, model } = await open();
    const left = new AbortController();
    const first = model.reply(messages, { maxTokens: 20 });
    const second = model.reply(messages, { maxTokens: 20, signal: left.signal });
    const third = model.reply(messages, { maxTokens: 20 });
    await settle();
    expect(llama.prompts).toHaveLength(1);
    left.abort(new Error('left'));
    await expect(second).rejects.toThrow('left');
    llama.prompts[0]?.end();
    await first;
    await settle();
    expect(llama.prompts).toHaveLength(2);
    llama.prompts[1]?.end();
    await third;
  });

  it('stops writing when it is called off, and is free for the next', async () => {
    const { llama, model } = await open();
    const calledOff = new AbortController();
    const writing = model.reply(messages, { maxTokens: 20, signal: calledOff.signal });
    await settle();
    calledOff.abort(new Error('left'));
    await expect(writing).rejects.toThrow('left');
    expect(llama.prompts[0]?.signal.aborted).toBe(true);
    const next = model.reply(messages, { maxTokens: 20 });
    await settle();
    llama.prompts[1]?.end();
    await next;
  });

  it('refuses what does not fit, instead of forgetting its beginning', async () => {
    const { llama, model } = await open();
    const long = [{ role: 'user', text: 'word '.repeat(180) }] as const;
    expect((await chatFaultOf(model.reply(long, { maxTokens: 20 }))).fault).toBe('too-long');
    expect(llama.prompts).toEqual([]);
  });

  it('is tried again when it could not be loaded', async () => {
    const { llama, model } = await open();
    llama.failLoading = new Error('no such file');
    const error = await chatFaultOf(model.reply(messages, { maxTokens: 20 }));
    expect([error.fault, error.remedy]).toEqual(['unreachable', expect.stringContaining('.gguf')]);
    expect(llama.disposed).toBe(1);
    const writing = model.reply(messages, { maxTokens: 20 });
    await settle();
    llama.prompts[0]?.end();
    await writing;
  });

  it('ends what it writes when it is closed, and frees the memory afterwards', async () => {
    const { llama, model } = await open();
    const writing = chatFaultOf(model.reply(messages, { maxTokens: 20 }));
    await settle();
    await model.close();
    expect((await writing).line).toContain('is closed');
    expect(llama.disposed).toBe(1);
  });
});

/** It is there, and lacks something itself. */
const broken: ImportPackage = () => missingPackage('deeper');

describe('an optional package', () => {
  it.each([
    ['gguf', 'node-llama-cpp'],
    ['anthropic', '@langchain/anthropic'],
    ['google', '@langchain/google-genai'],
  ] as const)('of %s that is missing is named with what to type', async (provider, name) => {
    const parts = { timeoutMs: 1_000, importPackage: missingPackage };
    const error = await chatFaultOf(openChatModel({ ...choice, provider }, parts));
    expect([error.fault, error.line]).toEqual([
      'missing-package',
      `The package ${name} is not installed. Type: npm install ${name}`,
    ]);
    const other = await chatFaultOf(openChatModel({ ...choice, provider }, { ...parts, importPackage: broken }));
    expect(other.message).toContain('cannot be loaded');
  });

  it('is not needed for the servers that most have', async () => {
    const served = { ...choice, provider: 'ollama', baseUrl: 'http://127.0.0.1:9/v1' } as const;
    const model = await openChatModel(served, { timeoutMs: 1_000, importPackage: missingPackage });
    await model.close();
  });
});
