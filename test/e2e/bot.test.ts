import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { commandDefinitions } from '#src/discord/commands/all-commands.js';
import { type Loopback, startLoopback } from '../support/discord/loopback.js';
import { createProject, type Project } from './parley-process.js';
import { botEnvironment, startBot as startBotProcess } from './running-bot.js';

let project: Project;
let discord: Loopback;

beforeEach(async () => {
  project = await createProject();
  discord = await startLoopback();
});
afterEach(async () => {
  await discord.stop();
  await project.remove();
});

const environment = (changes: Readonly<Record<string, string>> = {}) => botEnvironment(discord, changes);

const startBot = (changes: Readonly<Record<string, string>> = {}) => startBotProcess(project, discord, changes);

describe('the first start with an empty data folder', () => {
  it('builds the index, registers the commands, says how to invite the bot, and stops in good order', async () => {
    const bot = await startBot();
    const { messages } = await discord.member('anna').runs('ask', { question: 'How long did the talks last?' });
    expect(messages[0]?.text).toContain('**15 hours**');
    const { code, stdout, stderr } = await bot.stop();
    expect(code).toBe(0);
    expect(stdout).toContain(`Registered ${discord.commands.length} commands`);
    expect(stdout).toMatch(/^Ready as .+ in 1 server\.$/mu);
    expect(stdout).toContain(
      `https://discord.com/oauth2/authorize?client_id=${discord.applicationId}&permissions=274877991936&scope=bot+applications.commands`,
    );
    expect(stderr).toContain('There is no index yet: building it.');
    expect(`${stdout}${stderr}`).not.toContain(discord.token);
    expect(discord.violations).toEqual([]);
  });
});

describe('a later start', () => {
  it('leaves the commands alone, and old buttons and answers go on working', async () => {
    const anna = discord.member('anna');
    const first = await startBot();
    const { messages } = await anna.runs('ask', { question: 'Who met in Geneva?' });
    await first.stop();
    const registrations = () => discord.requests.filter(({ method }) => method === 'PUT').length;
    const before = registrations();

    const second = await startBot();
    expect(registrations()).toBe(before);
    const [answer] = messages;
    if (answer === undefined) throw new Error('There is no answer.');
    const passage = await anna.presses(answer, 'Show passage');
    expect(passage.messages[0]?.text).toContain('¶');
    const further = await anna.says('and how long did it last?', { replyTo: answer });
    expect((await discord.answerTo(further)).text).toContain('15 hours');
    expect((await second.stop('SIGINT')).code).toBe(0);
    expect(discord.violations).toEqual([]);
  });
});

describe('what cannot be started', () => {
  const oneLine = /^[^\n]+\n$/u;

  beforeEach(async () => {
    await project.run(['index']);
  });

  it('because of a bad token, ends with 78 and one line that names the variable', async () => {
    const { code, stderr } = await project.run(['start'], {
      environment: environment({ DISCORD_TOKEN: `${discord.token.slice(0, -3)}xyz` }),
    });
    expect({ code, isOneLine: oneLine.test(stderr) }, stderr).toEqual({ code: 78, isOneLine: true });
    expect(stderr).toContain('DISCORD_TOKEN');
    expect(stderr).not.toContain(discord.token.slice(0, 20));
  });

  it('because DISCORD_REST_API is elsewhere, ends with 78 and one line that names it', async () => {
    const { code, stderr } = await project.run(['start'], {
      environment: environment({ DISCORD_REST_API: 'https://discord.example.com/api' }),
    });
    expect({ code, isOneLine: oneLine.test(stderr) }, stderr).toEqual({ code: 78, isOneLine: true });
    expect(stderr).toContain('DISCORD_REST_API');
    expect(stderr).not.toContain(discord.token);
  });
});

/** Writes enough for the build to last some seconds, starts the bot, and waits until it embeds. */
async function startBuilding() {
  for (let document = 0; document < 60; document++) {
    const sentences = Array.from(
      { length: 30 },
      (_, line) => `Delegation ${document} raised point ${line} about the harbour of Port ${document * 31 + line}.`,
    );
    await writeFile(path.join(project.corpus, `long-${document}.txt`), sentences.join('\n\n'));
  }
  const { child, ended } = project.start(['start'], { environment: environment() });
  await new Promise<void>((resolve) => {
    let seen = '';
    child.stderr.on('data', (piece: string) => {
      seen += piece;
      if (seen.includes('Embedding')) resolve();
    });
  });
  return { child, ended };
}

describe('a bot that is stopped while the first index is built', () => {
  // npm hands a Ctrl-C on to a process that has it from the terminal already.
  it.each([
    ['SIGTERM', 1],
    ['SIGINT', 2],
  ] as const)(
    'by %s (%i times at once) ends with 0, has published nothing and holds nothing',
    async (signal, times) => {
      const { child, ended } = await startBuilding();
      for (let time = 0; time < times; time++) child.kill(signal);
      const { code, stdout, stderr } = await ended;
      expect({ code, stdout }, stderr).toEqual({ code: 0, stdout: '' });
      expect(stderr).toContain('The index was not published; what was embedded is kept.\nStopped.\n');
      expect(stderr.match(/Stopping/gu)).toHaveLength(1);
      expect(discord.requests).toEqual([]);
      expect(await project.run(['generations', '--json'])).toMatchObject({ code: 0, stdout: '[]\n' });
      expect(await readdir(path.join(project.data, 'collections/shared'))).not.toContain('build.lock');
    },
  );
});

