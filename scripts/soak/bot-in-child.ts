import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { soakDeadlineMs } from './slow-desk.js';
import type { SoakBotInput, StartSoakBot } from './soak-bot.js';

/** What the child is told. */
export interface ChildOrder {
  readonly token: string;
  readonly restApi: string;
  readonly databaseFile: string;
  readonly seed: number;
  readonly deadlineMs: number;
}

/** What the child tells. */
export type ChildWord =
  | { readonly kind: 'line'; readonly line: string }
  | { readonly kind: 'heap'; readonly bytes: number }
  | { readonly kind: 'ready' };

const script = path.join(path.dirname(fileURLToPath(import.meta.url)), 'bot-child.ts');

function wordFrom(child: ChildProcess, kind: 'heap' | 'ready'): Promise<ChildWord> {
  return new Promise((resolve, reject) => {
    const end = (code: number | null): void => reject(new Error(`The bot ended (${code}) before it said "${kind}".`));
    const hear = (word: ChildWord): void => {
      if (word.kind !== kind) return;
      child.off('message', hear);
      child.off('close', end);
      resolve(word);
    };
    child.on('message', hear);
    child.once('close', end);
  });
}

/** The bot in a process of its own, which is asked to stop by SIGTERM and has to end by itself, with 0. */
export const startBotInChild: StartSoakBot = async ({ discord, databaseFile, seed, onLine }: SoakBotInput) => {
  const order: ChildOrder = {
    token: discord.token,
    restApi: discord.api,
    databaseFile,
    seed,
    deadlineMs: soakDeadlineMs,
  };
  const child = spawn(process.execPath, ['--expose-gc', '--import', 'tsx', script, JSON.stringify(order)], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => onLine(text.trimEnd()));
  }
  child.on('message', (word: ChildWord) => {
    if (word.kind === 'line') onLine(word.line);
  });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  await wordFrom(child, 'ready');
  return {
    async heapUsed() {
      const telling = wordFrom(child, 'heap');
      child.send('heap');
      const word = await telling;
      return word.kind === 'heap' ? word.bytes : null;
    },
    async stop() {
      child.kill('SIGTERM');
      const code = await ended;
      if (code !== 0) throw new Error(`After SIGTERM the bot's process ended with ${code}.`);
    },
  };
};
