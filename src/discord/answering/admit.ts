import type { Interaction } from 'discord.js';
import { describeError } from '../../redaction.js';
import type { QuotaLimits, Use } from '../../state/seams/quotas.js';
import type { BotParts } from '../bot-parts.js';
import { mayModerate } from '../moderating/may-moderate.js';
import { defaultSettings } from '../moderating/server-settings.js';
import type { RefusedUse } from '../writing/write-quota.js';

/** Somebody who makes Parley work, and where: an interaction, or what is known of a message. */
export type Using = Pick<Interaction, 'guildId' | 'channelId' | 'channel' | 'user' | 'member' | 'memberPermissions'>;

export interface Admitted {
  readonly isAdmitted: true;
  readonly isModerator: boolean;
  /** Counts the use as one that never was. */
  giveBack(): Promise<void>;
}

export type Admission = Admitted | (RefusedUse & { readonly isAdmitted: false });

type AdmittingParts = Pick<BotParts, 'state' | 'settings' | 'forgottenUses' | 'now' | 'log'>;

/** What is said in a thread counts for its channel: threads are no way around a limit. */
function useOf({ guildId, channelId, channel, user }: Using, at: number): Use {
  const parent = channel?.isThread() === true ? channel.parentId : null;
  return { guild: guildId, channel: parent ?? channelId ?? user.id, member: user.id, at };
}

/** In direct messages a member shares no limit with anybody. */
async function limitsFor({ guildId }: Using, { settings }: AdmittingParts): Promise<QuotaLimits> {
  if (guildId !== null) return (await settings.of(guildId)).quotas;
  const { member } = defaultSettings.quotas;
  return member === undefined ? {} : { member };
}

function admitted(isModerator: boolean, giveBack: Admitted['giveBack'] = async () => undefined): Admitted {
  return { isAdmitted: true, isModerator, giveBack };
}

async function takeUse(use: Use, limits: QuotaLimits, parts: AdmittingParts): Promise<Admission> {
  const { state, forgottenUses, log } = parts;
  const refused = (by: RefusedUse['by'], waitMs: number): Admission => ({
    isAdmitted: false,
    by,
    // Nobody is refused by a limit that is not there.
    limit: limits[by] ?? { count: 1, windowMs: waitMs },
    waitMs,
  });
  const { member } = limits;
  const before = member === undefined ? [] : forgottenUses.after(use, use.at - member.windowMs);
  const lastTooMany = before[before.length - (member?.count ?? 0)];
  if (member !== undefined && lastTooMany !== undefined)
    return refused('member', lastTooMany + member.windowMs - use.at);
  const left = member === undefined ? {} : { member: { ...member, count: member.count - before.length } };
  const taken = await state.quotas.take(use, { ...limits, ...left });
  if (!taken.isTaken) return refused(taken.by, taken.waitMs);
  return admitted(false, async () => {
    await state.quotas.giveBack(use).catch((error: unknown) => {
      log.error(describeError(error), 'a use that came to nothing could not be given back');
    });
  });
}

/**
 * Counts one use against the limits of the server, unless a moderator makes it; refused when one is reached. A counter
 * that is broken must not silence the bot: whoever cannot be counted is let in.
 */
export async function admit(using: Using, parts: AdmittingParts): Promise<Admission> {
  try {
    if (await mayModerate(using, parts.settings)) return admitted(true);
    return await takeUse(useOf(using, parts.now()), await limitsFor(using, parts), parts);
  } catch (error) {
    parts.log.error(describeError(error), 'a use could not be counted against the quotas; it was let in');
    return admitted(false);
  }
}
