import { buttonActs } from './button-acts.js';
import { commandActs } from './command-acts.js';
import { messageActs } from './message-acts.js';

/** Everything that members do in a soak, by name. */
export const acts = { ...commandActs, ...messageActs, ...buttonActs } as const;

export type ActName = keyof typeof acts;
