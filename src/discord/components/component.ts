import type { ButtonInteraction, ModalSubmitInteraction } from 'discord.js';
import type { BotParts } from '../bot-parts.js';
import type { ActionName, ActionOf } from '../custom-id.js';

/** What a press does. It answers by itself: through respondToMember, so that it counts, or respondToModerator. */
export type Press<N extends ActionName> = (
  interaction: ButtonInteraction,
  pressed: ActionOf<N>,
  parts: BotParts,
) => Promise<void>;

/** What happens when a form comes back. */
export type Submit<N extends ActionName> = (
  interaction: ModalSubmitInteraction,
  submitted: ActionOf<N>,
  parts: BotParts,
) => Promise<void>;

export type Buttons = { readonly [N in ActionName]?: Press<N> };
export type Forms = { readonly [N in ActionName]?: Submit<N> };
