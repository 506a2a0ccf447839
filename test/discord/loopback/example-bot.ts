import {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  Client,
  Events,
  GatewayIntentBits,
  type Interaction,
  type Message,
  MessageFlags,
  ModalBuilder,
  Partials,
  REST,
  Routes,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js';
import type { Loopback } from '../../support/discord/loopback.js';
import { exampleCommands } from './example-commands.js';

const buttons = new ActionRowBuilder<ButtonBuilder>().addComponents(
  new ButtonBuilder().setCustomId('show').setLabel('Show passage').setStyle(ButtonStyle.Primary),
  new ButtonBuilder().setCustomId('more').setEmoji('🔁').setStyle(ButtonStyle.Secondary),
  new ButtonBuilder().setCustomId('wrong').setLabel('Something is wrong').setStyle(ButtonStyle.Danger),
);

const form = new ModalBuilder()
  .setCustomId('form')
  .setTitle('Report')
  .addComponents(
    new ActionRowBuilder<TextInputBuilder>().addComponents(
      new TextInputBuilder().setCustomId('what').setLabel('What is wrong?').setStyle(TextInputStyle.Paragraph),
    ),
  );

async function onInteraction(interaction: Interaction): Promise<void> {
  if (interaction.isAutocomplete()) {
    const typed = interaction.options.getFocused();
    await interaction.respond([{ name: `${typed}ia`, value: 'syria' }]);
    return;
  }
  if (interaction.isChatInputCommand() && interaction.commandName === 'ask') {
    const isPrivate = interaction.options.getBoolean('private') ?? false;
    await interaction.deferReply(isPrivate ? { flags: MessageFlags.Ephemeral } : {});
    const question = interaction.options.getString('question', true);
    await interaction.editReply({ embeds: [{ description: `You asked: ${question}` }], components: [buttons] });
    return;
  }
  if (interaction.isChatInputCommand() && interaction.commandName === 'corpus') {
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    const { url, name } = interaction.options.getAttachment('file', true);
    const text = await (await fetch(url)).text();
    await interaction.editReply({ content: `${name} holds ${text.length} characters` });
    return;
  }
  if (interaction.isMessageContextMenuCommand()) {
    await interaction.reply({ content: `About: ${interaction.targetMessage.content}`, flags: MessageFlags.Ephemeral });
    return;
  }
  if (interaction.isButton()) {
    if (interaction.customId === 'wrong') await interaction.showModal(form);
    if (interaction.customId === 'more') await interaction.update({ content: 'Again', components: [] });
    if (interaction.customId === 'show') {
      await interaction.deferReply({ flags: MessageFlags.Ephemeral });
      await interaction.editReply('The passage');
      await interaction.followUp({ content: 'And more', flags: MessageFlags.Ephemeral });
    }
    return;
  }
  if (interaction.isModalSubmit()) {
    const what = interaction.fields.getTextInputValue('what');
    await interaction.reply({ content: `Noted: ${what}`, flags: MessageFlags.Ephemeral });
  }
}

async function onMessage(message: Message): Promise<void> {
  if (message.author.bot || message.content === '') return;
  if (message.channel.isSendable()) await message.channel.sendTyping();
  const answer = await message.reply('Searching …');
  await answer.edit({ content: `You said: ${message.content}`, components: [buttons] });
}

/** A small bot of the plain client, with the habits this house asks for. */
export function createExampleBot(discord: Loopback): Client {
  const client = new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    partials: [Partials.Channel],
    allowedMentions: { parse: [], repliedUser: false },
    failIfNotExists: false,
    enforceNonce: true,
    rest: { api: discord.api },
  });
  client.on(Events.InteractionCreate, (interaction) => void onInteraction(interaction));
  client.on(Events.MessageCreate, (message) => void onMessage(message));
  return client;
}

/** Registers the commands over REST, as a bot's own script would. */
export async function registerExampleCommands(discord: Loopback, commands: unknown = exampleCommands): Promise<void> {
  const rest = new REST({ api: discord.api }).setToken(discord.token);
  await rest.put(Routes.applicationCommands(discord.applicationId), { body: commands });
}
