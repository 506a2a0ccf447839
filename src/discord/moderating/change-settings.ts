import { isDeepStrictEqual } from 'node:util';
import type { BotParts } from '../bot-parts.js';
import { channelMark } from './in-names.js';
import type { Moderator } from './respond-to-moderator.js';
import { type SettingKey, type SettingValues, settingValues } from './setting-shapes.js';
import { settingWords } from './setting-words.js';

/** One thing that a moderator wants to be different. */
export interface SettingChange {
  readonly key: SettingKey;
  /** `null` for the whole server. */
  readonly channel: string | null;
  /** `null` for the default. */
  readonly value: SettingValues[SettingKey] | null;
  /** In the place of the values in words, where these are too long to be compared. */
  readonly words?: { readonly before: string; readonly after: string };
}

/** What became different, as it stands in the audit log. */
export interface ChangedSetting {
  readonly subject: string;
  readonly before: string;
  readonly after: string;
}

function changed({ key, channel, value, words }: SettingChange, values: SettingValues): ChangedSetting {
  const after = value === null ? {} : { [key]: value };
  return {
    subject: channel === null ? key : `${key} in ${channelMark(channel)}`,
    before: words?.before ?? settingWords(key, values, channel),
    after: words?.after ?? settingWords(key, after, channel),
  };
}

/** What a moderator wants to be different, and what they should do besides; or why none of it is done. */
export type Requested =
  | { readonly changes: readonly SettingChange[]; readonly hints: readonly string[] }
  | { readonly refusal: string };

export type Changed =
  | { readonly changed: readonly ChangedSetting[]; readonly hints: readonly string[] }
  | { readonly refusal: string };

type Parts = Pick<BotParts, 'state' | 'settings' | 'now'>;

async function makeChanges(
  { guild, user }: Moderator,
  changes: readonly SettingChange[],
  before: ReadonlyMap<string | null, SettingValues>,
  { state, now }: Parts,
): Promise<readonly ChangedSetting[]> {
  const values = new Map(before);
  const made: ChangedSetting[] = [];
  for (const change of changes) {
    const { key, channel, value } = change;
    const { [key]: current = null, ...others } = values.get(channel) ?? {};
    if (isDeepStrictEqual(current, value)) continue;
    const entry = changed(change, values.get(channel) ?? {});
    await state.settings.set(
      { guild, channel, key, value },
      { guild, actor: user, at: now(), act: 'settings', ...entry },
    );
    values.set(channel, value === null ? others : { ...others, [key]: value });
    made.push(entry);
  }
  return made;
}

/**
 * Does what a moderator asks for, each change with its entry in the audit log, and leaves out what is so already. Changes
 * of a server are made one after the other.
 *
 * @param request Is given what is set for the server now
 */
export async function changeSettings(
  moderator: Moderator,
  request: (current: SettingValues) => Requested,
  parts: Parts,
): Promise<Changed> {
  const { guild } = moderator;
  const { settings, state } = parts;
  return settings.inTurn(guild, async () => {
    const values = settingValues(await state.settings.of(guild));
    const requested = request(values.get(null) ?? {});
    if ('refusal' in requested) return requested;
    try {
      const made = await makeChanges(moderator, requested.changes, values, parts);
      return { changed: made, hints: requested.hints };
    } finally {
      settings.forget(guild);
      // Known at once, if it can be: what is private by default is not to wait for it. The change is made in any case.
      await settings.of(guild).catch(() => undefined);
    }
  });
}
