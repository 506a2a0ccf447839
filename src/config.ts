import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'dotenv';
import { z } from 'zod';
import { type ChatSettings, chatSettingKeys, readChatSettings } from './chatting/chat-settings.js';
import { ConfigError } from './errors.js';
import { loopbackAddress } from './loopback-address.js';

/** What an operator may set; `.env.example` explains each key. Paths are absolute. */
export interface Config {
  readonly discord: {
    readonly token: string | undefined;
    /** Base URL of a stand-in for Discord on this machine; `undefined` for Discord itself. */
    readonly restApi: string | undefined;
  };
  /** Port of the health pages on 127.0.0.1; `undefined` for none. */
  readonly healthPort: number | undefined;
  /** Servers whose moderators look after the shared collection; `undefined` when nobody said. */
  readonly homeGuilds: readonly string[] | undefined;
  /** For how many days questions and answers are kept; `undefined` for the usual 30. */
  readonly questionDays: number | undefined;
  readonly dataFolder: string;
  readonly corpusFolder: string;
  readonly embedding: {
    readonly model: string;
    readonly apiKey: string | undefined;
    readonly allowDownload: boolean;
  };
  /** Who writes answers in whole sentences; `undefined` for nobody: answers are quotes then. */
  readonly chat: ChatSettings | undefined;
  readonly logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug';
}

const logLevels = ['silent', 'error', 'warn', 'info', 'debug'] as const;

/** An empty value means "not set", as people leave keys of `.env` empty. */
const optional = z
  .string()
  .trim()
  .transform((value) => (value === '' ? undefined : value))
  .optional();

const highestPort = 65_535;
const mostQuestionDays = 365;

function guildsOf(value: string): readonly string[] {
  return value
    .split(',')
    .map((id) => id.trim())
    .filter((id) => id !== '');
}

function isSnowflake(id: string): boolean {
  return /^\d{17,20}$/u.test(id);
}

const schema = z.object({
  DISCORD_TOKEN: optional,
  // The token goes there, so it must not leave the machine.
  DISCORD_REST_API: optional.refine((value) => value === undefined || loopbackAddress(value) !== null, {
    error: 'is not an address of this machine (http://127.0.0.1:PORT/api); it is for tests only, leave it out',
  }),
  PARLEY_HEALTH_PORT: optional.refine(
    (value) => value === undefined || (/^[1-9]\d{0,4}$/u.test(value) && Number(value) <= highestPort),
    { error: 'is not a port; use a number from 1 to 65535, or leave it out' },
  ),
  PARLEY_HOME_GUILDS: optional.refine((value) => value === undefined || guildsOf(value).every(isSnowflake), {
    error: 'is not a list of server ids; use their numbers of 17 to 20 digits with commas between, or leave it out',
  }),
  PARLEY_QUESTION_DAYS: optional.refine(
    (value) => value === undefined || (/^[1-9]\d{0,2}$/u.test(value) && Number(value) <= mostQuestionDays),
    { error: 'is not a number of days; use one from 1 to 365, or leave it out' },
  ),
  PARLEY_DATA_DIR: optional,
  PARLEY_CORPUS_DIR: optional,
  EMBEDDING_MODEL: optional,
  EMBEDDING_API_KEY: optional,
  EMBEDDING_DOWNLOAD: optional.refine((value) => value === undefined || value === '0' || value === '1', {
    error: 'is neither 0 nor 1; use 1 to allow the download of a model, or leave it out',
  }),
  LOG_LEVEL: optional.refine((value) => value === undefined || (logLevels as readonly string[]).includes(value), {
    error: `is not a level; use one of ${logLevels.join(', ')}`,
  }),
});

/** Every key that is read, for the test that holds `.env.example` against it. */
export const configKeys: readonly string[] = [...Object.keys(schema.shape), ...chatSettingKeys];

/** `KEY=a#b`, without quotes and blanks, at the end of a line or before its comment. */
const unquotedWithHash =
  /^([ \t]*(?:export[ \t]+)?[\w.-]+[ \t]*=[ \t]*)([^\s'"`#][^\s'"`]*#[^\s'"`]*)(?=[ \t]*$|[ \t]+#)/gmu;

/** dotenv ends a value without quotes at any #; shells do so after a blank only, and addresses have one in them. */
function withHashesQuoted(file: string): string {
  return file.replace(unquotedWithHash, "$1'$2'");
}

/** The `.env` file of a folder as keys and values; empty when there is none. */
function readEnvFile(folder: string): Record<string, string> {
  try {
    return parse(withHashesQuoted(readFileSync(path.join(folder, '.env'), 'utf8')));
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw new ConfigError(`The file .env in ${folder} cannot be read.`, 'Mend its permissions, or remove it.', {
      cause,
    });
  }
}

/**
 * The configuration from the environment and, for keys it lacks, from `.env` in `folder`; relative paths are taken from
 * `folder`.
 *
 * @throws ConfigError naming every fault at once, each with its key; values are not repeated, one may be a secret
 */
export function readConfig(
  folder: string = process.cwd(),
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Config {
  const everything = { ...readEnvFile(folder), ...environment };
  const values = schema.safeParse(everything);
  const chat = readChatSettings(everything, folder);
  if (!values.success || chat.faults.length > 0) {
    const issues = values.error?.issues ?? [];
    const faults = [
      ...issues.map(({ path: [key], message }) => `${String(key)} ${message}`),
      ...chat.faults.map(({ key, what }) => `${key} ${what}`),
    ];
    throw new ConfigError(
      `The configuration is wrong: ${faults.join('; ')}.`,
      'Mend it in the environment or in .env.',
    );
  }
  const set = values.data;
  return Object.freeze({
    discord: Object.freeze({ token: set.DISCORD_TOKEN, restApi: set.DISCORD_REST_API }),
    healthPort: set.PARLEY_HEALTH_PORT === undefined ? undefined : Number(set.PARLEY_HEALTH_PORT),
    homeGuilds: set.PARLEY_HOME_GUILDS === undefined ? undefined : Object.freeze(guildsOf(set.PARLEY_HOME_GUILDS)),
    questionDays: set.PARLEY_QUESTION_DAYS === undefined ? undefined : Number(set.PARLEY_QUESTION_DAYS),
    dataFolder: path.resolve(folder, set.PARLEY_DATA_DIR ?? 'data'),
    corpusFolder: path.resolve(folder, set.PARLEY_CORPUS_DIR ?? 'corpus'),
    embedding: Object.freeze({
      model: set.EMBEDDING_MODEL ?? 'e5-small-v2',
      apiKey: set.EMBEDDING_API_KEY,
      allowDownload: set.EMBEDDING_DOWNLOAD === '1',
    }),
    chat: chat.settings,
    logLevel: (set.LOG_LEVEL ?? 'warn') as Config['logLevel'],
  });
}
