import { type APIModalInteractionResponseCallbackData, ComponentType, TextInputStyle } from 'discord.js';
import { customIdOf } from '../custom-id.js';
import type { Words } from '../wording/words.js';

/** Id of the one input of the form. */
export const followUpInput = 'question';

/** The form for a further question about what a message of Parley's shows: at most 300 characters. */
export function followUpForm(
  message: string,
  { notices: { followUp } }: Words,
): APIModalInteractionResponseCallbackData {
  return {
    custom_id: customIdOf({ action: 'follow-up-form', message }),
    title: followUp.title,
    components: [
      {
        type: ComponentType.Label,
        label: followUp.label,
        component: {
          type: ComponentType.TextInput,
          custom_id: followUpInput,
          style: TextInputStyle.Short,
          min_length: 1,
          max_length: 300,
          required: true,
        },
      },
    ],
  };
}
