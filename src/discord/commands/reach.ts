import { ApplicationIntegrationType, InteractionContextType } from 'discord.js';

const integration_types = [ApplicationIntegrationType.GuildInstall];

/** Where a command is offered: in servers, and in direct messages with the bot. */
export const everywhere = { contexts: [InteractionContextType.Guild, InteractionContextType.BotDM], integration_types };

/** In servers alone. */
export const inServers = { contexts: [InteractionContextType.Guild], integration_types };
