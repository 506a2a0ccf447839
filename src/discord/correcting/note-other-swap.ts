import { sharedCollection } from '../../collections.js';
import { GenerationError } from '../../errors.js';
import { compareDocuments } from '../../ingesting/change.js';
import type { Audited } from '../../state/seams/audit.js';
import type { Generation } from '../../types.js';
import type { BotParts } from '../bot-parts.js';
import { collectionNames } from '../writing/for-moderators/reindex-change-blocks.js';

type NotingParts = Pick<BotParts, 'client' | 'collections' | 'desk' | 'state' | 'isHome' | 'now'>;

/** The shared generation that earlier answers were looked through for. */
const lookedAfterFact = 'shared-generation';
/** More than enough to find the last re-index or rollback among acts that begin with the same word. */
const entriesRead = 20;

/** Ids of documents that came, changed or went; all there are now when what was live before is gone. */
async function changedSince(before: string, now: Generation, { collections }: NotingParts): Promise<readonly string[]> {
  try {
    const then = await collections.load(sharedCollection, before);
    const { added, changed, removed } = compareDocuments(then.documents, now.documents);
    return [...added, ...changed, ...removed];
  } catch (error) {
    if (!(error instanceof GenerationError)) throw error;
    return now.documents.map(({ id }) => id);
  }
}

/** Whether the last thing that audit logs say of the shared documents is that this generation became live. */
async function isInAudit(generation: string, homes: readonly string[], { state }: NotingParts): Promise<boolean> {
  const subject = collectionNames.shared.toLowerCase();
  const read = homes.map((guild) => state.audit.entries({ guild, act: 'reindex', limit: entriesRead }));
  const [last] = (await Promise.all(read))
    .flat()
    .filter((entry) => entry.subject === subject)
    .toSorted((one, other) => other.number - one.number);
  return last?.after === generation;
}

/**
 * Notes what an operator did to the shared documents by another process, such as `npx parley index`, while the bot ran or
 * before: answers that cite what changed are to be corrected, and the audit logs of home servers say so. Does nothing when
 * the live generation is the one that it saw last, or a moderator's, which has all that already.
 */
export async function noteOtherSwap(parts: NotingParts): Promise<void> {
  const { client, desk, state, isHome, now } = parts;
  // Before the bot is connected it does not know its servers.
  if (!client.isReady()) return;
  const live = desk.generation;
  const before = await state.facts.get(lookedAfterFact);
  if (before === live.id) return;
  // What this process does itself is noted when it is done.
  if ((await state.staging.begun()).some(({ collection }) => collection === sharedCollection)) return;
  // At the very first start nothing was shown from anything else.
  if (before !== null) {
    const homes = [...client.guilds.cache.keys()].filter(isHome);
    if (!(await isInAudit(live.id, homes, parts))) {
      const documents = await changedSince(before, live, parts);
      const entry: Omit<Audited, 'guild'> = {
        actor: 'parley',
        at: now(),
        // Their ids begin with when they were made.
        act: live.id < before ? 'reindex rollback' : 'reindex run',
        subject: collectionNames.shared.toLowerCase(),
        before,
        after: live.id,
      };
      const audited = homes.map((guild) => ({ guild, ...entry }));
      await state.staging.noteSwap({ collection: sharedCollection, generation: live.id, documents }, audited);
    }
  }
  await state.facts.set(lookedAfterFact, live.id);
}
