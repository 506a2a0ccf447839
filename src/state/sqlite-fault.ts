import { ParleyError } from '../errors.js';
import { StateError } from './state-error.js';

/** The code of a failed statement ("SQLITE_CORRUPT_INDEX") or system call ("EACCES"). */
function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return undefined;
  // A header that is spoilt in one place has no code of its own.
  return error.message === 'unsupported file format' ? 'SQLITE_CORRUPT' : error.code;
}

interface Fault {
  /** The start of the codes it covers. */
  readonly codes: readonly string[];
  what(file: string, code: string): string;
  remedy(file: string): string;
}

const faults: readonly Fault[] = [
  {
    // Nothing is written that hangs on a row before that is found, and what hangs on a row goes with it: where a reference
    // fails, an index and its table no longer agree.
    codes: ['SQLITE_CORRUPT', 'SQLITE_NOTADB', 'SQLITE_CONSTRAINT_FOREIGNKEY'],
    what: (file, code) => `The database ${file} is damaged (${code}).`,
    remedy: (file) =>
      `Stop Parley, move ${file} aside (with its -wal and -shm, if they are there) or put a backup in its place, and ` +
      'start again: `npx parley backup` makes one that has the database. Without a backup, servers lose their settings, ' +
      'staged documents, notes, golden questions, quotas and audit log, and earlier answers lose their buttons, ' +
      'follow-ups, votes and disputes; documents that are live and indexes are not in it.',
  },
  {
    codes: ['SQLITE_FULL', 'ENOSPC', 'EDQUOT'],
    what: (file, code) => `There is no space left to write the database ${file} (${code}). What it has is whole.`,
    remedy: () => 'Free some space on that disk.',
  },
  {
    codes: ['SQLITE_READONLY', 'SQLITE_CANTOPEN', 'SQLITE_PERM', 'EACCES', 'EPERM', 'EROFS', 'EISDIR', 'ENOTDIR'],
    what: (file, code) => `Parley may not write the database ${file} (${code}).`,
    remedy: () => 'Give this user write access to the file and its folder, or name another one in PARLEY_DATA_DIR.',
  },
  {
    codes: ['SQLITE_BUSY', 'SQLITE_LOCKED', 'SQLITE_PROTOCOL'],
    what: (file, code) => `Another process holds the database ${file} (${code}).`,
    remedy: () => 'Stop it: one Parley at a time writes to a folder.',
  },
  {
    codes: ['SQLITE_IOERR', 'EIO'],
    what: (file, code) => `The database ${file} could not be read or written (${code}).`,
    remedy: () => 'Check its disk.',
  },
];

/** A failed statement as an error for people; a defect comes back as it is. */
export function sqliteFault(error: unknown, file: string): unknown {
  const code = codeOf(error);
  if (code === undefined || error instanceof ParleyError) return error;
  const fault = faults.find(({ codes }) => codes.some((start) => code.startsWith(start)));
  return fault === undefined ? error : new StateError(fault.what(file, code), fault.remedy(file), { cause: error });
}
