import { type MessageComponentInteraction, MessageFlags, type ModalMessageModalSubmitInteraction } from 'discord.js';
import type { BotParts } from '../bot-parts.js';
import { discordErrorAction } from '../connection/error-table.js';
import type { Words } from '../wording/words.js';
import { wordsHere, wordsKnownHere } from '../wording/words-here.js';
import type { OutgoingMessage } from '../writing/outgoing-message.js';
import { writeNotice } from '../writing/write-notice.js';
import type { Answerable, Appearance } from './answerable.js';
import type { Meanwhile } from './meanwhile.js';
import { noteWhereShown } from './note-where-shown.js';
import type { Reply } from './reply.js';
import { retrying } from './retrying.js';
import { settleError } from './settle-error.js';
import { showAside } from './show-aside.js';
import { createShownSoFar } from './shown-so-far.js';
import { withinDeadline } from './within-deadline.js';

function hasMessage(
  interaction: Answerable,
): interaction is MessageComponentInteraction | ModalMessageModalSubmitInteraction {
  return interaction.isMessageComponent() || (interaction.isModalSubmit() && interaction.isFromMessage());
}

/** Whether what is shown is the member's alone: also what stands in place of a message that only they see, and after it. */
function isTheirsAlone(interaction: Answerable, appearance: Appearance): boolean {
  if (appearance !== 'update') return appearance === 'private';
  return !hasMessage(interaction) || interaction.message.flags.has(MessageFlags.Ephemeral);
}

async function defer(interaction: Answerable, appearance: Appearance): Promise<void> {
  if (appearance === 'update' && hasMessage(interaction)) await interaction.deferUpdate();
  else await interaction.deferReply(appearance === 'public' ? {} : { flags: MessageFlags.Ephemeral });
}

/** Tells Discord that an answer will come; false when there is nobody to answer any more. */
async function acknowledge(interaction: Answerable, appearance: Appearance, parts: BotParts): Promise<boolean> {
  try {
    await defer(interaction, appearance).catch((error: unknown) => {
      // Discord either takes it now, or says that it had taken it the first time: both are well.
      if (discordErrorAction(error).do === 'retry-later') return defer(interaction, appearance);
      throw error;
    });
    return true;
  } catch (error) {
    const { isOver } = settleError(error, 'acknowledge', interaction.channelId, parts);
    if (isOver) return false;
    // Only the answer to our acknowledgement may be lost: Discord may be showing "thinking" and be waiting for us.
    interaction.deferred = true;
    interaction.ephemeral = appearance === 'private';
    return true;
  }
}

/** Puts what there is so far into the place of the reply. It is only ahead of it: what goes wrong shows when that comes. */
async function showSoFar(interaction: Answerable, soFar: OutgoingMessage, { log }: BotParts): Promise<boolean> {
  try {
    await interaction.editReply(soFar);
    return true;
  } catch (error) {
    const { do: action, because } = discordErrorAction(error);
    log.debug({ step: 'so far', because }, 'what there is of an answer could not be shown yet');
    return action === 'retry-later';
  }
}

async function deliver(
  interaction: Answerable,
  { messages, record }: Reply,
  isPrivate: boolean,
  parts: BotParts,
): Promise<void> {
  const [first, ...further] = messages;
  if (first === undefined) throw new Error('A reply needs a message.');
  const place = (id: string): Promise<void> => noteWhereShown(record, [id], parts);
  // The message says which interaction it answers: so a reply is understood that comes before its own id is noted.
  await place(interaction.id);
  // Editing the first message again changes nothing, so it may be retried; a further one might appear twice.
  const original = await retrying(() => interaction.editReply(first), parts);
  await place(original.id);
  try {
    for (const message of further) {
      const part = await interaction.followUp(
        isPrivate ? { ...message, flags: MessageFlags.Ephemeral } : { ...message },
      );
      await place(part.id);
    }
  } catch (error) {
    // What is shown already stays: an apology in its place would take it away.
    settleError(error, 'deliver', interaction.channelId, parts);
  }
}

/**
 * The one way in which an interaction is answered: acknowledged before anything else happens, then exactly one reply or
 * apology, whatever the work does. What the work shows meanwhile stands in its place until then.
 *
 * @param work Is given the words of whoever reads it.
 * @param late What is said in its place when it takes too long; without, that it may be asked again.
 * @returns What the work gave, or the apology in its place; `null` when it could not be shown
 */
export async function respondTo(
  interaction: Answerable,
  appearance: Appearance,
  work: (words: Words, meanwhile: Meanwhile) => Promise<Reply>,
  parts: BotParts,
  late?: string,
): Promise<Reply | null> {
  if (!(await acknowledge(interaction, appearance, parts))) return null;
  const isPrivate = isTheirsAlone(interaction, appearance);
  const { show, end } = createShownSoFar({
    edit: (soFar) => showSoFar(interaction, soFar, parts),
    pace: parts.growthPace,
  });
  const apologies = () => {
    const own = wordsKnownHere(interaction, parts).notices.apologies;
    return late === undefined ? own : { ...own, tooLate: late };
  };
  const working = async (signal: AbortSignal, hurry: AbortSignal) =>
    work(await wordsHere(interaction, parts), { signal, hurry, show });
  const reply = await withinDeadline(working, parts, apologies);
  await end();
  try {
    // What stands there already stays, whoever sees it.
    const isElsewhere = appearance === 'public' || (appearance === 'update' && hasMessage(interaction));
    if (reply.isForOneAlone === true && isElsewhere) await showAside(interaction, appearance, reply, parts);
    else await deliver(interaction, reply, isPrivate, parts);
    return reply;
  } catch (error) {
    const { mayApologise } = settleError(error, 'deliver', interaction.channelId, parts);
    if (!mayApologise) return null;
    try {
      await interaction.editReply(writeNotice(apologies().notShown, 'problem'));
    } catch (again) {
      settleError(again, 'deliver', interaction.channelId, parts);
    }
    return null;
  }
}
