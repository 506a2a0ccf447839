import type { ChatInputCommandInteraction } from 'discord.js';
import { collectionOfGuild } from '../../../collections.js';
import type { AuditEntry } from '../../../state/seams/audit.js';
import type { BotParts } from '../../bot-parts.js';
import { noticeReply } from '../../replying/notice-reply.js';
import { nameOf } from '../name-of.js';
import type { Moderator } from '../respond-to-moderator.js';
import { described, titled } from './described.js';
import { documentToChange } from './document-to-change.js';
import { type Act, onlySay, respondPlainly } from './respond-plainly.js';
import { whyNotBack } from './room-for.js';
import { documentsOfServer, type ServerDocument } from './server-documents.js';

interface Taking {
  readonly document: ServerDocument;
  readonly moderator: Moderator;
  /** What they are called. */
  readonly by: string;
}

/** How a document is called in a sentence. */
const named = ({ id, metadata }: ServerDocument): string => `${titled(metadata)} (${id})`;

function entry(
  { document, moderator }: Taking,
  act: string,
  { before, after }: Pick<AuditEntry, 'before' | 'after'>,
  { now }: Pick<BotParts, 'now'>,
): AuditEntry {
  const { guild, user: actor } = moderator;
  return { guild, actor, at: now(), act, subject: document.id, before, after };
}

/** Takes back what is staged for a document. */
async function takeBack(taking: Taking, act: 'corpus remove' | 'corpus discard', parts: BotParts): Promise<Act> {
  const { document, moderator, by } = taking;
  const collection = collectionOfGuild(moderator.guild);
  const why = await whyNotBack(document, await documentsOfServer(moderator.guild, parts), parts);
  if (why !== null) return onlySay(`${named(document)} cannot come back: ${why} Nothing was taken back.`);
  const audited = {
    before: document.standing === 'leaving' ? 'staged to be removed' : `staged: ${described(document)}`,
    after: document.indexed === null ? null : described(document.indexed.document),
  };
  const taken = await parts.state.staging.discard(collection, document.id, entry(taking, act, audited, parts));
  if (taken === 'publishing') {
    return onlySay(
      `${named(document)} is being published just now, so nothing was taken back. Once it is live, /corpus remove takes it away.`,
    );
  }
  if (!taken) return onlySay(`Nothing is staged any more for ${named(document)}, so nothing was taken back.`);
  const left = document.indexed === null ? 'It was never live.' : 'It stays as it is live.';
  const done = `What was staged for ${named(document)} is taken back. ${left}`;
  return { reply: noticeReply(done), told: `Taken back by ${by}: what was staged for ${named(document)}. ${left}` };
}

async function stageRemoval(taking: Taking, parts: BotParts): Promise<Act> {
  const { document, moderator, by } = taking;
  const change = {
    kind: 'remove',
    collection: collectionOfGuild(moderator.guild),
    document: document.id,
    version: parts.newRecordId(),
    by: moderator.user,
    at: parts.now(),
  } as const;
  const audited = { before: described(document.indexed?.document ?? document), after: null };
  await parts.state.staging.remove(change, entry(taking, 'corpus remove', audited, parts));
  const dropped = document.standing === 'changed' ? ' What was staged to replace it is dropped.' : '';
  const done = `Staged. ${named(document)} goes with the next /reindex run; until then it answers as before.${dropped}`;
  const told = `To be removed, says ${by}: ${named(document)}. It is staged: it answers until /reindex run.`;
  return { reply: noticeReply(done), told };
}

/** Does something to the document that a moderator named, or says why not. */
function withDocument(
  interaction: ChatInputCommandInteraction,
  act: (taking: Taking) => Promise<Act> | Act,
  parts: BotParts,
): Promise<void> {
  return respondPlainly(
    interaction,
    async (moderator) => {
      const found = await documentToChange(interaction, moderator.guild, parts);
      if (!found.isFound) return onlySay(found.why);
      return act({ document: found.document, moderator, by: nameOf(moderator.user, parts) });
    },
    parts,
  );
}

/** `/corpus remove`: what is live goes with the next re-index; what was never live goes at once. */
export function removeDocument(interaction: ChatInputCommandInteraction, parts: BotParts): Promise<void> {
  const remove = (taking: Taking): Promise<Act> | Act => {
    const { document } = taking;
    switch (document.standing) {
      case 'new':
        return takeBack(taking, 'corpus remove', parts);
      case 'leaving':
        return onlySay(`${named(document)} is staged to be removed already: it goes with the next /reindex run.`);
      case 'live':
      case 'changed':
        return stageRemoval(taking, parts);
    }
  };
  return withDocument(interaction, remove, parts);
}

/** `/corpus discard`: takes a staged change back, whatever it is. */
export function discardChange(interaction: ChatInputCommandInteraction, parts: BotParts): Promise<void> {
  const discard = (taking: Taking): Promise<Act> | Act =>
    taking.document.change === null
      ? onlySay(`Nothing is staged for ${named(taking.document)}, so nothing was taken back.`)
      : takeBack(taking, 'corpus discard', parts);
  return withDocument(interaction, discard, parts);
}
