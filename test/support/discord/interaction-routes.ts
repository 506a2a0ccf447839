import { InteractionResponseType } from 'discord-api-types/v10';
import type { Changes } from './changes.js';
import { acknowledgedAlready, invalidForm, unknownInteraction } from './discord-error.js';
import type { InteractionDesk, PendingInteraction } from './interaction-desk.js';
import { type CallbackBody, fits, respond } from './interaction-response.js';
import { isThinking, messagePayload } from './message-payload.js';
import type { MessageStore } from './message-store.js';
import type { RestRequest, RestRoute } from './rest-route.js';
import type { World } from './world.js';

const schemas: Readonly<Partial<Record<InteractionResponseType, string>>> = {
  [InteractionResponseType.ChannelMessageWithSource]: 'CreateMessageInteractionCallbackRequest',
  [InteractionResponseType.DeferredChannelMessageWithSource]: 'CreateMessageInteractionCallbackRequest',
  [InteractionResponseType.DeferredMessageUpdate]: 'UpdateMessageInteractionCallbackRequest',
  [InteractionResponseType.UpdateMessage]: 'UpdateMessageInteractionCallbackRequest',
  [InteractionResponseType.ApplicationCommandAutocompleteResult]: 'ApplicationCommandAutocompleteCallbackRequest',
  [InteractionResponseType.Modal]: 'ModalInteractionCallbackRequest',
};

/** What a callback answers when it is asked `with_response`. */
function resultOf(world: World, interaction: PendingInteraction, answer: InteractionResponseType): object {
  const { original, source, channel, id, type } = interaction;
  const message = original ?? (answer === InteractionResponseType.UpdateMessage ? source : null);
  // By the letter of the specification, a deferred message too is of the type that creates one.
  const resourceType =
    original === null ? InteractionResponseType.UpdateMessage : InteractionResponseType.ChannelMessageWithSource;
  const place = { channel_id: channel.id, ...(channel.guild === null ? {} : { guild_id: channel.guild.id }) };
  if (message === null) return { interaction: { id, type, ...place } };
  return {
    interaction: {
      id,
      type,
      ...place,
      response_message_id: message.id,
      response_message_loading: isThinking(message),
      response_message_ephemeral: message.onlyFor !== null,
    },
    resource: { type: resourceType, message: messagePayload(world, message) },
  };
}

/** `POST /interactions/{id}/{token}/callback`. */
export function interactionRoutes(
  world: World,
  store: MessageStore,
  desk: InteractionDesk,
  changes: Changes,
): readonly RestRoute[] {
  /** The interaction that waits for this callback. @throws DiscordError when it waits no more. */
  function waiting(request: RestRequest): PendingInteraction {
    const interaction = desk.find(request.part('interaction_id'), request.part('interaction_token'));
    if (interaction === undefined || interaction.isMissed || interaction.isExpired) throw unknownInteraction();
    if (interaction.acknowledgement === null) return interaction;
    // After a lost answer the client cannot know, and may well ask twice.
    if (interaction.isDisturbed) throw acknowledgedAlready();
    const detail = 'the interaction was acknowledged before';
    request.judge([{ rule: 'acknowledged-twice', detail, refusal: acknowledgedAlready() }]);
    return interaction;
  }

  return [
    {
      method: 'POST',
      path: '/interactions/{interaction_id}/{interaction_token}/callback',
      authorization: 'path',
      limit: null,
      query: ['with_response'],
      takes: (body) => schemas[(body as CallbackBody).type] ?? 'InteractionCallbackTypes',
      gives: 'InteractionCallbackResponse',
      handle(request) {
        const interaction = waiting(request);
        const { type } = request.body as CallbackBody;
        if (!fits(interaction, type)) {
          const detail = `callback type ${type} is no answer to interaction type ${interaction.type}`;
          request.judge([{ rule: 'callback-type', detail, refusal: invalidForm('type', 'BASE_TYPE_CHOICES', detail) }]);
        }
        const sourceEdits = interaction.source?.edits ?? 0;
        respond(world, store, interaction, request);
        const afterMs = performance.now() - interaction.sentAtMs;
        interaction.acknowledgement = { type, afterMs, sourceEdits };
        changes.announce();
        return request.query.get('with_response') === 'true' ? { body: resultOf(world, interaction, type) } : {};
      },
    },
  ];
}
