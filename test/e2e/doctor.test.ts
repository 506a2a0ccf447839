import { mkdir, readdir, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { openaiWire } from '../support/chat/wire-formats.js';
import { startWireServer } from '../support/chat/wire-server.js';
import { type Loopback, startLoopback } from '../support/discord/loopback.js';
import { createProject, type Project } from './parley-process.js';

interface Report {
  readonly ok: boolean;
  readonly checks: readonly {
    readonly name: string;
    readonly ok: boolean;
    readonly what: string;
    readonly remedy: string | null;
  }[];
}

let project: Project;
beforeAll(async () => {
  project = await createProject();
});
afterAll(() => project.remove());

const key = 'sk-very-secret-0123456789';

async function examine(
  environment: Readonly<Record<string, string>> = {},
): Promise<Report & { readonly code: number | null }> {
  const { code, stdout, stderr } = await project.run(['doctor', '--json'], { environment });
  expect(`${stdout}${stderr}`).not.toContain(key);
  return { ...(JSON.parse(stdout) as Report), code };
}

/** What is wrong, by name. */
function wrong({ checks }: Report): readonly string[] {
  return checks.filter(({ ok }) => !ok).map(({ name, what, remedy }) => `${name}: ${what} ${remedy}`);
}

describe('with nothing but the defaults', () => {
  it('everything is well, in a line each, and nothing is made', async () => {
    const { code, stdout, stderr } = await project.run(['doctor']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const lines = stdout.trimEnd().split('\n');
    expect(lines.map((line) => line.slice(0, 8))).toEqual(Array.from({ length: 9 }, () => 'ok      '));
    for (const name of [
      'Node.js',
      'configuration',
      'data folder',
      'corpus',
      'encoder',
      'index',
      'database',
      'Discord',
      'chat model',
    ])
      expect(stdout).toContain(`ok      ${name}`);
    expect(await readdir(project.folder)).toEqual(['corpus']);
  });
});

describe('what is wrong', () => {
  it('with the configuration is all that is said then', async () => {
    const report = await examine({ CHAT_MODEL: 'olama:m', LOG_LEVEL: 'loud' });
    expect(report.code).toBe(1);
    expect(report.checks.map(({ name }) => name)).toEqual(['Node.js', 'configuration']);
    expect(wrong(report)[0]).toMatch(/LOG_LEVEL.*did you mean ollama\?/u);
  });

  it('with a folder, a corpus or an encoder keeps the other looks from nothing', async () => {
    const file = path.join(project.folder, 'a-file');
    await writeFile(file, '');
    const report = await examine({
      PARLEY_DATA_DIR: path.join(file, 'data'),
      PARLEY_CORPUS_DIR: 'nowhere',
      EMBEDDING_MODEL: 'no-such',
    });
    expect(wrong(report).map((line) => line.split(':')[0])).toEqual(['data folder', 'corpus', 'encoder', 'index']);
    expect(report.checks).toHaveLength(9);
    expect(report.code).toBe(1);
  });

  it('with the database and the index is told with what helps', async () => {
    const data = path.join(project.folder, 'damaged');
    expect((await project.run(['index'], { environment: { PARLEY_DATA_DIR: data } })).code).toBe(0);
    const environment = { PARLEY_DATA_DIR: data };
    const sound = await examine(environment);
    expect(wrong(sound)).toEqual([]);
    expect(sound.checks.find(({ name }) => name === 'index')?.what).toMatch(/^Generation \S+ is sound: 1 documents?/u);
    await writeFile(path.join(data, 'state.sqlite'), 'this is no database, and long enough to be looked at as one');
    const shared = path.join(data, 'collections', 'shared');
    const [generation = ''] = await readdir(path.join(shared, 'generations'));
    await truncate(path.join(shared, 'generations', generation, 'vectors.bin'), 8);
    const [index, database] = wrong(await examine(environment));
    expect(index).toMatch(/^index: The live generation .* is damaged.*parley rollback/u);
    expect(database).toMatch(/^database: /u);
  }, 120_000);
});

describe('the token', () => {
  let discord: Loopback;
  beforeEach(async () => {
    discord = await startLoopback();
  });
  afterEach(async () => {
    expect(discord.violations).toEqual([]);
    await discord.stop();
  });

  it('is held against Discord, and never shown', async () => {
    const environment = { DISCORD_TOKEN: discord.token, DISCORD_REST_API: discord.api };
    const { code, stdout, stderr } = await project.run(['doctor'], { environment });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/ok {6}Discord {7}Discord knows the token: it is that of “.+”\./u);
    expect(stdout).not.toContain(discord.token);
  });

  it('that Discord does not know, or that is none, is told', async () => {
    const other = `${discord.token.slice(0, -3)}abc`;
    const refused = wrong(await examine({ DISCORD_TOKEN: other, DISCORD_REST_API: discord.api }));
    expect(refused).toEqual([expect.stringContaining('Discord: Discord refuses the token')]);
    const none = wrong(await examine({ DISCORD_TOKEN: 'the-secret-of-oauth', DISCORD_REST_API: discord.api }));
    expect(none).toEqual([expect.stringContaining('does not look like the token of a bot')]);
  });
});

describe('the chat model', () => {
  it('is tried, and its key never shown', async () => {
    const server = await startWireServer(openaiWire);
    onTestFinished(() => server.close());
    const environment = { CHAT_MODEL: 'openai:m', OPENAI_BASE_URL: `${server.origin}/v1`, OPENAI_API_KEY: key };
    server.script(
      { text: ['15 hours [1].'] },
      { status: 401, raw: JSON.stringify({ error: { message: `no ${key}` } }) },
    );
    expect(wrong(await examine(environment))).toEqual([]);
    const refused = wrong(await examine(environment));
    expect(refused).toEqual([
      expect.stringMatching(/^chat key: .* does not accept the key \(401\)\. Check OPENAI_API_KEY/u),
    ]);
  });
});

describe('a data folder', () => {
  it.skipIf(process.getuid?.() === 0)('that cannot be written to is told', async () => {
    const locked = path.join(project.folder, 'locked');
    await mkdir(locked, { mode: 0o500 });
    expect(wrong(await examine({ PARLEY_DATA_DIR: locked }))[0]).toContain('cannot be written to (EACCES)');
  });
});
