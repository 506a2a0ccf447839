import { MessageFlags } from 'discord-api-types/v10';
import { attachmentsOf } from './attachments.js';
import { invalidWebhookToken, unknownMessage, unknownWebhook } from './discord-error.js';
import type { InteractionDesk, PendingInteraction } from './interaction-desk.js';
import { judgeMessage } from './judge-message.js';
import type { MessageBody } from './message-body.js';
import { contentsOf, editedFlags, settableFlags } from './message-contents.js';
import { isThinking, messagePayload } from './message-payload.js';
import type { MessageStore } from './message-store.js';
import type { RestRequest, RestRoute } from './rest-route.js';
import type { StoredMessage } from './stored-message.js';
import type { World } from './world.js';

/** How long the token of an interaction is taken. */
const tokenMs = 15 * 60_000;

/** The webhook that every acknowledged interaction has for fifteen minutes. */
export function webhookRoutes(world: World, store: MessageStore, desk: InteractionDesk): readonly RestRoute[] {
  function interactionOf(request: RestRequest): PendingInteraction {
    const interaction = desk.findByToken(request.part('webhook_token'));
    if (interaction === undefined || request.part('webhook_id') !== world.applicationId) throw unknownWebhook();
    const age = performance.now() - interaction.sentAtMs;
    if (interaction.isExpired || age > tokenMs) throw invalidWebhookToken();
    if (interaction.acknowledgement !== null) return interaction;
    // Too late or disturbed it is bad luck; otherwise the bot skipped a step.
    if (interaction.isMissed || interaction.isDisturbed) throw unknownWebhook();
    const detail = 'the interaction has not been acknowledged';
    request.judge([{ rule: 'webhook-before-acknowledgement', detail, refusal: unknownWebhook() }]);
    return interaction;
  }

  function messageOf(request: RestRequest): StoredMessage {
    const { original, source, followUps } = interactionOf(request);
    const id = request.path.endsWith('/@original') ? '@original' : request.part('message_id');
    const first = original ?? source;
    const found = id === '@original' ? first : [first, ...followUps].find((message) => message?.id === id);
    if (found === undefined || found === null || found.isDeleted) throw unknownMessage();
    return found;
  }

  function edit(request: RestRequest, message: StoredMessage): object {
    const body = request.body as MessageBody;
    const wasThinking = isThinking(message);
    const previous = message;
    request.judge(judgeMessage(body, { files: request.files.size, previous, mayBeEphemeral: true }));
    const { channel, attachments: kept } = message;
    const flags = editedFlags(message, body);
    const attachmentOf = attachmentsOf(world, request, channel);
    store.edit(message, { ...contentsOf(world, body, { channel, attachmentOf, kept }), flags }, wasThinking);
    return messagePayload(world, message);
  }

  function followUp(request: RestRequest): object {
    const interaction = interactionOf(request);
    const { original, channel, user, origin, followUps } = interaction;
    // While the first answer is awaited, a follow-up becomes it.
    if (original !== null && isThinking(original) && !original.isDeleted) return edit(request, original);
    const body = request.body as MessageBody;
    request.judge(judgeMessage(body, { files: request.files.size, previous: null, mayBeEphemeral: true }));
    const flags = (body.flags ?? 0) & settableFlags;
    const message = store.create({
      channel,
      author: world.bot,
      origin,
      reference: original,
      flags,
      onlyFor: (flags & MessageFlags.Ephemeral) === 0 ? null : user.id,
      ...contentsOf(world, body, { channel, attachmentOf: attachmentsOf(world, request, channel) }),
    });
    followUps.push(message);
    return messagePayload(world, message);
  }

  const base = '/webhooks/{webhook_id}/{webhook_token}';
  const common = { authorization: 'path', limit: { requests: 5, windowMs: 2000 } } as const;
  const messages = [`${base}/messages/@original`, `${base}/messages/{message_id}`].flatMap((path): RestRoute[] => [
    {
      ...common,
      method: 'GET',
      path,
      query: ['thread_id'],
      gives: 'MessageResponse',
      handle: (request) => ({ body: messagePayload(world, messageOf(request)) }),
    },
    {
      ...common,
      method: 'PATCH',
      path,
      query: ['thread_id', 'with_components'],
      takes: 'IncomingWebhookUpdateRequestPartial',
      gives: 'MessageResponse',
      handle: (request) => ({ body: edit(request, messageOf(request)) }),
    },
    {
      ...common,
      method: 'DELETE',
      path,
      query: ['thread_id'],
      handle(request) {
        store.remove(messageOf(request));
        return {};
      },
    },
  ]);

  return [
    ...messages,
    {
      ...common,
      method: 'POST',
      path: base,
      query: ['wait', 'thread_id', 'with_components'],
      takes: 'IncomingWebhookRequestPartial',
      gives: 'MessageResponse',
      handle: (request) => ({ body: followUp(request) }),
    },
  ];
}
