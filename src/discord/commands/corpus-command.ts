import {
  type APIApplicationCommandBasicOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  PermissionFlagsBits,
} from 'discord.js';
import { documentChoices } from '../moderating/corpus/find-document.js';
import { listDocuments } from '../moderating/corpus/list-documents.js';
import { documentsOfServer, sharedDocuments } from '../moderating/corpus/server-documents.js';
import { showDocument } from '../moderating/corpus/show-document.js';
import { discardChange, removeDocument } from '../moderating/corpus/take-away.js';
import { takeDocument } from '../moderating/corpus/take-document.js';
import { mayModerate } from '../moderating/may-moderate.js';
import { noticeReply } from '../replying/notice-reply.js';
import { respondTo } from '../replying/respond.js';
import type { SlashCommand } from './command.js';
import { inServers } from './reach.js';

const { String: text, Attachment, Subcommand } = ApplicationCommandOptionType;

const document = {
  type: text,
  name: 'document',
  description: 'Choose from the list while you type.',
  required: true,
  autocomplete: true,
  max_length: 100,
} as const;

const file = {
  type: Attachment,
  name: 'file',
  description: 'A .txt, .md, .html, .pdf or .docx file of at most 25 MiB and 2,000 pages.',
  required: true,
} as const;

const said: readonly APIApplicationCommandBasicOption[] = [
  { type: text, name: 'title', description: 'Its title; without, the one in the file.', max_length: 300 },
  { type: text, name: 'publisher', description: 'Who published it.', max_length: 200 },
  { type: text, name: 'date', description: 'When: 2016, 2016-09 or 2016-09-09.', max_length: 10 },
  { type: text, name: 'url', description: 'Where it stands on the web: https://…', max_length: 500 },
];

const unknown = 'I do not know this any more. Please use the command again.';

/** For moderators: the documents of their server. What changes them is staged, and goes live with /reindex run. */
export const corpusCommand = {
  data: {
    type: ApplicationCommandType.ChatInput,
    name: 'corpus',
    description: 'For moderators: the documents of this server.',
    default_member_permissions: String(PermissionFlagsBits.ManageGuild),
    ...inServers,
    options: [
      { type: Subcommand, name: 'list', description: 'The documents, and what is staged.' },
      {
        type: Subcommand,
        name: 'show',
        description: 'One document: where it comes from, its size.',
        options: [document],
      },
      {
        type: Subcommand,
        name: 'add',
        description: 'Stages a new document; it goes live with /reindex run.',
        options: [file, ...said],
      },
      {
        type: Subcommand,
        name: 'replace',
        description: 'Stages a new version of a document; it goes live with /reindex run.',
        options: [document, file, ...said],
      },
      {
        type: Subcommand,
        name: 'remove',
        description: 'Stages the removal of a document; it goes with /reindex run.',
        options: [document],
      },
      {
        type: Subcommand,
        name: 'discard',
        description: 'Takes back what is staged for a document.',
        options: [document],
      },
    ],
  },
  async execute(interaction, parts) {
    switch (interaction.options.getSubcommand(false)) {
      case 'list':
        return listDocuments(interaction, parts);
      case 'show':
        return showDocument(interaction, parts);
      case 'add':
        return takeDocument(interaction, 'add', parts);
      case 'replace':
        return takeDocument(interaction, 'replace', parts);
      case 'remove':
        return removeDocument(interaction, parts);
      case 'discard':
        return discardChange(interaction, parts);
      default:
        await respondTo(interaction, 'private', async () => noticeReply(unknown), parts);
    }
  },
  async complete(interaction, parts) {
    const { guildId, options } = interaction;
    if (guildId === null || !(await mayModerate(interaction, parts.settings))) return [];
    const own = await documentsOfServer(guildId, parts);
    const typed = options.getFocused();
    switch (options.getSubcommand(false)) {
      case 'show':
        return documentChoices([...own, ...(await sharedDocuments(parts))], typed);
      case 'discard':
        return documentChoices(
          own.filter(({ change }) => change !== null),
          typed,
        );
      default:
        return documentChoices(own, typed);
    }
  },
} satisfies SlashCommand;
