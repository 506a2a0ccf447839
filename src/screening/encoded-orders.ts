import type { OrderSign } from './order-sign.js';
import { plainWordsOf } from './plain-words.js';
import { readOrder } from './read-order.js';

// What is decoded at most of one stretch: an order is short, a picture is not.
const longestDecoded = 2_000;
const longestShown = 160;

interface Encoding {
  readonly name: string;
  readonly pattern: RegExp;
  decode(stretch: string): string;
}

const fromBytes = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

const encodings: readonly Encoding[] = [
  {
    name: 'hexadecimal',
    pattern: /(?<![0-9a-z])[0-9a-f]{40,}(?![0-9a-z])/giu,
    decode: (stretch) => fromBytes(Buffer.from(stretch, 'hex')),
  },
  {
    name: 'Base64',
    pattern: /[a-z0-9+/_-]{24,}/giu,
    decode: (stretch) => fromBytes(Buffer.from(stretch, 'base64')),
  },
  {
    name: 'percent signs',
    pattern: /(?:%[0-9a-f]{2}){12,}/giu,
    decode: (stretch) => fromBytes(Buffer.from(stretch.replaceAll('%', ''), 'hex')),
  },
];

/** Whether what came out is language: words with spaces between, nothing that is not written. */
function isReadable(text: string): boolean {
  if (/(?![\t\n\r])\p{Cc}|\ufffd/u.test(text)) return false;
  const letters = text.match(/[\p{L}\p{M} ]/gu)?.length ?? 0;
  return letters >= 0.85 * text.length && /\p{L}\s+\p{L}+\s+\p{L}/u.test(text);
}

/** Text in a piece that only a program can read; the gravest, with what it says. */
export function encodedOrderSign(piece: string): OrderSign | undefined {
  for (const { name, pattern, decode } of encodings) {
    for (const [stretch] of piece.matchAll(pattern)) {
      const decoded = decode(stretch.slice(0, longestDecoded));
      if (!isReadable(decoded)) continue;
      const order = readOrder(decoded, plainWordsOf(decoded));
      const shown = decoded
        .replaceAll(/[\s\p{Cc}\p{Cf}]+/gu, ' ')
        .trim()
        .slice(0, longestShown);
      return {
        severity: order === undefined || order.severity === 'low' ? 'medium' : 'high',
        explanation: `Written in ${name} it says “${shown}”.`,
      };
    }
  }
  return undefined;
}
