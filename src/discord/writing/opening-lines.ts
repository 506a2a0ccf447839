import { excerpt } from './excerpt.js';
import type { ShowRoom } from './fit-messages.js';
import type { ShowOptions } from './show-options.js';

const asked = '**Asked:** ';

/** Whether a message begins with what was asked. */
export function opensWithQuestion(content: string): boolean {
  return content.startsWith(asked);
}

/** What was asked, in lines that begin with a word of ours, so that no question can pass for a source. */
export function openingLines(
  { echo, understoodAs }: Pick<ShowOptions, 'echo' | 'understoodAs'>,
  room: ShowRoom,
): readonly string[] {
  const shown = (text: string): string => `“${excerpt(text, { longest: room.echo }).markdown}”`;
  return [
    ...(echo === null ? [] : [`${asked}${shown(echo)}`]),
    ...(understoodAs === null ? [] : [`-# Understood as: ${shown(understoodAs)}`]),
  ];
}
