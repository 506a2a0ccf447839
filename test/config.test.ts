import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parse } from 'dotenv';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { configKeys, readConfig } from '#src/config.js';
import { ConfigError } from '#src/errors.js';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'parley-config-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('.env.example', () => {
  it('lists every key that is read, and no other', async () => {
    expect(Object.keys(parse(await readFile('.env.example'))).toSorted()).toEqual([...configKeys].toSorted());
  });

  it('says above every key what it is for', async () => {
    const lines = (await readFile('.env.example', 'utf8')).split('\n');
    const bare = lines.filter((line, index) => /^\w+=/u.test(line) && !(lines[index - 1] ?? '').startsWith('#'));
    expect(bare).toEqual([]);
  });

  it('is a configuration as it stands, the same as none', async () => {
    await writeFile(path.join(folder, '.env'), await readFile('.env.example'));
    const fromExample = readConfig(folder, {});
    await rm(path.join(folder, '.env'));
    expect(fromExample).toEqual(readConfig(folder, {}));
  });
});

describe('the configuration', () => {
  it('has a default for everything', () => {
    expect(readConfig(folder, {})).toEqual({
      discord: { token: undefined, restApi: undefined },
      healthPort: undefined,
      questionDays: undefined,
      dataFolder: path.join(folder, 'data'),
      corpusFolder: path.join(folder, 'corpus'),
      embedding: { model: 'e5-small-v2', apiKey: undefined, allowDownload: false },
      chat: undefined,
      logLevel: 'warn',
    });
  });

  it('reads .env, and prefers the environment', async () => {
    await writeFile(path.join(folder, '.env'), 'LOG_LEVEL=debug\nPARLEY_DATA_DIR=elsewhere\n');
    const config = readConfig(folder, { LOG_LEVEL: 'error' });
    expect(config.logLevel).toBe('error');
    expect(config.dataFolder).toBe(path.join(folder, 'elsewhere'));
  });

  it.each([
    ['', ''],
    ['', ' # ours'],
    ['"', '"'],
    ["'", "' # ours"],
    ['export ', ''],
  ])('reads the address of a model from .env as the documents have it: %s…%s', async (before, after) => {
    const [exported, quoted] = before.startsWith('export') ? [before, ''] : ['', before];
    const lines = [
      'CHAT_API_KEY=ab#cd',
      `${exported}CHAT_MODEL=${quoted}http://gpu.local:8000/v1#Qwen/Qwen3-8B${after}`,
    ];
    await writeFile(path.join(folder, '.env'), [...lines, 'LOG_LEVEL=debug #loud', ''].join('\r\n'));
    const { chat, logLevel } = readConfig(folder, {});
    expect(chat?.choice).toMatchObject({
      baseUrl: 'http://gpu.local:8000/v1',
      model: 'Qwen/Qwen3-8B',
      apiKey: 'ab#cd',
    });
    expect(logLevel).toBe('debug');
    await rm(path.join(folder, '.env'));
  });

  it('takes an empty value for one that is not set', () => {
    expect(readConfig(folder, { DISCORD_TOKEN: ' ', LOG_LEVEL: '' })).toEqual(readConfig(folder, {}));
  });

  it('lets the token go to this machine or to Discord, and nowhere else', () => {
    for (const restApi of ['http://127.0.0.1:4000/api', 'http://localhost:4000/api', 'http://[::1]:4000/api']) {
      expect(readConfig(folder, { DISCORD_REST_API: restApi }).discord.restApi).toBe(restApi);
    }
    const elsewhere = [
      'https://discord.example.com/api',
      'http://127.0.0.1.example.com/api',
      'http://127.0.0.1@example.com/api',
      'http://user:word@127.0.0.1:4000/api',
      'https://127.0.0.1/api',
      'file:///etc/passwd',
      'not an address',
    ];
    for (const restApi of elsewhere) {
      expect(() => readConfig(folder, { DISCORD_REST_API: restApi }), restApi).toThrow('DISCORD_REST_API');
    }
  });

  it('takes a port for the health pages, and only a port', () => {
    expect(readConfig(folder, { PARLEY_HEALTH_PORT: '8080' }).healthPort).toBe(8080);
    for (const port of ['0', '65536', '-1', '80a', '8.5']) {
      expect(() => readConfig(folder, { PARLEY_HEALTH_PORT: port }), port).toThrow('PARLEY_HEALTH_PORT');
    }
  });

  it('takes a number of days that questions are kept, from a day to a year', () => {
    expect(readConfig(folder, { PARLEY_QUESTION_DAYS: '1' }).questionDays).toBe(1);
    expect(readConfig(folder, { PARLEY_QUESTION_DAYS: '365' }).questionDays).toBe(365);
    for (const days of ['0', '366', '-1', '7.5', '30d', '007', '1000']) {
      expect(() => readConfig(folder, { PARLEY_QUESTION_DAYS: days }), days).toThrow(
        'PARLEY_QUESTION_DAYS is not a number of days; use one from 1 to 365',
      );
    }
  });

  it('cannot be changed', () => {
    const config = readConfig(folder, {});
    expect([config, config.discord, config.embedding].every(Object.isFrozen)).toBe(true);
  });

  it('reports every fault at once, by name and with the remedy, and repeats no value', () => {
    const wrong = { LOG_LEVEL: 'loud-secret', EMBEDDING_DOWNLOAD: 'maybe-secret' };
    const fault = (() => {
      try {
        readConfig(folder, wrong);
      } catch (error) {
        return error;
      }
    })();
    expect(fault).toBeInstanceOf(ConfigError);
    const { line } = fault as ConfigError;
    expect(line).toContain('LOG_LEVEL');
    expect(line).toContain('use one of silent, error, warn, info, debug');
    expect(line).toContain('EMBEDDING_DOWNLOAD');
    expect(line).not.toContain('secret');
  });
});
