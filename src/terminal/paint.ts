import picocolors from 'picocolors';

/** Marks stretches of text; every function gives its text back unchanged when colours are off. */
export interface Paint {
  bold(text: string): string;
  dim(text: string): string;
  good(text: string): string;
  caution(text: string): string;
}

/** Whether the environment allows colours at all: `NO_COLOR` and `TERM=dumb` forbid them. */
export const coloursAllowed = picocolors.isColorSupported;

export function createPaint(enabled: boolean): Paint {
  const { bold, dim, green, yellow } = picocolors.createColors(enabled);
  return { bold, dim, good: green, caution: yellow };
}
