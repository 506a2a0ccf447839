import { afterEach, beforeEach, describe } from 'vitest';
import type { StateStore } from '#src/state/state-store.js';
import { acceptanceContract } from './state/acceptance-contract.js';
import { anyTextContract } from './state/any-text-contract.js';
import { askedContract } from './state/asked-contract.js';
import { atOnceContract } from './state/at-once-contract.js';
import { auditContract } from './state/audit-contract.js';
import { citingContract } from './state/citing-contract.js';
import { correctingContract } from './state/correcting-contract.js';
import { factsContract } from './state/facts-contract.js';
import { feedbackContract } from './state/feedback-contract.js';
import { forgettingContract } from './state/forgetting-contract.js';
import { personalContract } from './state/personal-contract.js';
import { publicationContract } from './state/publication-contract.js';
import { qualityContract } from './state/quality-contract.js';
import { quotasContract } from './state/quotas-contract.js';
import { recordsContract } from './state/records-contract.js';
import { reviewsContract } from './state/reviews-contract.js';
import { serversContract } from './state/servers-contract.js';
import { settingsContract } from './state/settings-contract.js';
import { slidingWindowContract } from './state/sliding-window-contract.js';
import { spendingContract } from './state/spending-contract.js';
import { stagingContract } from './state/staging-contract.js';
import { turnsContract } from './state/turns-contract.js';
import { wholeContract } from './state/whole-contract.js';

const contracts = [
  recordsContract,
  turnsContract,
  citingContract,
  askedContract,
  forgettingContract,
  feedbackContract,
  reviewsContract,
  acceptanceContract,
  settingsContract,
  auditContract,
  quotasContract,
  slidingWindowContract,
  spendingContract,
  stagingContract,
  publicationContract,
  correctingContract,
  qualityContract,
  personalContract,
  factsContract,
  serversContract,
  anyTextContract,
  atOnceContract,
  wholeContract,
];

/** What every state store must do. `open` gives an empty one. */
export function stateStoreContract(name: string, open: () => Promise<StateStore>): void {
  describe(`a state store: ${name}`, () => {
    let store: StateStore;
    beforeEach(async () => {
      store = await open();
    });
    afterEach(async () => {
      await store.close();
    });
    for (const contract of contracts) contract(() => store);
  });
}
