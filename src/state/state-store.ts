import type { AuditStore } from './seams/audit.js';
import type { FactStore } from './seams/facts.js';
import type { FeedbackStore, ReviewStore } from './seams/feedback.js';
import type { PersonalStore } from './seams/personal.js';
import type { QualityStore } from './seams/quality.js';
import type { QuotaStore } from './seams/quotas.js';
import type { RecordStore } from './seams/records.js';
import type { ServerStore } from './seams/servers.js';
import type { SettingsStore } from './seams/settings.js';
import type { SpendingStore } from './seams/spending.js';
import type { StagingStore } from './seams/staging.js';

/**
 * What must survive a restart. Every method is one transaction: whole or not at all, and there once its promise resolves.
 * Everything a person typed goes when its time is over (see the `forget…` methods). Ids are opaque texts; times are
 * milliseconds since 1970.
 *
 * @throws StateError when the database cannot be read or written, and from every method after `close`
 */
export interface StateStore {
  readonly records: RecordStore;
  readonly feedback: FeedbackStore;
  readonly reviews: ReviewStore;
  readonly settings: SettingsStore;
  readonly audit: AuditStore;
  readonly quotas: QuotaStore;
  readonly spending: SpendingStore;
  readonly staging: StagingStore;
  readonly quality: QualityStore;
  readonly personal: PersonalStore;
  readonly facts: FactStore;
  readonly servers: ServerStore;
  /** Everything that is wrong with the database, a line each; empty when it is sound. Reads all of it. */
  faults(): Promise<readonly string[]>;
  /** Writes a whole copy of the database to a new file while it is in use. @throws StateError when the file is there */
  backUp(file: string): Promise<void>;
  /** May be called again. */
  close(): Promise<void>;
}
