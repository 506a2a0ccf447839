import { ParleyError } from '../errors.js';

/** Whoever reads the results has seen enough (`| head -1`): that is no failure. */
export class OutputClosed extends Error {
  override readonly name = 'OutputClosed';
}

/** Results cannot be written where they go. */
export class OutputError extends ParleyError {
  override readonly name = 'OutputError';

  constructor(cause: NodeJS.ErrnoException) {
    super(
      `The results cannot be written to standard output (${cause.code ?? cause.message}).`,
      'Make room there, or send them elsewhere.',
      { cause },
    );
  }
}
