import type { GatewayIntentBits } from 'discord-api-types/v10';

/** One dispatch on its way to the sessions that may have it. */
export interface GatewayEvent {
  readonly name: string;
  readonly data: object;
  /** `null` for direct messages, which go to shard 0. */
  readonly guildId: string | null;
  /** What a session must have asked for; `null` when everybody gets it. */
  readonly intent: GatewayIntentBits | null;
}

/** Takes events from whoever makes them to the gateway. */
export interface EventFeed {
  /** True when a connected client was sent it; otherwise it waits for a resume, or is lost. */
  publish(event: GatewayEvent): boolean;
  /** Only the gateway listens. */
  onEvent(listener: (event: GatewayEvent) => boolean): void;
}

export function createEventFeed(): EventFeed {
  const listeners: ((event: GatewayEvent) => boolean)[] = [];
  return {
    publish: (event) => listeners.map((listener) => listener(event)).includes(true),
    onEvent(listener) {
      listeners.push(listener);
    },
  };
}
