import { type Client, Events } from 'discord.js';
import { gatewayRefusal } from './gateway-refusal.js';

/** What came of opening the gateway. */
export interface GatewayOpening {
  /**
   * Resolves when the client is ready. @throws ConnectionRefused when the gateway closes for good; the signal's reason
   * when it is aborted
   */
  readonly ready: Promise<void>;
  /** Stops listening. */
  end(): void;
}

/** Waits for a client that opens its gateway; `onLost` is told the number of each connection that broke meanwhile. */
export function watchOpening(client: Client, signal: AbortSignal, onLost: (times: number) => void): GatewayOpening {
  const listening = new AbortController();
  const ready = new Promise<void>((resolve, reject) => {
    let times = 0;
    const lost = (): void => {
      times += 1;
      onLost(times);
    };
    const refuse = ({ code }: { readonly code: number }): void => reject(gatewayRefusal(code, client));
    const succeed = (): void => resolve();
    const stop = (): void => reject(signal.reason);
    client.once(Events.ClientReady, succeed);
    client.on(Events.ShardReconnecting, lost);
    client.on(Events.ShardDisconnect, refuse);
    signal.addEventListener('abort', stop);
    listening.signal.addEventListener('abort', () => {
      client.off(Events.ClientReady, succeed);
      client.off(Events.ShardReconnecting, lost);
      client.off(Events.ShardDisconnect, refuse);
      signal.removeEventListener('abort', stop);
    });
  });
  // Whoever waits hears of it; until then nobody may.
  ready.catch(() => undefined);
  return { ready, end: () => listening.abort() };
}
