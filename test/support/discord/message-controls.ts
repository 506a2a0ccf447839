import { ButtonStyle, ComponentType } from 'discord-api-types/v10';
import { type AnyComponent, everyComponent } from './every-component.js';
import { faceOf } from './seen-message.js';
import type { StoredMessage } from './stored-message.js';

interface Select extends AnyComponent {
  readonly placeholder?: string;
  readonly options?: readonly { readonly label: string; readonly value: string }[];
}

function ofType({ components }: StoredMessage, wanted: ComponentType): readonly AnyComponent[] {
  return everyComponent(components)
    .map(({ component }) => component)
    .filter(({ type }) => type === wanted);
}

/** The button with this label or emoji. @throws Error when there is none that can be pressed. */
export function buttonOf(message: StoredMessage, wanted: string): AnyComponent {
  const buttons = ofType(message, ComponentType.Button);
  const found = buttons.find((button) => {
    const { label, emoji } = faceOf(button);
    return label === wanted || emoji === wanted || `${emoji} ${label}` === wanted;
  });
  if (found === undefined) {
    const faces = buttons.map(faceOf).map(({ label, emoji }) => `"${label === '' ? emoji : label}"`);
    throw new Error(`There is no button "${wanted}"; there are: ${faces.join(', ') || 'none'}.`);
  }
  if (found.disabled === true) throw new Error(`The button "${wanted}" is disabled.`);
  if ('style' in found && found.style === ButtonStyle.Link) throw new Error(`The button "${wanted}" opens a page.`);
  return found;
}

/**
 * The select with this placeholder or custom id, and the values behind the labels. @throws Error for a select or a label
 * that is not there.
 */
export function selection(
  message: StoredMessage,
  wanted: string,
  labels: readonly string[],
): { readonly select: AnyComponent; readonly values: readonly string[] } {
  const selects: readonly Select[] = ofType(message, ComponentType.StringSelect);
  const select = selects.find(({ placeholder, custom_id: id }) => placeholder === wanted || id === wanted);
  if (select === undefined || select.disabled === true) throw new Error(`There is no select "${wanted}" to use.`);
  const values = labels.map((label) => {
    const option = select.options?.find((candidate) => candidate.label === label);
    if (option === undefined) throw new Error(`The select "${wanted}" has no option "${label}".`);
    return option.value;
  });
  return { select, values };
}
