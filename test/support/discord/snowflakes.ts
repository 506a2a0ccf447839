/** 2015-01-01, where Discord's ids begin. */
const discordEpochMs = 1_420_070_400_000;
/** Servers, users and channels of the double were founded in the year after 2021-01-01. */
const foundingMs = 1_609_459_200_000;
const yearMs = 31_536_000_000;

export interface Snowflakes {
  /** An id of this moment; each is larger than the one before. */
  next(): string;
  /** An id of something old: the same ones in the same order for the same seed. */
  founded(): string;
  /** `length` characters of base64url, the same ones in the same order for the same seed. */
  secret(length: number): string;
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

const idAt = (ms: number): bigint => BigInt(Math.floor(ms - discordEpochMs)) << 22n;

/** Ids as Discord makes them: milliseconds since 2015 in the upper 42 bits. */
export function createSnowflakes(seed: number): Snowflakes {
  let state = seed >>> 0;
  let last = 0n;

  // mulberry32: small, and good enough to keep ids apart.
  function random(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  return {
    next() {
      const now = idAt(Date.now());
      last = now > last ? now : last + 1n;
      return last.toString();
    },
    founded: () => (idAt(foundingMs + random() * yearMs) + BigInt(Math.floor(random() * 2 ** 22))).toString(),
    secret: (length) => Array.from({ length }, () => alphabet[Math.floor(random() * alphabet.length)]).join(''),
  };
}
