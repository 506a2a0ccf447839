import { excerpt } from './excerpt.js';
import type { ShowRoom } from './fit-messages.js';
import type { ShowOptions } from './show-options.js';

/** What was asked, in lines that begin with a word of ours, so that no question can pass for a source. */
export function openingLines(
  { echo, understoodAs }: Pick<ShowOptions, 'echo' | 'understoodAs'>,
  room: ShowRoom,
): readonly string[] {
  const shown = (text: string): string => `“${excerpt(text, { longest: room.echo }).markdown}”`;
  return [
    ...(echo === null ? [] : [`**Asked:** ${shown(echo)}`]),
    ...(understoodAs === null ? [] : [`-# Understood as: ${shown(understoodAs)}`]),
  ];
}
