import type { Audited } from './audit.js';

/** One thing that a server, or one channel of it, has set differently from the default. */
export interface Setting {
  readonly guild: string;
  /** `null` for the whole server. */
  readonly channel: string | null;
  readonly key: string;
  /** Any JSON value. */
  readonly value: unknown;
}

export interface SettingsStore {
  /** Everything a server has set, its channels' included, in the order of channel and key. */
  of(guild: string): Promise<readonly Setting[]>;
  /** Sets one value; `null` takes it back to the default. */
  set(setting: Setting, audited: Audited): Promise<void>;
}
