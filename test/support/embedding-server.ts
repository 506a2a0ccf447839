import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fakeVector } from './fake-vector.js';

/** A reply that the server gives instead of its vectors; `drop` breaks the connection, `silence` never answers. */
export type Scripted =
  | { readonly status: number; readonly headers?: Record<string, string>; readonly body: string }
  | 'drop'
  | 'silence';

export interface EmbeddingServer {
  /** Address that ends in `/v1`. */
  readonly base: string;
  /** What it was asked, in order. */
  readonly requests: { readonly headers: IncomingHttpHeaders; readonly model: string; readonly input: string[] }[];
  /** Replies for the next requests, taken in order before it goes back to vectors. */
  readonly script: Scripted[];
  close(): Promise<void>;
}

/**
 * An OpenAI-compatible embedding server on the loopback interface. Its vectors are deterministic, are not of length 1
 * and come in reverse order, as the protocol allows.
 */
export async function startEmbeddingServer({
  dimensions = 64,
}: {
  dimensions?: number;
} = {}): Promise<EmbeddingServer> {
  const requests: EmbeddingServer['requests'] = [];
  const script: Scripted[] = [];
  const server = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', () => {
      const { model, input } = JSON.parse(Buffer.concat(pieces).toString('utf8')) as { model: string; input: string[] };
      requests.push({ headers: request.headers, model, input });
      const scripted = request.url === '/v1/embeddings' ? script.shift() : { status: 404, body: 'no such path' };
      if (scripted === 'silence') return;
      if (scripted === 'drop') {
        request.socket.destroy();
        return;
      }
      if (scripted !== undefined) {
        response.writeHead(scripted.status, scripted.headers).end(scripted.body);
        return;
      }
      const data = input.map((text, index) => ({
        object: 'embedding',
        index,
        embedding: Array.from(fakeVector(text, dimensions), (number) => number * 3),
      }));
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ object: 'list', model, data: data.toReversed() }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    base: `http://127.0.0.1:${port}/v1`,
    requests,
    script,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
