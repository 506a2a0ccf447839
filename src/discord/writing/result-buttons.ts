import { type APIActionRowComponent, type APIButtonComponent, ButtonStyle, ComponentType } from 'discord.js';
import { type ComponentAction, customIdOf } from '../custom-id.js';
import type { Words } from '../wording/words.js';

export interface ButtonChoice {
  readonly record: string;
  readonly isPrivate: boolean;
  /** Whether there is a quote to show in its place. */
  readonly hasPassage: boolean;
  /** Whether anything is claimed that could be wrong. */
  readonly hasDispute: boolean;
  readonly words: Words;
}

function button(action: ComponentAction, face: { label: string } | { emoji: string }): APIButtonComponent {
  const isShare = action.action === 'share';
  return {
    type: ComponentType.Button,
    style: isShare ? ButtonStyle.Primary : ButtonStyle.Secondary,
    custom_id: customIdOf(action),
    ...('label' in face ? face : { emoji: { name: face.emoji } }),
  };
}

/** The row under a result. */
export function resultButtons({
  record,
  isPrivate,
  hasPassage,
  hasDispute,
  words: {
    results: { buttons },
  },
}: ButtonChoice): readonly APIActionRowComponent<APIButtonComponent>[] {
  const components = [
    ...(isPrivate ? [button({ action: 'share', record }, { label: buttons.share })] : []),
    ...(hasPassage ? [button({ action: 'passage', record, index: 0 }, { label: buttons.passage })] : []),
    button({ action: 'up', record }, { emoji: '👍' }),
    button({ action: 'down', record }, { emoji: '👎' }),
    ...(hasDispute ? [button({ action: 'dispute', record }, { label: buttons.dispute })] : []),
  ];
  return [{ type: ComponentType.ActionRow, components }];
}
