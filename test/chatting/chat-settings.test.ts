import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readChatSettings } from '#src/chatting/chat-settings.js';
import { isOwnNetwork } from '#src/chatting/own-network.js';
import { readConfig } from '#src/config.js';
import { ConfigError } from '#src/errors.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'parley-chat-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

type Environment = Readonly<Record<string, string>>;

function settings(environment: Environment) {
  const { settings: read, faults } = readChatSettings(environment, folder);
  expect(faults).toEqual([]);
  if (read === undefined) throw new Error('There are no settings.');
  return read;
}

function faultsOf(environment: Environment): readonly string[] {
  const { settings: read, faults } = readChatSettings(environment, folder);
  expect(read).toBeUndefined();
  return faults.map(({ key, what }) => `${key} ${what}`);
}

const key = 'sk-very-secret-0123456789';

describe('the name of a chat model', () => {
  it.each([
    ['ollama:llama3.2:3b', 'http://127.0.0.1:11434/v1', 'llama3.2:3b'],
    ['llamacpp:default', 'http://127.0.0.1:8080/v1', 'default'],
    ['vllm:Qwen/Qwen3-8B', 'http://127.0.0.1:8000/v1', 'Qwen/Qwen3-8B'],
    ['lmstudio:qwen3-8b', 'http://127.0.0.1:1234/v1', 'qwen3-8b'],
    [' Ollama : llama3.2 ', 'http://127.0.0.1:11434/v1', 'llama3.2'],
  ])('%s leads to this machine and needs no key', (name, baseUrl, model) => {
    expect(settings({ CHAT_MODEL: name }).choice).toMatchObject({ baseUrl, model, apiKey: undefined });
  });

  it.each([
    ['openai:gpt-5-mini', 'OPENAI_API_KEY', 'https://api.openai.com/v1'],
    ['openrouter:qwen/qwen3-8b:free', 'OPENROUTER_API_KEY', 'https://openrouter.ai/api/v1'],
    ['anthropic:claude-haiku-4-5', 'ANTHROPIC_API_KEY', 'https://api.anthropic.com'],
    ['google:gemini-2.5-flash', 'GOOGLE_API_KEY', 'https://generativelanguage.googleapis.com'],
  ])('%s needs %s', (name, variable, baseUrl) => {
    expect(settings({ CHAT_MODEL: name, [variable]: key }).choice).toMatchObject({ id: name, baseUrl, apiKey: key });
    expect(faultsOf({ CHAT_MODEL: name })).toEqual([
      expect.stringMatching(new RegExp(`^${variable} is not set, .*${variable}_FILE$`, 'u')),
    ]);
  });

  it('may be an address, with a key or without', () => {
    const name = 'https://gpu.example.com:8443/v1/#Qwen/Qwen3-8B';
    expect(settings({ CHAT_MODEL: name }).choice).toEqual({
      id: 'gpu.example.com:8443/v1#Qwen/Qwen3-8B',
      provider: 'address',
      baseUrl: 'https://gpu.example.com:8443/v1',
      model: 'Qwen/Qwen3-8B',
      apiKey: undefined,
    });
    // The key for OpenAI is in many an environment, and no other server's business.
    expect(settings({ CHAT_MODEL: name, CHAT_API_KEY: key, OPENAI_API_KEY: 'other' }).choice.apiKey).toBe(key);
    expect(settings({ CHAT_MODEL: name, OPENAI_API_KEY: key }).choice.apiKey).toBeUndefined();
  });

  it('may stand for another server of OpenAI’s kind, which may want no key', () => {
    const environment = { CHAT_MODEL: 'openai:m', OPENAI_BASE_URL: 'http://10.0.0.7:9000/v1/' };
    expect(settings(environment).choice).toMatchObject({ baseUrl: 'http://10.0.0.7:9000/v1', apiKey: undefined });
    expect(settings({ ...environment, OPENAI_API_KEY: key }).choice.apiKey).toBe(key);
  });

  it('may be a file, found from the folder of the configuration', () => {
    expect(settings({ CHAT_MODEL: 'gguf:models/small.Q4.gguf' }).choice).toMatchObject({
      id: 'gguf:small.Q4.gguf',
      model: path.join(folder, 'models/small.Q4.gguf'),
      baseUrl: null,
    });
  });

  it.each([
    ['olama:llama3.2', 'did you mean ollama?'],
    ['antropic:claude', 'did you mean anthropic?'],
    ['xyz:m', 'none of ollama, llamacpp, vllm, lmstudio, openai, openrouter, anthropic, google, gguf; use'],
    ['llama3.2', 'names no model; use provider:model'],
    ['ollama:', 'names no model'],
    ['https://host/v1', 'not of the form https://host/v1#model'],
    ['https://name:word@host/v1#m', 'keep keys out'],
    ['https://host/v1?key=secret#m', 'keep keys out'],
    ['gguf:model.bin', 'no .gguf file'],
  ])('%s is refused with the remedy', (name, what) => {
    const faults = faultsOf({ CHAT_MODEL: name });
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(what);
    expect(faults[0]).not.toMatch(/secret|word@/u);
  });

  it('is frozen', () => {
    const read = settings({ CHAT_MODEL: 'ollama:m', CHAT_PRICE: '1,2' });
    expect([read, read.choice, read.limits, read.price].every(Object.isFrozen)).toBe(true);
  });
});

