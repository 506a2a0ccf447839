import { describe, expect, it } from 'vitest';
import { checkRestApi } from '#src/discord/connection/check-rest-api.js';
import { createClient } from '#src/discord/connection/client.js';
import { ConfigError } from '#src/errors.js';

describe('the address that stands in for Discord', () => {
  it.each([
    ['http://127.0.0.1:4180/api', 'http://127.0.0.1:4180/api'],
    ['http://localhost:4180/api', 'http://localhost:4180/api'],
    ['http://[::1]:4180/api', 'http://[::1]:4180/api'],
    ['http://127.0.0.1:4180/api/', 'http://127.0.0.1:4180/api'],
    [' http://127.0.0.1:4180/api ', 'http://127.0.0.1:4180/api'],
  ])('may be %s', (value, address) => {
    expect(checkRestApi(value)).toBe(address);
  });

  it.each([
    'https://discord.com/api',
    'http://example.org/api',
    'http://127.0.0.1.example.org/api',
    'http://127.0.0.1@example.org/api',
    'http://localhost.example.org:4180/api',
    'http://user:secret@127.0.0.1:4180/api',
    'http://0.0.0.0:4180/api',
    'http://192.168.0.2:4180/api',
    'http://[::ffff:10.0.0.1]:4180/api',
    'https://127.0.0.1:4180/api',
    'file:///127.0.0.1/api',
    'http://127.0.0.1:4180/api?to=example.org',
    'http://127.0.0.1:4180/api#there',
    '127.0.0.1:4180/api',
    '',
  ])('may not be "%s"', (value) => {
    expect(() => checkRestApi(value)).toThrow(ConfigError);
    expect(() => checkRestApi(value)).toThrow(/DISCORD_REST_API/u);
  });

  it('is not repeated in the error, since it may hold a password', () => {
    expect(() => checkRestApi('http://user:hunter2@example.org/api')).toThrow(
      expect.not.objectContaining({ message: expect.stringContaining('hunter2') }),
    );
  });

  it('is checked again where the client is made', () => {
    expect(() => createClient({ restApi: 'http://example.org/api' })).toThrow(ConfigError);
  });
});
