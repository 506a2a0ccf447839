import type { AutocompleteInteraction, ButtonInteraction, Interaction, ModalSubmitInteraction } from 'discord.js';
import type { BotParts } from './bot-parts.js';
import { messageCommands, slashCommands } from './commands/all-commands.js';
import { createButtons, forms } from './components/all-components.js';
import { type ComponentAction, readCustomId } from './custom-id.js';
import { noticeReply } from './replying/notice-reply.js';
import { respondTo } from './replying/respond.js';
import { settleError } from './replying/settle-error.js';

const mostChoices = 25;

type Handler<I> = (interaction: I, action: ComponentAction, parts: BotParts) => Promise<void>;

/** Every interaction finds its handler here, by the name of its command or by its custom id. */
export function createOnInteraction(parts: BotParts): (interaction: Interaction) => Promise<void> {
  const slash = new Map(slashCommands.map((command) => [command.data.name, command]));
  const menus = new Map(messageCommands.map((command) => [command.data.name, command]));
  // What a custom id is read as has the parts that the handler of its action wants.
  const buttons = new Map(Object.entries(createButtons())) as ReadonlyMap<string, Handler<ButtonInteraction>>;
  const submits = new Map(Object.entries(forms)) as ReadonlyMap<string, Handler<ModalSubmitInteraction>>;

  async function sayUnknown(interaction: Parameters<typeof respondTo>[0]): Promise<void> {
    await respondTo(interaction, 'private', async ({ notices }) => noticeReply(notices.unknown), parts);
  }

  async function complete(interaction: AutocompleteInteraction): Promise<void> {
    try {
      const choices = (await slash.get(interaction.commandName)?.complete?.(interaction, parts)) ?? [];
      await interaction.respond(choices.slice(0, mostChoices));
    } catch (error) {
      settleError(error, 'acknowledge', interaction.channelId, parts);
    }
  }

  async function act<I extends ButtonInteraction | ModalSubmitInteraction>(
    interaction: I,
    handlers: ReadonlyMap<string, Handler<I>>,
  ): Promise<void> {
    const action = readCustomId(interaction.customId);
    const handle = action === null ? undefined : handlers.get(action.action);
    if (action === null || handle === undefined) await sayUnknown(interaction);
    else await handle(interaction, action, parts);
  }

  return async (interaction) => {
    if (interaction.isAutocomplete()) return complete(interaction);
    if (interaction.isButton()) return act(interaction, buttons);
    if (interaction.isModalSubmit()) return act(interaction, submits);
    if (interaction.isChatInputCommand()) {
      const command = slash.get(interaction.commandName);
      return command === undefined ? sayUnknown(interaction) : command.execute(interaction, parts);
    }
    if (interaction.isMessageContextMenuCommand()) {
      const command = menus.get(interaction.commandName);
      return command === undefined ? sayUnknown(interaction) : command.execute(interaction, parts);
    }
  };
}
