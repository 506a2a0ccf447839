import type {
  ApplicationCommandOptionChoiceData,
  AutocompleteInteraction,
  ChatInputCommandInteraction,
  MessageContextMenuCommandInteraction,
  RESTPostAPIChatInputApplicationCommandsJSONBody,
  RESTPostAPIContextMenuApplicationCommandsJSONBody,
} from 'discord.js';
import type { BotParts } from '../bot-parts.js';

/**
 * A slash command: what Discord shows, and what happens. `execute` answers by itself: through respondToAsker, so that it
 * counts against the quotas, through respondToModerator, or, where it makes no work, through respondTo.
 */
export interface SlashCommand {
  readonly data: RESTPostAPIChatInputApplicationCommandsJSONBody;
  execute(interaction: ChatInputCommandInteraction, parts: BotParts): Promise<void>;
  /** Choices for the option that is being typed, at most 25. */
  complete?(
    interaction: AutocompleteInteraction,
    parts: BotParts,
  ): Promise<readonly ApplicationCommandOptionChoiceData[]>;
}

/** An entry of a message's menu, under "Apps". */
export interface MessageCommand {
  readonly data: RESTPostAPIContextMenuApplicationCommandsJSONBody;
  execute(interaction: MessageContextMenuCommandInteraction, parts: BotParts): Promise<void>;
}
