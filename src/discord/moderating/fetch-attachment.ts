import { CorpusError } from '../../errors.js';
import { loopbackHosts } from '../../loopback-address.js';

/** A file as Discord describes it; nothing of it is taken on trust. */
export interface Attachment {
  /** As it is shown in errors. */
  readonly name: string;
  readonly url: string;
  /** Bytes, as its sender says. */
  readonly size: number;
}

export interface FetchLimits {
  readonly maxBytes: number;
  /** Milliseconds for all of it. */
  readonly downloadMs: number;
  /** Milliseconds without a byte after which it is given up. */
  readonly stallMs: number;
}

export interface FetchOptions extends FetchLimits {
  /** The stand-in for Discord on this machine; with one, files of this machine may be fetched too. */
  readonly restApi: string | undefined;
  readonly signal: AbortSignal;
}

const discordHosts: readonly string[] = ['cdn.discordapp.com', 'media.discordapp.net'];

const mebibyte = 1_048_576;
const tryAgain = 'Attach it once more and try again.';

/** The address when it is one that files may be fetched from, else `null`. */
export function attachmentAddress(url: string, restApi: string | undefined): URL | null {
  const address = URL.canParse(url) ? new URL(url) : null;
  if (address === null || address.username !== '' || address.password !== '') return null;
  const { protocol, hostname, port } = address;
  if (protocol === 'https:' && port === '' && discordHosts.includes(hostname)) return address;
  const isHere = restApi !== undefined && loopbackHosts.includes(hostname);
  return isHere && (protocol === 'http:' || protocol === 'https:') ? address : null;
}

function tooLarge(name: string, maxBytes: number): CorpusError {
  const limit = Math.floor((maxBytes / mebibyte) * 10) / 10;
  return new CorpusError(name, `is larger than ${limit} MiB, the most that is read.`, 'Split it into several files.');
}

function statusFault(name: string, status: number): CorpusError {
  if (status >= 300 && status < 400) {
    return new CorpusError(name, 'is not where Discord says, but somewhere else, and was not fetched there.', tryAgain);
  }
  if (status === 404 || status === 403 || status === 410) {
    return new CorpusError(name, `is no longer there (status ${status}).`, tryAgain);
  }
  return new CorpusError(name, `could not be fetched from Discord (status ${status}).`, tryAgain);
}

/** A duration in words: `1 second`, `0.4 seconds`. */
export function seconds(milliseconds: number): string {
  const count = Math.round(milliseconds / 100) / 10;
  return `${count} ${count === 1 ? 'second' : 'seconds'}`;
}

async function receive(response: Response, name: string, maxBytes: number, onBytes: () => void): Promise<Uint8Array> {
  const declared = Number(response.headers.get('content-length') ?? 0);
  if (declared > maxBytes) throw tooLarge(name, maxBytes);
  const chunks: Uint8Array[] = [];
  let length = 0;
  // Leaving the loop cancels the stream: what its sender has more of is not taken from the network.
  for await (const chunk of response.body ?? []) {
    onBytes();
    length += chunk.length;
    if (length > maxBytes) throw tooLarge(name, maxBytes);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, length);
}

/**
 * The bytes of a file that somebody attached, from Discord's own hosts alone. No redirection is followed, and never are
 * more bytes taken than the limit, whatever was declared.
 *
 * @throws CorpusError for another address, a file that is too large, gone, too slow or broken off; the signal's reason
 * when it is called off
 */
export async function fetchAttachment(attachment: Attachment, options: FetchOptions): Promise<Uint8Array> {
  const { name, url, size } = attachment;
  const { restApi, maxBytes, downloadMs, stallMs, signal } = options;
  const address = attachmentAddress(url, restApi);
  if (address === null) {
    throw new CorpusError(name, 'does not lie with Discord, so it was not fetched.', 'Attach the file itself.');
  }
  if (size > maxBytes) throw tooLarge(name, maxBytes);
  signal.throwIfAborted();
  const ending = new AbortController();
  const stop = (): void => ending.abort(signal.reason);
  const endBecause = (why: string) => () => ending.abort(new CorpusError(name, why, tryAgain));
  const late = setTimeout(endBecause(`takes longer than ${seconds(downloadMs)} to fetch.`), downloadMs);
  const stalled = setTimeout(endBecause(`came to a halt: nothing arrived for ${seconds(stallMs)}.`), stallMs);
  signal.addEventListener('abort', stop, { once: true });
  let response: Response | undefined;
  try {
    // Asked for as it is: what is packed for the way could be anything once it is unpacked.
    const headers = { 'accept-encoding': 'identity' };
    response = await fetch(address, { redirect: 'manual', headers, signal: ending.signal });
    if (response.status !== 200) throw statusFault(name, response.status);
    return await receive(response, name, maxBytes, () => stalled.refresh());
  } catch (error) {
    if (ending.signal.aborted) throw ending.signal.reason;
    if (error instanceof CorpusError) throw error;
    throw new CorpusError(name, 'could not be fetched: the connection broke off.', tryAgain, { cause: error });
  } finally {
    clearTimeout(late);
    clearTimeout(stalled);
    signal.removeEventListener('abort', stop);
    // A connection whose answer nobody reads would stay open.
    if (response?.body?.locked === false) await response.body.cancel().catch(() => undefined);
  }
}
