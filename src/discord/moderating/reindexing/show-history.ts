import type {
  ApplicationCommandOptionChoiceData,
  AutocompleteInteraction,
  ChatInputCommandInteraction,
} from 'discord.js';
import type { BotParts } from '../../bot-parts.js';
import { shownMoment } from '../../writing/for-moderators/shown-moment.js';
import { type ShownHistory, writeHistory } from '../../writing/for-moderators/write-history.js';
import { mayModerate } from '../may-moderate.js';
import { respondToModerator } from '../respond-to-moderator.js';
import { type KeptGenerations, keptFor } from './rollback-targets.js';
import { whoseIs } from './which-collection.js';

/** Of the audit log: more than there are generations kept. */
const entriesRead = 200;
const longestChoice = 100;

/** Who published each generation, as far as it was a moderator of this server. */
async function publishers(guild: string, { state }: BotParts): Promise<ReadonlyMap<string, string>> {
  const entries = await state.audit.entries({ guild, act: 'reindex run', limit: entriesRead });
  return new Map(
    entries.flatMap(({ after, actor }) => (after === null || actor === 'parley' ? [] : [[after, actor] as const])),
  );
}

function shownHistory({ collection, generations }: KeptGenerations, by: ReadonlyMap<string, string>): ShownHistory {
  return {
    whose: whoseIs(collection),
    generations: generations.map(({ id, live, createdAt, counts, sound }) => ({
      id,
      isLive: live,
      createdAt,
      documents: counts?.documents ?? null,
      chunks: counts?.chunks ?? null,
      isSound: sound,
      by: by.get(id) ?? null,
    })),
  };
}

/** `/reindex history`: the generations that can be made live again, and who made them. */
export async function showHistory(interaction: ChatInputCommandInteraction, parts: BotParts): Promise<void> {
  await respondToModerator(
    interaction,
    'private',
    async ({ guild }) => {
      const [kept, by] = await Promise.all([keptFor(guild, parts), publishers(guild, parts)]);
      const shown = kept.map((generations) => shownHistory(generations, by));
      return { messages: writeHistory(shown, parts.isHome(guild)), record: null };
    },
    parts,
  );
}

function choiceOf(
  { id, live, createdAt, counts }: KeptGenerations['generations'][number],
  collection: KeptGenerations['collection'],
): ApplicationCommandOptionChoiceData {
  const facts = [
    whoseIs(collection) === 'shared' ? 'shared' : 'this server',
    shownMoment(createdAt),
    counts === null ? null : `${counts.documents} ${counts.documents === 1 ? 'document' : 'documents'}`,
  ];
  const said = facts.filter((fact) => fact !== null).join(' · ');
  return { name: `${id}${live ? ' (live)' : ''} · ${said}`.slice(0, longestChoice), value: id };
}

/** The generations that may be named for a rollback, newest first; none for whoever may not moderate. */
export async function completeGeneration(
  interaction: AutocompleteInteraction,
  parts: BotParts,
): Promise<readonly ApplicationCommandOptionChoiceData[]> {
  const { guildId } = interaction;
  if (guildId === null || !(await mayModerate(interaction, parts.settings))) return [];
  const typed = interaction.options.getFocused().trim().toLowerCase();
  const kept = await keptFor(guildId, parts);
  const choices = kept.flatMap(({ collection, generations }) =>
    generations.filter(({ sound }) => sound).map((generation) => choiceOf(generation, collection)),
  );
  return choices.filter(({ name }) => name.toLowerCase().includes(typed));
}
