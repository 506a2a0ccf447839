import { sharedCollection } from '../collections.js';
import { findCorpusDrift } from '../corpus-drift.js';
import type { Desk } from '../desk.js';
import type { BotHealth, BotInput } from '../discord/bot-input.js';
import { watchProcess } from '../discord/connection/watch-process.js';
import type { ShippedQuestion } from '../golden-questions.js';
import { heldOutQuestionsFile } from '../project-files.js';
import { buildMissingIndex } from './build-index.js';
import { noteCorpusDrift } from './note-corpus-drift.js';
import { onStopSignal } from './on-stop-signal.js';
import type { VerbContext } from './verb-context.js';

/** A signal that asks the process to stop: the first one in good order, a second one at once. */
function stopSignal({ terminal }: VerbContext): { readonly signal: AbortSignal; forget(): void } {
  const controller = new AbortController();
  const forget = onStopSignal(['SIGINT', 'SIGTERM'], () => {
    terminal.note('Stopping: what is under way is brought to a good end first; a second signal stops at once.');
    controller.abort();
  });
  return { signal: controller.signal, forget };
}

function starting(): BotHealth {
  return { isLive: true, isReady: false, reason: 'starting' };
}

async function serveHealth(port: number, health: () => BotHealth): Promise<{ close(): Promise<void> }> {
  const { startHealthServer } = await import('../web/health-server.js');
  return startHealthServer({
    port,
    isLive: () => health().isLive,
    readiness: () => {
      const { isReady, reason } = health();
      return { ready: isReady, reason };
    },
  });
}

/** Every question that ships with Parley. */
async function goldenQuestions(): Promise<readonly ShippedQuestion[]> {
  const { readGoldenQuestions } = await import('../golden-questions.js');
  return readGoldenQuestions(heldOutQuestionsFile);
}

/** The index, the state, the connection: one after the other, for as long as nobody stops it. */
async function live(
  context: VerbContext,
  { token, signal, onHealth }: Pick<BotInput, 'token' | 'signal' | 'onHealth'>,
): Promise<void> {
  const { terminal, parley, log } = context;
  try {
    await buildMissingIndex(context, 'npm start', signal);
  } catch (error) {
    if (!signal.aborted || error !== signal.reason) throw error;
    terminal.note('The index was not published; what was embedded is kept.');
  }
  if (signal.aborted) return;
  const [{ runBot }, state] = await Promise.all([import('../discord/run-bot.js'), parley.openState()]);
  let desk: Desk | undefined;
  try {
    const service = await parley.openService(terminal.status.show, state);
    const { collections } = service;
    ({ desk } = service);
    terminal.status.clear();
    await noteCorpusDrift(context, desk.generation);
    if (signal.aborted) return;
    const { homeGuilds, questionDays, corpusFolder, discord } = parley.config;
    const say = (line: string): void => {
      try {
        terminal.write(`${line}\n`);
      } catch (error) {
        // Members are answered, whether or not somebody still reads here.
        log.debug({ err: error }, 'standard output is closed');
      }
    };
    await runBot({
      token,
      restApi: discord.restApi,
      homeGuilds,
      questionDays,
      desk,
      state,
      collections,
      goldenQuestions,
      async findDrift() {
        // Not the desk's: that is the one from which somebody was answered last.
        const generation = await collections.live(sharedCollection);
        return generation === null ? null : findCorpusDrift(corpusFolder, generation);
      },
      log,
      signal,
      say,
      onHealth,
    });
  } finally {
    await desk?.close();
    await state.close();
  }
}

/** `parley start` with a token: the bot, until somebody stops it, be it while the first index is built. */
export async function startBot(context: VerbContext, token: string): Promise<void> {
  const { terminal, parley, log } = context;
  const { healthPort } = parley.config;
  const unwatch = watchProcess({ process, log, onCrash: () => process.exit(1) });
  const stopping = stopSignal(context);
  let health = starting;
  const onHealth: BotInput['onHealth'] = (current) => {
    health = current;
  };
  let pages: { close(): Promise<void> } | undefined;
  try {
    if (healthPort !== undefined) pages = await serveHealth(healthPort, () => health());
    await live(context, { token, signal: stopping.signal, onHealth });
    terminal.note('Stopped.');
  } finally {
    stopping.forget();
    unwatch();
    await pages?.close();
  }
}
