import type { WordToken } from '../language/word-tokens.js';
import { isNegation } from './negation.js';

/** Words that take something back, leave it out or call it untrue, besides those that negate. */
const denying: ReadonlySet<string> = new Set(
  `without except excluding exclude excludes excluded neither nor none nobody nothing hardly barely rarely only instead
  rather fail fails failed failing failure refuse refuses refused refusing refusal lack lacks lacked lacking deny denies
  denied reject rejects rejected rejecting ignore ignores ignored ignoring avoid avoids avoided avoiding unlike despite
  fewer less`.split(/\s+/),
);
const denyingBeginning = /^(?:incorrect|false|wrong|decreas|reduc|declin|(?:mis|un|dis)\p{L}{5})/u;

/** True when a word speaks of what is not, is no more or is wrong: "without", "fails", "misinforms", "not". */
export function isDenying(tokens: readonly WordToken[], at: number): boolean {
  const lower = tokens[at]?.lower ?? '';
  return denying.has(lower) || denyingBeginning.test(lower) || isNegation(tokens, at);
}
