import {
  type APICommandAutocompleteInteractionResponseCallbackData,
  type APIModalInteractionResponseCallbackData,
  InteractionResponseType,
  InteractionType,
  MessageFlags,
} from 'discord-api-types/v10';
import { attachmentsOf } from './attachments.js';
import type { PendingInteraction } from './interaction-desk.js';
import { judgeMessage } from './judge-message.js';
import { judgeModal } from './judge-modal.js';
import type { MessageBody } from './message-body.js';
import { contentsOf, editedFlags, settableFlags } from './message-contents.js';
import type { MessageStore } from './message-store.js';
import type { RestRequest } from './rest-route.js';
import type { StoredMessage } from './stored-message.js';
import type { World } from './world.js';

export interface CallbackBody {
  readonly type: InteractionResponseType;
  readonly data?: object | null;
}

/** Whether Discord takes this kind of answer to this kind of interaction. */
export function fits({ type, source }: PendingInteraction, answer: InteractionResponseType): boolean {
  if (type === InteractionType.ApplicationCommandAutocomplete) {
    return answer === InteractionResponseType.ApplicationCommandAutocompleteResult;
  }
  switch (answer) {
    case InteractionResponseType.ChannelMessageWithSource:
    case InteractionResponseType.DeferredChannelMessageWithSource:
      return true;
    case InteractionResponseType.DeferredMessageUpdate:
    case InteractionResponseType.UpdateMessage:
      return source !== null;
    case InteractionResponseType.Modal:
      return type !== InteractionType.ModalSubmit;
    default:
      return false;
  }
}

function createOriginal(
  world: World,
  store: MessageStore,
  interaction: PendingInteraction,
  request: RestRequest,
  data: MessageBody,
  isDeferred: boolean,
): StoredMessage {
  const { channel, user, origin, source } = interaction;
  const flags = (data.flags ?? 0) & settableFlags;
  if (!isDeferred) {
    request.judge(judgeMessage(data, { files: request.files.size, previous: null, mayBeEphemeral: true }));
  }
  const attachmentOf = attachmentsOf(world, request, channel);
  return store.create({
    channel,
    author: world.bot,
    origin,
    // What a button brings hangs on the button's message.
    reference: origin.type === InteractionType.MessageComponent ? source : null,
    flags: isDeferred ? flags | MessageFlags.Loading : flags,
    onlyFor: (flags & MessageFlags.Ephemeral) === 0 ? null : user.id,
    ...(isDeferred ? {} : contentsOf(world, data, { channel, attachmentOf })),
  });
}

function updateSource(
  world: World,
  store: MessageStore,
  { source, channel }: PendingInteraction,
  request: RestRequest,
  data: MessageBody,
): void {
  if (source === null) return;
  request.judge(judgeMessage(data, { files: request.files.size, previous: source, mayBeEphemeral: true }));
  const attachmentOf = attachmentsOf(world, request, channel);
  const contents = contentsOf(world, data, { channel, attachmentOf, kept: source.attachments });
  store.edit(source, { ...contents, flags: editedFlags(source, data) });
}

/** Does what a callback asks for. @throws DiscordError when Discord refuses. */
export function respond(
  world: World,
  store: MessageStore,
  interaction: PendingInteraction,
  request: RestRequest,
): void {
  const { type, data } = request.body as CallbackBody;
  const body: MessageBody = data ?? {};
  switch (type) {
    case InteractionResponseType.ChannelMessageWithSource:
      interaction.original = createOriginal(world, store, interaction, request, body, false);
      return;
    case InteractionResponseType.DeferredChannelMessageWithSource:
      interaction.original = createOriginal(world, store, interaction, request, body, true);
      return;
    case InteractionResponseType.UpdateMessage:
      updateSource(world, store, interaction, request, body);
      return;
    case InteractionResponseType.ApplicationCommandAutocompleteResult:
      interaction.choices = (data as APICommandAutocompleteInteractionResponseCallbackData).choices ?? [];
      return;
    case InteractionResponseType.Modal:
      request.judge(judgeModal(data as APIModalInteractionResponseCallbackData));
      interaction.modal = data as APIModalInteractionResponseCallbackData;
      return;
    default:
  }
}
