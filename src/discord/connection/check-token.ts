import { tokenRefused } from './gateway-refusal.js';

/**
 * The token as discord.js takes it: without the `Bot ` that stands before it in a header.
 * @throws ConnectionRefused when it cannot be one: a header would not carry it
 */
export function checkToken(token: string): string {
  const bare = token.trim().replace(/^(?:Bot|Bearer)\s+/iu, '');
  if (!/^[\x21-\x7e]+$/u.test(bare)) throw tokenRefused();
  return bare;
}
