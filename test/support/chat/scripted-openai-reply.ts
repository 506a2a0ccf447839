import { type Deferred, deferred } from '../deferred.js';

/** A place in a reply where the server waits until the test says so. */
export interface Gate {
  /** Resolved when everything before the gate has been sent. */
  readonly reached: Promise<void>;
  /** Lets the reply go on; one that is never released stalls for as long as the client bears it. */
  release(): void;
  readonly whenReached: Deferred;
  readonly whenReleased: Deferred;
}

export function createGate(): Gate {
  const [whenReached, whenReleased] = [deferred(), deferred()];
  return { reached: whenReached.promise, release: () => whenReleased.resolve(), whenReached, whenReleased };
}

/** What comes next in a reply. */
export type ReplyStep =
  /** One chunk of the answer. */
  | { readonly text: string }
  /** What a model thinks aloud; no part of its answer. */
  | { readonly reasoning: string }
  | { readonly toolCall: { readonly name: string; readonly arguments: string } }
  /** Bytes as they are, instead of a chunk; without streaming they are the body. */
  | { readonly raw: string }
  /** A chunk that holds an error, as servers send one when they fail in the middle. */
  | { readonly error: string }
  | { readonly gate: Gate }
  /** The connection breaks. */
  | 'cut';

export interface TokenUsage {
  readonly inputTokens: number;
  readonly outputTokens: number;
}

/** A reply with status 200. */
export interface WrittenReply {
  readonly steps: Iterable<ReplyStep>;
  /** `null` for a stream that just ends. */
  readonly finish: 'stop' | 'length' | 'content_filter' | 'tool_calls' | null;
  /** `counted`: a quarter of the characters; `null` from a server that does not say. */
  readonly usage: TokenUsage | 'counted' | null;
  /** Bytes that go out at once; `null`: a chunk at a time. */
  readonly bytesAtOnce: number | null;
}

export interface OtherReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** `cut`: the connection breaks before anything was answered. */
export type ScriptedReply = WrittenReply | OtherReply | 'cut';

export function writes(steps: Iterable<ReplyStep>, rest: Partial<Omit<WrittenReply, 'steps'>> = {}): WrittenReply {
  return { finish: 'stop', usage: 'counted', bytesAtOnce: null, ...rest, steps };
}

/** Pieces of so many characters each; whole characters, though marks and words are cut. */
export function inPieces(text: string, characters: number): readonly ReplyStep[] {
  const points = Array.from(text);
  return Array.from({ length: Math.ceil(points.length / characters) }, (_, index) => ({
    text: points.slice(index * characters, (index + 1) * characters).join(''),
  }));
}

/** The text, four characters a chunk as tokens are. */
export function says(text: string, rest: Partial<Omit<WrittenReply, 'steps'>> = {}): WrittenReply {
  return writes(inPieces(text, 4), rest);
}

/** The sentence again and again, for as long as somebody reads. */
export function saysForever(sentence: string): WrittenReply {
  function* steps(): Generator<ReplyStep> {
    for (;;) yield { text: `${sentence} ` };
  }
  return writes(steps());
}

/** An error as OpenAI's server words it. */
export function failsWith(
  status: number,
  message: string,
  { code = null, type = 'server_error', headers = {} }: { code?: string | null; type?: string; headers?: object } = {},
): OtherReply {
  return {
    status,
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ error: { message, type, param: null, code } }),
  };
}

/** 429 with the headers that OpenAI sends. */
export function rateLimited(retryAfterSeconds: number): OtherReply {
  return failsWith(429, 'Rate limit reached for requests.', {
    code: 'rate_limit_exceeded',
    type: 'requests',
    headers: {
      'retry-after': String(Math.ceil(retryAfterSeconds)),
      'retry-after-ms': String(retryAfterSeconds * 1000),
      'x-ratelimit-limit-requests': '1',
      'x-ratelimit-remaining-requests': '0',
      'x-ratelimit-reset-requests': `${retryAfterSeconds}s`,
    },
  });
}

/** 429 that no waiting helps against. */
export function outOfQuota(): OtherReply {
  const code = 'insufficient_quota';
  return failsWith(429, 'You exceeded your current quota, please check your plan and billing details.', {
    code,
    type: code,
  });
}

export function wrongKey(): OtherReply {
  return failsWith(401, 'Incorrect API key provided.', { code: 'invalid_api_key', type: 'invalid_request_error' });
}

export function unknownModel(model: string): OtherReply {
  return failsWith(404, `The model \`${model}\` does not exist or you do not have access to it.`, {
    code: 'model_not_found',
    type: 'invalid_request_error',
  });
}

export function tooLong(limit: number): OtherReply {
  return failsWith(
    400,
    `This model's maximum context length is ${limit} tokens. Please reduce the length of the messages.`,
    {
      code: 'context_length_exceeded',
      type: 'invalid_request_error',
    },
  );
}
