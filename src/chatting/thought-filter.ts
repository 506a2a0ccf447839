/** Takes a model's text piece by piece, and gives back what is meant for a reader. */
export interface ThoughtFilter {
  /** What of this piece, and of what was held back before it, may be passed on. */
  read(piece: string): string;
  /** What was held back at the end because it might have begun a tag. */
  end(): string;
}

const openings = ['<think>', '<thinking>', '<reasoning>'] as const;
const closings = ['</think>', '</thinking>', '</reasoning>'] as const;
const tags: readonly string[] = [...openings, ...closings];
const longestTag = Math.max(...tags.map(({ length }) => length));

/** Whether a text could become one of the tags when more comes. */
function mayBegin(text: string, wanted: readonly string[]): boolean {
  return wanted.some((tag) => tag.length > text.length && tag.startsWith(text.toLowerCase()));
}

/**
 * Leaves out what a model thinks before it writes (`<think>…</think>`), however the text is cut into pieces. Thoughts that
 * never end take the rest with them; an end without a beginning, as some servers send it, is left out by itself.
 */
export function createThoughtFilter(): ThoughtFilter {
  let held = '';
  /** The tag that ends the thoughts that are being read. */
  let until: string | null = null;

  function take(): string {
    let shown = '';
    for (;;) {
      const at = held.indexOf('<');
      if (at === -1) {
        if (until === null) shown += held;
        held = '';
        return shown;
      }
      if (until === null) shown += held.slice(0, at);
      held = held.slice(at);
      const wanted = until === null ? tags : [until];
      const beginning = held.slice(0, longestTag).toLowerCase();
      const tag = wanted.find((known) => beginning.startsWith(known));
      if (tag === undefined) {
        if (mayBegin(held, wanted)) return shown;
        if (until === null) shown += '<';
        held = held.slice(1);
        continue;
      }
      held = held.slice(tag.length);
      const opened = openings.indexOf(tag as (typeof openings)[number]);
      until = opened === -1 ? null : (closings[opened] ?? null);
    }
  }

  return {
    read(piece) {
      held += piece;
      return take();
    },
    end() {
      const rest = until === null ? held : '';
      held = '';
      return rest;
    },
  };
}
