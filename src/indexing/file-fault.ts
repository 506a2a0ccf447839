import { GenerationError, ParleyError } from '../errors.js';

const fullCodes: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);
const forbiddenCodes: ReadonlySet<string> = new Set(['EACCES', 'EPERM', 'EROFS']);

/** The error code of a failed system call, or `undefined` for any other error. */
export function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return undefined;
  return error.code;
}

/**
 * A failed file operation as an error for people; anything else comes back as it is.
 *
 * @param path what was being written or read
 */
export function fileFault(error: unknown, path: string): unknown {
  const code = codeOf(error);
  if (code === undefined || error instanceof ParleyError) return error;
  if (fullCodes.has(code)) {
    return new GenerationError(
      `There is no space left to write the index (${path}: ${code}). The live generation is untouched.`,
      'Free some space on that disk, then run `npx parley index` again.',
      { cause: error },
    );
  }
  if (forbiddenCodes.has(code)) {
    return new GenerationError(
      `Parley may not write its index there (${path}: ${code}). The live generation is untouched.`,
      'Give this user write access to the folder, or name another one in PARLEY_DATA_DIR, then run `npx parley index`.',
      { cause: error },
    );
  }
  return new GenerationError(
    `The index could not be written or read (${path}: ${code}). The live generation is untouched.`,
    'Check that folder and its disk, then run `npx parley index` again.',
    { cause: error },
  );
}
