import { randomBytes } from 'node:crypto';

/**
 * A word that nobody can guess, made once a process and put into the system message. It has no meaning: a draft that holds
 * it gives away what the model was told, and what else stands beside it is not shown.
 */
export const canary: string = `ref-${randomBytes(8).toString('hex')}`;
