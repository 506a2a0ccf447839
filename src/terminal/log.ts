import { type Logger, pino } from 'pino';
import type { Config } from '../config.js';
import { describeError, redactSecrets } from '../redaction.js';
import { plainText } from './plain-text.js';

/** Keys whose values never reach a log, wherever an object that is logged has them. */
const secretKeys = [
  'DISCORD_TOKEN',
  'EMBEDDING_API_KEY',
  'OPENAI_API_KEY',
  'OPENROUTER_API_KEY',
  'ANTHROPIC_API_KEY',
  'GOOGLE_API_KEY',
  'CHAT_API_KEY',
  'token',
  'apiKey',
  'authorization',
];

/**
 * The log of a process. Every line reads `level: message {"further":"facts"}`.
 * @param write Takes one whole line without its newline.
 * @param secrets Never pass, wherever they stand; nor does what has the shape of a secret.
 */
export function createLog(
  level: Config['logLevel'],
  write: (line: string) => void,
  secrets: readonly string[] = [],
): Logger {
  const format = (record: string): void => {
    const {
      level: name,
      msg,
      ...facts
    } = JSON.parse(record) as { level: string; msg?: string; [fact: string]: unknown };
    const more = Object.keys(facts).length > 0 ? ` ${JSON.stringify(facts)}` : '';
    // Invisible characters go first: one inside a secret would hide it.
    write(redactSecrets(plainText(`${name}: ${msg ?? ''}${more}`), secrets));
  };
  return pino(
    {
      level,
      base: null,
      timestamp: false,
      serializers: { err: describeError, error: describeError },
      formatters: { level: (label) => ({ level: label }) },
      redact: { paths: secretKeys.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]), censor: '[secret]' },
    },
    { write: format },
  );
}
