import type { ImportPackage } from '#src/chatting/import-package.js';

/** Finds no package, and says so as Node does. */
export const missingPackage: ImportPackage = (name) => {
  const message = `Cannot find package '${name}' imported from /srv/parley/dist`;
  return Promise.reject(Object.assign(new Error(message), { code: 'ERR_MODULE_NOT_FOUND' }));
};
