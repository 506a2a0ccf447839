import { PermissionsBitField } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { managesServer, mayModerate, mayModerateNow } from '#src/discord/moderating/may-moderate.js';
import { createSettingsReader } from '#src/discord/moderating/server-settings.js';

const guild = '100000000000000001';
const mods = '200000000000000002';
type Acting = Parameters<typeof mayModerate>[0];

/** Somebody as Discord describes them where discord.js does not know the server. */
function acting(roles: readonly string[], permissions = 0n, where: string | null = guild): Acting {
  return {
    guildId: where,
    memberPermissions: new PermissionsBitField(permissions),
    member: { roles: [...roles] },
  } as unknown as Acting;
}

function reader(roles: readonly string[]) {
  const settings = [{ guild, channel: null, key: 'moderator-roles', value: roles }];
  return createSettingsReader({ of: async () => settings });
}

const manageServer = 1n << 5n;
const administrator = 1n << 3n;

describe('whoever acts', () => {
  it.each([
    ['with Manage Server', acting([], manageServer), true],
    ['with Administrator', acting([], administrator), true],
    ['with a role that the settings name', acting([mods]), true],
    ['with no such role', acting(['300000000000000003']), false],
    ['with every permission but these', acting([], ~(manageServer | administrator) & ((1n << 50n) - 1n)), false],
    ['with Manage Server in a direct message', acting([mods], manageServer, null), false],
  ])('%s', async (_, who, may) => {
    expect(await mayModerate(who, reader([mods]))).toBe(may);
  });

  it('is no moderator for a role that everybody has', async () => {
    expect(await mayModerate(acting([guild]), reader([guild]))).toBe(false);
  });

  it('is no moderator where Discord says nothing about them', async () => {
    const nobody = { guildId: guild, memberPermissions: null, member: null } as Acting;
    expect(await mayModerate(nobody, reader([mods]))).toBe(false);
  });

  it('by a role is known only once the settings are read', async () => {
    const settings = reader([mods]);
    expect(mayModerateNow(acting([mods]), settings)).toBeUndefined();
    expect(mayModerateNow(acting([], manageServer), settings)).toBe(true);
    await settings.of(guild);
    expect(mayModerateNow(acting([mods]), settings)).toBe(true);
    expect(mayModerateNow(acting([]), settings)).toBe(false);
  });

  it('by a role does not manage the server', () => {
    expect(managesServer(acting([mods]))).toBe(false);
    expect(managesServer(acting([], manageServer))).toBe(true);
    expect(managesServer(acting([], manageServer, null))).toBe(false);
  });

  it('is no moderator while the settings cannot be read', async () => {
    const broken = createSettingsReader({ of: () => Promise.reject(new Error('The disk is gone.')) });
    await expect(mayModerate(acting([mods]), broken)).rejects.toThrow('The disk is gone.');
  });
});
