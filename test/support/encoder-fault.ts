import { expect } from 'vitest';
import { EncoderError } from '#src/errors.js';

/** The EncoderError that `work` is rejected with; fails when it is not. */
export async function faultOf(work: Promise<unknown>): Promise<EncoderError> {
  const error: unknown = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(EncoderError);
  return error as EncoderError;
}
