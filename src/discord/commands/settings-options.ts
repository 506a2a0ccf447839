import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandSubcommandOption,
  ApplicationCommandOptionType,
  ChannelType,
} from 'discord.js';
import { settingKeys } from '../moderating/setting-words.js';
import { languageNames, languages } from '../wording/language.js';

const { Boolean: yesOrNo, Channel, Role, String: text, Subcommand } = ApplicationCommandOptionType;

const logChannels = [ChannelType.GuildText, ChannelType.GuildAnnouncement] as const;
/** Where messages are written, or in whose threads. */
const settledChannels = [
  ...logChannels,
  ChannelType.GuildVoice,
  ChannelType.GuildStageVoice,
  ChannelType.GuildForum,
] as const;
const longestQuota = 20;

const answers: APIApplicationCommandBasicOption = {
  type: yesOrNo,
  name: 'answers',
  description: 'Whether Parley answers; threads go with their channel.',
};
const isPrivate: APIApplicationCommandBasicOption = {
  type: yesOrNo,
  name: 'private',
  description: 'Whether answers to commands are private when the member does not say.',
};

const quotas = (['member', 'channel', 'server'] as const).map(
  (scope): APIApplicationCommandBasicOption => ({
    type: text,
    name: `quota_${scope}`,
    description: `Questions ${scope === 'server' ? 'in the whole server' : `for each ${scope}`}: such as 40/5m, or none, or default.`,
    max_length: longestQuota,
  }),
);

export const settingsOptions: APIApplicationCommandSubcommandOption[] = [
  { type: Subcommand, name: 'show', description: 'All settings of this server and of its channels.' },
  {
    type: Subcommand,
    name: 'server',
    description: 'Change what holds in the whole server.',
    options: [
      { type: Role, name: 'moderator_role_add', description: 'Whoever has this role may moderate, too.' },
      { type: Role, name: 'moderator_role_remove', description: 'This role does not make moderators any more.' },
      {
        type: Channel,
        name: 'log_channel',
        description: 'Where moderators are told what was done.',
        channel_types: [...logChannels],
      },
      isPrivate,
      answers,
      ...quotas,
      {
        type: text,
        name: 'language',
        description: 'What Parley speaks, besides quotes.',
        choices: languages.map((value) => ({ name: languageNames[value], value })),
      },
    ],
  },
  {
    type: Subcommand,
    name: 'channel',
    description: 'Change what holds in one channel and its threads.',
    options: [
      {
        type: Channel,
        name: 'channel',
        description: 'The channel; this one when you say nothing.',
        channel_types: [...settledChannels],
      },
      answers,
      isPrivate,
    ],
  },
  {
    type: Subcommand,
    name: 'reset',
    description: 'Take a setting back to its default.',
    options: [
      {
        type: text,
        name: 'setting',
        description: 'Which one.',
        required: true,
        choices: settingKeys.map((key) => ({ name: key, value: key })),
      },
      {
        type: Channel,
        name: 'channel',
        description: 'In this channel alone, for what a channel may have of its own.',
        channel_types: [...settledChannels],
      },
    ],
  },
];
