import { type Client, type RESTGetAPIGatewayBotResult, Routes } from 'discord.js';
import { backOff } from './back-off.js';
import { checkToken } from './check-token.js';
import { ConnectionRefused } from './connection-refused.js';
import { errorSign } from './error-sign.js';
import { discordErrorAction } from './error-table.js';
import { watchOpening } from './gateway-opening.js';
import { tokenRefused } from './gateway-refusal.js';
import { leaveDiscord } from './leave-discord.js';
import { pause } from './pause.js';
import { systemTimers, type Timers } from './timers.js';

export interface ConnectInput {
  /** From `createClient`, never connected before. */
  readonly client: Client;
  readonly token: string;
  /** Aborted, it ends the connecting, and the promise rejects with its reason. */
  readonly signal: AbortSignal;
  /** Takes one line for a person: what is awaited. */
  readonly onWaiting: (line: string) => void;
  readonly timers?: Timers;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  /** From 0 up to 1. */
  readonly random?: () => number;
}

/** Discord answers a close within this time, or not at all. Milliseconds. */
const leaveTimeout = 2_000;

function checkStarts({ session_start_limit: starts, shards }: RESTGetAPIGatewayBotResult, now: number): void {
  if (starts.remaining >= shards) return;
  throw new ConnectionRefused(
    `Discord allows this bot ${starts.total} new sessions a day, and they are used up.`,
    `Start again after ${new Date(now + starts.reset_after).toISOString()}; the log of the last hours says why sessions were lost.`,
    1,
  );
}

/** The last session of the day went to another process between two requests. */
function isOutOfStarts(error: unknown): boolean {
  return error instanceof Error && error.message.startsWith('Not enough sessions remaining');
}

/** Why a try failed, in words, when another may succeed. @throws ConnectionRefused when none will */
function healableReason(error: unknown): string {
  if (error instanceof ConnectionRefused) throw error;
  const action = discordErrorAction(error);
  if (action.do === 'retry-later') return action.because;
  if (action.do === 'exit') throw tokenRefused({ cause: error });
  throw new ConnectionRefused(
    `The way to Discord is closed${errorSign(error)}.`,
    'Check the network of this machine, its proxy and its clock, then start again.',
    1,
    { cause: error },
  );
}

/** Resolves when the client is ready. @throws as discord.js does, as long as another try makes sense */
async function tryOnce({ client, token, signal, onWaiting, now }: Required<ConnectInput>): Promise<void> {
  client.token = token;
  client.rest.setToken(token);
  // A signal of its own for each try: discord.js never takes its listeners off.
  const request = { signal: AbortSignal.any([signal]) };
  checkStarts((await client.rest.get(Routes.gatewayBot(), request)) as RESTGetAPIGatewayBotResult, now());
  const opening = watchOpening(client, signal, (times) => {
    // discord.js tries twice a second; the 1st, 2nd, 4th, 8th … time is told.
    if (Number.isInteger(Math.log2(times))) onWaiting("Discord's gateway does not answer; the next try follows.");
  });
  try {
    // Not `login`, which ends the client for good when it fails once.
    // biome-ignore lint/complexity/useLiteralKeys: it is private
    const opened = client.ws['connect']().catch((error: unknown) => {
      // Once the gateway's address is known, the shards exist and go on by themselves, unless none was begun.
      if (client.ws.gateway === null || isOutOfStarts(error)) throw error;
    });
    await Promise.race([opening.ready, opened.then(() => opening.ready)]);
  } finally {
    opening.end();
  }
}

/**
 * Connects, and resolves when the client is ready to answer. What can heal (no network, a fault at Discord) is tried
 * again, with longer and longer pauses, for as long as it takes.
 *
 * Afterwards discord.js keeps the connection by itself, and falls silent when it cannot: see `watchLiveness`.
 *
 * @throws ConnectionRefused at once for what cannot heal: the token, the intents, no sessions left; the signal's reason
 * when it is aborted. The client is of no use then
 */
export async function connect(input: ConnectInput): Promise<void> {
  const { client, signal, onWaiting, timers = systemTimers, now = Date.now, random = Math.random } = input;
  const waits = backOff(random);
  try {
    const attempt = { ...input, token: checkToken(input.token), timers, now, random };
    for (;;) {
      signal.throwIfAborted();
      try {
        return await tryOnce(attempt);
      } catch (error) {
        signal.throwIfAborted();
        const reason = healableReason(error);
        const wait = waits.next();
        onWaiting(`${reason}; the next try is in ${Math.max(1, Math.round(wait / 1_000))} s.`);
        await pause(wait, timers, signal);
      }
    }
  } catch (error) {
    await leaveDiscord({ client, timeoutMs: leaveTimeout, timers });
    throw error;
  }
}
