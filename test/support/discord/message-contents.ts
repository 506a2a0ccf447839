import { AllowedMentionsTypes, type APIAttachment, MessageFlags } from 'discord-api-types/v10';
import { componentPayloads } from './component-payload.js';
import { embedPayload } from './embed-payload.js';
import type { MessageBody } from './message-body.js';
import type { MessageContents } from './message-store.js';
import type { StoredMessage } from './stored-message.js';
import type { World, WorldChannel, WorldUser } from './world.js';

/** The users that a text names with `<@…>`, each once. */
export function usersNamed(world: World, content: string): readonly WorldUser[] {
  const ids = [...content.matchAll(/<@!?([0-9]+)>/gu)].map(([, id = '']) => id);
  return [...new Set(ids)].flatMap((id) => world.users.get(id) ?? []);
}

/** Whom the bot's text pings, which `allowed_mentions` decides. */
function pinged(world: World, body: MessageBody, reference: StoredMessage | null): readonly WorldUser[] {
  const allowed = body.allowed_mentions;
  const { parse = [], users = [] } = allowed ?? { parse: [AllowedMentionsTypes.User] };
  const named = usersNamed(world, body.content ?? '').filter(
    ({ id }) => parse.includes(AllowedMentionsTypes.User) || users.includes(id),
  );
  const pingsAuthor = reference !== null && (allowed === undefined || allowed?.replied_user === true);
  return pingsAuthor && !named.includes(reference.author) ? [...named, reference.author] : named;
}

/** A file that came with a request, as an attachment. */
export type AttachmentOf = (id: string) => APIAttachment | undefined;

/** What a body makes of a message: only what it speaks of, so that an edit keeps the rest. */
export function contentsOf(
  world: World,
  body: MessageBody,
  {
    channel,
    reference = null,
    attachmentOf = () => undefined,
    kept = [],
  }: {
    readonly channel: WorldChannel;
    readonly reference?: StoredMessage | null;
    readonly attachmentOf?: AttachmentOf;
    /** Attachments that the message has already. */
    readonly kept?: readonly APIAttachment[];
  },
): Partial<MessageContents> {
  const { content, embeds, components, attachments } = body;
  const parse =
    body.allowed_mentions === undefined ? [AllowedMentionsTypes.Everyone] : (body.allowed_mentions?.parse ?? []);
  return {
    ...(content === undefined
      ? {}
      : {
          content: (content ?? '').trim(),
          mentions: pinged(world, body, reference),
          mentionsEveryone:
            channel.guild !== null &&
            /@everyone|@here/u.test(content ?? '') &&
            parse.includes(AllowedMentionsTypes.Everyone),
        }),
    ...(content === undefined && reference !== null ? { mentions: pinged(world, body, reference) } : {}),
    ...(embeds === undefined ? {} : { embeds: (embeds ?? []).map(embedPayload) }),
    ...(components === undefined ? {} : { components: componentPayloads(components ?? [], world.ids.next) }),
    ...(attachments === undefined
      ? {}
      : {
          attachments: (attachments ?? []).flatMap(
            ({ id }) => attachmentOf(String(id)) ?? kept.find((attachment) => attachment.id === String(id)) ?? [],
          ),
        }),
  };
}

/** The flags of a message after an edit, which may hide its embeds or turn it to components; nothing else. */
export function editedFlags({ flags: before }: Pick<StoredMessage, 'flags'>, { flags }: MessageBody): number {
  if (flags === undefined || flags === null) return before;
  const { SuppressEmbeds, IsComponentsV2 } = MessageFlags;
  return (before & ~SuppressEmbeds) | (flags & (SuppressEmbeds | IsComponentsV2));
}

/** The flags that a bot may set itself. */
export const settableFlags =
  MessageFlags.SuppressEmbeds |
  MessageFlags.SuppressNotifications |
  MessageFlags.IsComponentsV2 |
  MessageFlags.Ephemeral;
