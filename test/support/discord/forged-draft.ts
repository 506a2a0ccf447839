import { ComponentType, InteractionType } from 'discord-api-types/v10';
import type { Actor, LoopbackChannel } from './actor.js';
import type { InteractionDraft } from './interaction-desk.js';
import { componentDraft } from './interaction-drafts.js';
import type { SeenMessage } from './seen-message.js';
import type { World } from './world.js';

/** A press, or a form sent in, that no client of Discord's would send. */
export interface Forgery {
  readonly customId: string;
  /** What is typed into a form, by the custom ids of its inputs; a button is pressed when absent. */
  readonly values?: Readonly<Record<string, string>>;
  /** Where it is said to happen; the member is there. */
  readonly in: LoopbackChannel;
  /** The message that the button or the form is said to hang on. */
  readonly under: SeenMessage;
}

function formComponents(values: Readonly<Record<string, string>>): readonly object[] {
  return Object.entries(values).map(([customId, value], index) => ({
    type: ComponentType.Label,
    id: 2 * index + 1,
    component: { type: ComponentType.TextInput, id: 2 * index + 2, custom_id: customId, value },
  }));
}

/** @throws Error for a channel or a message that is not there. */
export function forgedDraft(
  world: World,
  { id, name }: Pick<Actor, 'id' | 'name'>,
  { customId, values, in: place, under }: Forgery,
): InteractionDraft {
  const user = world.users.get(id);
  const channel = world.channels.get(place.id);
  const source = world.channels.get(under.channelId)?.messages.find((message) => message.id === under.id);
  if (user === undefined || channel === undefined) throw new Error(`${name} is not in ${place.name}.`);
  if (source === undefined) throw new Error('The message was never there.');
  const button = { type: ComponentType.Button, id: 1, custom_id: customId };
  const press = componentDraft({ world, user, channel }, source, button);
  if (values === undefined) return press;
  const type = InteractionType.ModalSubmit;
  const triggeredBy = { ...press.origin, interactionId: world.ids.next() };
  return {
    ...press,
    type,
    data: { custom_id: customId, components: formComponents(values) },
    origin: { ...press.origin, type, messageId: null, triggeredBy },
  };
}
