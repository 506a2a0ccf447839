import { type APIModalInteractionResponseCallbackData, ComponentType, TextInputStyle } from 'discord.js';
import { customIdOf } from '../custom-id.js';

/** Id of the one input of the form. */
export const disputeInput = 'what-is-wrong';

/** In a server it says who reads what is written; in a direct message nobody else does. */
export type DisputeReaders = 'moderators' | 'nobody';

/** The form behind Dispute: one paragraph of at most 1,000 characters. */
export function disputeForm(record: string, readers: DisputeReaders): APIModalInteractionResponseCallbackData {
  return {
    custom_id: customIdOf({ action: 'dispute-form', record }),
    title: 'Dispute this',
    components: [
      {
        type: ComponentType.Label,
        label: 'What is wrong?',
        description:
          readers === 'moderators'
            ? "This server's moderators will read it, with what it is about and without your name."
            : 'Name the sentence if there are several.',
        component: {
          type: ComponentType.TextInput,
          custom_id: disputeInput,
          style: TextInputStyle.Paragraph,
          placeholder: 'Name the sentence if there are several.',
          min_length: 1,
          max_length: 1000,
          required: true,
        },
      },
    ],
  };
}
