import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Faults } from './faults.js';
import { openLoopbackPort } from './loopback-port.js';
import { createRestHandler, type RestHandlerParts, withoutToken } from './rest-handler.js';
import { defaultDelayMs, faultReply, type RestReply } from './rest-reply.js';
import type { UploadedFile } from './rest-route.js';

/** One request that came in, as a test may look at it. */
export interface SeenRequest {
  readonly method: string;
  /** Without `/api/v10`, and without the token of an interaction. */
  readonly path: string;
  /** `null` when the connection was cut. */
  readonly status: number | null;
}

export interface RestServer {
  /** `http://127.0.0.1:PORT`. */
  readonly origin: string;
  readonly requests: readonly SeenRequest[];
  stop(): void;
}

interface RestServerParts extends RestHandlerParts {
  readonly faults: Faults;
  /** Files to serve, by their path. */
  readonly files: ReadonlyMap<string, UploadedFile>;
  /** Told of the interaction whose callback a fault hits. */
  readonly disturb: (interactionId: string) => void;
  /** Told after every request, whatever became of it. */
  readonly changed: () => void;
}

const prefix = '/api/v10';

function write(response: ServerResponse, { status, body, headers = {} }: RestReply): void {
  if (body === undefined) response.writeHead(status, headers).end();
  else response.writeHead(status, { ...headers, 'Content-Type': 'application/json' }).end(JSON.stringify(body));
}

/** HTTP as far as it has nothing to do with what Discord is about: paths, faults, files. */
export async function startRestServer(parts: RestServerParts): Promise<RestServer> {
  const { faults, files, record, disturb, changed } = parts;
  const handle = createRestHandler(parts);
  const requests: SeenRequest[] = [];
  const sockets = new Set<IncomingMessage['socket']>();

  function note(method: string, path: string, status: number | null): void {
    requests.push({ method, path: withoutToken(path), status });
    changed();
  }

  async function serveApi(incoming: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    const method = incoming.method ?? 'GET';
    const isVersioned = url.pathname.startsWith(`${prefix}/`);
    const path = (isVersioned ? url.pathname.slice(prefix.length) : url.pathname)
      .split('/')
      .map(decodeURIComponent)
      .join('/');
    const fault = faults.take(method, path);
    const interaction = /^\/interactions\/([0-9]+)\//u.exec(path)?.[1];
    if (fault !== undefined && interaction !== undefined) disturb(interaction);
    if (fault?.kind === 'cut-before') {
      note(method, path, null);
      incoming.socket.destroy();
      return;
    }
    if (fault?.kind === 'delay') await new Promise((resolve) => setTimeout(resolve, fault.delayMs ?? defaultDelayMs));
    const instead = fault === undefined ? undefined : faultReply(fault);
    if (instead !== undefined) incoming.resume();
    const reply = instead ?? (await handle({ incoming, method, path, query: url.searchParams }));
    if (fault?.kind === 'cut-after') incoming.socket.destroy();
    else write(response, reply);
    note(method, path, fault?.kind === 'cut-after' ? null : reply.status);
  }

  async function serve(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(incoming.url ?? '/', origin());
    if (!url.pathname.startsWith('/attachments/')) return serveApi(incoming, response, url);
    const file = files.get(url.pathname);
    if (file === undefined) response.writeHead(404).end();
    else response.writeHead(200, { 'Content-Type': file.contentType }).end(file.bytes);
  }

  const port = await openLoopbackPort(
    (incoming, response) => {
      serve(incoming, response).catch((error: unknown) => {
        // A client that hung up in the middle is no fault of the double's; anything else is.
        const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
        if (!incoming.socket.destroyed) record({ rule: 'double', detail });
        response.destroy();
      });
    },
    (server) =>
      server.on('connection', (socket) => {
        sockets.add(socket);
        socket.once('close', () => sockets.delete(socket));
      }),
  );
  const origin = (): string => `http://127.0.0.1:${port.number}`;

  return {
    origin: origin(),
    requests,
    stop() {
      port.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}
