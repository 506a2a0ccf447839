import { optional } from './optional-value.js';

/** US dollars for a million tokens, which are millionths of a dollar for one. */
export interface ChatPrice {
  readonly input: number;
  readonly output: number;
}

/** Each for 24 hours; `undefined` where there is no limit. */
export interface ChatLimits {
  readonly tokens: number | undefined;
  readonly serverTokens: number | undefined;
  readonly memberTokens: number | undefined;
  /** US dollars. */
  readonly dollars: number | undefined;
}

/**
 * Where nobody set a limit and the model is somebody else's: a written answer reads about 2,000 tokens and writes 150, so
 * that these are 200 answers a day, 80 in one server, 20 for one member. All of them cost 0.08 dollars with a small model
 * (0.15 and 0.60 dollars a million) and 1.65 with a large one (3 and 15): nobody is ruined by a night of questions. A
 * model in one's own network sends no bill, and is not limited.
 */
const usualPaidLimits = { tokens: 450_000, serverTokens: 180_000, memberTokens: 45_000 } as const;

const noLimit = 'none';
const mostTokensADay = 1e12;
const limit = optional.refine(
  (value) =>
    value === undefined || value === noLimit || (/^[1-9]\d{0,12}$/u.test(value) && Number(value) <= mostTokensADay),
  { error: 'is no number of tokens; use a whole one above 0, or none for no limit, or leave it out' },
);

const money = /^\d{1,6}(?:\.\d{1,6})?$/u;
function pricesOf(value: string): readonly string[] {
  return value.split(',').map((part) => part.trim());
}

/** The keys of the configuration that say what may be used, and what it costs. */
export const limitShapes = {
  CHAT_DAILY_TOKENS: limit,
  CHAT_SERVER_DAILY_TOKENS: limit,
  CHAT_MEMBER_DAILY_TOKENS: limit,
  CHAT_DAILY_DOLLARS: optional.refine((value) => value === undefined || (money.test(value) && Number(value) > 0), {
    error: 'is no sum of US dollars; use one such as 1.50, or leave it out',
  }),
  CHAT_PRICE: optional.refine(
    (value) =>
      value === undefined || (pricesOf(value).length === 2 && pricesOf(value).every((part) => money.test(part))),
    {
      error:
        'is no price; use the US dollars for a million tokens read and written, such as 0.15,0.60, or leave it out',
    },
  ),
};

type LimitValues = Readonly<Partial<Record<keyof typeof limitShapes, string | undefined>>>;

/** @param isPaid Whether somebody sends a bill. */
export function limitsOf(values: LimitValues, isPaid: boolean): ChatLimits {
  const tokens = (value: string | undefined, usual: number): number | undefined => {
    if (value === undefined) return isPaid ? usual : undefined;
    return value === noLimit ? undefined : Number(value);
  };
  return {
    tokens: tokens(values.CHAT_DAILY_TOKENS, usualPaidLimits.tokens),
    serverTokens: tokens(values.CHAT_SERVER_DAILY_TOKENS, usualPaidLimits.serverTokens),
    memberTokens: tokens(values.CHAT_MEMBER_DAILY_TOKENS, usualPaidLimits.memberTokens),
    dollars: values.CHAT_DAILY_DOLLARS === undefined ? undefined : Number(values.CHAT_DAILY_DOLLARS),
  };
}

export function priceOf(value: string | undefined): ChatPrice | undefined {
  if (value === undefined) return undefined;
  const [input = 0, output = 0] = pricesOf(value).map(Number);
  return Object.freeze({ input, output });
}
