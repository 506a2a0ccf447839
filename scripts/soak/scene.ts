import type { ActingIn, Actor } from '../../test/support/discord/actor.js';
import type { Loopback } from '../../test/support/discord/loopback.js';
import type { Reply } from '../../test/support/discord/reply.js';
import { pick } from '../bench/seeded-random.js';
import type { Journal } from './journal.js';
import type { Ledger } from './ledger.js';
import type { Place, Stage } from './stage.js';

/** What an event of a soak has to do with. */
export interface Scene {
  /** Names the event in the journal: `#17 ask`. */
  readonly event: string;
  readonly discord: Loopback;
  readonly stage: Stage;
  readonly ledger: Ledger;
  readonly journal: Journal;
  readonly random: () => number;
}

export type Act = (scene: Scene) => Promise<void>;

export const sent = (place: Place): ActingIn => ({ in: place.channel, until: 'sent' });

/** Waits for an interaction's end, and lets others press on what it showed. */
export async function follow(
  { event, stage, ledger }: Scene,
  place: Place,
  actor: Actor,
  interact: () => Promise<Reply>,
): Promise<Reply | undefined> {
  const sentAt = performance.now();
  const reply = await ledger.settle(event, await interact(), sentAt);
  const [message] = reply?.messages ?? [];
  if (reply !== undefined && message !== undefined) {
    stage.shows({ message, place, owner: reply.isEphemeral ? actor : null });
  }
  return reply;
}

/** One of several places, and somebody there. */
export function somewhere(
  places: readonly Place[],
  random: () => number,
): { readonly place: Place; readonly actor: Actor } {
  const place = pick(places, random);
  return { place, actor: pick(place.people, random) };
}
