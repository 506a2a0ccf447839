import { type SettingKey, settingValues } from '#src/discord/moderating/setting-shapes.js';
import { settingWords } from '#src/discord/moderating/setting-words.js';
import type { NumberedEntry } from '#src/state/seams/audit.js';
import type { StateStore } from '#src/state/state-store.js';
import type { Acknowledged } from './child-words.js';
import { guilds } from './installation.js';

/** The audit log of all servers, oldest first. */
export async function readLog({ audit }: Pick<StateStore, 'audit'>): Promise<readonly NumberedEntry[]> {
  const logs = await Promise.all(guilds.map((guild) => audit.entries({ guild, limit: 1_000_000 })));
  return logs.flat().toSorted((one, other) => one.number - other.number);
}

function isSame(one: Acknowledged, other: Acknowledged): boolean {
  const { guild, act, subject, after } = one;
  return guild === other.guild && act === other.act && subject === other.subject && after === other.after;
}

/**
 * What was acknowledged and is not in the log, in the order in which it was done; and how many entries nobody was told
 * of: a kill may come between an act and its acknowledgement.
 */
export function compareLog(log: readonly NumberedEntry[], acknowledged: readonly Acknowledged[]) {
  const faults: string[] = [];
  let at = 0;
  for (const one of acknowledged) {
    const found = log.findIndex((entry, index) => index >= at && isSame(entry, one));
    if (found < 0) faults.push(`acknowledged, and not in the audit log: ${JSON.stringify(one)}`);
    else at = found + 1;
  }
  return { faults, untold: log.length - (acknowledged.length - faults.length) };
}

/** Settings that are not what the last entry about them says. */
export async function checkSettings(
  { settings }: Pick<StateStore, 'settings'>,
  log: readonly NumberedEntry[],
): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const guild of guilds) {
    const values = settingValues(await settings.of(guild));
    const entries = log.filter((entry) => entry.guild === guild && entry.act === 'settings');
    const said = new Map(entries.map(({ subject, after }) => [subject ?? '', after]));
    const isSaid = (key: SettingKey, channel: string | null, subject: string): void => {
      const words = settingWords(key, values.get(channel) ?? {}, channel);
      const expected = said.get(subject);
      if (expected === undefined && values.get(channel)?.[key] === undefined) return;
      if (words !== expected) faults.push(`${subject} of ${guild} is ${words}, and the log says ${expected}`);
    };
    isSaid('quota-member', null, 'quota-member');
    isSaid('answers', guild, `answers in <#${guild}>`);
  }
  return faults;
}
