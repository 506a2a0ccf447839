import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** One run of `parley` in a process of its own, as an operator starts it. */
export interface ParleyProcess {
  /** Resolves with its exit code. */
  readonly ended: Promise<number | null>;
  /** Resolves when a line of its output begins so. @throws Error with its output when it ends before */
  says(beginning: string): Promise<void>;
  /** Sends SIGTERM. */
  stop(): void;
}

const launcher = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../bin/parley.js');

/** @param environment Besides what every process needs; nothing else of this process's is handed on. */
export function startParley(
  verb: 'start' | 'index',
  folder: string,
  environment: Readonly<Record<string, string>>,
): ParleyProcess {
  const child = spawn(process.execPath, [launcher, verb], {
    cwd: folder,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const listeners = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      for (const hear of listeners) hear();
    });
  }
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  return {
    ended,
    says: (beginning) =>
      new Promise((resolve, reject) => {
        const hear = (): void => {
          if (!output.split('\n').some((line) => line.startsWith(beginning))) return;
          listeners.delete(hear);
          resolve();
        };
        listeners.add(hear);
        hear();
        void ended.then((code) => reject(new Error(`parley ${verb} ended with ${code}: ${output}`)));
      }),
    stop: () => void child.kill('SIGTERM'),
  };
}
