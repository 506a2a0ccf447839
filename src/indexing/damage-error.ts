import { GenerationError } from '../errors.js';

/** Something in a generation's folder is not as it was written: another generation has to serve. */
export class DamageError extends GenerationError {
  constructor(subject: string, what: string, options?: ErrorOptions) {
    super(
      `${subject} is damaged: ${what}.`,
      'Run `npx parley index` to build it anew, or `npx parley rollback` to make an older generation live.',
      options,
    );
  }
}
