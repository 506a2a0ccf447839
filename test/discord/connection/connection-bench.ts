import { once } from 'node:events';
import type { Client } from 'discord.js';
import { createClient } from '#src/discord/connection/client.js';
import { connect } from '#src/discord/connection/connect.js';
import { type Loopback, type LoopbackOptions, startLoopback } from '../../support/discord/loopback.js';

/** The loopback Discord and the product's own client, connected to it. */
export interface ConnectionBench {
  readonly discord: Loopback;
  readonly client: Client<true>;
}

type Ending = () => Promise<void>;

/** Makes what a test needs and ends it afterwards; `end` belongs into `afterEach`. */
export function createBench() {
  const endings: Ending[] = [];

  async function start(options?: LoopbackOptions): Promise<Loopback> {
    const discord = await startLoopback(options);
    endings.push(() => discord.stop());
    return discord;
  }

  function client(restApi: string): Client {
    const made = createClient({ restApi });
    endings.push(() => made.destroy());
    return made;
  }

  return {
    start,
    client,
    async connected(options?: LoopbackOptions): Promise<ConnectionBench> {
      const discord = await start(options);
      const made = client(discord.api);
      await connect({
        client: made,
        token: discord.token,
        signal: new AbortController().signal,
        onWaiting: (line) => {
          throw new Error(`Nothing should have to be awaited: ${line}`);
        },
      });
      if (!made.isReady()) throw new Error('The client is not ready.');
      return { discord, client: made };
    },
    async end(): Promise<void> {
      for (const ending of endings.splice(0).toReversed()) await ending();
    },
  };
}

/** Resolves with what the next such event brings. */
export async function nextEvent(client: Client, event: string): Promise<readonly unknown[]> {
  return once(client, event);
}
