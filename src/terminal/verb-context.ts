import type { Logger } from 'pino';
import type { Parley } from '../main.js';
import type { Terminal } from './terminal.js';

/** What every verb works with. */
export interface VerbContext {
  readonly terminal: Terminal;
  readonly parley: Parley;
  readonly log: Logger;
}
