// The process of the bot under a soak: started by bot-in-child.ts, told what to do by its one argument.
import { runBot } from '#src/discord/run-bot.js';
import { openSqliteStateStore } from '#src/state/sqlite-state-store.js';
import { createLog } from '#src/terminal/log.js';
import { openArticleDesk } from '../../test/support/article-desk.js';
import { noCollections } from '../../test/support/no-collections.js';
import { withoutQuotas } from '../../test/support/without-quotas.js';
import type { ChildOrder, ChildWord } from './bot-in-child.js';
import { slowDesk } from './slow-desk.js';

const order = JSON.parse(process.argv[2] ?? '') as ChildOrder;
const tell = (word: ChildWord): void => void process.send?.(word);

process.on('message', () => {
  globalThis.gc?.();
  tell({ kind: 'heap', bytes: process.memoryUsage().heapUsed });
});
// The parent's ear must not be what keeps this process alive: it has to end by itself.
process.channel?.unref();

const stopping = new AbortController();
process.once('SIGTERM', () => stopping.abort());
// Whoever watches a soak may have had enough of it.
process.once('disconnect', () => stopping.abort());

const desk = await openArticleDesk();
const state = await openSqliteStateStore({ file: order.databaseFile });
try {
  await runBot({
    token: order.token,
    restApi: order.restApi,
    desk: slowDesk(desk, order.seed),
    state: withoutQuotas(state),
    collections: noCollections(desk),
    homeGuilds: undefined,
    log: createLog('debug', (line) => tell({ kind: 'line', line }), [order.token]),
    signal: stopping.signal,
    say: (line) => {
      tell({ kind: 'line', line });
      if (line.startsWith('Invite:')) tell({ kind: 'ready' });
    },
    onHealth: () => undefined,
    limits: { deadlineMs: order.deadlineMs, waitingEach: 200 },
  });
} finally {
  await state.close();
  await desk.close();
}
