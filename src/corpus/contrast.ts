/** A colour, each part from 0 to 255. */
export type Colour = readonly [red: number, green: number, blue: number];

export const white: Colour = [255, 255, 255];

const partOf = (digits = ''): number => Number.parseInt(digits.length === 1 ? digits + digits : digits, 16);

/** A colour written as `#rrggbb`, `rrggbb` or `#rgb`; `undefined` for anything else. */
export function colourOf(written: string): Colour | undefined {
  const short = /^#([\da-f])([\da-f])([\da-f])$/iu.exec(written);
  const found = /^#?([\da-f]{2})([\da-f]{2})([\da-f]{2})$/iu.exec(written) ?? short;
  return found === null ? undefined : [partOf(found[1]), partOf(found[2]), partOf(found[3])];
}

function linear(part: number): number {
  const share = part / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}

/** Relative luminance as WCAG 2 defines it, 0 for black to 1 for white. */
const luminance = ([red, green, blue]: Colour): number =>
  0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);

// WCAG asks 4.5 of a text to be read with ease. Below this nobody sees that there is one: #EBEBEB on white has 1.19, the
// palest watermark people print about 1.3.
const leastContrast = 1.2;

/** Whether a reader sees letters of one colour on another. */
export function isSeenOn(letters: Colour, ground: Colour): boolean {
  const [one, other] = [luminance(letters), luminance(ground)];
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05) >= leastContrast;
}
