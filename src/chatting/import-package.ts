import { ChatModelError } from '../errors.js';

/** Imports a package by its name. */
export type ImportPackage = (name: string) => Promise<unknown>;

export const importPackage: ImportPackage = (name) => import(name);

/** Whether this very package is not there; one that it needs itself is another matter. */
function isMissing(error: unknown, name: string): boolean {
  const { code, message } = (error ?? {}) as { readonly code?: unknown; readonly message?: unknown };
  return code === 'ERR_MODULE_NOT_FOUND' && typeof message === 'string' && message.includes(`'${name}'`);
}

/**
 * A package that only this choice of a model needs.
 * @throws ChatModelError with what to type when it is not installed, or does not run here
 */
export async function importOptional(name: string, importIt: ImportPackage): Promise<unknown> {
  try {
    return await importIt(name);
  } catch (cause) {
    const what = isMissing(cause, name) ? 'is not installed' : 'cannot be loaded';
    throw new ChatModelError('missing-package', `The package ${name} ${what}.`, `Type: npm install ${name}`, { cause });
  }
}
