import { type APIModalInteractionResponseCallbackData, ComponentType } from 'discord-api-types/v10';
import { invalidForm } from './discord-error.js';
import { everyComponent } from './every-component.js';
import type { Finding } from './finding.js';

const mostInputs = 5;

/** What the specification leaves out about modals. */
export function judgeModal({ components }: APIModalInteractionResponseCallbackData): readonly Finding[] {
  const all = everyComponent(components).map(({ component }) => component);
  const ids = all.flatMap(({ custom_id: id }) => id ?? []);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  const bare = components.filter(({ type }) => type === ComponentType.ActionRow) as readonly {
    components: readonly { label?: string | null }[];
  }[];
  const findings: Finding[] = [];
  const wrong = (rule: string, detail: string, code: string): number =>
    findings.push({ rule, detail, refusal: invalidForm('data.components', code, detail) });
  if (twice !== undefined)
    wrong('duplicate-custom-id', `the custom_id "${twice}" appears twice`, 'COMPONENT_CUSTOM_ID_DUPLICATED');
  if (components.length > mostInputs)
    wrong('modal', `${components.length} inputs, more than ${mostInputs}`, 'BASE_TYPE_BAD_LENGTH');
  if (bare.some((row) => row.components.some(({ label }) => (label ?? '') === ''))) {
    wrong('modal', 'a text input in a row needs a label', 'BASE_TYPE_REQUIRED');
  }
  return findings;
}
