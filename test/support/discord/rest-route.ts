import type { Finding } from './finding.js';
import type { RateLimit } from './rate-limits.js';

export interface UploadedFile {
  readonly name: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

export interface RestRequest {
  readonly method: string;
  /** Decoded, without `/api/v10`. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** `undefined` when there was none. */
  readonly body: unknown;
  /** Files of a multipart body, by the number in `files[0]`. */
  readonly files: ReadonlyMap<string, UploadedFile>;
  /** A part of the path by its name in the route. */
  part(name: string): string;
  /** Records what is wrong. @throws DiscordError when Discord refuses any of it. */
  judge(findings: readonly Finding[]): void;
}

/** `body` absent is a 204. */
export interface RestAnswer {
  readonly body?: unknown;
}

export interface RestRoute {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** As in Discord's documentation: `/channels/{channel_id}/messages`. */
  readonly path: string;
  /** `bot` needs the bot's token; `path` is authorised by the token in its path and must carry no other. */
  readonly authorization: 'bot' | 'path';
  readonly limit: RateLimit | null;
  /** Names of the specification's components. A list is judged item by item. */
  readonly takes?: string | ((body: unknown) => string);
  readonly gives?: string;
  /** Query parameters that it knows. */
  readonly query?: readonly string[];
  handle(request: RestRequest): RestAnswer;
}
