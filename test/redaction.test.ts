import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ParleyError } from '#src/errors.js';
import { describeError, redactSecrets } from '#src/redaction.js';

const base64Url = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'];
const letters = (minLength: number, maxLength: number): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(...base64Url), minLength, maxLength });
const snowflake = fc.bigInt({ min: 10n ** 17n, max: 10n ** 19n - 1n }).map(String);

const botToken = fc
  .tuple(letters(23, 28), letters(6, 7), letters(27, 38))
  .map(([id, time, signature]) => `${id}.${time}.${signature}`);
const interactionToken = fc
  .tuple(snowflake, letters(60, 150))
  .map(([id, random]) => Buffer.from(`interaction:${id}:${random}`).toString('base64').replaceAll('=', ''));
const webhookToken = letters(68, 68);
/** Any text, as keys of model providers may be, with quotes and line breaks in it. */
const anySecret = fc
  .string({ unit: 'grapheme', minLength: 8, maxLength: 40 })
  .filter((text) => !'[secret]'.includes(text));

const inSentence = (text: string): fc.Arbitrary<string> =>
  fc.tuple(fc.lorem(), fc.lorem()).map(([before, after]) => `${before} ${text} ${after}`);

const paths = (id: string, token: string): readonly string[] => [
  `/webhooks/${id}/${token}`,
  `/webhooks/${id}/${token}/messages/%40original`,
  `https://discord.com/api/v10/webhooks/${id}/${token}?wait=true`,
  `https://discord.com/api/v10/interactions/${id}/${token}/callback?with_response=false`,
  `{"url":"https:\\/\\/discord.com\\/api\\/webhooks\\/${id}\\/${token}"}`,
  `https%3A%2F%2Fdiscord.com%2Fapi%2Fwebhooks%2F${id}%2F${token}%2Fmessages`,
  `1f2e3d:${id}:${token}`,
];

/** Errors with the secret in one place each, as discord.js, Node and we ourselves would make them. */
function errorsWith(secret: string, url: string): readonly unknown[] {
  const body = { body: { content: `It says ${secret}.` }, files: undefined };
  const raw = { code: 50_035, message: 'Invalid Form Body' };
  const plain = new Error('It failed.');
  return [
    secret,
    new Error(`It failed: ${secret}`),
    new TypeError('fetch failed', { cause: new Error('refused', { cause: `at ${url}` }) }),
    new AggregateError([new Error(secret), { message: secret }], 'All of them failed.'),
    Object.assign(plain, { requestBody: body, options: { headers: { authorization: `Bot ${secret}` } }, secret }),
    Object.assign(new Error('It failed.'), { code: secret, name: secret, remedy: secret, stack: `Error\n at ${url}` }),
    new DiscordAPIError(raw, 50_035, 400, 'POST', url, body),
    new DiscordAPIError({ ...raw, message: `Not ${secret}` }, 50_035, 400, 'POST', url, body),
    new HTTPError(503, 'Service Unavailable', 'PATCH', url, body),
    new RateLimitError({
      timeToReset: 5_000,
      limit: 5,
      method: 'PATCH',
      hash: secret,
      url,
      route: '/webhooks/:id/:token',
      majorParameter: secret,
      global: false,
      retryAfter: 5_000,
      sublimitTimeout: 0,
      scope: 'user',
    }),
    { secret, nested: { deep: [secret] }, toString: () => secret, toJSON: () => secret },
    Object.assign(new Error('outer'), { cause: { cause: { cause: { cause: { cause: new Error(secret) } } } } }),
  ];
}

