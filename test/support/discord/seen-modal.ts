import { type APIModalInteractionResponseCallbackData, ComponentType } from 'discord-api-types/v10';
import type { AnyComponent } from './every-component.js';

/** One thing to fill in. */
export interface SeenInput {
  readonly label: string;
  readonly customId: string;
  readonly type: ComponentType;
  /** What stands in it before anybody types. */
  readonly value: string;
  readonly placeholder: string;
  readonly isRequired: boolean;
  readonly minLength: number;
  readonly maxLength: number;
  /** Of a select: label and value of each option. */
  readonly options: readonly { readonly label: string; readonly value: string }[];
}

export interface SeenModal {
  readonly title: string;
  readonly customId: string;
  readonly inputs: readonly SeenInput[];
}

interface Input extends AnyComponent {
  readonly value?: string | null;
  readonly placeholder?: string | null;
  readonly required?: boolean | null;
  readonly min_length?: number | null;
  readonly max_length?: number | null;
  readonly options?: readonly { readonly label: string; readonly value: string }[];
}

const longestInput = 4000;

function seenInput(label: string, input: Input): SeenInput {
  return {
    label,
    customId: input.custom_id ?? '',
    type: input.type,
    value: input.value ?? '',
    placeholder: input.placeholder ?? '',
    isRequired: input.required ?? true,
    minLength: input.min_length ?? 0,
    maxLength: input.max_length ?? longestInput,
    options: input.options ?? [],
  };
}

export function seenModal({
  title,
  custom_id: customId,
  components,
}: APIModalInteractionResponseCallbackData): SeenModal {
  const inputs = (components as readonly AnyComponent[]).flatMap((component) => {
    if (component.type === ComponentType.Label && component.component !== undefined) {
      return [seenInput(component.label ?? '', component.component)];
    }
    return (component.components ?? []).map((input) => seenInput(input.label ?? '', input));
  });
  return { title, customId, inputs };
}
