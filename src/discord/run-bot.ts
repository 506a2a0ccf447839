import { setMaxListeners } from 'node:events';
import { sharedCollection } from '../collections.js';
import { ParleyError } from '../errors.js';
import { describeError } from '../redaction.js';
import { assembleParts } from './assemble-parts.js';
import { type BotInput, usualLimits } from './bot-input.js';
import { announceCommands } from './connection/announce-commands.js';
import { createClient } from './connection/client.js';
import { connect } from './connection/connect.js';
import { inviteLink } from './connection/invite-link.js';
import { leaveDiscord } from './connection/leave-discord.js';
import { systemTimers } from './connection/timers.js';
import { watchFaults } from './connection/watch-faults.js';
import { watchInvalidRequests } from './connection/watch-invalid-requests.js';
import { watchLiveness } from './connection/watch-liveness.js';
import { createWorkTracker } from './connection/work-tracker.js';
import { noteOtherSwap } from './correcting/note-other-swap.js';
import { keepHouse } from './keep-house.js';
import { leftServersChore, noteMissedChanges, watchLeftServers } from './left-servers.js';
import { preloadSettings } from './moderating/preload-settings.js';
import { driftChore } from './moderating/reindexing/drift.js';
import { serveMembers } from './serve-members.js';

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
  let death: string | undefined;
  const die = (because: string): void => {
    death ??= because;
    ending.abort();
  };
  const stopping = AbortSignal.any([signal, ending.signal]);
  // Every answer that is under way listens, and there may be hundreds: Node would take that for a leak.
  setMaxListeners(0, stopping, givingUp.signal);
  const { parts, examples, measuring, corrections } = assembleParts(input, {
    client,
    limits,
    stopping,
    givingUp: givingUp.signal,
    onFatal: die,
  });
  watchFaults({ client, log });
  watchInvalidRequests({ client, log });
  await examples.refresh();
  preloadSettings(client, parts);
  serveMembers(client, parts, work);
  watchLeftServers(client, parts);
  const liveness = watchLiveness({ client, onDead: die });
  onHealth(() => {
    const { isLive, reason } = liveness.state();
    return { isLive: death === undefined, isReady: isLive && client.isReady() && work.isTaking, reason };
  });
  const onNewGeneration = async (): Promise<void> => {
    void measuring.measureAfterSwap(sharedCollection);
    await examples.refresh();
  };
  const house = keepHouse({
    desk,
    state,
    days: parts.keptDays,
    log,
    onNewGeneration,
    chores: [
      driftChore(parts),
      {
        name: 'ending interrupted publications',
        everyMs: limits.correctEveryMs,
        run: () => parts.collections.settle(),
      },
      {
        name: 'looking for what an operator published',
        everyMs: limits.correctEveryMs,
        run: () => noteOtherSwap(parts),
      },
      leftServersChore(parts),
      { name: 'correcting earlier answers', everyMs: limits.correctEveryMs, run: corrections.run },
    ],
    now: parts.now,
  });
  try {
    await connect({ client, token, signal: stopping, onWaiting: say });
    const { application, user } = client;
    if (application === null || user === null) throw new Error('discord.js is ready without a user.');
    await announceCommands(client.rest, application.id, parts, say);
    const servers = client.guilds.cache.size;
    say(`Ready as ${user.tag} in ${servers} ${servers === 1 ? 'server' : 'servers'}.`);
    say(`Invite: ${inviteLink(application.id)}`);
    void measuring.measureMissing();
    await noteMissedChanges(parts);
    await noteOtherSwap(parts).catch((error: unknown) => log.error(describeError(error), 'it is looked at again soon'));
    // What a stop or a crash left undone.
    corrections.kick();
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
    work.track(corrections.stop()).catch(() => undefined);
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
