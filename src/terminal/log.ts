import { type Logger, pino } from 'pino';
import type { Config } from '../config.js';
import { plainText } from './plain-text.js';

/** Keys whose values never reach a log, wherever an object that is logged has them. */
const secrets = ['DISCORD_TOKEN', 'EMBEDDING_API_KEY', 'discordToken', 'apiKey', 'authorization'];

/**
 * The log of a process. Every line reads `level: message {"further":"facts"}`.
 * @param write Takes one whole line without its newline.
 */
export function createLog(level: Config['logLevel'], write: (line: string) => void): Logger {
  const format = (record: string): void => {
    const {
      level: name,
      msg,
      ...facts
    } = JSON.parse(record) as { level: string; msg?: string; [fact: string]: unknown };
    const more = Object.keys(facts).length > 0 ? ` ${JSON.stringify(facts)}` : '';
    write(plainText(`${name}: ${msg ?? ''}${more}`));
  };
  return pino(
    {
      level,
      base: null,
      timestamp: false,
      formatters: { level: (label) => ({ level: label }) },
      redact: { paths: secrets.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]), censor: '[secret]' },
    },
    { write: format },
  );
}
