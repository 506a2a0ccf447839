import { type APIModalInteractionResponseCallbackData, ComponentType, TextInputStyle } from 'discord.js';
import { customIdOf } from '../custom-id.js';

/** Id of the one input of the form. */
export const followUpInput = 'question';

/** The form for a further question about what a message of Parley's shows: at most 300 characters. */
export function followUpForm(message: string): APIModalInteractionResponseCallbackData {
  return {
    custom_id: customIdOf({ action: 'follow-up-form', message }),
    title: 'Ask a follow-up',
    components: [
      {
        type: ComponentType.Label,
        label: 'Your question',
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
