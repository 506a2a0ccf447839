import { ParleyError } from '../errors.js';

/** What must survive a restart cannot be kept or read. */
export class StateError extends ParleyError {
  override readonly name = 'StateError';
}
