import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  type ChatInputCommandInteraction,
  PermissionFlagsBits,
} from 'discord.js';
import type { NumberedEntry } from '../../state/seams/audit.js';
import { auditActs } from '../moderating/audit-acts.js';
import { inNames } from '../moderating/in-names.js';
import { mayModerate } from '../moderating/may-moderate.js';
import { personNames } from '../moderating/person-name.js';
import { respondToModerator } from '../moderating/respond-to-moderator.js';
import { type ShownEntry, writeAudit } from '../writing/for-moderators/write-audit.js';
import type { SlashCommand } from './command.js';
import { inServers } from './reach.js';

const entriesShown = 15;
const longestAct = 40;
/** Of acts that Parley finished by itself. */
const parley = 'parley';

interface Asked {
  readonly actor: string | null;
  readonly act: string | null;
  readonly before: number | null;
}

/** What is said of an empty page: nothing was done at all, or nothing of what is asked for. */
function emptyText({ actor, act, before }: Asked): string {
  if (actor === null && act === null && before === null) return 'Nothing was done in this server yet.';
  return before === null ? 'There is no such entry.' : `There is no such entry before ${before}.`;
}

/** An entry with names in place of ids, as far as they are known and the reader sees what they name. */
function shownTo(
  { guild, user }: ChatInputCommandInteraction,
  entry: NumberedEntry,
  names: ReadonlyMap<string, string>,
): ShownEntry {
  const { actor, subject, before, after } = entry;
  const named = (text: string | null): string | null => (text === null ? null : inNames(text, guild, user.id));
  const name = names.get(actor);
  return {
    ...entry,
    actor: actor === parley ? 'Parley' : name === undefined ? actor : `@${name}`,
    subject: named(subject),
    before: named(before),
    after: named(after),
  };
}

export const auditCommand = {
  data: {
    type: ApplicationCommandType.ChatInput,
    name: 'audit',
    description: 'For moderators: what was done in this server, by whom and when.',
    ...inServers,
    default_member_permissions: String(PermissionFlagsBits.ManageGuild),
    options: [
      {
        type: ApplicationCommandOptionType.User,
        name: 'member',
        description: 'Only what this moderator did.',
      },
      {
        type: ApplicationCommandOptionType.String,
        name: 'act',
        description: 'Only acts that begin so, such as “corpus”; choose from the list or type.',
        autocomplete: true,
        max_length: longestAct,
      },
      {
        type: ApplicationCommandOptionType.Integer,
        name: 'before',
        description: 'Only entries before this number: the next page.',
        min_value: 1,
      },
    ],
  },
  async execute(interaction, parts) {
    const { options } = interaction;
    await respondToModerator(
      interaction,
      'private',
      async (moderator) => {
        const asked: Asked = {
          actor: options.getUser('member')?.id ?? null,
          act: options.getString('act')?.trim().toLowerCase() ?? null,
          before: options.getInteger('before'),
        };
        const found = await parts.state.audit.entries({
          guild: moderator.guild,
          ...(asked.actor === null ? {} : { actor: asked.actor }),
          ...(asked.act === null ? {} : { act: asked.act }),
          ...(asked.before === null ? {} : { before: asked.before }),
          limit: entriesShown + 1,
        });
        const shown = found.slice(0, entriesShown);
        const names = await personNames(
          shown.map(({ actor }) => actor),
          parts,
        );
        const entries = shown.map((entry) => shownTo(interaction, entry, names));
        const page = { entries, hasMore: found.length > entriesShown, empty: emptyText(asked) };
        return { messages: writeAudit(page), record: null };
      },
      parts,
    );
  },
  async complete(interaction, { settings }) {
    if (!(await mayModerate(interaction, settings))) return [];
    const typed = interaction.options.getFocused().trim().toLowerCase();
    return auditActs.filter((act) => act.includes(typed)).map((act) => ({ name: act, value: act }));
  },
} satisfies SlashCommand;
