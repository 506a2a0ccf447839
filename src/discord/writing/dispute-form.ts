import { type APIModalInteractionResponseCallbackData, ComponentType, TextInputStyle } from 'discord.js';
import { customIdOf } from '../custom-id.js';
import type { Words } from '../wording/words.js';

/** Id of the one input of the form. */
export const disputeInput = 'what-is-wrong';

/** In a server it says who reads what is written; in a direct message nobody else does. */
export type DisputeReaders = 'moderators' | 'nobody';

/** The form behind Dispute: one paragraph of at most 1,000 characters. */
export function disputeForm(
  record: string,
  readers: DisputeReaders,
  { notices: { dispute } }: Words,
): APIModalInteractionResponseCallbackData {
  return {
    custom_id: customIdOf({ action: 'dispute-form', record }),
    title: dispute.title,
    components: [
      {
        type: ComponentType.Label,
        label: dispute.label,
        description: readers === 'moderators' ? dispute.forModerators : dispute.hint,
        component: {
          type: ComponentType.TextInput,
          custom_id: disputeInput,
          style: TextInputStyle.Paragraph,
          placeholder: dispute.hint,
          min_length: 1,
          max_length: 1000,
          required: true,
        },
      },
    ],
  };
}
