import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A port on 127.0.0.1 that can be closed and opened again without losing its number. */
export interface LoopbackPort {
  readonly number: number;
  /** New connections are refused; those there are go on. */
  close(): void;
  open(): Promise<void>;
}

/** @param prepare Gets each new server: one that was closed cannot listen again. */
export async function openLoopbackPort(
  answer: RequestListener,
  prepare: (server: Server) => void = () => {},
): Promise<LoopbackPort> {
  let server: Server | undefined;
  let number = 0;

  async function open(): Promise<void> {
    if (server !== undefined) return;
    const created = createServer(answer);
    server = created;
    prepare(created);
    await new Promise<void>((resolve, reject) => {
      created.once('error', reject);
      created.listen(number, '127.0.0.1', resolve);
    });
    number = (created.address() as AddressInfo).port;
  }

  await open();
  return {
    get number() {
      return number;
    },
    open,
    close() {
      // It stops listening at once; its end waits for the connections there are, and nobody waits for that.
      server?.close();
      server = undefined;
    },
  };
}
