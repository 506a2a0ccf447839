import { type APIModalInteractionResponseCallbackData, ComponentType, TextInputStyle } from 'discord.js';
import { customIdOf } from '../custom-id.js';

/** Id of the one input of the form. */
export const disputeInput = 'what-is-wrong';

/** The form behind Dispute: one paragraph of at most 1,000 characters. */
export function disputeForm(record: string): APIModalInteractionResponseCallbackData {
  return {
    custom_id: customIdOf({ action: 'dispute-form', record }),
    title: 'Dispute this',
    components: [
      {
        type: ComponentType.Label,
        label: 'What is wrong?',
        description: 'Name the sentence if there are several.',
        component: {
          type: ComponentType.TextInput,
          custom_id: disputeInput,
          style: TextInputStyle.Paragraph,
          min_length: 1,
          max_length: 1000,
          required: true,
        },
      },
    ],
  };
}