describe('a key in a file', () => {
  const environment = { CHAT_MODEL: 'openai:m', OPENAI_API_KEY_FILE: 'key.txt' };

  it('is read without the line break', async () => {
    await writeFile(path.join(folder, 'key.txt'), `${key}\n`);
    expect(settings(environment).choice.apiKey).toBe(key);
  });

  it.each([
    ['not there', async () => undefined, 'cannot be read (ENOENT)'],
    ['empty', (file: string) => writeFile(file, '\n'), 'without a key in it'],
  ])('is refused when it is %s, in one line', async (_, prepare, what) => {
    await prepare(path.join(folder, 'key.txt'));
    const faults = faultsOf(environment);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(`OPENAI_API_KEY_FILE names a file`);
    expect(faults[0]).toContain(what);
  });

  it.skipIf(process.getuid?.() === 0)('is refused when nobody may read it', async () => {
    await writeFile(path.join(folder, 'key.txt'), key);
    await chmod(path.join(folder, 'key.txt'), 0);
    expect(faultsOf(environment)[0]).toContain('EACCES');
  });

  it('is refused beside a key that is set, as nobody knows which is meant', async () => {
    await writeFile(path.join(folder, 'key.txt'), key);
    expect(faultsOf({ ...environment, OPENAI_API_KEY: key })[0]).toContain('are both set; keep one');
  });

  it('of another provider is not looked at', () => {
    expect(settings({ ...environment, CHAT_MODEL: 'ollama:m' }).choice.apiKey).toBeUndefined();
  });

  it('that no header carries is refused', () => {
    const [fault] = faultsOf({ CHAT_MODEL: 'openai:m', OPENAI_API_KEY: 'sk secret' });
    expect(fault).toContain('OPENAI_API_KEY has spaces');
    expect(fault).not.toContain('sk secret');
  });
});

describe('what a chat model may take', () => {
  const local = { CHAT_MODEL: 'ollama:m' };
  const paid = { CHAT_MODEL: 'openai:m', OPENAI_API_KEY: key };

  it('has defaults', () => {
    expect(settings(local)).toMatchObject({ timeoutMs: 60_000, maxTokens: 700, price: undefined });
    expect(settings({ ...local, CHAT_TIMEOUT: '5', CHAT_MAX_TOKENS: '50' })).toMatchObject({
      timeoutMs: 5_000,
      maxTokens: 50,
    });
  });

  it('is limited where somebody sends a bill, unless an operator says otherwise', () => {
    const unlimited = { tokens: undefined, serverTokens: undefined, memberTokens: undefined, dollars: undefined };
    expect(settings(local).limits).toEqual(unlimited);
    expect(settings(paid).limits).toEqual({
      ...unlimited,
      tokens: 450_000,
      serverTokens: 180_000,
      memberTokens: 45_000,
    });
    const ownWords = { CHAT_DAILY_TOKENS: '9', CHAT_SERVER_DAILY_TOKENS: 'none', CHAT_MEMBER_DAILY_TOKENS: '1' };
    expect(settings({ ...paid, ...ownWords }).limits).toEqual({ ...unlimited, tokens: 9, memberTokens: 1 });
    expect(settings({ ...local, ...ownWords }).limits).toEqual({ ...unlimited, tokens: 9, memberTokens: 1 });
  });

  it('may be limited in dollars when a price is known', () => {
    const { limits, price } = settings({ ...paid, CHAT_DAILY_DOLLARS: '1.50', CHAT_PRICE: '0.15, 0.60' });
    expect({ dollars: limits.dollars, price }).toEqual({ dollars: 1.5, price: { input: 0.15, output: 0.6 } });
    expect(faultsOf({ ...paid, CHAT_DAILY_DOLLARS: '1.50' })).toEqual([
      expect.stringContaining('CHAT_DAILY_DOLLARS needs CHAT_PRICE'),
    ]);
  });

  it.each([
    ['CHAT_TIMEOUT', ['0', '301', '-1', '2.5', '1m']],
    ['CHAT_MAX_TOKENS', ['0', '8001', '-1', 'many']],
    ['CHAT_DAILY_TOKENS', ['0', '-1', '1e6', 'unlimited']],
    ['CHAT_SERVER_DAILY_TOKENS', ['0', '1.5']],
    ['CHAT_MEMBER_DAILY_TOKENS', ['0', '9999999999999']],
    ['CHAT_DAILY_DOLLARS', ['0', '-1', '$5', '1,50']],
    ['CHAT_PRICE', ['0.15', '1,2,3', 'a,b', '1;2', '-1,2']],
  ])('is refused in %s when it is no such figure', (name, values) => {
    for (const value of values) {
      const faults = faultsOf({ ...local, CHAT_PRICE: '1,2', [name]: value });
      expect(faults.join(), value).toMatch(new RegExp(`^${name} is (?:not a|no) .*; use .*leave it out$`, 'u'));
    }
  });
});

