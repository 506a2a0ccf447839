import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ParleyError } from '../errors.js';

export interface Readiness {
  readonly ready: boolean;
  /** Why not, in a few words without secrets; `null` when ready. */
  readonly reason: string | null;
}

export interface HealthParts {
  /** 0 takes any that is free. */
  readonly port: number;
  /** 127.0.0.1 unless given: who watches from another machine names what to listen on. */
  readonly host?: string;
  /** False when only a restart helps. */
  isLive(): boolean;
  /** Whether questions are answered now. */
  readiness(): Readiness;
}

export interface HealthServer {
  readonly port: number;
  /** Resolves once the port is free; open connections are cut. */
  close(): Promise<void>;
}

/** Nobody sends a health page much, or slowly. Milliseconds. */
const patience = 2_000;
const longestHeaders = 4_096;

interface Page {
  readonly status: number;
  readonly text: string;
}

function pageAt(path: string, { isLive, readiness }: HealthParts): Page {
  if (path === '/healthz') return isLive() ? { status: 200, text: 'ok' } : { status: 503, text: 'not live' };
  if (path === '/readyz') {
    const { ready, reason } = readiness();
    return ready ? { status: 200, text: 'ok' } : { status: 503, text: reason ?? 'not ready' };
  }
  return { status: 404, text: 'Only /healthz and /readyz are here.' };
}

function answer(request: IncomingMessage, response: ServerResponse, parts: HealthParts): void {
  const send = ({ status, text }: Page): void => {
    response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' });
    response.end(`${text}\n`);
  };
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('allow', 'GET, HEAD');
    send({ status: 405, text: 'Only GET and HEAD.' });
    return;
  }
  try {
    send(pageAt(request.url?.split('?')[0] ?? '', parts));
  } catch {
    // What asks about health must be told, and nothing of the error that its owner has not weighed.
    send({ status: 503, text: 'unknown' });
  }
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function cannotListen(error: unknown, port: number, host: string): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (typeof code !== 'string') return error;
  const taken = code === 'EADDRINUSE' ? 'another process has it' : code;
  return new ParleyError(
    `The health pages cannot be served on port ${port} of ${host}: ${taken}.`,
    'Set PARLEY_HEALTH_PORT to a free port, or leave it out to serve none.',
    { cause: error },
  );
}

/**
 * Serves `/healthz` (200, or 503 when not live) and `/readyz` (200, or 503 with the reason) as plain text.
 *
 * @throws ParleyError when the port cannot be had
 */
export async function startHealthServer(parts: HealthParts): Promise<HealthServer> {
  const { port, host = '127.0.0.1' } = parts;
  const server = createServer(
    {
      headersTimeout: patience,
      requestTimeout: patience,
      connectionsCheckingInterval: patience / 2,
      maxHeaderSize: longestHeaders,
    },
    (request, response) => answer(request, response, parts),
  );
  try {
    await listen(server, port, host);
  } catch (error) {
    throw cannotListen(error, port, host);
  }
  // Health pages alone are no reason for a process to stay.
  server.unref();
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        // A monitor that keeps its connection would hold the port.
        server.closeAllConnections();
      }),
  };
}
