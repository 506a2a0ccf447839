import type { ParleyError } from '../../errors.js';

/** A path of the machine, an address, a command to type at a console, a setting of the environment. */
const forTheOperator = /(?:^|[\s"'“(])(?:[A-Za-z]:)?[\\/][^\s/\\]|:\/\/|`|\bPARLEY_[A-Z]/u;

const elsewhere =
  'Something on the machine that I run on is in the way, and cannot be mended from here: whoever runs me finds in my log what it is.';

/**
 * What went wrong and what to do, for moderators. What only whoever runs Parley can mend, they cannot; and where files lie
 * is nothing for Discord: it must be in the log.
 */
export function plainLine({ line }: Pick<ParleyError, 'line'>): string {
  return forTheOperator.test(line) ? elsewhere : line;
}