function deploy(more: readonly string[] = [], changes: Readonly<Record<string, string>> = {}) {
  return project.run(['deploy-commands', ...more], { environment: environment(changes) });
}

/** The names of the commands that the home server has for itself. */
async function commandsOfHome(): Promise<readonly string[]> {
  const { api, applicationId, home, token } = discord;
  const response = await fetch(`${api}/v10/applications/${applicationId}/guilds/${home.id}/commands`, {
    headers: { authorization: `Bot ${token}`, 'user-agent': 'DiscordBot (http://127.0.0.1, 1)' },
  });
  return ((await response.json()) as readonly { readonly name: string }[]).map(({ name }) => name);
}

describe('deploy-commands', () => {
  it('tells Discord the commands everywhere, or in one server, and takes those of the server away again', async () => {
    const everywhere = await deploy();
    expect(everywhere).toMatchObject({ code: 0, stderr: '' });
    expect(everywhere.stdout).toBe(`Registered ${discord.commands.length} commands everywhere.\n`);
    const { id } = discord.home;
    const inServer = await deploy(['--guild', id]);
    expect(inServer).toMatchObject({ code: 0, stderr: expect.stringContaining('--remove') });
    expect(inServer.stdout).toBe(`Registered ${discord.commands.length} commands in server ${id}.\n`);
    expect(await commandsOfHome()).toEqual(discord.commands.map(({ name }) => name));

    const removed = await deploy(['--guild', id, '--remove']);
    expect(removed).toEqual({ code: 0, stdout: `Server ${id} has no commands of its own any more.\n`, stderr: '' });
    expect(await commandsOfHome()).toEqual([]);
    expect(discord.commands).toHaveLength(commandDefinitions.length);
    expect(discord.violations).toEqual([]);
  });

  it('takes a token as people paste it, as the start does', async () => {
    expect(await deploy([], { DISCORD_TOKEN: `Bot ${discord.token}` })).toMatchObject({ code: 0, stderr: '' });
  });

  const wrongToken = `MTIz.${'a'.repeat(6)}.${'b'.repeat(38)}`;
  const nowhere = '1017654321098765432';
  it.each([
    ['without a token', { DISCORD_TOKEN: '' }, [], 78, 'DISCORD_TOKEN is not set'],
    ['with a wrong token', { DISCORD_TOKEN: wrongToken }, [], 78, 'Discord refuses the token in DISCORD_TOKEN'],
    ['with what is no token', { DISCORD_TOKEN: 'a token' }, [], 78, 'Discord refuses the token in DISCORD_TOKEN'],
    ['for what is no server', {}, ['--guild', 'general'], 2, 'no id of a server'],
    [
      'for a server without the bot',
      {},
      ['--guild', nowhere],
      1,
      `The bot is not in server ${nowhere}, or there is no`,
    ],
    ['to remove them everywhere', {}, ['--remove'], 2, 'without any commands'],
    ['without a network', { DISCORD_REST_API: 'http://127.0.0.1:9/api' }, [], 1, 'Discord cannot be reached.'],
  ] as const)('%s says what is wrong in one line', async (_, changes, more, code, line) => {
    const ended = await deploy(more, changes);
    expect(ended).toMatchObject({ code, stdout: '' });
    expect(ended.stderr).toContain(line);
    expect(ended.stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(ended.stderr).not.toContain('b'.repeat(38));
  });

  it.each([
    ['cannot just now', { kind: '500', times: 9 }, 'Discord has a fault. Run this again'],
    ['will not', { kind: 'error', status: 400, code: 30_034 }, 'Discord did not take the commands (HTTP 400).'],
    // Only of a server that was named may be said that it is closed.
    ['says that there is no such thing', { kind: 'error', status: 404 }, 'not take the commands (HTTP 404).'],
  ] as const)('tells apart that Discord %s', async (_, fault, line) => {
    discord.fails({ route: /^PUT /u, ...fault });
    const ended = await deploy();
    expect(ended).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining(line) });
    expect(ended.stderr.trimEnd().split('\n')).toHaveLength(1);
  });
});

describe('the health pages', () => {
  it('say that the process is well and ready, and go with it', async () => {
    const port = 20_000 + (process.pid % 20_000);
    const bot = await startBot({ PARLEY_HEALTH_PORT: String(port) });
    const status = async (page: string) => (await fetch(`http://127.0.0.1:${port}/${page}`)).status;
    expect([await status('healthz'), await status('readyz'), await status('other')]).toEqual([200, 200, 404]);
    expect((await bot.stop()).code).toBe(0);
    await expect(status('healthz')).rejects.toThrow();
  });
});

describe('a new index', () => {
  it('is answered from while the bot runs, and no question fails', async () => {
    const bot = await startBot();
    await writeFile(path.join(project.corpus, 'harbour.txt'), 'The harbour master of Ostrava is called Lena Novak.');
    expect((await project.run(['index'])).code).toBe(0);
    const live = (await readFile(path.join(project.data, 'collections', 'shared', 'live'), 'utf8')).trim();
    const anna = discord.member('anna');
    const sees = async (): Promise<string> => (await anna.runs('sources')).messages[0]?.text ?? '';
    while (!(await sees()).includes(live)) await new Promise((resolve) => setTimeout(resolve, 200));
    const { messages } = await anna.runs('ask', { question: 'Who is the harbour master of Ostrava?' });
    expect(messages[0]?.text).toContain('Lena Novak');
    expect((await bot.stop()).code).toBe(0);
  });
});
