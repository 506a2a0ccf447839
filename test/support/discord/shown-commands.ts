import {
  type APIApplicationCommand,
  type ApplicationCommandType,
  InteractionContextType,
  PermissionFlagsBits,
} from 'discord-api-types/v10';
import { permissionsIn } from './permissions.js';
import type { World, WorldChannel, WorldUser } from './world.js';

function isShown(command: APIApplicationCommand, channel: WorldChannel, userId: string): boolean {
  const { contexts, default_member_permissions: required, dm_permission: inDirect } = command;
  if (channel.guild === null) {
    // Nobody has roles here, so required permissions hold nobody back.
    return contexts === undefined || contexts === null
      ? inDirect !== false
      : contexts.includes(InteractionContextType.BotDM);
  }
  if (contexts !== undefined && contexts !== null && !contexts.includes(InteractionContextType.Guild)) return false;
  const { guild } = channel;
  const held = permissionsIn(channel, userId);
  if ((held & PermissionFlagsBits.UseApplicationCommands) === 0n) return false;
  if (required === null || (held & PermissionFlagsBits.Administrator) !== 0n) return true;
  const opened = guild.opened.get(command.name) ?? [];
  if (opened.some((role) => guild.members.get(userId)?.roles.includes(role) === true)) return true;
  return BigInt(required) !== 0n && (held & BigInt(required)) === BigInt(required);
}

/** The command as somebody is shown it in a channel; a guild's own one hides the global one. @throws Error when there is none. */
export function shownCommand(
  world: World,
  type: ApplicationCommandType,
  name: string,
  channel: WorldChannel,
  user: WorldUser,
): APIApplicationCommand {
  const registered = [...(channel.guild?.commands ?? []), ...world.commands];
  const command = registered.find((candidate) => candidate.type === type && candidate.name === name);
  const place = channel.kind === 'direct' ? 'a direct message' : `#${channel.name}`;
  if (command === undefined) {
    const names = registered.filter((candidate) => candidate.type === type).map((candidate) => candidate.name);
    throw new Error(`No command "${name}" is registered; there are: ${names.join(', ') || 'none'}.`);
  }
  if (!isShown(command, channel, user.id)) throw new Error(`${user.username} is not shown "${name}" in ${place}.`);
  return command;
}
