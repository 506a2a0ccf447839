import type { DiscordError } from './discord-error.js';

/** One thing that is wrong with a request. */
export interface Finding {
  readonly rule: string;
  readonly detail: string;
  /** What Discord answers; `null` where only this house objects and Discord goes on. */
  readonly refusal: DiscordError | null;
}
