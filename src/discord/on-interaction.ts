import type { AutocompleteInteraction, ButtonInteraction, Interaction, ModalSubmitInteraction } from 'discord.js';
import type { BotParts } from './bot-parts.js';
import { messageCommands, slashCommands } from './commands/all-commands.js';
import { openDisputeForm, takeDispute } from './components/dispute.js';
import { takeFollowUp } from './components/follow-up.js';
import { createShare } from './components/share.js';
import { showPassage } from './components/show-passage.js';
import { voteOn } from './components/vote.js';
import { readCustomId } from './custom-id.js';
import { noticeReply } from './replying/notice-reply.js';
import { respondTo } from './replying/respond.js';
import { settleError } from './replying/settle-error.js';

const mostChoices = 25;
const unknown = 'I do not know this any more; it may come from an older version of me. Please use the command again.';

/** Every interaction finds its handler here, by the name of its command or by its custom id. */
export function createOnInteraction(parts: BotParts): (interaction: Interaction) => Promise<void> {
  const share = createShare();
  const slash = new Map(slashCommands.map((command) => [command.data.name, command]));
  const menus = new Map(messageCommands.map((command) => [command.data.name, command]));

  async function sayUnknown(interaction: Parameters<typeof respondTo>[0]): Promise<void> {
    await respondTo(interaction, 'private', async () => noticeReply(unknown), parts);
  }

  async function complete(interaction: AutocompleteInteraction): Promise<void> {
    try {
      const choices = (await slash.get(interaction.commandName)?.complete?.(interaction, parts)) ?? [];
      await interaction.respond(choices.slice(0, mostChoices));
    } catch (error) {
      settleError(error, 'acknowledge', interaction.channelId, parts);
    }
  }

  async function press(interaction: ButtonInteraction): Promise<void> {
    const pressed = readCustomId(interaction.customId);
    switch (pressed?.action) {
      case 'passage':
        return showPassage(interaction, { ...pressed, isPaging: false }, parts);
      case 'page':
        return showPassage(interaction, { ...pressed, isPaging: true }, parts);
      case 'share':
        return share(interaction, pressed.record, parts);
      case 'up':
      case 'down':
        return voteOn(interaction, pressed.record, pressed.action, parts);
      case 'dispute':
        return openDisputeForm(interaction, pressed.record, parts);
      case 'dispute-form':
      case 'follow-up-form':
      case undefined:
        return sayUnknown(interaction);
    }
  }

  async function submit(interaction: ModalSubmitInteraction): Promise<void> {
    const form = readCustomId(interaction.customId);
    if (form?.action === 'dispute-form') return takeDispute(interaction, form.record, parts);
    if (form?.action === 'follow-up-form') return takeFollowUp(interaction, form.message, parts);
    return sayUnknown(interaction);
  }

  return async (interaction) => {
    if (interaction.isAutocomplete()) return complete(interaction);
    if (interaction.isButton()) return press(interaction);
    if (interaction.isModalSubmit()) return submit(interaction);
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
