import type { Desk } from '#src/desk.js';
import { runBotAgainst } from '../../test/support/run-bot-against.js';
import { withoutQuotas } from '../../test/support/without-quotas.js';
import { slowDesk, soakDeadlineMs } from './slow-desk.js';
import type { StartSoakBot } from './soak-bot.js';

/** The bot in this process: quick to start; its memory is everybody's. */
export function startBotHere(desk: Desk): StartSoakBot {
  return async ({ discord, databaseFile, seed, onLine }) => {
    const bot = await runBotAgainst(discord, {
      desk: slowDesk(desk, seed),
      limits: { deadlineMs: soakDeadlineMs, waitingEach: 200 },
      around: withoutQuotas,
      databaseFile,
    });
    return {
      heapUsed: async () => null,
      async stop() {
        await bot.stop();
        for (const line of [...bot.log, ...bot.said]) onLine(line);
      },
    };
  };
}
