import type { FaultKind } from '../../test/support/discord/faults.js';
import { pick } from '../bench/seeded-random.js';
import { type ActName, acts } from './acts.js';
import { between, eventRandom } from './event-random.js';

/** One of the next requests goes wrong. */
export interface RestTrouble {
  readonly kind: FaultKind;
  readonly route: RegExp;
  readonly times: number;
  readonly delayMs: number;
}

export type GatewayTrouble =
  | { readonly kind: 'op 7' | 'op 9 (resumable)' | 'op 9' | 'TCP cut' }
  | { readonly kind: 'refused port'; readonly forMs: number };

/** What one event of a soak is; the same for the same seed and number. */
export interface PlannedEvent {
  readonly act: ActName;
  readonly rest: RestTrouble | null;
  readonly gateway: GatewayTrouble | null;
}

/** How often each act comes, against the others. */
const weights: Readonly<Record<ActName, number>> = {
  ask: 12,
  askPrivately: 5,
  check: 5,
  summary: 5,
  digest: 2,
  sources: 2,
  help: 2,
  complete: 4,
  mention: 14,
  mentionInThread: 5,
  bareMention: 2,
  direct: 5,
  editedMention: 2,
  replyToBot: 8,
  talkAmongMembers: 3,
  askMenu: 3,
  checkMenu: 4,
  followUpByForm: 3,
  showPassage: 6,
  nextPassage: 4,
  previousPassage: 2,
  voteUp: 3,
  voteDown: 2,
  share: 4,
  shareTwice: 2,
  dispute: 4,
};

const names = Object.keys(acts) as readonly ActName[];
const bag = names.flatMap((name) => Array.from({ length: weights[name] }, () => name));

const restKinds: readonly FaultKind[] = [
  '429',
  '429-no-retry-after',
  '429-global',
  '500',
  '502',
  'delay',
  'cut-before',
  'cut-after',
];
const routes = [/./, /callback$/, /^\/webhooks\//, /\/messages$/] as const;
const restShare = 0.2;

/** Once in so many events the connection breaks, in one way after the other. */
const eventsPerGatewayTrouble = 30;
const gatewayKinds = ['TCP cut', 'op 9', 'op 7', 'refused port', 'op 9 (resumable)'] as const;

/**
 * Two kinds in five end the session. A process begins 30 new ones at once and then one in two minutes (see
 * identify-budget.ts), so that a longer run goes on with the kinds that are resumed.
 */
const turnsWithNewSessions = 50;

function gatewayTrouble(turn: number, random: () => number): GatewayTrouble | null {
  const kind = gatewayKinds[turn % gatewayKinds.length];
  if (kind === undefined) return null;
  const endsSession = kind === 'op 9' || kind === 'refused port';
  if (endsSession && turn >= turnsWithNewSessions) return { kind: 'TCP cut' };
  return kind === 'refused port' ? { kind, forMs: between(200, 3_000, random) } : { kind };
}

/** @param event Counted from 0. */
export function planEvent(seed: number, event: number): PlannedEvent {
  const random = eventRandom(seed, event);
  const act = pick(bag, random);
  const rest: RestTrouble | null =
    random() < restShare
      ? {
          kind: pick(restKinds, random),
          route: pick(routes, random),
          times: between(1, 2, random),
          delayMs: between(20, 600, random),
        }
      : null;
  // Halfway to the next turn, so that neither the beginning nor the end of a run is one.
  const turn = (event - eventsPerGatewayTrouble / 2) / eventsPerGatewayTrouble;
  return { act, rest, gateway: Number.isInteger(turn) ? gatewayTrouble(turn, random) : null };
}
