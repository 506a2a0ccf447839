import { type APIModalInteractionResponseCallbackData, ComponentType, TextInputStyle } from 'discord.js';
import { customIdOf } from '../../custom-id.js';

/** Ids of the inputs of the form. */
export const noteInput = 'note';
export const citationInput = 'citation';

const longestNote = 300;

export interface AcceptForm {
  /** Number of the item. */
  readonly item: number;
  /** How many citations there are to choose from, at least 1. */
  readonly citations: number;
}

/**
 * The form behind Accept: a note of at most 300 characters, empty at first, and the citation it is about. What the member
 * wrote is for moderators alone, and so does not stand there already for whoever only presses Submit.
 */
export function acceptForm({ item, citations }: AcceptForm): APIModalInteractionResponseCallbackData {
  return {
    custom_id: customIdOf({ action: 'accept-form', item }),
    title: `Accept item ${item}`,
    components: [
      {
        type: ComponentType.Label,
        label: 'Note for future readers',
        description: 'Members see it under what cites this passage. Empty: no note.',
        component: {
          type: ComponentType.TextInput,
          custom_id: noteInput,
          style: TextInputStyle.Paragraph,
          max_length: longestNote,
          required: false,
        },
      },
      ...(citations === 1 ? [] : [whichCitation(citations)]),
    ],
  };
}

function whichCitation(citations: number): APIModalInteractionResponseCallbackData['components'][number] {
  return {
    type: ComponentType.Label,
    label: `Which citation? 1–${citations}`,
    description: 'The passage that is wrong there, by its number.',
    component: {
      type: ComponentType.TextInput,
      custom_id: citationInput,
      style: TextInputStyle.Short,
      min_length: 1,
      max_length: 5,
      required: true,
      value: '1',
    },
  };
}
