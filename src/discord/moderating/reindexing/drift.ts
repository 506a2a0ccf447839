import { sharedCollection } from '../../../collections.js';
import { describeError } from '../../../redaction.js';
import type { BotParts } from '../../bot-parts.js';
import type { Chore } from '../../keep-house.js';
import { tellModerators } from '../tell-moderators.js';

/** The state of the corpus folder that moderators were told of last. */
const toldFact = 'drift-told';

const minute = 60_000;

type DriftParts = Pick<BotParts, 'client' | 'settings' | 'log' | 'state' | 'isHome' | 'jobs' | 'findDrift'>;

async function homeServersWithLog({ client, isHome, settings }: DriftParts): Promise<readonly string[]> {
  const homes = [...client.guilds.cache.keys()].filter(isHome);
  const read = await Promise.all(homes.map(async (guild) => ({ guild, ...(await settings.of(guild)) })));
  return read.filter(({ logChannel }) => logChannel !== null).map(({ guild }) => guild);
}

/**
 * Tells the moderators of home servers that the files of the shared collection are not those that answers come from:
 * once for each state of the folder, also across restarts. Where nobody has a log channel nobody is told, and
 * `/reindex status` says it.
 */
export async function tellOfDrift(parts: DriftParts): Promise<void> {
  // Whoever publishes or rolls back knows; what that leads to is looked at when it is done.
  if (parts.jobs.running([sharedCollection]).length > 0) return;
  const drift = await parts.findDrift();
  if (drift === null || (await parts.state.facts.get(toldFact)) === drift.fingerprint) return;
  const servers = await homeServersWithLog(parts);
  if (servers.length === 0 || parts.jobs.running([sharedCollection]).length > 0) return;
  // Noted first: told twice would be worse than not at all.
  await parts.state.facts.set(toldFact, drift.fingerprint);
  const { added, changed, removed } = drift;
  const told = `The files of the shared documents are not as they were indexed: ${added} new, ${changed} changed, ${removed} removed. /reindex preview shows what they would do, /reindex run publishes them.`;
  for (const guild of servers) await tellModerators(guild, told, parts);
}

/** The present state of the folder counts as told. Never throws: it comes after an act that is done. */
export async function noteDriftAsTold(parts: Pick<BotParts, 'state' | 'findDrift' | 'log'>): Promise<void> {
  try {
    const drift = await parts.findDrift();
    if (drift !== null) await parts.state.facts.set(toldFact, drift.fingerprint);
  } catch (error) {
    parts.log.warn(describeError(error), 'what moderators know of the corpus folder could not be noted');
  }
}

/** Looks once a minute; only at names, sizes and times. */
export function driftChore(parts: DriftParts): Chore {
  return { name: 'looking at the corpus folder', everyMs: minute, run: () => tellOfDrift(parts) };
}
