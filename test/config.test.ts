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
      discordToken: undefined,
      dataFolder: path.join(folder, 'data'),
      corpusFolder: path.join(folder, 'corpus'),
      embedding: { model: 'e5-small-v2', apiKey: undefined, allowDownload: false },
      logLevel: 'warn',
    });
  });

  it('reads .env, and prefers the environment', async () => {
    await writeFile(path.join(folder, '.env'), 'LOG_LEVEL=debug\nPARLEY_DATA_DIR=elsewhere\n');
    const config = readConfig(folder, { LOG_LEVEL: 'error' });
    expect(config.logLevel).toBe('error');
    expect(config.dataFolder).toBe(path.join(folder, 'elsewhere'));
  });

  it('takes an empty value for one that is not set', () => {
    expect(readConfig(folder, { DISCORD_TOKEN: ' ', LOG_LEVEL: '' })).toEqual(readConfig(folder, {}));
  });

  it('cannot be changed', () => {
    const config = readConfig(folder, {});
    expect(Object.isFrozen(config) && Object.isFrozen(config.embedding)).toBe(true);
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
