import type { QuotaLimits } from '../../state/seams/quotas.js';
import type { Setting, SettingsStore } from '../../state/seams/settings.js';
import { createOneAtATime } from '../one-at-a-time.js';
import type { Language } from '../wording/language.js';
import { type SettingValues, settingValues } from './setting-shapes.js';

/** Where Parley speaks by itself in a server, and how; every value has a default. */
export interface ServerSettings {
  /** Ids of roles whose members are moderators, besides those with the permission Manage Server. */
  readonly moderatorRoles: readonly string[];
  /** Where moderators are told what was done; `null` for nowhere. */
  readonly logChannel: string | null;
  /** Of what Parley says itself; quotes stay as they are. */
  readonly language: Language;
  readonly quotas: QuotaLimits;
  /** What holds where a channel has set nothing. */
  readonly channels: ChannelSettings;
}

export interface ChannelSettings {
  /** Whether Parley answers there at all. */
  readonly answers: boolean;
  /** Whether answers to commands are private when the member does not say. */
  readonly isPrivate: boolean;
}

const minute = 60_000;

/** Twenty members at once in a channel, and a hundred questions in two minutes in a server, are no reason to refuse. */
export const defaultSettings: ServerSettings = {
  moderatorRoles: [],
  logChannel: null,
  language: 'en',
  quotas: {
    member: { count: 40, windowMs: 5 * minute },
    channel: { count: 120, windowMs: 2 * minute },
    server: { count: 300, windowMs: 2 * minute },
  },
  channels: { answers: true, isPrivate: false },
};

function quotasOf(values: SettingValues): QuotaLimits {
  const limits = (['member', 'channel', 'server'] as const).flatMap((scope) => {
    const limit = values[`quota-${scope}`] ?? defaultSettings.quotas[scope] ?? 'none';
    return limit === 'none' ? [] : [[scope, limit] as const];
  });
  return Object.fromEntries(limits);
}

export interface ReadSettings extends ServerSettings {
  /** What holds in a channel; pass a thread's parent. */
  in(channel: string): ChannelSettings;
  /** Channels that have something set for themselves, in the order of their ids; deleted ones too. */
  readonly channelsWithOwn: readonly string[];
}

export function readSettings(settings: readonly Setting[]): ReadSettings {
  const values = settingValues(settings);
  const server = values.get(null) ?? {};
  const usual: ChannelSettings = {
    answers: server.answers ?? defaultSettings.channels.answers,
    isPrivate: server.private ?? defaultSettings.channels.isPrivate,
  };
  return {
    moderatorRoles: server['moderator-roles'] ?? defaultSettings.moderatorRoles,
    logChannel: server['log-channel'] ?? defaultSettings.logChannel,
    language: server.language ?? defaultSettings.language,
    quotas: quotasOf(server),
    channels: usual,
    channelsWithOwn: [...values.keys()].filter((channel) => channel !== null).toSorted(),
    in(channel) {
      const own = values.get(channel);
      return { answers: own?.answers ?? usual.answers, isPrivate: own?.private ?? usual.isPrivate };
    },
  };
}

/** The settings of servers, read once and remembered: this process is the only one that changes them while it runs. */
export interface SettingsReader {
  /** `undefined` when they were not read yet: what may not wait, such as a permission check before an acknowledgement. */
  known(guild: string): ReadSettings | undefined;
  of(guild: string): Promise<ReadSettings>;
  /** To be called after a change. */
  forget(guild: string): void;
  /** One change of a server's settings after the other: each begins with what the one before left. */
  inTurn<T>(guild: string, change: () => Promise<T>): Promise<T>;
}

/** Of so many servers the settings are remembered; a large bot is in a few thousand. */
const serversRemembered = 5000;

export function createSettingsReader(store: Pick<SettingsStore, 'of'>): SettingsReader {
  const remembered = new Map<string, ReadSettings>();
  const reading = new Map<string, Promise<ReadSettings>>();
  const changes = createOneAtATime();
  return {
    known: (guild) => remembered.get(guild),
    of(guild) {
      const found = remembered.get(guild);
      if (found !== undefined) return Promise.resolve(found);
      const begun = reading.get(guild);
      if (begun !== undefined) return begun;
      const read = store
        .of(guild)
        .then((settings) => {
          const settled = readSettings(settings);
          // A change that came meanwhile has taken this reading away: what it read may be old.
          if (reading.get(guild) === read) remembered.set(guild, settled);
          const [oldest] = remembered.keys();
          if (remembered.size > serversRemembered && oldest !== undefined) remembered.delete(oldest);
          return settled;
        })
        .finally(() => {
          if (reading.get(guild) === read) reading.delete(guild);
        });
      reading.set(guild, read);
      return read;
    },
    forget(guild) {
      remembered.delete(guild);
      reading.delete(guild);
    },
    inTurn: (guild, change) => changes.run(guild, change),
  };
}
