import {
  type APIButtonComponent,
  type APIMessageTopLevelComponent,
  ButtonStyle,
  ComponentType,
  MessageFlags,
} from 'discord-api-types/v10';
import { invalidForm } from './discord-error.js';
import { type AnyComponent, everyComponent } from './every-component.js';
import type { Finding } from './finding.js';

const mostRows = 5;
const mostComponents = 40;
/** Characters of all text displays of a message together. */
const mostText = 4000;

const interactive = new Set([
  ComponentType.StringSelect,
  ComponentType.UserSelect,
  ComponentType.RoleSelect,
  ComponentType.MentionableSelect,
  ComponentType.ChannelSelect,
]);

function fault(rule: string, detail: string, place: string, code: string): Finding {
  return { rule, detail, refusal: invalidForm(place, code, detail) };
}

function judgeButton(button: APIButtonComponent, place: string): readonly Finding[] {
  const wrong = (detail: string): readonly Finding[] => [fault('button', detail, place, 'BUTTON_COMPONENT_INVALID')];
  const { style } = button;
  const url = 'url' in button ? button.url : undefined;
  const customId = 'custom_id' in button ? button.custom_id : undefined;
  if (style === ButtonStyle.Premium) return [];
  const hasFace = 'label' in button && (button.label ?? '') !== '';
  const hasEmoji = 'emoji' in button && button.emoji !== undefined && button.emoji !== null;
  if (!hasFace && !hasEmoji) return wrong('a button needs a label or an emoji');
  if (style === ButtonStyle.Link) {
    if (url === undefined || url === null) return wrong('a link button needs a url');
    return customId === undefined ? [] : wrong('a link button must not have a custom_id');
  }
  if (customId === undefined || customId === null) return wrong('a button needs a custom_id');
  return url === undefined ? [] : wrong('only a link button has a url');
}

function judgeRow(row: AnyComponent, place: string): readonly Finding[] {
  const inside = row.components ?? [];
  const selects = inside.filter(({ type }) => interactive.has(type));
  const buttons = inside.filter(({ type }) => type === ComponentType.Button);
  if (selects.length > 1 || (selects.length === 1 && buttons.length > 0)) {
    return [fault('row-mix', 'a select takes a whole row', `${place}.components`, 'COMPONENT_LAYOUT_WIDTH_EXCEEDED')];
  }
  return [];
}

function judgeLayout(
  components: readonly APIMessageTopLevelComponent[],
  isSecondVersion: boolean,
  all: readonly AnyComponent[],
): readonly Finding[] {
  if (!isSecondVersion) {
    const foreign = components.find(({ type }) => type !== ComponentType.ActionRow);
    if (foreign !== undefined) {
      return [
        fault(
          'components-v2',
          `component type ${foreign.type} needs the flag IS_COMPONENTS_V2`,
          'components',
          'UNION_TYPE_CHOICES',
        ),
      ];
    }
    if (components.length <= mostRows) return [];
    return [fault('rows', `${components.length} rows, more than ${mostRows}`, 'components', 'BASE_TYPE_BAD_LENGTH')];
  }
  const text = all.reduce(
    (sum, { type, content }) => sum + (type === ComponentType.TextDisplay ? (content ?? '').length : 0),
    0,
  );
  return [
    ...(all.length > mostComponents
      ? [
          fault(
            'components-v2',
            `${all.length} components, more than ${mostComponents}`,
            'components',
            'BASE_TYPE_BAD_LENGTH',
          ),
        ]
      : []),
    ...(text > mostText
      ? [
          fault(
            'components-v2',
            `text displays hold ${text} characters, more than ${mostText}`,
            'components',
            'BASE_TYPE_BAD_LENGTH',
          ),
        ]
      : []),
  ];
}

/** What the specification leaves out about components. */
export function judgeComponents(components: readonly APIMessageTopLevelComponent[], flags: number): readonly Finding[] {
  const all = everyComponent(components);
  const ids = all.flatMap(({ component }) => component.custom_id ?? []);
  const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
  return [
    ...judgeLayout(
      components,
      (flags & MessageFlags.IsComponentsV2) !== 0,
      all.map(({ component }) => component),
    ),
    ...all.flatMap(({ component, place }) => {
      if (component.type === ComponentType.Button) return judgeButton(component as APIButtonComponent, place);
      return component.type === ComponentType.ActionRow ? judgeRow(component, place) : [];
    }),
    ...[...new Set(twice)].map((id) =>
      fault(
        'duplicate-custom-id',
        `the custom_id "${id}" appears twice`,
        'components',
        'COMPONENT_CUSTOM_ID_DUPLICATED',
      ),
    ),
  ];
}
