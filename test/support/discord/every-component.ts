import type { ComponentType } from 'discord-api-types/v10';

/** Any component, with the properties that any of them may have. */
export interface AnyComponent {
  readonly type: ComponentType;
  readonly id?: number | null;
  readonly custom_id?: string | null;
  readonly label?: string | null;
  readonly content?: string;
  readonly disabled?: boolean | null;
  readonly components?: readonly AnyComponent[];
  readonly accessory?: AnyComponent;
  /** What a label of a modal names. */
  readonly component?: AnyComponent;
}

/** All components, those inside others too, in reading order; `place` is a path such as `components[0].components[1]`. */
export function everyComponent(
  components: readonly object[],
  place = 'components',
): readonly { readonly component: AnyComponent; readonly place: string }[] {
  return (components as readonly AnyComponent[]).flatMap((component, index) => {
    const here = `${place}[${index}]`;
    return [
      { component, place: here },
      ...everyComponent(component.components ?? [], `${here}.components`),
      ...(component.accessory === undefined ? [] : [{ component: component.accessory, place: `${here}.accessory` }]),
      ...(component.component === undefined ? [] : [{ component: component.component, place: `${here}.component` }]),
    ];
  });
}
