import { type Interaction, PermissionFlagsBits } from 'discord.js';
import type { SettingsReader } from './server-settings.js';

type Acting = Pick<Interaction, 'guildId' | 'memberPermissions' | 'member'>;

/** Ids of the roles that Discord sent with this very interaction: they are never older than the press itself. */
function rolesOf({ member }: Acting): readonly string[] {
  if (member === null) return [];
  return Array.isArray(member.roles) ? member.roles : [...member.roles.cache.keys()];
}

/** `@everyone` is a role that everybody has, with the id of the server: it makes nobody a moderator. */
function hasRole(acting: Acting, roles: readonly string[]): boolean {
  const held = rolesOf(acting);
  return roles.some((role) => role !== acting.guildId && held.includes(role));
}

/** Whether whoever acts has the permission Manage Server, which no role in the settings stands for. */
export function managesServer({ guildId, memberPermissions }: Acting): boolean {
  return guildId !== null && memberPermissions?.has(PermissionFlagsBits.ManageGuild) === true;
}

/**
 * Whether whoever acts may moderate this server: by the permission Manage Server, or by a role the server's settings
 * name. `undefined` when the settings would have to be read for that.
 */
export function mayModerateNow(acting: Acting, settings: Pick<SettingsReader, 'known'>): boolean | undefined {
  if (acting.guildId === null) return false;
  if (managesServer(acting)) return true;
  const known = settings.known(acting.guildId);
  return known === undefined ? undefined : hasRole(acting, known.moderatorRoles);
}

export async function mayModerate(acting: Acting, settings: SettingsReader): Promise<boolean> {
  const now = mayModerateNow(acting, settings);
  if (now !== undefined || acting.guildId === null) return now ?? false;
  return hasRole(acting, (await settings.of(acting.guildId)).moderatorRoles);
}
