import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as it came over the wire. */
export interface WireRequest {
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: Readonly<Record<string, unknown>>;
}

/**
 * What a server does with one request. `text` is streamed piece by piece, `cutOff` when the token limit ended it; `raw`
 * goes out as it is; after either, `afterwards` may break the connection or leave it open.
 */
export interface WireReply {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly text?: readonly string[];
  readonly thoughts?: string;
  readonly cutOff?: boolean;
  readonly raw?: string;
  readonly afterwards?: 'end' | 'drop' | 'hang';
}

/** One provider's spelling of a reply and of its parts. */
export interface WireFormat {
  /** The whole stream of a text, from first to last event. */
  stream(reply: Required<Pick<WireReply, 'text' | 'cutOff' | 'thoughts'>>): {
    readonly events: readonly string[];
    readonly last: readonly string[];
  };
}

export interface WireServer {
  /** http://127.0.0.1:PORT */
  readonly origin: string;
  readonly requests: readonly WireRequest[];
  /** Replies to the next requests, in order; what is not scripted is answered with 500. */
  script(...replies: readonly WireReply[]): void;
  /** Resolves as soon as so many clients have gone before they were answered to the end. */
  hungUp(count: number): Promise<void>;
  close(): Promise<void>;
}

async function bodyOf(request: IncomingMessage): Promise<Record<string, unknown>> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  const text = Buffer.concat(pieces).toString('utf8');
  return text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
}

function answer(response: ServerResponse, reply: WireReply, format: WireFormat): void {
  const { status = 200, headers = {}, text = [], cutOff = false, thoughts = '', raw, afterwards = 'end' } = reply;
  const type = status === 200 ? 'text/event-stream' : 'application/json';
  response.writeHead(status, { 'content-type': type, ...headers });
  response.flushHeaders();
  const { events, last } = format.stream({ text, cutOff, thoughts });
  const parts = raw === undefined ? [...events, ...(afterwards === 'end' ? last : [])] : [raw];
  for (const part of parts) response.write(part);
  if (afterwards === 'end') response.end();
  // What was written is to arrive before the connection breaks.
  if (afterwards === 'drop') response.write('', () => setImmediate(() => response.destroy()));
}

/** A server on the loopback interface that speaks one provider's protocol, as a test tells it to. */
export async function startWireServer(format: WireFormat): Promise<WireServer> {
  const requests: WireRequest[] = [];
  const next: WireReply[] = [];
  let gone = 0;
  let waiting: { readonly count: number; readonly tell: () => void }[] = [];

  const server = createServer(async (request, response) => {
    requests.push({ path: request.url ?? '', headers: request.headers, body: await bodyOf(request) });
    response.on('close', () => {
      if (response.writableEnded) return;
      gone += 1;
      for (const { count, tell } of waiting) if (gone >= count) tell();
      waiting = waiting.filter(({ count }) => gone < count);
    });
    answer(response, next.shift() ?? { status: 500, raw: '{"error":{"message":"nothing is scripted"}}' }, format);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    requests,
    script: (...replies) => void next.push(...replies),
    hungUp: (count) => (gone >= count ? Promise.resolve() : new Promise((tell) => void waiting.push({ count, tell }))),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
