import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  /** Written to standard input, which is then closed. */
  readonly input?: string;
  readonly environment?: Readonly<Record<string, string>>;
}

/** A temporary folder in which `parley` is run: a corpus, and a data folder that is not there yet. */
export interface Project {
  readonly folder: string;
  readonly corpus: string;
  readonly data: string;
  /** Runs one command to its end. */
  run(args: readonly string[], options?: RunOptions): Promise<Ended>;
  /** Starts one and leaves it running. */
  start(
    args: readonly string[],
    options?: RunOptions,
  ): { readonly child: ChildProcessWithoutNullStreams; readonly ended: Promise<Ended> };
  /** With whatever still runs, such as after a test that failed. */
  remove(): Promise<void>;
}

const launcher = path.resolve('bin/parley.js');

/** @param withArticle copies the shipped corpus into the project */
export async function createProject({ withArticle = true }: { withArticle?: boolean } = {}): Promise<Project> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'parley-e2e-'));
  const corpus = path.join(folder, 'corpus');
  const data = path.join(folder, 'data');
  if (withArticle) await cp(path.resolve('corpus'), corpus, { recursive: true });
  else await mkdir(corpus);

  const running = new Set<ChildProcessWithoutNullStreams>();

  function start(args: readonly string[], { input, environment = {} }: RunOptions = {}) {
    // The person's own settings must not decide what a test sees.
    const child = spawn(process.execPath, [launcher, ...args], {
      cwd: folder,
      env: { PATH: process.env.PATH, HOME: process.env.HOME, ...environment },
    });
    running.add(child);
    child.once('exit', () => running.delete(child));
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (piece: string) => {
      stdout += piece;
    });
    child.stderr.setEncoding('utf8').on('data', (piece: string) => {
      stderr += piece;
    });
    // A command that ends before it has read everything closes the pipe; that is its right.
    child.stdin.on('error', () => {});
    child.stdin.end(input ?? '');
    const ended = new Promise<Ended>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code) => resolve({ code, stdout, stderr }));
    });
    return { child, ended };
  }

  return {
    folder,
    corpus,
    data,
    start,
    run: (args, options) => start(args, options).ended,
    async remove() {
      const gone = [...running].map((child) => new Promise((resolve) => child.once('exit', resolve)));
      for (const child of running) child.kill('SIGKILL');
      await Promise.all(gone);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
