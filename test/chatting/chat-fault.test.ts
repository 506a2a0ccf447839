import { describe, expect, it } from 'vitest';
import { readChatFault } from '#src/chatting/chat-fault.js';
import { chatTroubleOf } from '#src/chatting/chat-trouble.js';
import { ChatModelError } from '#src/errors.js';

interface Told {
  readonly status?: number;
  readonly message?: string;
  readonly code?: string;
  readonly error?: unknown;
  readonly cause?: unknown;
}

function thrown({ message = 'no words', cause, ...facts }: Told): Error {
  return Object.assign(new Error(message, cause === undefined ? {} : { cause }), facts);
}

function read(told: Told, hasBegun = false) {
  const { fault, mayRetry } = readChatFault(thrown(told), hasBegun, 0);
  return `${fault}${mayRetry ? ', again' : ''}`;
}

const refusedConnection = thrown({ code: 'ECONNREFUSED', message: 'connect ECONNREFUSED 127.0.0.1:1' });
const untrusted = thrown({
  code: 'SELF_SIGNED_CERT_IN_CHAIN',
  message: 'self-signed certificate in certificate chain',
});

describe('what a client library throws', () => {
  it.each<[string, Told, string]>([
    ['a wrong key', { status: 401 }, 'refused'],
    ['no permission', { status: 403 }, 'refused'],
    ['no credit at OpenRouter', { status: 402 }, 'refused'],
    ['no credit at OpenAI', { status: 429, code: 'insufficient_quota' }, 'refused'],
    ['no credit at Anthropic', { status: 400, message: 'Your credit balance is too low' }, 'refused'],
    ['a wrong key at Google', { status: 400, message: 'API key not valid.' }, 'refused'],
    ['no such model or address', { status: 404 }, 'unknown-model'],
    ['no such model at OpenRouter', { status: 400, message: 'foo/bar is not a valid model ID' }, 'unknown-model'],
    ['a model that is not open to all', { status: 403, code: 'model_not_found' }, 'unknown-model'],
    ['a prompt too long for llama.cpp', { status: 400, error: { type: 'exceed_context_size_error' } }, 'too-long'],
    ['a body too large', { status: 413 }, 'too-long'],
    ['another bad request', { status: 400, message: "Unsupported value: 'temperature'" }, 'broken'],
    ['too many requests', { status: 429 }, 'busy, again'],
    ['a full queue', { status: 503 }, 'busy, again'],
    ['a crowd at Anthropic', { status: 529 }, 'busy, again'],
    ['a server’s defect', { status: 500 }, 'broken, again'],
    ['a gateway without a server', { status: 502 }, 'broken, again'],
    [
      'nobody there',
      { message: 'Connection error.', cause: thrown({ message: 'fetch failed', cause: refusedConnection }) },
      'unreachable, again',
    ],
    [
      'nobody there at Google',
      { message: '[GoogleGenerativeAI Error]: Error fetching from http://x: fetch failed' },
      'unreachable, again',
    ],
    [
      'a certificate that nobody trusts',
      { message: 'Connection error.', cause: thrown({ message: 'fetch failed', cause: untrusted }) },
      'unreachable',
    ],
    [
      'an overload told in the stream',
      { error: { type: 'error', error: { type: 'overloaded_error' } } },
      'busy, again',
    ],
    ['a defect told in the stream', { error: { type: 'server_error' } }, 'broken, again'],
    ['a defect of the provider behind OpenRouter', { error: { code: 502 } }, 'broken, again'],
    ['what is no JSON', { message: 'Unexpected token < in JSON' }, 'broken'],
    ['anything else', {}, 'broken'],
  ])('%s', (_, told, expected) => {
    expect(read(told)).toBe(expected);
  });

  it('is a break when something had come', () => {
    expect(read({ message: 'terminated' }, true)).toBe('broken, again');
    expect(read({ message: 'fetch failed' }, true)).toBe('broken');
  });

  it('may be anything', () => {
    for (const anything of [undefined, null, 'text', 7, {}, [], Object.create(null)]) {
      expect(readChatFault(anything, false, 0).fault).toBe('broken');
    }
    const circle: { cause?: unknown; error?: unknown } = {};
    circle.cause = circle;
    circle.error = circle;
    expect(readChatFault(circle, false, 0).fault).toBe('broken');
  });

  it('is Parley’s own where Parley threw it', () => {
    const own = new ChatModelError('broken', 'What.', 'Remedy.');
    expect(readChatFault(thrown({ message: 'Connection error.', cause: own }), false, 0)).toMatchObject({
      own,
      mayRetry: false,
    });
  });
});

function line(told: Told, apiKey?: string): string {
  const choice = { id: 'openai:m', provider: 'openai', model: 'm', baseUrl: 'https://host/v1', apiKey } as const;
  return chatTroubleOf(choice).of(readChatFault(thrown(told), false, 0)).line;
}

describe('what is said about it', () => {
  it('has the status and the code, and not what the server wrote', () => {
    const told = {
      status: 429,
      message: 'Slow down, 15 hours!',
      error: { code: 'rate_limit_exceeded', message: 'Slow' },
    };
    expect(line(told)).toContain('(429 rate_limit_exceeded)');
    expect(line(told)).not.toContain('Slow');
    expect(line({ status: 400, code: 'how long did it last?' })).not.toContain('how long');
    expect(line({ status: 400, code: 'sk-proj-4711' })).not.toContain('4711');
  });

  it('names the key that is meant, and whether it is missing, wrong or without credit', () => {
    expect(line({ status: 401 })).toContain('https://host/v1 wants a key (401). Put it into OPENAI_API_KEY.');
    expect(line({ status: 401 }, 'sk')).toContain('does not accept the key (401). Check OPENAI_API_KEY');
    expect(line({ status: 402 }, 'sk')).toContain('has no credit left (402). Add credit there');
  });
});
