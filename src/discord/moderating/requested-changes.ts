import type { ChatInputCommandInteraction } from 'discord.js';
import { settledBy } from '../answering/where-to-answer.js';
import { languages } from '../wording/language.js';
import type { Requested, SettingChange } from './change-settings.js';
import { roleMark } from './in-names.js';
import { managesServer } from './may-moderate.js';
import { missingToPost } from './missing-to-post.js';
import { ownChannel } from './own-channel.js';
import { readQuota } from './quota-text.js';
import { channelKeys, mostModeratorRoles, type SettingKey, type SettingValues } from './setting-shapes.js';
import { deletedRoles } from './setting-trouble.js';

const onlyManagers =
  'Roles of moderators are changed only by somebody with the permission Manage Server: a role does not name others. Nothing was changed.';
const everyone = '@everyone cannot be a role of moderators: then everybody would be one. Nothing was changed.';
const tooManyRoles = `There are ${mostModeratorRoles} roles of moderators already, which is the most: take one away first with moderator_role_remove. Nothing was changed.`;
const showCommands =
  'Discord shows the commands for moderators to this role once you allow it: Server Settings → Integrations → Parley, for each command.';
const notHere = 'I know no such channel in this server. Choose one of its own. Nothing was changed.';
const nothingAsked = 'Say what is to change: fill in at least one of the options.';

/** @param current What is set for the server now */
function roleChanges(interaction: ChatInputCommandInteraction, current: SettingValues): Requested {
  const add = interaction.options.getRole('moderator_role_add');
  const remove = interaction.options.getRole('moderator_role_remove');
  if (add === null && remove === null) return { changes: [], hints: [] };
  if (!managesServer(interaction)) return { refusal: onlyManagers };
  if (add?.id === interaction.guildId) return { refusal: everyone };
  const changes: SettingChange[] = [];
  // Nobody can choose a role that was deleted: it goes with the next change, and takes no other's place.
  const named = current['moderator-roles'] ?? [];
  const deleted = deletedRoles(named, interaction.guild);
  let roles = named.filter((id) => !deleted.includes(id));
  const change = (value: readonly string[], before: string, after: string): void => {
    roles = [...value];
    const kept = value.length === 0 ? null : [...value];
    changes.push({ key: 'moderator-roles', channel: null, value: kept, words: { before, after } });
  };
  if (add !== null && !roles.includes(add.id)) {
    if (roles.length >= mostModeratorRoles) return { refusal: tooManyRoles };
    change([...roles, add.id], `without ${roleMark(add.id)}`, `with ${roleMark(add.id)}`);
  }
  if (remove !== null && roles.includes(remove.id)) {
    const others = roles.filter((id) => id !== remove.id);
    change(others, `with ${roleMark(remove.id)}`, `without ${roleMark(remove.id)}`);
  }
  return { changes, hints: add === null ? [] : [showCommands] };
}

function logChannelChanges({ options, guild }: ChatInputCommandInteraction): Requested {
  const wanted = options.getChannel('log_channel');
  if (wanted === null) return { changes: [], hints: [] };
  const channel = ownChannel(guild, wanted.id);
  if (channel === undefined) return { refusal: notHere };
  const missing = missingToPost(channel);
  if (missing.length > 0) {
    const lacking = `I may not post in #${channel.name}: give me ${missing.join(' and ')} there and set it again.`;
    return { refusal: `${lacking} Nothing was changed.` };
  }
  return { changes: [{ key: 'log-channel', channel: null, value: channel.id }], hints: [] };
}

function quotaChanges({ options }: ChatInputCommandInteraction): Requested {
  const changes: SettingChange[] = [];
  for (const scope of ['member', 'channel', 'server'] as const) {
    const typed = options.getString(`quota_${scope}`);
    if (typed === null) continue;
    const reading = readQuota(typed);
    if (!reading.isRead) return { refusal: `${reading.refusal} Nothing was changed.` };
    changes.push({ key: `quota-${scope}`, channel: null, value: reading.value });
  }
  return { changes, hints: [] };
}

function isForeign({ guild }: ChatInputCommandInteraction, channel: string | null): boolean {
  return channel !== null && guild?.available === true && ownChannel(guild, channel) === undefined;
}

function placeChanges(interaction: ChatInputCommandInteraction, channel: string | null): Requested {
  const { options } = interaction;
  if (isForeign(interaction, channel)) return { refusal: notHere };
  const changes = channelKeys.flatMap((key): readonly SettingChange[] => {
    const value = options.getBoolean(key);
    return value === null ? [] : [{ key, channel, value }];
  });
  return channel !== null && changes.length === 0 ? { refusal: nothingAsked } : { changes, hints: [] };
}

function languageChanges({ options }: ChatInputCommandInteraction): Requested {
  const language = languages.find((known) => known === options.getString('language'));
  return { changes: language === undefined ? [] : [{ key: 'language', channel: null, value: language }], hints: [] };
}

/** All of it, or the first reason against. */
function together(requests: readonly Requested[]): Requested {
  const refused = requests.find((request) => 'refusal' in request);
  if (refused !== undefined) return refused;
  const wanted = requests.flatMap((request) => ('refusal' in request ? [] : [request]));
  return { changes: wanted.flatMap(({ changes }) => changes), hints: wanted.flatMap(({ hints }) => hints) };
}

function resetChange(interaction: ChatInputCommandInteraction): Requested {
  const { options } = interaction;
  const key = options.getString('setting', true) as SettingKey;
  const channel = options.getChannel('channel')?.id ?? null;
  if (isForeign(interaction, channel)) return { refusal: notHere };
  if (key === 'moderator-roles' && !managesServer(interaction)) return { refusal: onlyManagers };
  if (channel !== null && !channelKeys.some((own) => own === key))
    return { refusal: `A channel has no ${key} of its own: leave out the channel. Nothing was changed.` };
  return { changes: [{ key, channel, value: null }], hints: [] };
}

/**
 * What the options of `/settings server`, `channel` or `reset` ask for.
 *
 * @param current What is set for the server now
 */
export function requestedChanges(interaction: ChatInputCommandInteraction, current: SettingValues): Requested {
  const { options } = interaction;
  if (options.data[0]?.options?.length === 0) return { refusal: nothingAsked };
  switch (options.getSubcommand()) {
    case 'server':
      return together([
        roleChanges(interaction, current),
        logChannelChanges(interaction),
        placeChanges(interaction, null),
        quotaChanges(interaction),
        languageChanges(interaction),
      ]);
    case 'channel':
      return placeChanges(interaction, options.getChannel('channel')?.id ?? settledBy(interaction));
    default:
      return resetChange(interaction);
  }
}
