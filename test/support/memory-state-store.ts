import { StateError } from '#src/state/state-error.js';
import type { StateStore } from '#src/state/state-store.js';
import { memoryAudit } from './memory-state/memory-audit.js';
import { memoryFacts } from './memory-state/memory-facts.js';
import { memoryFeedback } from './memory-state/memory-feedback.js';
import { memoryPersonal } from './memory-state/memory-personal.js';
import { memoryQuality } from './memory-state/memory-quality.js';
import { memoryQuotas } from './memory-state/memory-quotas.js';
import { memoryRecords } from './memory-state/memory-records.js';
import { memoryReviews } from './memory-state/memory-reviews.js';
import { memoryServers } from './memory-state/memory-servers.js';
import { memorySettings } from './memory-state/memory-settings.js';
import { memorySpending } from './memory-state/memory-spending.js';
import { memoryStaging } from './memory-state/memory-staging.js';
import { emptyTables, type Plain } from './memory-state/memory-tables.js';

/** A state store that keeps nothing: plain lists, so simple that it can judge the real ones. */
export function createMemoryStateStore(): StateStore {
  const tables = emptyTables();
  let isClosed = false;

  /** Runs as the real ones do: never before the caller goes on, and not once closed. */
  async function run<T>(act: () => T): Promise<T> {
    await Promise.resolve();
    if (isClosed) throw new StateError('The state is closed.', 'Start Parley again.');
    return structuredClone(act());
  }

  /** Every method as a promise; what is handed over is copied at once, what is given out too. */
  function promised<Group>(group: Plain<Group>): Group {
    const methods = Object.entries<(...given: unknown[]) => unknown>(group).map(([name, act]) => [
      name,
      (...given: unknown[]) => {
        const kept = structuredClone(given);
        return run(() => act(...kept));
      },
    ]);
    return Object.fromEntries(methods) as Group;
  }

  return {
    records: promised(memoryRecords(tables)),
    feedback: promised(memoryFeedback(tables)),
    reviews: promised(memoryReviews(tables)),
    settings: promised(memorySettings(tables)),
    audit: promised(memoryAudit(tables)),
    quotas: promised(memoryQuotas(tables)),
    spending: promised(memorySpending(tables)),
    staging: promised(memoryStaging(tables)),
    quality: promised(memoryQuality(tables)),
    personal: promised(memoryPersonal(tables)),
    facts: promised(memoryFacts(tables)),
    servers: promised(memoryServers(tables)),
    faults: () => run(() => []),
    backUp: () =>
      run(() => {
        throw new Error('There is nothing to back up: this store keeps nothing.');
      }),
    async close() {
      isClosed = true;
    },
  };
}
