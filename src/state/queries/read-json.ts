import { z } from 'zod';
import { StateError } from '../state-error.js';

export const texts = z.array(z.string());

/**
 * What was kept as JSON.
 *
 * @param what names it for a person: "the staged change of server:treaty"
 * @throws StateError when it is not what it should be: somebody else wrote it, or a Parley of another version
 */
export function readJson<T>(schema: z.ZodType<T>, json: string, what: string): T {
  try {
    return schema.parse(JSON.parse(json));
  } catch (cause) {
    throw new StateError(
      `The database holds ${what}, and it cannot be read.`,
      'Put a backup of the database in its place, or take the change back and make it again.',
      { cause },
    );
  }
}
