import type { Statement, StatementWord } from './statement.js';

/** Cosine of two words as an encoder reads each in its sentence, -1 to 1; `undefined` where it has read either not. */
export function nearnessIn(
  { claim, word }: { readonly claim: StatementWord; readonly word: StatementWord },
  [own, other]: readonly [Statement, Statement],
): number | undefined {
  // An unknown word with a capital is a name, and no other comes near to it.
  const isCapital = [[claim, own] as const, [word, other] as const].some(([{ token, row }, { tokens }]) => {
    const read = tokens[token];
    return read !== undefined && read.shape !== 'lower' && (!read.opens || row < 0);
  });
  if (isCapital && claim.term !== word.term) return undefined;
  const one = own.states?.[claim.token];
  const two = other.states?.[word.token];
  // Two words that are one verb have a state each, and none together.
  const isPhrase = [[claim, own] as const, [word, other] as const].some(
    ([{ token, end }, { tokens }]) => (tokens[token]?.end ?? end) < end,
  );
  if (one === undefined || two === undefined || isPhrase) return undefined;
  let sum = 0;
  let isRead = false;
  for (let i = 0; i < one.length; i++) {
    sum += (one[i] as number) * (two[i] as number);
    isRead ||= one[i] !== 0;
  }
  return isRead ? sum : undefined;
}
