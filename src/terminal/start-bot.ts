import { watchProcess } from '../discord/connection/watch-process.js';
import type { BotHealth } from '../discord/run-bot.js';
import { buildMissingIndex } from './build-index.js';
import { noteCorpusDrift } from './note-corpus-drift.js';
import type { VerbContext } from './verb-context.js';

/** A signal that asks the process to stop: the first one in good order, a second one at once. */
function stopSignal({ terminal }: VerbContext): { readonly signal: AbortSignal; forget(): void } {
  const controller = new AbortController();
  const names = ['SIGINT', 'SIGTERM'] as const;
  const stop = (): void => {
    for (const name of names) process.removeListener(name, stop);
    terminal.note('Stopping: answers that are on their way are finished first.');
    controller.abort();
  };
  for (const name of names) process.once(name, stop);
  return {
    signal: controller.signal,
    forget: () => {
      for (const name of names) process.removeListener(name, stop);
    },
  };
}

function starting(): BotHealth {
  return { isLive: true, isReady: false, reason: 'starting' };
}

/** `parley start` with a token: the bot, until somebody stops it. */
export async function startBot(context: VerbContext, token: string): Promise<void> {
  const { terminal, parley, log } = context;
  const { discord, healthPort } = parley.config;
  const unwatch = watchProcess({ process, log, onCrash: () => process.exit(1) });
  let health = starting;
  const pages =
    healthPort === undefined
      ? undefined
      : await (await import('../web/health-server.js')).startHealthServer({
          port: healthPort,
          isLive: () => health().isLive,
          readiness: () => {
            const { isReady, reason } = health();
            return { ready: isReady, reason };
          },
        });
  try {
    await buildMissingIndex(context, 'npm start');
    const stopping = stopSignal(context);
    const [{ runBot }, state, desk] = await Promise.all([
      import('../discord/run-bot.js'),
      parley.openState(),
      parley.openDesk(terminal.status.show),
    ]);
    terminal.status.clear();
    try {
      await noteCorpusDrift(context, desk.generation);
      await runBot({
        token,
        restApi: discord.restApi,
        desk,
        state,
        log,
        signal: stopping.signal,
        say: (line) => terminal.write(`${line}\n`),
        onHealth: (current) => {
          health = current;
        },
      });
      terminal.note('Stopped.');
    } finally {
      stopping.forget();
      await desk.close();
      await state.close();
    }
  } finally {
    unwatch();
    await pages?.close();
  }
}
