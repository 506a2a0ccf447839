import type { Loopback } from '../support/discord/loopback.js';
import type { Ended, Project } from './parley-process.js';

/** `parley start` as a process of its own. */
export interface BotProcess {
  /** Asks it to stop, and waits for its end. */
  stop(signal?: NodeJS.Signals): Promise<Ended>;
  readonly ended: Promise<Ended>;
  /** What it wrote to stderr so far. */
  readonly log: string;
  /** Resolves once it has written this to stderr. @throws Error when it ends before */
  logs(text: string | RegExp): Promise<void>;
}

export function botEnvironment(
  discord: Pick<Loopback, 'token' | 'api'>,
  changes: Readonly<Record<string, string>> = {},
): Readonly<Record<string, string>> {
  return { DISCORD_TOKEN: discord.token, DISCORD_REST_API: discord.api, ...changes };
}

/** Starts the bot in a project's folder, and waits until a member can be answered. */
export async function startBot(
  project: Project,
  discord: Pick<Loopback, 'token' | 'api'>,
  changes: Readonly<Record<string, string>> = {},
): Promise<BotProcess> {
  const { child, ended } = project.start(['start'], { environment: botEnvironment(discord, changes) });
  const written = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].on('data', (piece: string) => {
      written[name] += piece;
    });
  }

  function writes(name: 'stdout' | 'stderr', text: string | RegExp): Promise<void> {
    const holds = (): boolean => (typeof text === 'string' ? written[name].includes(text) : text.test(written[name]));
    const found = new Promise<void>((resolve) => {
      const look = (): void => {
        if (!holds()) return;
        child[name].off('data', look);
        resolve();
      };
      child[name].on('data', look);
      look();
    });
    const gone = ended.then(({ stderr }) => {
      throw new Error(`The bot ended without writing ${text}: ${stderr}`);
    });
    return Promise.race([found, gone]);
  }

  await writes('stdout', 'Invite:');
  return {
    async stop(signal = 'SIGTERM') {
      child.kill(signal);
      return ended;
    },
    ended,
    get log() {
      return written.stderr;
    },
    logs: (text) => writes('stderr', text),
  };
}
