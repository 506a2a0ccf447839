import { type APIModalInteractionResponseCallbackData, ComponentType } from 'discord-api-types/v10';
import type { AnyComponent } from './every-component.js';
import { type SeenInput, seenModal } from './seen-modal.js';

/** What somebody fills in, by label; a list chooses options of a select by their labels. */
export type ModalValues = Readonly<Record<string, string | readonly string[]>>;

function assertFits({ label, isRequired, minLength, maxLength }: SeenInput, value: string): void {
  const wrong = (detail: string): never => {
    throw new Error(`Discord's client does not send the form: "${label}" ${detail}.`);
  };
  if (value === '' && isRequired) wrong('is required');
  if (value !== '' && value.length < minLength) wrong(`needs ${minLength} characters`);
  if (value.length > maxLength) wrong(`takes ${maxLength} characters`);
}

function filled(input: SeenInput, given: string | readonly string[] | undefined): object {
  if (input.type === ComponentType.TextInput) {
    const value = typeof given === 'string' ? given : input.value;
    assertFits(input, value);
    return { value };
  }
  const labels = typeof given === 'string' ? [given] : (given ?? []);
  if (labels.length === 0 && input.isRequired) throw new Error(`"${input.label}" is required.`);
  return {
    values: labels.map((label) => {
      const option = input.options.find((candidate) => candidate.label === label);
      if (option === undefined) throw new Error(`"${input.label}" has no option "${label}".`);
      return option.value;
    }),
  };
}

/** The `data` of a modal's submission. @throws Error for what Discord's client would not send. */
export function modalSubmission(modal: APIModalInteractionResponseCallbackData, values: ModalValues): object {
  const { inputs, customId } = seenModal(modal);
  const stranger = Object.keys(values).find((label) => !inputs.some((input) => input.label === label));
  if (stranger !== undefined) {
    throw new Error(`The form has no "${stranger}"; it has: ${inputs.map(({ label }) => label).join(', ')}.`);
  }
  let id = 0;

  function submission(component: AnyComponent): object {
    id += 1;
    const here = id;
    const input = inputs.find((candidate) => candidate.customId === component.custom_id);
    return {
      type: component.type,
      id: component.id ?? here,
      ...(component.components === undefined ? {} : { components: component.components.map(submission) }),
      ...(component.component === undefined ? {} : { component: submission(component.component) }),
      ...(component.custom_id === undefined || input === undefined
        ? {}
        : { custom_id: component.custom_id, ...filled(input, values[input.label]) }),
    };
  }

  return { custom_id: customId, components: (modal.components as readonly AnyComponent[]).map(submission) };
}
