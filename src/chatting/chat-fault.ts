import { type ChatFault, ChatModelError } from '../errors.js';

/** What an error of a client library comes to. */
export interface ReadFault {
  readonly fault: ChatFault;
  /** Whether another try may succeed. */
  readonly mayRetry: boolean;
  /** What the server asked for before the next one, milliseconds; `undefined` when it said nothing. */
  readonly pauseMs: number | undefined;
  /** Status and code, as far as they are known: “429 rate_limit_exceeded”. Never what somebody wrote. */
  readonly sign: string;
  /** The account has no credit, and no waiting helps. */
  readonly isOutOfCredit: boolean;
  /** What Parley's own part of the way threw, which says more; `undefined` when it was somebody else. */
  readonly own: ChatModelError | undefined;
}

type Facts = Readonly<Record<string, unknown>>;

/** An error of an error of an error: what is deeper says nothing, and a circle has no end. */
const deepest = 5;

function isObject(value: unknown): value is Facts {
  return typeof value === 'object' && value !== null;
}

/** The error, its causes, and the bodies of answers that hang on them. */
function partsOf(error: unknown): readonly Facts[] {
  const parts: Facts[] = [];
  for (let part = error; isObject(part) && parts.length < deepest * 3; part = part.cause) {
    parts.push(part);
    for (let body = part.error; isObject(body) && !parts.includes(body); body = body.error) parts.push(body);
  }
  return parts;
}

function firstOf<T>(parts: readonly Facts[], read: (part: Facts) => T | undefined): T | undefined {
  for (const part of parts) {
    const found = read(part);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Only what cannot be a sentence of somebody's, nor a key. */
const plainCode = /^(?=.{2,48}$)[A-Za-z]+(?:[_.-][A-Za-z]+)*$/u;

function codeIn(part: Facts): string | undefined {
  const { code, type, status } = part;
  return [code, type, status].find((value): value is string => typeof value === 'string' && plainCode.test(value));
}

function statusIn(part: Facts): number | undefined {
  return [part.status, part.code].find(
    (value): value is number => typeof value === 'number' && value >= 300 && value < 600,
  );
}

function headerIn(part: Facts, name: string): string | undefined {
  const { headers } = part;
  if (!isObject(headers)) return undefined;
  const value = typeof headers.get === 'function' ? (headers as unknown as Headers).get(name) : headers[name];
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

/** Seconds, or a date. */
function pauseOf(header: string, now: number): number | undefined {
  const seconds = Number(header);
  const pause = Number.isFinite(seconds) ? seconds * 1_000 : Date.parse(header) - now;
  return Number.isNaN(pause) ? undefined : Math.max(0, pause);
}

/** Google says it in the body: `{"@type":"….RetryInfo","retryDelay":"17s"}`. */
function detailedPause({ errorDetails }: Facts): number | undefined {
  if (!Array.isArray(errorDetails)) return undefined;
  const delays = errorDetails.map((detail: unknown) => (isObject(detail) ? detail.retryDelay : undefined));
  const delay = delays.find((value): value is string => typeof value === 'string');
  const [, seconds] = /^(\d+(?:\.\d+)?)s$/u.exec(delay ?? '') ?? [];
  return seconds === undefined ? undefined : Number(seconds) * 1_000;
}

function askedPause(parts: readonly Facts[], now: number): number | undefined {
  const milliseconds = firstOf(parts, (part) => headerIn(part, 'retry-after-ms'));
  if (milliseconds !== undefined && Number(milliseconds) >= 0) return Number(milliseconds);
  const header = firstOf(parts, (part) => headerIn(part, 'retry-after'));
  return (header === undefined ? undefined : pauseOf(header, now)) ?? firstOf(parts, detailedPause);
}

const tooLong =
  /context[ _](?:length|window|size)|exceed_context|prompt is too long|token count[^.]*exceeds|too many (?:input )?tokens/iu;
const noModel =
  /model_not_found|model\b.{0,120}?\b(?:not found|not exist|not a valid model)|not a valid model|models\/\S+ is not found/isu;
const badKey = /API_KEY_INVALID|API key not valid|invalid_api_key|authentication_error/iu;
const noCredit = /insufficient_quota|credit balance|out of credits/iu;
const crowded = /overloaded|rate_limit|too_many_requests|RESOURCE_EXHAUSTED/iu;
const failed = /\b(?:api_error|server_error|internal_error|INTERNAL|UNAVAILABLE)\b/u;
const noCertificate = /^(?:CERT_|ERR_TLS|SELF_SIGNED|DEPTH_ZERO|UNABLE_TO_)/u;
const noWay =
  /fetch failed|Connection error|Error fetching from|ECONN|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT/u;
const brokeOff = /terminated|other side closed|ECONNRESET|EPIPE|UND_ERR|Error reading from the stream|Premature close/u;

type Judged = Pick<ReadFault, 'fault' | 'mayRetry'>;

function byStatus(status: number, words: string): Judged {
  const isRefused = status === 400 && (badKey.test(words) || noCredit.test(words));
  if (status === 401 || status === 402 || isRefused) return { fault: 'refused', mayRetry: false };
  if (status === 413 || (status < 500 && tooLong.test(words))) return { fault: 'too-long', mayRetry: false };
  if (status === 404 || (status < 404 && noModel.test(words))) return { fault: 'unknown-model', mayRetry: false };
  if (status === 403) return { fault: 'refused', mayRetry: false };
  if (status === 429)
    return noCredit.test(words) ? { fault: 'refused', mayRetry: false } : { fault: 'busy', mayRetry: true };
  // 529 is Anthropic's word for too many at once, 503 that of the others.
  if (status === 503 || status === 529) return { fault: 'busy', mayRetry: true };
  return { fault: 'broken', mayRetry: status >= 500 || status === 408 };
}

function withoutStatus(words: string, hasBegun: boolean): Judged {
  if (tooLong.test(words)) return { fault: 'too-long', mayRetry: false };
  if (crowded.test(words)) return { fault: 'busy', mayRetry: true };
  if (failed.test(words)) return { fault: 'broken', mayRetry: true };
  if (hasBegun || brokeOff.test(words)) return { fault: 'broken', mayRetry: hasBegun ? brokeOff.test(words) : true };
  return noWay.test(words) ? { fault: 'unreachable', mayRetry: true } : { fault: 'broken', mayRetry: false };
}

/**
 * What anything that a client library throws comes to. What the server wrote decides, and is not passed on: it may repeat
 * a key, or what a member asked.
 *
 * @param hasBegun Whether something of the reply had come
 * @param now Milliseconds since 1970
 */
export function readChatFault(error: unknown, hasBegun: boolean, now: number): ReadFault {
  const parts = partsOf(error);
  const own = parts.find((part) => part instanceof ChatModelError) as ChatModelError | undefined;
  if (own !== undefined) {
    return { fault: own.fault, mayRetry: false, pauseMs: undefined, sign: '', isOutOfCredit: false, own };
  }
  const status = firstOf(parts, statusIn);
  const code = firstOf(parts.toReversed(), codeIn);
  const words = parts.flatMap((part) => [part.name, part.message, part.code, part.type]).join('\n');
  const isUncertified = noCertificate.test(code ?? '');
  const judged = status === undefined ? withoutStatus(words, hasBegun) : byStatus(status, words);
  return {
    ...(isUncertified ? { fault: 'unreachable', mayRetry: false } : judged),
    pauseMs: askedPause(parts, now),
    sign: [status, code].filter((sign) => sign !== undefined).join(' '),
    isOutOfCredit: status === 402 || noCredit.test(words),
    own,
  };
}