describe('the configuration', () => {
  it('has no chat model unless one is named, whatever keys other programs have left there', () => {
    const others = { OPENAI_API_KEY: 'has spaces in it', OPENAI_API_KEY_FILE: 'nowhere', OPENAI_BASE_URL: 'nonsense' };
    expect(readConfig(folder, others).chat).toBeUndefined();
  });

  it('reports what is wrong with it together with everything else', () => {
    const wrong = { LOG_LEVEL: 'loud', CHAT_MODEL: 'opnai:gpt', CHAT_TIMEOUT: 'long', CHAT_DAILY_DOLLARS: '2' };
    const error = (() => {
      try {
        return readConfig(folder, wrong);
      } catch (fault) {
        return fault;
      }
    })();
    expect(error).toBeInstanceOf(ConfigError);
    const { line } = error as ConfigError;
    for (const part of [
      'LOG_LEVEL',
      'did you mean openai?',
      'CHAT_TIMEOUT is not a number of seconds',
      'CHAT_DAILY_DOLLARS needs CHAT_PRICE',
    ])
      expect(line).toContain(part);
  });
});

describe('one’s own network', () => {
  it.each([
    'http://127.0.0.1:1/v1',
    'http://localhost/v1',
    'http://[::1]:8/v1',
    'http://192.168.1.5/v1',
    'http://10.1.2.3/v1',
    'http://172.31.0.1/v1',
    'http://ollama:11434/v1',
    'http://gpu.local/v1',
    'http://[fd00::1]/v1',
  ])('has %s', (url) => expect(isOwnNetwork(url)).toBe(true));
  it.each([
    'https://api.openai.com/v1',
    'http://172.32.0.1/v1',
    'http://10.example.com/v1',
    'http://8.8.8.8/v1',
    'http://[2001:db8::1]/v1',
    'https://local.example.com/v1',
  ])('has not %s', (url) => expect(isOwnNetwork(url)).toBe(false));
});

describe('who gives a second opinion', () => {
  const writer = { CHAT_MODEL: 'ollama:llama3.2' };

  it.each([[''], ['off'], ['OFF ']])('is nobody with %j', (value) => {
    expect(settings({ ...writer, CHAT_JUDGE: value }).judge).toBeUndefined();
  });

  it('is the same model, or another', () => {
    const same = settings({ ...writer, CHAT_JUDGE: 'on' });
    expect(same.judge).toEqual(same.choice);
    const other = settings({ ...writer, CHAT_JUDGE: 'openai:gpt-5-mini', OPENAI_API_KEY: key });
    expect(other.judge).toMatchObject({ id: 'openai:gpt-5-mini', apiKey: key });
    // Somebody sends a bill now.
    expect(same.limits.tokens).toBeUndefined();
    expect(other.limits.tokens).toBeGreaterThan(0);
  });

  it('is told from what is wrong, by its own name', () => {
    expect(faultsOf({ ...writer, CHAT_JUDGE: 'yes' })).toEqual([
      'CHAT_JUDGE names no model; use on, off, or a model as CHAT_MODEL has it (provider:model), or leave it out',
    ]);
    expect(faultsOf({ ...writer, CHAT_JUDGE: 'openai:gpt-5-mini' })).toEqual([
      expect.stringMatching(/^OPENAI_API_KEY is not set, and CHAT_JUDGE names openai;/u),
    ]);
    expect(readChatSettings({ CHAT_JUDGE: 'on' }, folder)).toEqual({ settings: undefined, faults: [] });
  });
});
