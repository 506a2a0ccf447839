import { z } from 'zod';
import type { Setting } from '../../state/seams/settings.js';
import { languages } from '../wording/language.js';

/** A use is kept for as long as a window may reach back: so long, milliseconds. */
export const longestQuotaWindowMs = 24 * 3_600_000;
export const mostQuotaUses = 100_000;
export const mostModeratorRoles = 25;

const snowflake = z.string().regex(/^\d{17,20}$/u);
const quota = z.union([
  z.literal('none'),
  z.object({
    count: z.number().int().min(1).max(mostQuotaUses),
    windowMs: z.number().int().min(1000).max(longestQuotaWindowMs),
  }),
]);

/** What may be kept under each key. `none` of a quota is "no limit", which is not the default. */
export const settingShapes = {
  'moderator-roles': z.array(snowflake).max(mostModeratorRoles),
  'log-channel': snowflake,
  language: z.enum(languages),
  'quota-member': quota,
  'quota-channel': quota,
  'quota-server': quota,
  answers: z.boolean(),
  private: z.boolean(),
} as const;

export type SettingKey = keyof typeof settingShapes;

/** What is set, as it is kept. */
export type SettingValues = { readonly [K in SettingKey]?: z.infer<(typeof settingShapes)[K]> };
export type QuotaSetting = z.infer<typeof quota>;

/** Keys that a channel may have set for itself. */
export const channelKeys = ['answers', 'private'] as const satisfies readonly SettingKey[];

/**
 * What is set for the server (`null`) and for each of its channels that has anything. What a newer Parley may have written
 * is passed over.
 */
export function settingValues(settings: readonly Setting[]): ReadonlyMap<string | null, SettingValues> {
  const read = new Map<string | null, Partial<Record<SettingKey, unknown>>>();
  for (const { channel, key, value } of settings) {
    if (!Object.hasOwn(settingShapes, key)) continue;
    const shape = settingShapes[key as SettingKey].safeParse(value);
    if (shape.success) read.set(channel, { ...read.get(channel), [key]: shape.data });
  }
  return read as ReadonlyMap<string | null, SettingValues>;
}
