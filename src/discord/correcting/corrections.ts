import { describeError } from '../../redaction.js';
import type { Correcting } from '../../state/seams/staging.js';
import { pause } from '../connection/pause.js';
import { systemTimers, type Timers } from '../connection/timers.js';
import { tellModerators } from '../moderating/tell-moderators.js';
import { correctCollection } from './correct-collection.js';
import type { CorrectingParts } from './correcting-parts.js';
import { createEditPace, type EditLimits } from './edit-pace.js';
import { toWhatIsLive } from './is-live.js';
import { createLaterTries } from './later-tries.js';

/** Durations in milliseconds. */
export interface CorrectionLimits extends EditLimits {
  /** How soon what another process published is looked through, and what could not be done is tried again. */
  readonly correctEveryMs: number;
}

/** Discord takes 5 in 5 seconds in a channel, which members' answers need: corrections leave most of it to them. */
export const usualCorrectionLimits: CorrectionLimits = {
  correctEveryMs: 10_000,
  editEveryMs: 1_000,
  editInChannelEveryMs: 3_000,
};

/** How often, and how soon again, late answers are looked for when that came to nothing. Milliseconds. */
const mostLateTries = 8;
const lateAgainMs = 30_000;

const day = 24 * 3_600_000;
/** What is older is read by nobody any more. */
const correctedForMs = 14 * day;

/** Corrects what was shown, after documents changed under it. */
export interface Corrections {
  /** Does what there is to be done; resolves at its end. One round at a time: a call meanwhile waits for the same end. */
  run(): Promise<void>;
  /** To be called after a swap: begins at once, and what runs is done again. */
  kick(): void;
  /** Ends what runs after the message that is being edited, and resolves then. Nothing begins any more. */
  stop(): Promise<void>;
}

/** Answers that were on their way while a swap came may be shown after all others were corrected. */
interface LateLook {
  readonly correcting: Correcting;
  readonly since: number;
  readonly due: number;
  readonly triesLeft: number;
}

export interface CorrectionsInput {
  readonly limits: EditLimits;
  readonly timers?: Timers;
  /** Milliseconds of a clock that never goes back. */
  readonly clock?: () => number;
}

function add(counts: Map<string, number>, more: ReadonlyMap<string, number>): void {
  for (const [guild, count] of more) counts.set(guild, (counts.get(guild) ?? 0) + count);
}

export function createCorrections(
  bot: Omit<CorrectingParts, 'mayEdit' | 'signal'>,
  { limits, timers = systemTimers, clock = () => performance.now() }: CorrectionsInput,
): Corrections {
  const { state, client, log, now, deadlineMs } = bot;
  const ending = new AbortController();
  const { signal } = ending;
  const mayEdit = createEditPace(limits, clock, (milliseconds) => pause(milliseconds, timers, signal));
  const parts: CorrectingParts = { ...bot, mayEdit, signal };
  const later = createLaterTries(clock, log);
  /** Corrected and not told yet, by collection and then by server. */
  const untold = new Map<string, Map<string, number>>();
  let lateLooks: readonly LateLook[] = [];
  let swaps = 0;
  let running: Promise<void> | null = null;

  async function tell(counts: ReadonlyMap<string, number>): Promise<void> {
    for (const [guild, count] of counts) {
      const text = count === 1 ? '1 earlier answer was corrected.' : `${count} earlier answers were corrected.`;
      await tellModerators(guild, text, bot);
    }
  }

  async function correct(correcting: Correcting): Promise<void> {
    const { collection, documents } = correcting;
    if (later.isResting(collection)) return;
    const swapsBefore = swaps;
    const startedAt = now();
    const done = await correctCollection(
      {
        correcting,
        since: startedAt - correctedForMs,
        isGivenUp: (record) => later.isGivenUp(collection, record),
        postponed: later.postponed(collection),
      },
      parts,
    );
    const counts = untold.get(collection) ?? new Map<string, number>();
    untold.set(collection, counts);
    add(counts, done.counts);
    if (done.outcome === 'later') later.rest(collection, done);
    // A swap back and forth leaves no trace in what is to be corrected, so that swaps are counted here.
    if (done.outcome !== 'done' || swaps !== swapsBefore) return;
    await state.staging.corrected(correcting);
    later.forget(collection);
    untold.delete(collection);
    const corrected = [...counts.values()].reduce((sum, count) => sum + count, 0);
    log.info({ collection, documents: documents.length, corrected }, 'earlier answers were looked through');
    lateLooks = [
      ...lateLooks,
      { correcting, since: startedAt - deadlineMs, due: clock() + deadlineMs, triesLeft: mostLateTries },
    ];
    await tell(counts);
  }

  async function lookAgain(): Promise<void> {
    const due = lateLooks.filter((look) => look.due <= clock());
    lateLooks = lateLooks.filter((look) => !due.includes(look));
    for (const look of due) {
      const { counts, outcome } = await correctCollection(
        {
          correcting: await toWhatIsLive(look.correcting, parts),
          since: look.since,
          isGivenUp: () => false,
          postponed: [],
        },
        parts,
      );
      await tell(counts);
      if (outcome !== 'done' && look.triesLeft > 1)
        lateLooks = [...lateLooks, { ...look, due: clock() + lateAgainMs, triesLeft: look.triesLeft - 1 }];
    }
  }

  async function work(): Promise<void> {
    for (let before = -1; before !== swaps; ) {
      before = swaps;
      for (const correcting of await state.staging.correcting()) await correct(correcting);
      await lookAgain();
    }
  }

  function run(): Promise<void> {
    // Before the bot is connected there is nobody to edit as.
    if (signal.aborted || !client.isReady()) return Promise.resolve();
    running ??= work()
      .catch((error: unknown) => {
        if (!signal.aborted) throw error;
      })
      .finally(() => {
        running = null;
      });
    return running;
  }

  return {
    run,
    kick() {
      swaps += 1;
      later.wake();
      run().catch((error: unknown) => log.error(describeError(error), 'correcting earlier answers failed'));
    },
    async stop() {
      ending.abort();
      await running?.catch(() => undefined);
    },
  };
}
