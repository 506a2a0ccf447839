import type { OutgoingMessage } from '#src/discord/writing/outgoing-message.js';
import { type MarkdownNode, marksOf, plainTextOf, readMarkdown } from './discord-markdown.js';

/** Everything of a message that Discord reads as markdown, in the order in which it is shown. */
export function markdownOf({ content, embeds }: OutgoingMessage): readonly string[] {
  return [
    content,
    ...embeds.flatMap(({ title, description, fields }) => [
      title,
      description,
      ...(fields ?? []).flatMap(({ name, value }) => [name, value]),
    ]),
  ].filter((text): text is string => text !== undefined && text !== '');
}

function nodesOf(messages: readonly OutgoingMessage[]): readonly (readonly MarkdownNode[])[] {
  return messages.flatMap((message) => markdownOf(message).map(readMarkdown));
}

/** What a reader sees of some messages, a line a line, buttons left out. */
export function shownText(messages: readonly OutgoingMessage[]): string {
  return messages
    .flatMap((message) => [
      ...markdownOf(message).map((markdown) => plainTextOf(readMarkdown(markdown))),
      ...message.embeds.map(({ footer }) => footer?.text ?? ''),
    ])
    .filter((text) => text !== '')
    .join('\n');
}

/** What stands outside of every block quote, where only code draws. */
export function textOutsideQuotes(messages: readonly OutgoingMessage[]): string {
  return nodesOf(messages)
    .map((nodes) => plainTextOf(nodes.filter(({ kind }) => kind !== 'quote')))
    .join('\n');
}

export function shownMarks(messages: readonly OutgoingMessage[]): ReturnType<typeof marksOf> {
  return nodesOf(messages).flatMap((nodes) => marksOf(nodes));
}

/** Labels or emoji of all buttons, in order; those that cannot be pressed in parentheses. */
export function shownButtons(messages: readonly OutgoingMessage[]): readonly string[] {
  return messages.flatMap(({ components }) =>
    components.flatMap((row) =>
      row.components.map((button) => {
        const label = 'label' in button ? button.label : undefined;
        const emoji = 'emoji' in button ? button.emoji?.name : undefined;
        const face = label ?? emoji ?? '';
        return button.disabled === true ? `(${face})` : face;
      }),
    ),
  );
}
