/** Markdown that stays together: a quote with its marks, a list line, a link. */
export interface Block {
  readonly text: string;
  /** True when only a line break, and no empty line, stands between it and the block before. */
  readonly isTight?: boolean;
}

/**
 * Blocks as as few texts as keep each to `limit` UTF-16 units; a text ends only where a block does.
 *
 * @throws RangeError when one block alone is longer than `limit`: whoever made it has to shorten it.
 */
export function packBlocks(blocks: readonly Block[], limit: number): readonly string[] {
  const texts: string[] = [];
  let current: string | null = null;
  for (const { text, isTight = false } of blocks) {
    if (text.length > limit)
      throw new RangeError(`A block of ${text.length} characters is over the limit of ${limit}.`);
    const longer: string = current === null ? text : `${current}${isTight ? '\n' : '\n\n'}${text}`;
    if (current !== null && longer.length > limit) {
      texts.push(current);
      current = text;
    } else {
      current = longer;
    }
  }
  return current === null ? texts : [...texts, current];
}
