import type { Migration } from './migrate.js';
import { version1 } from './migrations/version-1.js';
import { version2 } from './migrations/version-2.js';
import { version3 } from './migrations/version-3.js';

/**
 * How the database came to be what it is, oldest first; number and place agree. Only ever append: what a release has run
 * is history. Column types are the ones that SQLite and Postgres both know.
 */
export const migrations: readonly Migration[] = [version1, version2, version3];
