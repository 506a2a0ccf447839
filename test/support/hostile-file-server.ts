import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface HostileFileServer {
  /** Where a file lies that is served as told. */
  serves(serve: (response: ServerResponse) => void): string;
  /** How many bytes went out so far. */
  readonly sent: number;
  /** How many requests came. */
  readonly requests: number;
  stop(): Promise<void>;
}

/** What an honest server would not do to whoever fetches a file from it. */
export async function startHostileFileServer(): Promise<HostileFileServer> {
  const files: ((response: ServerResponse) => void)[] = [];
  let sent = 0;
  let requests = 0;
  const server = createServer((request, response) => {
    requests += 1;
    response.on('close', () => {
      sent += response.socket?.bytesWritten ?? 0;
    });
    files[Number(request.url?.slice(1))]?.(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    serves: (serve) => `http://127.0.0.1:${port}/${files.push(serve) - 1}`,
    get sent() {
      return sent;
    },
    get requests() {
      return requests;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const chunk = Buffer.alloc(65_536, 'The truce held for one week. ');

/** So many bytes, as fast as they are taken, and nothing said of how many they are. */
export function stream(bytes: number): (response: ServerResponse) => void {
  return (response) => {
    let left = bytes;
    const push = (): void => {
      while (left > 0) {
        left -= chunk.length;
        if (!response.write(chunk)) {
          response.once('drain', push);
          return;
        }
      }
      response.end();
    };
    push();
  };
}
