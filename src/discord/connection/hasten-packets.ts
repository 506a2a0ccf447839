import { type Client, Events } from 'discord.js';

/**
 * Makes discord.js handle at once what arrived before it was ready. It puts that off to a moment which does not wake an
 * idle process, so that an interaction waits until something else happens: for seconds, and it has three.
 */
export function hastenPackets(client: Client): void {
  function stayAwake(): void {
    // biome-ignore lint/complexity/useLiteralKeys: it is private
    const { length } = client.ws['packetQueue'];
    // The last packet leaves the queue one round before it is handled.
    setImmediate(length > 0 ? stayAwake : () => {});
  }

  // Told of before the first packet leaves the queue.
  client.once(Events.ClientReady, stayAwake);
}