describe('redactSecrets', () => {
  it('masks a bot token in any sentence', () => {
    fc.assert(
      fc.property(
        botToken.chain((token) => fc.tuple(fc.constant(token), inSentence(token))),
        ([token, text]) => {
          expect(redactSecrets(text, [])).not.toContain(token);
          expect(redactSecrets(`Bot%20${token}`, [])).not.toContain(token);
          expect(redactSecrets(JSON.stringify({ authorization: `Bot ${token}` }), [])).not.toContain(token);
        },
      ),
    );
  });

  it('masks an interaction token wherever it stands', () => {
    fc.assert(
      fc.property(interactionToken, (token) => {
        expect(redactSecrets(`The token is ${token}.`, [])).toBe('The token is [secret].');
      }),
    );
  });

  it('masks the token in the path of a webhook or an interaction, however the path is written', () => {
    fc.assert(
      fc.property(snowflake, fc.oneof(webhookToken, interactionToken), (id, token) => {
        for (const path of paths(id, token)) {
          expect(redactSecrets(path, [])).not.toContain(token);
          expect(redactSecrets(path, [])).toContain(id);
        }
      }),
    );
  });

  it('masks a given secret in plain text, in JSON and in an address', () => {
    fc.assert(
      fc.property(anySecret, fc.string(), (secret, around) => {
        const spellings = [secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret.toWellFormed())];
        for (const spelling of spellings) {
          expect(redactSecrets(`${around}${spelling}${around}`, [secret])).not.toContain(spelling);
        }
      }),
    );
  });

  it('masks a secret that holds another one whole', () => {
    expect(redactSecrets('abcdefgh-ijklmnop', ['abcdefgh', 'abcdefgh-ijklmnop'])).toBe('[secret]');
  });

  it.each([
    ['Bearer sk-proj-0123456789', 'Bearer [secret]'],
    ['authorization: Bot abcdefghijklmnopqrstuvwxyz', 'authorization: Bot [secret]'],
    ['postgres://parley:hunter2@db:5432/parley', 'postgres://parley:[secret]@db:5432/parley'],
    ['GET /models?api_key=abc&page=2', 'GET /models?api_key=[secret]&page=2'],
    ['{"id":"1","token":"a\\"b"}', '{"id":"1","token":"[secret]"}'],
    ['"{\\"token\\":\\"abc\\"}"', '"{\\"token\\":\\"[secret]"'],
  ])('masks the value in %s', (text, redacted) => {
    expect(redactSecrets(text, [])).toBe(redacted);
  });

  it.each([
    'Bot is ready.',
    'A bearer of news.',
    'POST /webhooks/123456789012345678 404',
    'The documents say nothing of it. See https://example.org/a:b/c.',
    'generation 2026-11-24T10.00.00.000Z-abcdef',
    'Read 3 files in 1.2 s: notes.txt, a-file-with-a-long-name-of-many-words.json',
  ])('leaves %s as it is', (text) => {
    expect(redactSecrets(text, ['', 'ollama'])).toBe(text);
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.oneof(botToken, interactionToken, fc.string()), anySecret, (text, secret) => {
        const once = redactSecrets(`Bot ${text} ${secret}`, [secret]);
        expect(redactSecrets(once, [secret])).toBe(once);
      }),
    );
  });

  it.each([
    ['one word', 'a'.repeat(1_000_000)],
    ['dots', 'a.'.repeat(500_000)],
    ['digits', '1'.repeat(1_000_000)],
    ['slashes', '/webhooks/'.repeat(100_000)],
    ['quotes', '"token":"\\'.repeat(100_000)],
    ['addresses', '://a:'.repeat(200_000)],
  ])('takes no more than a moment for a megabyte of %s', (_, text) => {
    const startedAt = performance.now();
    redactSecrets(text, ['abcdefgh']);
    expect(performance.now() - startedAt).toBeLessThan(2_000);
  });
});

describe('describeError', () => {
  it('never lets a token out, wherever in an error it is', () => {
    fc.assert(
      fc.property(snowflake, fc.oneof(botToken, interactionToken), (id, token) => {
        for (const path of paths(id, token)) {
          for (const error of errorsWith(token, path))
            expect(JSON.stringify(describeError(error))).not.toContain(token);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('never lets a given secret out, wherever in an error it is', () => {
    fc.assert(
      fc.property(anySecret, (secret) => {
        const inJson = JSON.stringify(secret).slice(1, -1);
        for (const error of errorsWith(secret, `https://example.org/v1?q=${secret}`)) {
          expect(JSON.stringify(describeError(error, [secret]))).not.toContain(inJson);
        }
      }),
    );
  });

  it('says what Discord refused, and nothing of what was sent', () => {
    const url = 'https://discord.com/api/v10/webhooks/123456789012345678/aW50ZXJhY3Rpb246MTIz/messages/@original';
    const error = new DiscordAPIError({ code: 10_015, message: 'Unknown Webhook' }, 10_015, 404, 'PATCH', url, {
      body: { content: 'The answer.' },
      files: undefined,
    });
    expect(JSON.parse(JSON.stringify(describeError(error)))).toEqual({
      name: 'DiscordAPIError[10015]',
      message: 'Unknown Webhook',
      code: 10_015,
      status: 404,
      method: 'PATCH',
      url: 'https://discord.com/api/v10/webhooks/123456789012345678/[secret]/messages/@original',
    });
  });

  it('says what else failed, where, why, and what to do', () => {
    const cause = Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:9'), { code: 'ECONNREFUSED' });
    const facts = describeError(new ParleyError('The encoder is away.', 'Start it.', { cause }));
    expect(facts).toMatchObject({
      name: 'ParleyError',
      message: 'The encoder is away.',
      remedy: 'Start it.',
      stack: expect.stringContaining('redaction.test.ts'),
      cause: { name: 'Error', code: 'ECONNREFUSED' },
    });
  });

  it('takes whatever can be thrown', () => {
    const circle = new Error('round');
    circle.cause = circle;
    const trap = Object.defineProperty(new Error('shut'), 'message', {
      get() {
        throw new Error('no');
      },
    });
    for (const thrown of [undefined, null, 7, Symbol('a'), () => {}, [], {}, circle, trap]) {
      expect(describeError(thrown).name).not.toBe('');
      expect(JSON.stringify(describeError(thrown)).length).toBeLessThan(40_000);
    }
  });

  it('keeps long errors short, and does not cut through a token', () => {
    const token = `${'A'.repeat(26)}.${'B'.repeat(6)}.${'C'.repeat(38)}`;
    const { message } = describeError(new Error(`${'x '.repeat(985)}${token} and more `.repeat(3)));
    expect(message.length).toBeLessThanOrEqual(2_000);
    expect(message).not.toContain('AAAA');
  });
});
