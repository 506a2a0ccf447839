import { PermissionFlagsBits } from 'discord-api-types/v10';
import { attachmentsOf } from './attachments.js';
import { channelOf, requirePermission, requireSending } from './bot-channels.js';
import { DiscordError, unknownMessage } from './discord-error.js';
import { judgeMessage } from './judge-message.js';
import type { MessageBody } from './message-body.js';
import { contentsOf, editedFlags } from './message-contents.js';
import { messagePage } from './message-page.js';
import { messagePayload } from './message-payload.js';
import type { MessageStore } from './message-store.js';
import { mayIn } from './permissions.js';
import { postMessage } from './post-message.js';
import type { RestRequest, RestRoute } from './rest-route.js';
import type { StoredMessage } from './stored-message.js';
import type { World } from './world.js';

const messages = '/channels/{channel_id}/messages';
const writing = { authorization: 'bot', limit: { requests: 5, windowMs: 5000 } } as const;
const reading = { method: 'GET', authorization: 'bot', limit: { requests: 50, windowMs: 1000 } } as const;

/** Everything under `/channels/{channel_id}/messages`, and typing. */
export function messageRoutes(world: World, store: MessageStore, announce: () => void): readonly RestRoute[] {
  function messageOf(request: RestRequest): StoredMessage {
    const message = store.find(channelOf(world, request), request.part('message_id'));
    if (message === undefined) throw unknownMessage();
    return message;
  }

  function edit(request: RestRequest): StoredMessage {
    const message = messageOf(request);
    const { channel, reference, attachments: kept } = message;
    const body = request.body as MessageBody;
    if (message.author !== world.bot) {
      throw new DiscordError(403, 50_005, 'Cannot edit a message authored by another user');
    }
    request.judge(judgeMessage(body, { files: request.files.size, previous: message, mayBeEphemeral: false }));
    const attachmentOf = attachmentsOf(world, request, channel);
    const contents = contentsOf(world, body, { channel, reference, attachmentOf, kept });
    store.edit(message, { ...contents, flags: editedFlags(message, body) });
    return message;
  }

  function remove(request: RestRequest): void {
    const message = messageOf(request);
    const isOwn = message.author === world.bot;
    if (!isOwn) requirePermission(world, message.channel, PermissionFlagsBits.ManageMessages);
    store.remove(message);
  }

  function list(request: RestRequest): readonly StoredMessage[] {
    const channel = channelOf(world, request);
    return mayIn(channel, world.bot.id, PermissionFlagsBits.ReadMessageHistory)
      ? messagePage(channel, request.query)
      : [];
  }

  function type(request: RestRequest): void {
    const channel = channelOf(world, request);
    requireSending(world, channel, {});
    channel.typing.push(Date.now());
    announce();
  }

  const one = `${messages}/{message_id}`;
  const payload = (message: StoredMessage): object => messagePayload(world, message);
  return [
    {
      ...writing,
      method: 'POST',
      path: messages,
      takes: 'MessageCreateRequest',
      gives: 'MessageResponse',
      handle: (request) => ({ body: payload(postMessage(world, store, request)) }),
    },
    {
      ...reading,
      path: messages,
      query: ['limit', 'before', 'after', 'around'],
      gives: 'MessageResponse',
      handle: (request) => ({ body: list(request).map(payload) }),
    },
    { ...reading, path: one, gives: 'MessageResponse', handle: (request) => ({ body: payload(messageOf(request)) }) },
    {
      ...writing,
      method: 'PATCH',
      path: one,
      takes: 'MessageEditRequestPartial',
      gives: 'MessageResponse',
      handle: (request) => ({ body: payload(edit(request)) }),
    },
    {
      ...writing,
      method: 'DELETE',
      path: one,
      limit: { requests: 5, windowMs: 1000 },
      handle(request) {
        remove(request);
        return {};
      },
    },
    {
      ...writing,
      method: 'POST',
      path: '/channels/{channel_id}/typing',
      handle(request) {
        type(request);
        return {};
      },
    },
  ];
}
