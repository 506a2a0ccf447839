import { type APIApplicationCommand, ApplicationCommandType, InteractionType } from 'discord-api-types/v10';
import { keepFile } from './attachments.js';
import type { AnyComponent } from './every-component.js';
import type { InteractionDraft, PendingInteraction } from './interaction-desk.js';
import { ownersIn } from './interaction-payload.js';
import { messagePayload } from './message-payload.js';
import { type ModalValues, modalSubmission } from './modal-values.js';
import { fillOptions, type OptionValue } from './option-payload.js';
import { resolvedPayload } from './resolved-payload.js';
import { shownCommand } from './shown-commands.js';
import type { MessageOrigin, StoredMessage } from './stored-message.js';
import type { World, WorldChannel, WorldUser } from './world.js';

/** Somebody, and where they are. */
export interface Standing {
  readonly world: World;
  readonly user: WorldUser;
  readonly channel: WorldChannel;
}

function originOf(
  { user, channel }: Standing,
  type: InteractionType,
  more: Partial<Pick<MessageOrigin, 'name' | 'messageId' | 'triggeredBy'>>,
): InteractionDraft['origin'] {
  return { type, user, owners: ownersIn(channel), name: null, messageId: null, triggeredBy: null, ...more };
}

function commandDraft(
  standing: Standing,
  { id, name, type, guild_id: guildId }: APIApplicationCommand,
  data: object,
  { isTyping = false, target = null }: { readonly isTyping?: boolean; readonly target?: string | null } = {},
): InteractionDraft {
  return {
    type: isTyping ? InteractionType.ApplicationCommandAutocomplete : InteractionType.ApplicationCommand,
    user: standing.user,
    channel: standing.channel,
    source: null,
    data: { id, name, type, ...(guildId === undefined ? {} : { guild_id: guildId }), ...data },
    origin: originOf(standing, InteractionType.ApplicationCommand, { name, messageId: target }),
  };
}

/**
 * A slash command as it is sent, or, with `focused`, as it stands while somebody types in that option. @throws Error for
 * what Discord's client would not send.
 */
export function slashDraft(
  standing: Standing,
  line: string,
  values: Readonly<Record<string, OptionValue>>,
  focused: string | null,
): InteractionDraft {
  const { world, channel, user } = standing;
  const [name = '', ...path] = line.split(' ');
  const command = shownCommand(world, ApplicationCommandType.ChatInput, name, channel, user);
  const { options, ...named } = fillOptions(command, path, {
    values,
    focused,
    upload({ name: fileName, content, contentType = 'text/plain; charset=utf-8', claims = {} }) {
      const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
      return { ...keepFile(world, channel, { name: fileName, contentType, bytes }), ephemeral: true, ...claims };
    },
  });
  const data = { ...(options.length === 0 ? {} : { options }), ...resolvedPayload(world, channel, named) };
  return commandDraft(standing, command, data, { isTyping: focused !== null });
}

/** A menu command on a message. @throws Error when it is not shown there. */
export function messageMenuDraft(standing: Standing, name: string, message: StoredMessage): InteractionDraft {
  const { world, channel, user } = standing;
  const command = shownCommand(world, ApplicationCommandType.Message, name, channel, user);
  // Whoever uses a menu shows the bot what it is used on.
  const messages = { [message.id]: messagePayload(world, message, { isWhole: true }) };
  return commandDraft(standing, command, { target_id: message.id, resolved: { messages } }, { target: message.id });
}

/** A menu command on a person. @throws Error when it is not shown there. */
export function userMenuDraft(standing: Standing, name: string, userId: string): InteractionDraft {
  const { world, channel, user } = standing;
  const command = shownCommand(world, ApplicationCommandType.User, name, channel, user);
  const about = resolvedPayload(world, channel, { users: [userId], channels: [], roles: [], attachments: [] });
  return commandDraft(standing, command, { target_id: userId, ...about });
}

/** A button pressed, or with `values` a select used. */
export function componentDraft(
  standing: Standing,
  message: StoredMessage,
  { id, type, custom_id: customId }: AnyComponent,
  values?: readonly string[],
): InteractionDraft {
  return {
    type: InteractionType.MessageComponent,
    user: standing.user,
    channel: standing.channel,
    source: message,
    data: { id, component_type: type, custom_id: customId, ...(values === undefined ? {} : { values }) },
    origin: originOf(standing, InteractionType.MessageComponent, { messageId: message.id }),
  };
}

/** The form that an interaction opened, filled in. @throws Error for what Discord's client would not send. */
export function formDraft(standing: Standing, opened: PendingInteraction, values: ModalValues): InteractionDraft {
  if (opened.modal === null) throw new Error('That reply opened no form.');
  return {
    type: InteractionType.ModalSubmit,
    user: standing.user,
    channel: opened.channel,
    source: opened.source,
    data: modalSubmission(opened.modal, values),
    origin: originOf(standing, InteractionType.ModalSubmit, { triggeredBy: opened.origin }),
  };
}
