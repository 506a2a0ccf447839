/* What orders of the kind "encode your answer" make of a sentence. */

type Turn = (sentence: string) => string;

function lettersBy(replace: (letter: string) => string): Turn {
  return (sentence) => sentence.replaceAll(/[A-Za-z]/gu, replace);
}

export function shifted(by: number): Turn {
  return lettersBy((letter) => {
    const base = letter < 'a' ? 65 : 97;
    return String.fromCharCode(((letter.charCodeAt(0) - base + by) % 26) + base);
  });
}

function mapped(signs: Readonly<Record<string, string>>): Turn {
  return lettersBy((letter) => signs[letter.toLowerCase()] ?? letter);
}

function eachWord(change: (word: string, index: number) => string): Turn {
  return (sentence) => sentence.split(' ').map(change).join(' ');
}

const backward: Turn = (sentence) => [...sentence].toReversed().join('');
/** The middle of a word turned about, as a typing error would. */
const jumbled = (word: string): string =>
  word.length < 4 ? word : `${word[0]}${backward(word.slice(1, -1))}${word.at(-1)}`;

const inBase58: Turn = (sentence) => {
  const digits = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
  let value = BigInt(`0x${Buffer.from(sentence).toString('hex')}`);
  let text = '';
  for (; value > 0n; value /= 58n) text = `${digits[Number(value % 58n)]}${text}`;
  return text;
};

const inBase32: Turn = (sentence) => {
  const bits = [...Buffer.from(sentence)].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,5}/gu) ?? [])
    .map((five) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'[Number.parseInt(five.padEnd(5, '0'), 2)])
    .join('');
};

export const turned = {
  backward,
  wordsBackward: (sentence: string) => sentence.split(' ').toReversed().join(' '),
  base16: (sentence: string) => Buffer.from(sentence).toString('hex'),
  base32: inBase32,
  base58: inBase58,
  base64: (sentence: string) => Buffer.from(sentence).toString('base64'),
  symbols: mapped({ a: '@', b: '&', e: '#', i: '$', o: '%', u: '&', s: '$' }),
  vowelNumbers: mapped({ a: '1', e: '2', i: '3', o: '4', u: '5' }),
  letterNumbers: (sentence: string) =>
    sentence
      .toLowerCase()
      .replaceAll(/[a-z]/gu, (letter) => `${letter.charCodeAt(0) - 96}-`)
      .replaceAll(/-(?![0-9])/gu, ''),
  withoutSpaces: (sentence: string) => sentence.replaceAll(/[\s.,]+/gu, ''),
  inThrees: (sentence: string) => (sentence.replaceAll(/\s+/gu, '').match(/.{1,3}/gu) ?? []).join(' '),
  misspelt: eachWord(jumbled),
  misspeltFourth: eachWord((word, index) => (index % 4 === 3 ? jumbled(word) : word)),
  anagrams: eachWord((word) => [...word].toSorted().join('')),
  anagramThird: eachWord((word, index) => (index % 3 === 2 ? [...word].toSorted().join('') : word)),
  emojis: (sentence: string) => sentence.replaceAll(/\S+/gu, '💰'),
  someEmojis: eachWord((word, index) => (index % 2 === 1 ? '💳' : word)),
} satisfies Readonly<Record<string, Turn>>;
