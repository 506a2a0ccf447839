import { MessageFlags, PermissionFlagsBits } from 'discord-api-types/v10';
import { attachmentsOf } from './attachments.js';
import { channelOf, requireSending } from './bot-channels.js';
import { DiscordError, invalidForm } from './discord-error.js';
import { judgeMessage } from './judge-message.js';
import type { MessageBody } from './message-body.js';
import { contentsOf, settableFlags } from './message-contents.js';
import type { MessageStore } from './message-store.js';
import { mayIn } from './permissions.js';
import type { RestRequest } from './rest-route.js';
import type { StoredMessage } from './stored-message.js';
import type { World, WorldChannel } from './world.js';

/** How long Discord remembers a nonce. */
const nonceMs = 5 * 60_000;

/** The message a body replies to; `null` when it replies to none, or to one that is gone and that is allowed. */
function referenceOf(
  world: World,
  store: MessageStore,
  channel: WorldChannel,
  { message_reference: given }: MessageBody,
): StoredMessage | null {
  if (given === undefined || given === null) return null;
  if (!mayIn(channel, world.bot.id, PermissionFlagsBits.ReadMessageHistory)) {
    throw new DiscordError(403, 160_002, 'Cannot reply without permission to read message history');
  }
  const found = store.find(channel, given.message_id);
  if (found === undefined && given.fail_if_not_exists !== false) {
    throw invalidForm('message_reference', 'MESSAGE_REFERENCE_UNKNOWN_MESSAGE', 'Unknown message');
  }
  return found ?? null;
}

/** The message that the bot sent with the same nonce a moment ago. */
function sameNonce(world: World, { messages }: WorldChannel, body: MessageBody): StoredMessage | undefined {
  const { nonce, enforce_nonce: isEnforced } = body;
  if (isEnforced !== true || nonce === undefined || nonce === null) return undefined;
  const since = Date.now() - nonceMs;
  return messages.find(
    (message) => message.author === world.bot && message.nonce === nonce && message.createdAtMs > since,
  );
}

/** Create Message, and the message it came to. @throws DiscordError when Discord refuses. */
export function postMessage(world: World, store: MessageStore, request: RestRequest): StoredMessage {
  const channel = channelOf(world, request);
  const body = request.body as MessageBody;
  requireSending(world, channel, body);
  request.judge(judgeMessage(body, { files: request.files.size, previous: null, mayBeEphemeral: false }));
  const reference = referenceOf(world, store, channel, body);
  const repeated = sameNonce(world, channel, body);
  if (repeated !== undefined) return repeated;
  return store.create({
    channel,
    author: world.bot,
    reference,
    nonce: body.nonce ?? undefined,
    flags: (body.flags ?? 0) & settableFlags & ~MessageFlags.Ephemeral,
    ...contentsOf(world, body, { channel, reference, attachmentOf: attachmentsOf(world, request, channel) }),
  });
}
