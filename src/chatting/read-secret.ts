import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { SettingFault } from './chat-model-name.js';

const longestKeyFile = 16_384;

/** A key of the configuration that holds a secret, the one that names a file with it, and their values. */
export interface SecretSource {
  readonly variable: string;
  readonly direct: string | undefined;
  readonly file: string | undefined;
  /** Folder that relative paths are taken from. */
  readonly folder: string;
}

/** The secret, from the environment or from the file; `undefined` when there is neither. */
export function readSecret({ variable, direct, file, folder }: SecretSource): string | undefined | SettingFault {
  if (file === undefined) return direct;
  const key = `${variable}_FILE`;
  if (direct !== undefined) return { key, what: `and ${variable} are both set; keep one of them` };
  try {
    const secret = readFileSync(path.resolve(folder, file), 'utf8').trim();
    if (secret !== '' && secret.length <= longestKeyFile) return secret;
    return { key, what: 'names a file without a key in it; put the key there, and nothing else' };
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    return { key, what: `names a file that cannot be read (${code}); mend its path or its permissions` };
  }
}
