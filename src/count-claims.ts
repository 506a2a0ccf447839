import { readMessage } from './verifying/claims.js';

/** How many claims `check` would find in what somebody said, those included that it would only count. */
export function countClaims(text: string): number {
  const { claims, omitted } = readMessage(text);
  return claims.length + omitted;
}
