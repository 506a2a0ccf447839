import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Encoder } from '#src/embedding/encoder.js';
import { createThreadedEncoder } from '#src/embedding/threaded-encoder.js';
import { EncoderError } from '#src/errors.js';

const folder = fileURLToPath(new URL('../../models/e5-small-v2', import.meta.url));
const program = new URL('../../dist/embedding/threaded-encoder.js', import.meta.url).href;
const run = promisify(execFile);

describe('an encoder in a thread of its own', () => {
  let encoder: Encoder;

  beforeAll(async () => {
    const workerFile = new URL('../support/mortal-encoder.worker.mjs', import.meta.url);
    encoder = await createThreadedEncoder({ folder, threads: 1, workerFile });
  });
  afterAll(async () => {
    await encoder.close();
  });

  it.each(['die', 'throw'])(
    'rejects what it owed when its thread ends (%s), and serves the next call from a new one',
    async (word) => {
      const before = await encoder.embedQuery('Who agreed?');
      const owed = [
        encoder.embedMatrix(Array.from({ length: 500 }, (_, index) => `truck ${index}`)),
        encoder.embedQuery(word),
      ];
      for (const outcome of await Promise.allSettled(owed)) {
        expect(outcome.status).toBe('rejected');
        expect(outcome.status === 'rejected' && outcome.reason).toBeInstanceOf(EncoderError);
      }
      expect(await encoder.embedQuery('Who agreed?')).toEqual(before);
    },
  );

  it('leaves the calling thread free while it embeds', async () => {
    let turns = 0;
    const timer = setInterval(() => {
      turns += 1;
    }, 1);
    await encoder.embedMatrix(
      Array.from({ length: 200 }, (_, index) => `a truck with number ${index} waits at the border`),
    );
    clearInterval(timer);
    expect(turns).toBeGreaterThan(20);
  });

  it('has a question the moment it is asked, while the caller still works', async () => {
    const notes = await mkdtemp(path.join(os.tmpdir(), 'parley-note-'));
    const note = path.join(notes, 'came');
    const asked = encoder.embedQuery(`note ${note}`);
    // No turn of the event loop, no microtask: the calling thread is held until the question has come or long after.
    const heldUntil = performance.now() + 10_000;
    while (!existsSync(note) && performance.now() < heldUntil);
    expect(existsSync(note)).toBe(true);
    expect(await asked).toHaveLength(384);
    await rm(notes, { recursive: true });
  });

  it('answers many questions asked at once, each with its own vector', async () => {
    const questions = Array.from({ length: 20 }, (_, index) => `Question ${index}?`);
    const together = await Promise.all(questions.map((question) => encoder.embedQuery(question)));
    for (const [index, question] of questions.entries())
      expect(together[index]).toEqual(await encoder.embedQuery(question));
  });

  it('names the folder when the model cannot be loaded', async () => {
    const nowhere = createThreadedEncoder({ folder: '/nowhere/model', threads: 1 });
    await expect(nowhere).rejects.toBeInstanceOf(EncoderError);
    await expect(nowhere).rejects.toThrow('/nowhere/model');
  });
});

/** What a process prints that uses an encoder, does one thing more, and is left alone. */
async function finish(lastStatement: string): Promise<string> {
  const source = `
    import { createThreadedEncoder } from ${JSON.stringify(program)};
    const encoder = await createThreadedEncoder({ folder: ${JSON.stringify(folder)}, threads: 1 });
    await encoder.embedQuery('Who agreed?');
    ${lastStatement}
    console.log('end');`;
  // The time limit kills a process that does not end, and then this rejects.
  const { stdout } = await run(process.execPath, ['--input-type=module', '-e', source], { timeout: 20_000 });
  return stdout;
}

describe('a process that uses a threaded encoder', () => {
  it('ends after close()', async () => {
    expect(await finish('await encoder.close();')).toBe('end\n');
  });

  it('ends when the thread is idle, closed or not', async () => {
    expect(await finish('')).toBe('end\n');
  });

  it('stays until chunks under way are done', async () => {
    expect(await finish("encoder.embedMatrix(['a', 'b', 'c']).then((matrix) => console.log(matrix.length));")).toBe(
      'end\n1152\n',
    );
  });

  it('ends when it closes with chunks under way, which are rejected', async () => {
    const statement = `
      encoder.embedMatrix(Array.from({ length: 5000 }, (_, index) => 'truck ' + index)).catch((error) => console.log(error.name));
      await encoder.embedQuery('Who agreed?');
      await encoder.close();`;
    expect(await finish(statement)).toBe('EncoderError\nend\n');
  });
});
