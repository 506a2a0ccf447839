import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Loopback, startLoopback } from '../../support/discord/loopback.js';
import { exampleCommands } from './example-commands.js';
import { identifiedGateway, type RawGateway } from './raw-client.js';

const silence = { until: 'sent' } as const;

let discord: Loopback;
let gateway: RawGateway;

beforeEach(async () => {
  discord = await startLoopback({ acknowledgeWithinMs: 60_000, rateLimits: 'off', patienceMs: 200 });
  discord.registers([
    ...exampleCommands,
    {
      name: 'grant',
      description: 'Grants',
      options: [
        { type: 8, name: 'role', description: 'To whom' },
        { type: 7, name: 'place', description: 'Where', channel_types: [0] },
      ],
    },
  ]);
  gateway = await identifiedGateway(discord);
});
afterEach(async () => {
  gateway.close();
  await discord.stop();
  expect(discord.violations).toEqual([]);
});

/** The member as Discord sends them with what they do next. */
async function memberOfNext(act: () => Promise<unknown>): Promise<unknown> {
  const before = gateway.frames.length;
  await act();
  const { d } = await gateway.frame(
    (frame) => frame.t === 'INTERACTION_CREATE' && gateway.frames.indexOf(frame) >= before,
  );
  return d.member;
}

describe('a role', () => {
  it('is heard of when it is made and when it is gone', async () => {
    const role = discord.role({ name: 'Mods' });
    expect(await gateway.event('GUILD_ROLE_CREATE')).toMatchObject({
      guild_id: discord.home.id,
      role: { id: role.id, name: 'Mods', permissions: '0' },
    });
    discord.removesRole(role);
    expect(await gateway.event('GUILD_ROLE_DELETE')).toEqual({ guild_id: discord.home.id, role_id: role.id });
  });

  it('comes with what its member does, until it is taken or gone', async () => {
    const anna = discord.member('anna');
    const [mods, others] = [discord.role({ name: 'Mods' }), discord.role({ name: 'Others' })];
    const asks = () => anna.runs('ask', { question: 'Who?' }, silence);
    expect(await memberOfNext(asks)).toMatchObject({ roles: [] });
    discord.gives(anna, mods);
    discord.gives(anna, others);
    discord.gives(anna, mods);
    expect(await memberOfNext(asks)).toMatchObject({ roles: [mods.id, others.id] });
    expect(gateway.frames.some(({ t }) => t === 'GUILD_MEMBER_UPDATE')).toBe(false);
    discord.takes(anna, mods);
    expect(await memberOfNext(asks)).toMatchObject({ roles: [others.id] });
    discord.removesRole(others);
    expect(await memberOfNext(asks)).toMatchObject({ roles: [] });
  });

  it('stays when its member’s permissions change', async () => {
    const anna = discord.member('anna', { permissions: 32n });
    const mods = discord.role({ name: 'Mods' });
    discord.gives(anna, mods);
    discord.member('anna', { permissions: 0n });
    const member = await memberOfNext(() => anna.runs('ask', { question: 'Who?' }, silence));
    expect(member).toMatchObject({ roles: [mods.id] });
  });

  it('of another server is given to nobody here', () => {
    const elsewhere = discord.guild();
    const role = discord.role({ guild: elsewhere, name: 'Mods' });
    expect(() => discord.gives(discord.member('anna'), role)).toThrow('anna is not in "Elsewhere"');
    discord.removesRole(role);
    discord.member('anna', { guild: elsewhere });
    expect(() => discord.gives(discord.member('anna'), role)).toThrow('"Elsewhere" has no such role');
  });

  it('is named in full by the option of a command', async () => {
    const role = discord.role({ name: 'Mods' });
    await discord.member('anna').runs('grant', { role }, silence);
    expect(await gateway.event('INTERACTION_CREATE')).toMatchObject({
      data: {
        options: [{ type: 8, name: 'role', value: role.id }],
        resolved: { roles: { [role.id]: { id: role.id, name: 'Mods' } } },
      },
    });
  });

  it('shows its members a command that was opened to it, and no other', async () => {
    const [anna, ben] = [discord.member('anna'), discord.member('ben')];
    const mods = discord.role({ name: 'Mods' });
    discord.gives(anna, mods);
    const file = { name: 'a.txt', content: 'a' };
    await expect(anna.runs('corpus add', { file }, silence)).rejects.toThrow('anna is not shown "corpus"');
    discord.opens('corpus', mods);
    expect(await gateway.event('APPLICATION_COMMAND_PERMISSIONS_UPDATE')).toMatchObject({
      permissions: [{ id: mods.id, type: 1, permission: true }],
    });
    await anna.runs('corpus add', { file }, silence);
    await expect(ben.runs('corpus add', { file }, silence)).rejects.toThrow('ben is not shown "corpus"');
    discord.takes(anna, mods);
    await expect(anna.runs('corpus add', { file }, silence)).rejects.toThrow('anna is not shown "corpus"');
    expect(() => discord.opens('burn', mods)).toThrow('No command "burn"');
  });
});

it('a channel of a kind that an option does not take is not offered for it', async () => {
  const anna = discord.member('anna');
  await anna.runs('grant', { place: discord.general }, silence);
  const thread = discord.thread(discord.general, { name: 'the talks' });
  await expect(anna.runs('grant', { place: thread }, silence)).rejects.toThrow('a channel of that kind is not offered');
});
