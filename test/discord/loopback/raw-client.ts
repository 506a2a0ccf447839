import { once } from 'node:events';
import { WebSocket } from 'ws';
import type { Loopback } from '../../support/discord/loopback.js';

/** What a request came to. */
export interface RawAnswer {
  readonly status: number;
  readonly body: { readonly code?: number; readonly [key: string]: unknown };
  readonly headers: Headers;
}

export interface RawRequest {
  /** The bot's token when absent; `null` sends none. */
  readonly authorization?: string | null;
  readonly userAgent?: string;
  readonly contentType?: string;
}

/** One request without any client between: `path` begins after `/api/v10`. */
export async function call(
  discord: Loopback,
  method: string,
  path: string,
  body?: unknown,
  { authorization, userAgent, contentType = 'application/json' }: RawRequest = {},
): Promise<RawAnswer> {
  const isInteraction = /^\/(?:interactions|webhooks)\//u.test(path);
  const usual = isInteraction ? null : `Bot ${discord.token}`;
  const given = authorization === undefined ? usual : authorization;
  const response = await fetch(`${discord.api}/v10${path}`, {
    method,
    headers: {
      'user-agent': userAgent ?? 'DiscordBot (https://example.org, 1)',
      ...(given === null ? {} : { authorization: given }),
      ...(body === undefined ? {} : { 'content-type': contentType }),
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  const isJson = response.headers.get('content-type') === 'application/json';
  return {
    status: response.status,
    body: isJson ? (JSON.parse(text) as RawAnswer['body']) : {},
    headers: response.headers,
  };
}

interface Frame {
  readonly op: number;
  readonly t: string | null;
  readonly s: number | null;
  readonly d: Record<string, unknown>;
}

/** A gateway connection without any client: what comes is kept, nothing is answered by itself. */
export interface RawGateway {
  readonly frames: readonly Frame[];
  send(op: number, data: unknown): void;
  sendText(text: string): void;
  /** The first frame that `is` finds, waited for. */
  frame(is: (frame: Frame) => boolean): Promise<Frame>;
  /** The data of the newest dispatch of that name, waited for. */
  event(name: string): Promise<Record<string, unknown>>;
  /** The code that the server closes with. */
  readonly closed: Promise<number>;
  close(code?: number): void;
}

/** Guilds, GuildMessages, DirectMessages. */
export const plainIntents = 1 | (1 << 9) | (1 << 12);

export function identifyData(discord: Loopback, intents = plainIntents): object {
  return { token: discord.token, intents, properties: { os: 'linux', browser: 'raw', device: 'raw' }, shard: [0, 1] };
}

export async function openGateway(discord: Loopback, query = 'v=10&encoding=json'): Promise<RawGateway> {
  const { body } = await call(discord, 'GET', '/gateway/bot');
  const socket = new WebSocket(`${String(body.url)}/?${query}`);
  const frames: Frame[] = [];
  const waiting = new Set<() => void>();
  socket.on('message', (data) => {
    frames.push(JSON.parse(String(data)) as Frame);
    for (const look of waiting) look();
  });
  const closed = new Promise<number>((resolve) => socket.once('close', resolve));
  await once(socket, 'open');

  const gateway: RawGateway = {
    frames,
    closed,
    send: (op, data) => socket.send(JSON.stringify({ op, d: data })),
    sendText: (text) => socket.send(text),
    frame: (is) =>
      new Promise((resolve) => {
        const look = (): void => {
          const found = frames.find(is);
          if (found === undefined) return;
          waiting.delete(look);
          resolve(found);
        };
        waiting.add(look);
        look();
      }),
    async event(name) {
      await gateway.frame(({ t }) => t === name);
      return frames.findLast(({ t }) => t === name)?.d ?? {};
    },
    close: (code = 1000) => socket.close(code),
  };
  return gateway;
}

/** A connection that has identified and knows its guild. */
export async function identifiedGateway(discord: Loopback): Promise<RawGateway> {
  const gateway = await openGateway(discord);
  gateway.send(2, identifyData(discord));
  await gateway.event('GUILD_CREATE');
  return gateway;
}
