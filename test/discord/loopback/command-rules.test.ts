import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Loopback, startLoopback } from '../../support/discord/loopback.js';
import { exampleCommands } from './example-commands.js';
import { call } from './raw-client.js';

let discord: Loopback;

beforeEach(async () => {
  discord = await startLoopback({ acknowledgeWithinMs: 60_000, rateLimits: 'off' });
  discord.registers(exampleCommands);
});

afterEach(async () => {
  await discord.stop();
});

const letters = (count: number): string => 'x'.repeat(count);

const rules = (): readonly string[] => [...new Set(discord.violations.map(({ rule }) => rule))];

const option = (name: string, more: object = {}): object => ({ type: 3, name, description: 'b', ...more });
const command = (more: object): object => ({ name: 'ask', description: 'Asks', ...more });

describe('a command', () => {
  it.each<[rule: string, what: string, commands: readonly object[]]>([
    ['command-name', 'an upper-case name', [command({ name: 'Ask' })]],
    ['command-name', 'a name with a space', [command({ name: 'ask me' })]],
    ['command-name', 'an upper-case option', [command({ options: [option('Question')] })]],
    ['command-name', 'two of one name', [command({}), command({})]],
    ['command-description', 'no description', [{ name: 'ask' }]],
    [
      'command-options',
      'a required option after an optional one',
      [command({ options: [option('a'), option('b', { required: true })] })],
    ],
    ['command-options', 'two options of one name', [command({ options: [option('a'), option('a')] })]],
    [
      'command-options',
      'a subcommand beside an option',
      [command({ options: [{ type: 1, name: 'a', description: 'b' }, option('c')] })],
    ],
    [
      'command-option',
      'choices and autocomplete',
      [command({ options: [option('a', { autocomplete: true, choices: [{ name: 'a', value: 'a' }] })] })],
    ],
    [
      'command-size',
      'more than 8000 characters',
      [
        command({
          options: Array.from({ length: 25 }, (_, index) =>
            option(`a${index}`, {
              choices: Array.from({ length: 4 }, (_each, choice) => ({ name: `${choice}`, value: letters(80) })),
            }),
          ),
        }),
      ],
    ],
    ['command-menu', 'a description on a menu command', [{ name: 'Ask', type: 3, description: 'a' }]],
    [
      'command-count',
      'sixteen menu commands',
      Array.from({ length: 16 }, (_, index) => ({ name: `Ask ${index}`, type: 3 })),
    ],
    ['specification', 'a misspelt property', [command({ descriptions: 'a' })]],
    [
      'specification',
      'a misspelt property of an option',
      [command({ options: [option('a', { autocompletes: true })] })],
    ],
    ['specification', 'a description beyond 100', [command({ description: letters(101) })]],
    [
      'specification',
      '26 options',
      [command({ options: Array.from({ length: 26 }, (_, index) => option(`a${index}`)) })],
    ],
  ])('breaks the rule %s with %s', async (rule, _what, commands) => {
    const { status } = await call(discord, 'PUT', `/applications/${discord.applicationId}/commands`, commands);
    expect(status).toBe(400);
    expect(rules()).toEqual([rule]);
    expect(discord.commands).toHaveLength(exampleCommands.length);
  });

  it('may say its permissions as digits, and keeps its id', async () => {
    const path = `/applications/${discord.applicationId}/commands`;
    const before = discord.commands.find(({ name }) => name === 'ask')?.id;
    const { status } = await call(discord, 'PUT', path, [
      command({ default_member_permissions: '32' }),
      { name: 'Ask about', type: 3 },
    ]);
    expect(status).toBe(200);
    expect(discord.commands.map(({ name, default_member_permissions: needed }) => [name, needed])).toEqual([
      ['ask', '32'],
      ['Ask about', null],
    ]);
    expect(discord.commands[0]?.id).toBe(before);
    expect((await call(discord, 'GET', path)).body).toHaveLength(2);
    expect(discord.violations).toEqual([]);
  });

  it('is registered in one guild alone', async () => {
    const elsewhere = discord.guild();
    const path = `/applications/${discord.applicationId}/guilds/${elsewhere.id}/commands`;
    expect((await call(discord, 'PUT', path, [command({ name: 'here' })])).status).toBe(200);
    expect(elsewhere.commands.map(({ name }) => name)).toEqual(['here']);
    await expect(discord.member('anna').runs('here')).rejects.toThrow('No command "here"');
    const foreign = path.replace(discord.applicationId, '1');
    expect((await call(discord, 'PUT', foreign, [])).body.code).toBe(20_012);
    expect((await call(discord, 'PUT', path.replace(elsewhere.id, '1'), [])).body.code).toBe(50_001);
  });
});
