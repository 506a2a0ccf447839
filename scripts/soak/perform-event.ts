import type { Loopback } from '../../test/support/discord/loopback.js';
import { acts } from './acts.js';
import { eventRandom } from './event-random.js';
import type { Journal } from './journal.js';
import type { Ledger } from './ledger.js';
import type { Outages } from './outages.js';
import type { Scene } from './scene.js';
import { planEvent, type RestTrouble } from './soak-plan.js';
import type { Stage } from './stage.js';

/** What all events of a run share. */
export interface SoakParts {
  readonly seed: number;
  readonly discord: Loopback;
  readonly stage: Stage;
  readonly journal: Journal;
  readonly outages: Outages;
  readonly ledger: Ledger;
}

function spoil(discord: Loopback, journal: Journal, { kind, route, times, delayMs }: RestTrouble): void {
  discord.fails({ kind, route, times, delayMs });
  journal.note(`rest: ${kind} ${times} × ${route.source} (${delayMs} ms)`);
}

/** One event, with what goes wrong at its time; never rejects. */
export async function performEvent(soak: SoakParts, number: number): Promise<void> {
  const { seed, discord, stage, ledger, journal } = soak;
  const { act, rest } = planEvent(seed, number);
  const event = `#${number} ${act}`;
  if (rest !== null) spoil(discord, journal, rest);
  // Another stream than the one that planned it.
  const scene: Scene = { event, discord, stage, ledger, journal, random: eventRandom(~seed, number) };
  journal.note(`${event} …`);
  ledger.count(act);
  try {
    await acts[act](scene);
    journal.note(`${event} ended`);
  } catch (error) {
    journal.fails(`${event}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
