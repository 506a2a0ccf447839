import { z } from 'zod';
import { type ChatLimits, type ChatPrice, limitShapes, limitsOf, priceOf } from './chat-limits.js';
import {
  type ChatChoice,
  type ChatModelSettings,
  chooseChatModel,
  leavesOwnNetwork,
  type SettingFault,
} from './chat-model-name.js';
import { optional } from './optional-value.js';
import { readSecret } from './read-secret.js';

/** What an operator said of chat models. */
export interface ChatSettings {
  readonly choice: ChatChoice;
  /** Who gives a second opinion of what the check has passed; `undefined` for nobody. */
  readonly judge: ChatChoice | undefined;
  /** For a whole answer, its retries included. Milliseconds. */
  readonly timeoutMs: number;
  /** Tokens that an answer may have. */
  readonly maxTokens: number;
  readonly limits: ChatLimits;
  /** `undefined` when nobody said. */
  readonly price: ChatPrice | undefined;
}

const usualSeconds = 60;
/** Node's own client gives a server up that has said nothing for 300 s. */
const mostSeconds = 300;
/** Four sentences with their marks are 150 tokens; models that think before they write need the rest. */
const usualMaxTokens = 700;
const mostTokensAnAnswer = 8_000;

const keyVariables = [
  'OPENAI_API_KEY',
  'OPENROUTER_API_KEY',
  'ANTHROPIC_API_KEY',
  'GOOGLE_API_KEY',
  'CHAT_API_KEY',
] as const;

function wholeNumber(most: number, error: string) {
  return optional.refine((value) => value === undefined || (/^[1-9]\d{0,11}$/u.test(value) && Number(value) <= most), {
    error,
  });
}

const schema = z.object({
  CHAT_MODEL: optional,
  CHAT_JUDGE: optional,
  OPENAI_BASE_URL: optional,
  ...(Object.fromEntries(
    keyVariables.flatMap((variable) => [
      [variable, optional],
      [`${variable}_FILE`, optional],
    ]),
  ) as Record<KeyVariable | `${KeyVariable}_FILE`, typeof optional>),
  CHAT_TIMEOUT: wholeNumber(
    mostSeconds,
    `is not a number of seconds; use one from 1 to ${mostSeconds}, or leave it out`,
  ),
  CHAT_MAX_TOKENS: wholeNumber(
    mostTokensAnAnswer,
    `is not a number of tokens; use one from 1 to ${mostTokensAnAnswer}, or leave it out`,
  ),
  ...limitShapes,
});

type KeyVariable = (typeof keyVariables)[number];
type Values = z.infer<typeof schema>;

/** Every key that is read here. */
export const chatSettingKeys: readonly string[] = Object.keys(schema.shape);

/** The model that a key names, or what is wrong with its name, its address and its key. */
function readChoice(
  values: Values,
  { key, name, folder }: Pick<ChatModelSettings, 'key' | 'name' | 'folder'>,
): ChatChoice | readonly SettingFault[] {
  const faults: SettingFault[] = [];
  const secretOf = (variable: string): string | undefined => {
    const secret = readSecret({
      variable,
      direct: values[variable as KeyVariable],
      file: values[`${variable as KeyVariable}_FILE`],
      folder,
    });
    if (typeof secret !== 'object') return secret;
    faults.push(secret);
    return undefined;
  };
  const choice = chooseChatModel({ key, name, folder, openaiBaseUrl: values.OPENAI_BASE_URL, secretOf });
  // That a key is missing is no news when its file cannot be read.
  return faults.length > 0 ? faults : choice;
}

/** Who judges what `writer` writes: itself, another model, or nobody. */
function readJudge(
  values: Values,
  writer: ChatChoice,
  folder: string,
): ChatChoice | readonly SettingFault[] | undefined {
  const name = values.CHAT_JUDGE;
  const wish = name?.toLowerCase();
  if (name === undefined || wish === 'off') return undefined;
  return wish === 'on' ? writer : readChoice(values, { key: 'CHAT_JUDGE', name, folder });
}

export interface ChatSettingsReading {
  /** `undefined` without `CHAT_MODEL`, and when something is wrong. */
  readonly settings: ChatSettings | undefined;
  /** Everything that is wrong; values are not repeated, one may be a secret. */
  readonly faults: readonly SettingFault[];
}

/**
 * What the environment says of chat models. Without `CHAT_MODEL` no key is looked at: other programs have theirs there too.
 *
 * @param folder Relative paths are taken from it.
 */
export function readChatSettings(
  environment: Readonly<Record<string, string | undefined>>,
  folder: string,
): ChatSettingsReading {
  const parsed = schema.safeParse(environment);
  const issues = parsed.error?.issues ?? [];
  const faults: SettingFault[] = issues.map(({ path: [key], message }) => ({ key: String(key), what: message }));
  const isWrong = (key: string): boolean => faults.some((fault) => fault.key === key);
  // What is wrong is left out, so that the rest is looked at too.
  const rest = Object.entries(environment).filter(([key]) => !isWrong(key));
  const values = parsed.data ?? schema.parse(Object.fromEntries(rest));
  if (values.CHAT_DAILY_DOLLARS !== undefined && values.CHAT_PRICE === undefined && !isWrong('CHAT_PRICE')) {
    const what = 'needs CHAT_PRICE, or nobody can say what was spent; set both, or none';
    faults.push({ key: 'CHAT_DAILY_DOLLARS', what });
  }
  if (values.CHAT_MODEL === undefined) return { settings: undefined, faults };
  const choice = readChoice(values, { key: 'CHAT_MODEL', name: values.CHAT_MODEL, folder });
  if (!('id' in choice)) return { settings: undefined, faults: [...choice, ...faults] };
  const judge = readJudge(values, choice, folder);
  if (judge !== undefined && !('id' in judge)) return { settings: undefined, faults: [...judge, ...faults] };
  if (faults.length > 0) return { settings: undefined, faults };
  const settings: ChatSettings = Object.freeze({
    choice: Object.freeze(choice),
    judge: judge === undefined ? undefined : Object.freeze(judge),
    timeoutMs: Number(values.CHAT_TIMEOUT ?? usualSeconds) * 1_000,
    maxTokens: Number(values.CHAT_MAX_TOKENS ?? usualMaxTokens),
    limits: Object.freeze(limitsOf(values, [choice, judge ?? choice].some(leavesOwnNetwork))),
    price: priceOf(values.CHAT_PRICE),
  });
  return { settings, faults: [] };
}
