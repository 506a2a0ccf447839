import { type APIActionRowComponent, type APIButtonComponent, ButtonStyle, ComponentType } from 'discord.js';
import { customIdOf } from '../custom-id.js';

function pagingButton(label: string, customId: string, isDisabled: boolean): APIButtonComponent {
  return { type: ComponentType.Button, style: ButtonStyle.Secondary, label, custom_id: customId, disabled: isDisabled };
}

/** ◀ n/N ▶ under a passage; no row where there is but one. */
export function passageButtons({
  record,
  index,
  count,
}: {
  readonly record: string;
  /** From 0. */
  readonly index: number;
  readonly count: number;
}): readonly APIActionRowComponent<APIButtonComponent>[] {
  if (count < 2) return [];
  const isFirst = index <= 0;
  const isLast = index >= count - 1;
  const to = (other: number): string => customIdOf({ action: 'page', record, index: other });
  // Discord refuses two equal custom ids in a message, disabled ones too; these three nobody can press.
  return [
    {
      type: ComponentType.ActionRow,
      components: [
        pagingButton('◀', isFirst ? 'passage-first' : to(index - 1), isFirst),
        pagingButton(`${index + 1}/${count}`, 'passage-here', true),
        pagingButton('▶', isLast ? 'passage-last' : to(index + 1), isLast),
      ],
    },
  ];
}
