import { type APIActionRowComponent, type APIButtonComponent, ButtonStyle, ComponentType } from 'discord.js';
import { type ComponentAction, customIdOf } from '../../custom-id.js';

function button(action: ComponentAction, label: string, style: ButtonStyle.Primary | ButtonStyle.Secondary) {
  return { type: ComponentType.Button, style, label, custom_id: customIdOf(action) } as const;
}

/** Accept, Reject, and Next where there are others, under an item of the review. */
export function reviewButtons(item: number, count: number): readonly APIActionRowComponent<APIButtonComponent>[] {
  return [
    {
      type: ComponentType.ActionRow,
      components: [
        button({ action: 'review-accept', item }, 'Accept', ButtonStyle.Primary),
        button({ action: 'review-reject', item }, 'Reject', ButtonStyle.Secondary),
        ...(count > 1 ? [button({ action: 'review-next', item }, 'Next', ButtonStyle.Secondary)] : []),
      ],
    },
  ];
}
