import { type APIEmbed, type APIMessageTopLevelComponent, ComponentType } from 'discord-api-types/v10';
import { type AnyComponent, everyComponent } from './every-component.js';
import type { StoredMessage } from './stored-message.js';

/** A message as it stood on somebody's screen when it was looked at; look again to see a later edit. */
export interface SeenMessage {
  readonly id: string;
  readonly channelId: string;
  /** The user name of who wrote it. */
  readonly author: string;
  readonly content: string;
  readonly embeds: readonly APIEmbed[];
  readonly components: readonly APIMessageTopLevelComponent[];
  readonly flags: number;
  /** The id of the message it replies to. */
  readonly reference: string | null;
  readonly isEphemeral: boolean;
  /** Everything a reader reads, in order: content, embeds with their fields, text displays. Parts are joined by a line break. */
  readonly text: string;
  /** The label of each button, or its emoji where it has no label, in order. */
  readonly buttons: readonly string[];
  readonly edits: number;
  /** Names of attached files. */
  readonly files: readonly string[];
  /** Where each of them can be fetched. */
  readonly fileUrls: readonly string[];
}

interface Face {
  readonly label?: string | null;
  readonly emoji?: { readonly name?: string | null } | null;
}

/** What is written on a button: label, and emoji. */
export function faceOf(component: AnyComponent): { readonly label: string; readonly emoji: string } {
  const { label, emoji } = component as Face;
  return { label: label ?? '', emoji: emoji?.name ?? '' };
}

function embedText({ author, title, description, fields = [], footer }: APIEmbed): readonly (string | undefined)[] {
  return [author?.name, title, description, ...fields.flatMap(({ name, value }) => [name, value]), footer?.text];
}

function textOf({ content, embeds, components }: StoredMessage): string {
  const displays = everyComponent(components)
    .filter(({ component }) => component.type === ComponentType.TextDisplay)
    .map(({ component }) => component.content);
  const parts = [content, ...embeds.flatMap(embedText), ...displays];
  return parts.filter((part): part is string => part !== undefined && part !== '').join('\n');
}

export function seenMessage(message: StoredMessage): SeenMessage {
  const { id, channel, author, content, embeds, components, flags, reference, onlyFor, edits, attachments } = message;
  return {
    id,
    channelId: channel.id,
    author: author.username,
    content,
    embeds: structuredClone(embeds),
    components: structuredClone(components),
    flags,
    reference: reference?.id ?? null,
    isEphemeral: onlyFor !== null,
    text: textOf(message),
    buttons: everyComponent(components)
      .filter(({ component }) => component.type === ComponentType.Button)
      .map(({ component }) => faceOf(component))
      .map(({ label, emoji }) => (label === '' ? emoji : label)),
    edits,
    files: attachments.map(({ filename }) => filename),
    fileUrls: attachments.map(({ url }) => url),
  };
}
