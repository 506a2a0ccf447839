import { english } from '#src/discord/wording/english.js';
import type { ShowOptions } from '#src/discord/writing/show-options.js';

/** Options for showing a result that nothing is special about. */
export function shownIn(layout: ShowOptions['layout'], more: Partial<ShowOptions> = {}): ShowOptions {
  return { record: 'K3fq0Zp81LmN', isPrivate: false, echo: null, understoodAs: null, layout, words: english, ...more };
}
