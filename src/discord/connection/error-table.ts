import { DiscordjsError, DiscordjsErrorCodes, RateLimitError, RESTJSONErrorCodes } from 'discord.js';
import { TooManyRefusals } from './too-many-refusals.js';

export interface DiscordErrorAction {
  /**
   * `drop`: nobody is left to answer, spend nothing more · `warn`: log it · `mute-channel`: tell the member once, then
   * leave the channel alone · `alert`: a defect, log it as one · `retry-later`: Discord's trouble, not ours ·
   * `exit`: the token is refused, every further request would be.
   */
  readonly do: 'drop' | 'warn' | 'mute-channel' | 'alert' | 'retry-later' | 'exit';
  /** Why, for the log. */
  readonly because: string;
}

/** What can be told from an error, whatever its class. */
interface ErrorSigns {
  readonly code: unknown;
  readonly status: number | undefined;
  readonly error: Error;
}

interface Row extends DiscordErrorAction {
  readonly when: number | ((signs: ErrorSigns) => boolean);
}

const codes = RESTJSONErrorCodes;

/** Of Node and of undici, for a connection that was not made or broke. */
const networkCodes = /^(?:E(?:CONN|HOST|NET|PIPE|TIMEDOUT|NOTFOUND|AI_)|UND_ERR_)/u;

/** The first row that fits counts. A number stands for Discord's code; codes go before statuses, which say less. */
const rows: readonly Row[] = [
  { when: codes.UnknownChannel, do: 'drop', because: 'the channel is gone' },
  { when: codes.UnknownMessage, do: 'drop', because: 'the message is gone' },
  { when: codes.UnknownWebhook, do: 'drop', because: 'the interaction is older than 15 minutes' },
  { when: codes.InvalidWebhookToken, do: 'drop', because: 'the interaction is older than 15 minutes' },
  { when: codes.UnknownInteraction, do: 'drop', because: 'the interaction was not acknowledged in time' },
  {
    when: codes.InteractionHasAlreadyBeenAcknowledged,
    do: 'warn',
    because: 'another process answers with the same token, or an answer of Discord was lost',
  },
  { when: codes.MissingAccess, do: 'mute-channel', because: 'the bot cannot see the channel' },
  { when: codes.MissingPermissions, do: 'mute-channel', because: 'the bot lacks a permission in the channel' },
  {
    when: codes.CannotReplyWithoutPermissionToReadMessageHistory,
    do: 'mute-channel',
    because: 'the bot cannot read the history of the channel',
  },
  { when: codes.ThreadLocked, do: 'drop', because: 'the thread is locked' },
  { when: codes.InvalidActionOnArchivedThread, do: 'drop', because: 'the thread is archived' },
  { when: codes.CannotSendMessagesToThisUser, do: 'drop', because: 'the member takes no direct messages' },
  {
    when: codes.CannotSendMessagesToThisUserDueToHavingNoMutualGuilds,
    do: 'drop',
    because: 'the member shares no server with the bot any more',
  },
  { when: codes.CannotSendAnEmptyMessage, do: 'alert', because: 'an empty message was sent: a defect of Parley' },
  {
    when: codes.InvalidFormBodyOrContentType,
    do: 'alert',
    because: 'Discord does not accept what was sent: a defect of Parley',
  },
  { when: codes.APIResourceOverloaded, do: 'retry-later', because: 'Discord is overloaded' },
  { when: ({ status }) => status === 401, do: 'exit', because: 'Discord refuses the token' },
  {
    when: ({ code }) => code === DiscordjsErrorCodes.TokenInvalid,
    do: 'exit',
    because: 'Discord refuses the token',
  },
  {
    // After a 401 discord.js forgets the token, and says this of every later request.
    when: ({ error }) => error.message.startsWith('Expected token to be set for this request'),
    do: 'exit',
    because: 'there is no token any more: Discord refused it, or the client has left',
  },
  {
    when: ({ status, error }) => status === 429 || error instanceof RateLimitError || error instanceof TooManyRefusals,
    do: 'retry-later',
    because: 'Discord asks for fewer requests',
  },
  { when: ({ status }) => status !== undefined && status >= 500, do: 'retry-later', because: 'Discord has a fault' },
  { when: ({ error }) => error.name === 'AbortError', do: 'retry-later', because: 'Discord did not answer in time' },
  {
    when: ({ code }) => typeof code === 'string' && networkCodes.test(code),
    do: 'retry-later',
    because: 'Discord cannot be reached',
  },
  {
    when: ({ error }) => error instanceof DiscordjsError,
    do: 'alert',
    because: 'discord.js was used wrongly: a defect of Parley',
  },
];

const unknown: DiscordErrorAction = { do: 'alert', because: 'nobody foresaw this error' };

function signsOf(error: Error): ErrorSigns {
  const { code, status } = error as { readonly code?: unknown; readonly status?: unknown };
  return { code, status: typeof status === 'number' ? status : undefined, error };
}

/** What to do about anything that a call of discord.js threw. What nobody foresaw is an alert. */
export function discordErrorAction(error: unknown): DiscordErrorAction {
  if (!(error instanceof Error)) return unknown;
  const signs = signsOf(error);
  const row = rows.find(({ when }) => (typeof when === 'number' ? signs.code === when : when(signs)));
  return row === undefined ? unknown : { do: row.do, because: row.because };
}
