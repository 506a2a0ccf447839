const mask = '[secret]';

/** Shorter ones are words ("ollama" for a key that nobody checks): masking them would only make the log unreadable. */
const shortestSecret = 8;

interface SecretShape {
  readonly pattern: RegExp;
  /** What stands in its place; `$1` is the part that may stay. */
  readonly masked: string;
}

const slash = String.raw`(?:\\?\/|%2F)`;
const untilSlash = String.raw`(?:(?!%2F)[^\s/?#"'<>\\])+`;

// Each pattern is tried from few places in a text and gives up after few steps, so that a long line costs no time.
const shapes: readonly SecretShape[] = [
  // A bot token: id, time and signature in base64, between dots.
  { pattern: /(?<![\w-])[\w-]{23,}\.[\w-]{6,7}\.[\w-]{27,}/gu, masked: mask },
  // Tokens of webhooks and of interactions (which Discord treats as webhooks) are a part of their paths.
  {
    pattern: new RegExp(`(${slash}(?:webhooks|interactions)${slash}${untilSlash}${slash})${untilSlash}`, 'giu'),
    masked: `$1${mask}`,
  },
  // In its rate limit buckets discord.js joins both by a colon.
  { pattern: /(\b\d{17,20}:)[\w-]{40,}/gu, masked: `$1${mask}` },
  // Every interaction token is base64 of "interaction:", an id, and more.
  { pattern: /aW50ZXJhY3Rpb246[\w+/=-]+/gu, masked: mask },
  // "Bot is ready" is a sentence; no value of a header is that short.
  { pattern: /\b(Bot(?:\s|%20)+)[\w.~+/=-]{20,}/gu, masked: `$1${mask}` },
  { pattern: /\b((?:Bearer|Basic)(?:\s|%20)+)[\w.~+/=-]{8,}/giu, masked: `$1${mask}` },
  // The password in an address such as that of a database.
  { pattern: /(:\/\/[^\s:/?#@"']*:)[^\s/?#@"']+(?=@)/gu, masked: `$1${mask}` },
  // Values under a telling name, in the query of an address and in JSON, also when that stands in a string itself.
  { pattern: /([?&](?:access_token|api_?key|key|password|secret|token)=)[^\s&#"']+/giu, masked: `$1${mask}` },
  {
    pattern: /("(?:access_?token|api_?key|authorization|password|secret|token)\\?"\s*:\s*\\?")(?:[^"\\]|\\.)+/giu,
    masked: `$1${mask}`,
  },
];

/** The secret as text, as it reads inside a JSON string, and inside an address. */
function spellingsOf(secret: string): readonly string[] {
  return [secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret.toWellFormed())];
}

/**
 * A text without secrets: the given ones wherever they stand (also as JSON or an address spells them), and whatever has
 * the shape of one: tokens of bots, webhooks and interactions, values of authorization headers, passwords in addresses.
 *
 * @param secrets Of at least 8 characters; shorter ones are left in place.
 */
export function redactSecrets(text: string, secrets: readonly string[]): string {
  let redacted = text;
  // The longest first: one secret may hold another.
  const spellings = secrets.filter(({ length }) => length >= shortestSecret).flatMap(spellingsOf);
  for (const spelling of spellings.toSorted((a, b) => b.length - a.length)) {
    redacted = redacted.replaceAll(spelling, mask);
  }
  for (const { pattern, masked } of shapes) redacted = redacted.replaceAll(pattern, masked);
  return redacted;
}

/** What of an error may be logged: plain data, redacted, of bounded length. What an error lacks is `undefined`. */
export interface ErrorFacts {
  readonly name: string;
  readonly message: string;
  /** What to do next, as a ParleyError says it. */
  readonly remedy?: string | undefined;
  /** Discord's, or the system's: 10062, "ECONNREFUSED". */
  readonly code?: number | string | undefined;
  /** Of the HTTP answer. */
  readonly status?: number | undefined;
  readonly method?: string | undefined;
  readonly url?: string | undefined;
  /** Milliseconds until a rate limit is over. */
  readonly retryAfter?: number | undefined;
  /** Not for errors of HTTP requests, whose method and address say more. */
  readonly stack?: string | undefined;
  readonly cause?: ErrorFacts | undefined;
  /** Of an AggregateError, the first few. */
  readonly errors?: readonly ErrorFacts[] | undefined;
}

const longestMessage = 2_000;
const longestStack = 4_000;
/** An error of an error of an error: what is deeper explains nothing, and a circle has no end. */
const deepestCause = 4;
const mostErrors = 5;

/** A property of anything; `undefined` also where reading it throws. */
function read(value: object, key: string): unknown {
  try {
    return (value as Readonly<Record<string, unknown>>)[key];
  } catch {
    return undefined;
  }
}

function describe(error: unknown, secrets: readonly string[], depth: number): ErrorFacts {
  // Cut after redacting: half a token would no longer look like one.
  const clean = (text: string, longest = longestMessage): string => redactSecrets(text, secrets).slice(0, longest);
  if (typeof error === 'string') return { name: 'string', message: clean(error) };
  if (typeof error !== 'object' || error === null)
    return { name: typeof error, message: 'What was thrown is no error.' };

  const text = (key: string, longest?: number): string | undefined => {
    const value = read(error, key);
    return typeof value === 'string' && value !== '' ? clean(value, longest) : undefined;
  };
  const number = (key: string): number | undefined => {
    const value = read(error, key);
    return typeof value === 'number' ? value : undefined;
  };
  const [method, url] = [text('method'), text('url')];
  const isRequest = method !== undefined && url !== undefined;
  const inner = (value: unknown): ErrorFacts => describe(value, secrets, depth + 1);
  const [cause, errors] = depth < deepestCause ? [read(error, 'cause'), read(error, 'errors')] : [];
  return {
    name: text('name') ?? 'object',
    message: text('message') ?? '',
    remedy: text('remedy'),
    code: text('code') ?? number('code'),
    status: number('status'),
    method,
    url,
    retryAfter: number('retryAfter'),
    stack: isRequest ? undefined : text('stack', longestStack),
    cause: cause === undefined || cause === null ? undefined : inner(cause),
    errors: Array.isArray(errors) ? errors.slice(0, mostErrors).map(inner) : undefined,
  };
}

/**
 * What of anything that was thrown is safe to log. Takes named facts only: what discord.js hangs on its errors besides
 * (`requestBody`, `rawError`, `majorParameter`) holds answers and tokens.
 *
 * @param secrets Masked as `redactSecrets` does, besides what has the shape of a secret.
 */
export function describeError(error: unknown, secrets: readonly string[] = []): ErrorFacts {
  return describe(error, secrets, 0);
}
