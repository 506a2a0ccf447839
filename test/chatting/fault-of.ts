import { expect } from 'vitest';
import { ChatModelError } from '#src/errors.js';

/** The ChatModelError that `work` is rejected with; fails when it is not. */
export async function chatFaultOf(work: Promise<unknown>): Promise<ChatModelError> {
  const error: unknown = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(ChatModelError);
  return error as ChatModelError;
}
