import { setMaxListeners } from 'node:events';
import type { REST } from 'discord.js';
import type { Logger } from 'pino';
import type { Desk } from '../desk.js';
import { ParleyError } from '../errors.js';
import { describeError } from '../redaction.js';
import type { StateStore } from '../state/state-store.js';
import { findExamples } from './answering/example-questions.js';
import { createQuestionQueue } from './answering/question-queue.js';
import { newRecordId } from './answering/record-id.js';
import type { BotParts } from './bot-parts.js';
import { commandDefinitions } from './commands/all-commands.js';
import { createClient } from './connection/client.js';
import { connect } from './connection/connect.js';
import { inviteLink } from './connection/invite-link.js';
import { leaveDiscord } from './connection/leave-discord.js';
import { mutedChannels } from './connection/muted-channels.js';
import { pause } from './connection/pause.js';
import { registerIfChanged } from './connection/register-if-changed.js';
import { systemTimers } from './connection/timers.js';
import { watchFaults } from './connection/watch-faults.js';
import { watchInvalidRequests } from './connection/watch-invalid-requests.js';
import { watchLiveness } from './connection/watch-liveness.js';
import { createWorkTracker } from './connection/work-tracker.js';
import { keepHouse } from './keep-house.js';
import { retrying } from './replying/retrying.js';
import { serveMembers } from './serve-members.js';

export interface BotInput {
  readonly token: string;
  readonly restApi: string | undefined;
  readonly desk: Desk;
  readonly state: StateStore;
  readonly log: Logger;
  /** Aborted when the process is asked to stop. */
  readonly signal: AbortSignal;
  /** Takes one line for the operator. */
  readonly say: (line: string) => void;
  /** Told whether the bot can be reached by members, and why not. */
  readonly onHealth: (health: () => BotHealth) => void;
  readonly limits?: Partial<BotLimits>;
}

/** Durations in milliseconds. */
export interface BotLimits {
  /** Questions that are worked on at once. */
  readonly running: number;
  /** Questions that may wait; beyond, a member is told that too many do. */
  readonly waiting: number;
  /** How long an answer may take before an apology takes its place. */
  readonly deadlineMs: number;
  /** How long a stop waits for answers that are on their way. */
  readonly drainMs: number;
  /** How long it then waits for apologies in the place of those that are not done. */
  readonly apologiseMs: number;
  /** How long Discord may take to close the connection. */
  readonly leaveMs: number;
}

/**
 * Two questions at once keep both cores busy, and 200 that wait are answered within a few seconds. A stop takes less than
 * the ten seconds after which supervisors kill.
 */
const usualLimits: BotLimits = {
  running: 2,
  waiting: 200,
  deadlineMs: 60_000,
  drainMs: 5_000,
  apologiseMs: 2_000,
  leaveMs: 2_000,
};

export interface BotHealth {
  readonly isLive: boolean;
  readonly isReady: boolean;
  /** Why it is not both. */
  readonly reason: string | null;
}

/** Tells Discord the commands when they changed. The bot answers with the old ones, should that fail. */
async function announceCommands(
  rest: REST,
  applicationId: string,
  parts: Pick<BotParts, 'state' | 'wait' | 'log'>,
  say: (line: string) => void,
): Promise<void> {
  const registration = { rest, applicationId, definitions: commandDefinitions, facts: parts.state };
  try {
    const outcome = await retrying(() => registerIfChanged(registration), parts);
    if (outcome === 'registered') say(`Registered ${commandDefinitions.length} commands with Discord.`);
  } catch (error) {
    parts.log.error(describeError(error), 'the commands were not registered');
    say('Discord did not take the commands; `npm run deploy-commands` tries again.');
  }
}

/**
 * The bot from its first connection to its orderly end: takes nothing new once `signal` is aborted, finishes what runs,
 * then leaves Discord.
 *
 * @throws ConnectionRefused when Discord does not let it in; ParleyError when the connection died for good
 */
export async function runBot(input: BotInput): Promise<void> {
  const { token, restApi, desk, state, log, signal, say, onHealth } = input;
  const limits = { ...usualLimits, ...input.limits };
  const client = createClient({ restApi });
  const work = createWorkTracker();
  const ending = new AbortController();
  const givingUp = new AbortController();
  // Every answer that is under way listens, and there may be hundreds: Node would take that for a leak.
  setMaxListeners(0, givingUp.signal);
  let death: string | undefined;
  const die = (because: string): void => {
    death ??= because;
    ending.abort();
  };
  const stopping = AbortSignal.any([signal, ending.signal]);
  let examples: readonly string[] = [];
  const parts: BotParts = {
    client,
    desk,
    state,
    queue: createQuestionQueue(limits),
    muted: mutedChannels(),
    log,
    examples: () => examples,
    newRecordId,
    now: Date.now,
    wait: (milliseconds) => pause(milliseconds, systemTimers, givingUp.signal),
    deadlineMs: limits.deadlineMs,
    givingUp: givingUp.signal,
    onFatal: die,
  };
  const findNewExamples = async (): Promise<void> => {
    try {
      examples = await findExamples(desk);
    } catch (error) {
      // They only stand in the help; if answering fails, questions will tell.
      log.warn(describeError(error), 'no example questions were found');
    }
  };

  watchFaults({ client, log });
  watchInvalidRequests({ client, log });
  await findNewExamples();
  serveMembers(client, parts, work);
  const liveness = watchLiveness({ client, onDead: die });
  onHealth(() => {
    const { isLive, reason } = liveness.state();
    return { isLive: death === undefined, isReady: isLive && client.isReady() && work.isTaking, reason };
  });
  const house = keepHouse({ desk, state, log, onNewGeneration: findNewExamples });
  try {
    await connect({ client, token, signal: stopping, onWaiting: say });
    const { application, user } = client;
    if (application === null || user === null) throw new Error('discord.js is ready without a user.');
    await announceCommands(client.rest, application.id, parts, say);
    const servers = client.guilds.cache.size;
    say(`Ready as ${user.tag} in ${servers} ${servers === 1 ? 'server' : 'servers'}.`);
    say(`Invite: ${inviteLink(application.id)}`);
    await new Promise<void>((resolve) => {
      if (stopping.aborted) resolve();
      else stopping.addEventListener('abort', () => resolve(), { once: true });
    });
  } catch (error) {
    // Whoever stops the bot, or its own end, is the reason then.
    if (!stopping.aborted) throw error;
  } finally {
    work.stopTaking();
    house.stop();
    if ((await work.drained(limits.drainMs, systemTimers)) === 'timed-out') {
      log.warn({ left: work.count }, 'answers are unfinished; whoever waits for them is told');
      givingUp.abort();
      await work.drained(limits.apologiseMs, systemTimers);
    }
    liveness.stop();
    await leaveDiscord({ client, timeoutMs: limits.leaveMs, timers: systemTimers });
  }
  if (death !== undefined) {
    throw new ParleyError(
      `The connection to Discord is gone: ${death}.`,
      'Start Parley again; a supervisor may do so.',
    );
  }
}
