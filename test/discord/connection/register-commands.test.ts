import { ApplicationCommandType } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { type CommandDefinition, registerCommands } from '#src/discord/connection/register-commands.js';
import { registerIfChanged } from '#src/discord/connection/register-if-changed.js';
import type { FactStore } from '#src/state/seams/facts.js';

const ask: CommandDefinition = { name: 'ask', description: 'Ask', type: ApplicationCommandType.ChatInput };
const askTurned: CommandDefinition = { type: ApplicationCommandType.ChatInput, description: 'Ask', name: 'ask' };
const check: CommandDefinition = { name: 'Check this', type: ApplicationCommandType.Message };

function fakeRest(fault?: Error) {
  const requests: { readonly route: string; readonly body: unknown }[] = [];
  return {
    requests,
    async put(route: string, { body }: { readonly body: unknown }) {
      requests.push({ route, body });
      if (fault !== undefined) throw fault;
      return [];
    },
  };
}

function fakeFacts(): FactStore {
  const facts = new Map<string, string | null>();
  return {
    async get(key: string) {
      return facts.get(key) ?? null;
    },
    async set(key: string, value: string) {
      facts.set(key, value);
    },
  };
}

describe('registering commands', () => {
  it('replaces all of them everywhere in one request', async () => {
    const rest = fakeRest();
    await registerCommands({ rest, applicationId: '11', definitions: [ask, check] });
    expect(rest.requests).toEqual([{ route: '/applications/11/commands', body: [ask, check] }]);
  });

  it('may concern one server', async () => {
    const rest = fakeRest();
    await registerCommands({ rest, applicationId: '11', definitions: [], guild: '22' });
    expect(rest.requests).toEqual([{ route: '/applications/11/guilds/22/commands', body: [] }]);
  });
});

describe('registering at the start', () => {
  it('happens once for the same commands, whatever the order of their properties', async () => {
    const [rest, facts] = [fakeRest(), fakeFacts()];
    const registration = { rest, applicationId: '11', facts };
    await expect(registerIfChanged({ ...registration, definitions: [ask] })).resolves.toBe('registered');
    await expect(registerIfChanged({ ...registration, definitions: [askTurned] })).resolves.toBe('unchanged');
    expect(rest.requests).toHaveLength(1);
  });

  it('happens again when a command changes, comes or goes', async () => {
    const [rest, facts] = [fakeRest(), fakeFacts()];
    const registration = { rest, applicationId: '11', facts };
    for (const definitions of [[ask], [{ ...ask, description: 'Ask me' }], [ask, check], [check]]) {
      await expect(registerIfChanged({ ...registration, definitions })).resolves.toBe('registered');
    }
    expect(rest.requests).toHaveLength(4);
  });

  it('happens again for another application', async () => {
    const [rest, facts] = [fakeRest(), fakeFacts()];
    await registerIfChanged({ rest, applicationId: '11', definitions: [ask], facts });
    await expect(registerIfChanged({ rest, applicationId: '12', definitions: [ask], facts })).resolves.toBe(
      'registered',
    );
  });

  it('is not noted as done when Discord refuses it', async () => {
    const facts = fakeFacts();
    const registration = { applicationId: '11', definitions: [ask], facts };
    await expect(registerIfChanged({ ...registration, rest: fakeRest(new Error('refused')) })).rejects.toThrow(
      'refused',
    );
    await expect(registerIfChanged({ ...registration, rest: fakeRest() })).resolves.toBe('registered');
  });
});
