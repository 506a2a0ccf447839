import type { Logger } from 'pino';
import { describeError } from '../../redaction.js';

/** The part of `process` that is used here. */
export interface WatchedProcess {
  on(event: 'uncaughtException' | 'unhandledRejection', listener: (error: unknown) => void): unknown;
  off(event: 'uncaughtException' | 'unhandledRejection', listener: (error: unknown) => void): unknown;
}

/** What discord.js does with a frame of the gateway happens in a promise that nobody awaits. */
const gatewayFrame = /[\\/]@discordjs[\\/]ws[\\/]/u;

/**
 * Errors that nobody caught. Node would print them whole, with addresses and bodies that hold tokens; here the log gets
 * their redacted facts, and `onCrash` ends the process. A frame of the gateway that discord.js cannot digest is no reason to end.
 *
 * @returns what ends the watch
 */
export function watchProcess({
  process,
  log,
  onCrash,
}: {
  readonly process: WatchedProcess;
  readonly log: Pick<Logger, 'error'>;
  readonly onCrash: () => void;
}): () => void {
  const crash = (error: unknown): void => {
    log.error(describeError(error), 'Parley stops: nobody foresaw this error.');
    onCrash();
  };
  const reject = (error: unknown): void => {
    if (error instanceof Error && gatewayFrame.test(error.stack ?? '')) {
      log.error(describeError(error), 'A frame of the gateway could not be handled.');
    } else {
      crash(error);
    }
  };
  process.on('uncaughtException', crash);
  process.on('unhandledRejection', reject);
  return () => {
    process.off('uncaughtException', crash);
    process.off('unhandledRejection', reject);
  };
}
