import { DiscordAPIError, DiscordjsError, DiscordjsErrorCodes, HTTPError, RateLimitError } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { type DiscordErrorAction, discordErrorAction } from '#src/discord/connection/error-table.js';
import { TooManyRefusals } from '#src/discord/connection/too-many-refusals.js';

function apiError(code: number, status: number): DiscordAPIError {
  return new DiscordAPIError({ code, message: 'said Discord' }, code, status, 'POST', 'http://127.0.0.1/x', {});
}

function httpError(status: number): HTTPError {
  return new HTTPError(status, 'said a server', 'POST', 'http://127.0.0.1/x', {});
}

function systemError(code: string): Error {
  return Object.assign(new Error(code), { code });
}

const rateLimit = new RateLimitError({
  timeToReset: 40_000,
  limit: 5,
  method: 'POST',
  hash: 'hash',
  url: 'http://127.0.0.1/x',
  route: '/channels/:id/messages',
  majorParameter: '1',
  global: false,
  retryAfter: 40_000,
  sublimitTimeout: 0,
  scope: 'user',
});

// discord.js declares the constructor for itself alone.
const wrongUse: unknown = Reflect.construct(DiscordjsError, [DiscordjsErrorCodes.InteractionNotReplied]);
const noToken: unknown = Reflect.construct(DiscordjsError, [DiscordjsErrorCodes.TokenInvalid]);

const table: readonly (readonly [string, unknown, DiscordErrorAction['do']])[] = [
  ['10003 (unknown channel)', apiError(10003, 404), 'drop'],
  ['10008 (unknown message)', apiError(10008, 404), 'drop'],
  ['10015 (unknown webhook)', apiError(10015, 404), 'drop'],
  ['10062 (unknown interaction)', apiError(10062, 404), 'drop'],
  ['40060 (already acknowledged)', apiError(40060, 400), 'warn'],
  ['50001 (missing access)', apiError(50001, 403), 'mute-channel'],
  ['50013 (missing permissions)', apiError(50013, 403), 'mute-channel'],
  ['160002 (cannot read history)', apiError(160002, 400), 'mute-channel'],
  ['160005 (thread locked)', apiError(160005, 403), 'drop'],
  ['50083 (thread archived)', apiError(50083, 400), 'drop'],
  ['50007 (closed direct messages)', apiError(50007, 403), 'drop'],
  ['50278 (no server in common)', apiError(50278, 403), 'drop'],
  ['50006 (empty message)', apiError(50006, 400), 'alert'],
  ['50035 (invalid form body)', apiError(50035, 400), 'alert'],
  ['130000 (overloaded)', apiError(130000, 503), 'retry-later'],
  ['50027 (an old interaction) although its status is 401', apiError(50027, 401), 'drop'],
  ['401', apiError(0, 401), 'exit'],
  ['a token that is none', noToken, 'exit'],
  [
    'a token that discord.js forgot',
    new Error('Expected token to be set for this request, but none was present'),
    'exit',
  ],
  ['a wait for a rate limit that is too long', rateLimit, 'retry-later'],
  ['refusals again and again', new TooManyRefusals(5), 'retry-later'],
  ['429', httpError(429), 'retry-later'],
  ['500', httpError(500), 'retry-later'],
  ['502', httpError(502), 'retry-later'],
  ['503', httpError(503), 'retry-later'],
  ['a time-out', new DOMException('This operation was aborted', 'AbortError'), 'retry-later'],
  ['a refused port', systemError('ECONNREFUSED'), 'retry-later'],
  ['a broken connection', systemError('ECONNRESET'), 'retry-later'],
  ['a connection that the other side closed', systemError('UND_ERR_SOCKET'), 'retry-later'],
  ['a name that is not found', systemError('ENOTFOUND'), 'retry-later'],
  ['a name server that is out of reach', systemError('EAI_AGAIN'), 'retry-later'],
  ['a missing network', systemError('ENETUNREACH'), 'retry-later'],
  ['a missing file', systemError('ENOENT'), 'alert'],
  ['a wrong use of discord.js', wrongUse, 'alert'],
  ['a code that nobody foresaw', apiError(99999, 400), 'alert'],
  ['403 without a code', apiError(0, 403), 'alert'],
  ['any other error', new TypeError('x is not a function'), 'alert'],
  ['what is no error', 'thrown text', 'alert'],
  ['nothing', undefined, 'alert'],
];

describe('an error of Discord', () => {
  it.each(table)('%s', (_, error, action) => {
    const found = discordErrorAction(error);
    expect(found.do).toBe(action);
    expect(found.because).not.toBe('');
  });

  it('is never explained with what the error itself holds', () => {
    for (const [, error] of table) expect(discordErrorAction(error).because).not.toMatch(/127\.0\.0\.1|said/u);
  });
});
