import type { CollectionName } from '../../../collections.js';
import { describeError } from '../../../redaction.js';
import type { BotParts } from '../../bot-parts.js';
import { tellModerators } from '../tell-moderators.js';

/** What follows once other generations answer: moderators are told, and whatever leans on the documents hears of it. */
export async function afterSwap(
  guild: string,
  told: string,
  collections: readonly CollectionName[],
  parts: Pick<BotParts, 'client' | 'settings' | 'log' | 'afterSwap'>,
): Promise<void> {
  await tellModerators(guild, told, parts);
  for (const collection of collections) {
    try {
      await parts.afterSwap(collection);
    } catch (error) {
      parts.log.error(describeError(error), 'what follows a change of the documents failed');
    }
  }
}
