import { ConfigError } from '../../errors.js';
import { loopbackAddress } from '../../loopback-address.js';

/**
 * The address of a REST API that stands in for Discord's, without a slash at its end. The bot's token goes there, so
 * that nothing but this machine is accepted.
 *
 * @param value `http://127.0.0.1:PORT/api`, or the same with `localhost` or `[::1]`
 * @throws ConfigError naming DISCORD_REST_API; it does not repeat the value
 */
export function checkRestApi(value: string): string {
  const url = loopbackAddress(value);
  if (url === null) {
    throw new ConfigError(
      'DISCORD_REST_API is not an address of this machine, and the token goes there.',
      'Remove it to use Discord, or for a test use http://127.0.0.1:PORT/api.',
    );
  }
  return url.href.replace(/\/+$/u, '');
}
