import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createLog } from '#src/terminal/log.js';
import { OutputClosed, OutputError } from '#src/terminal/output-error.js';
import { readBatch } from '#src/terminal/read-batch.js';
import { renderIndexReport } from '#src/terminal/render-index-report.js';
import { createStatusLine, type WorkProgress } from '#src/terminal/status-line.js';
import { createTerminal, type TerminalStreams } from '#src/terminal/terminal.js';

function madeUpStreams({ isTTY, columns = 200 }: { isTTY: boolean; columns?: number }) {
  const [stdin, stdout, stderr] = [0, 1, 2].map(() => Object.assign(new PassThrough(), { isTTY, columns }));
  return { stdin, stdout, stderr } as unknown as TerminalStreams & { stdout: PassThrough; stderr: PassThrough };
}

function boldOn(isTTY: boolean, mayColour: boolean): string {
  return createTerminal(madeUpStreams({ isTTY }), mayColour).paint.bold('x');
}

/** In a process of its own: the environment is read once, when the module is loaded. */
function coloursAllowedIn(environment: Readonly<Record<string, string>>): string {
  const program = "import('./dist/terminal/paint.js').then((paint) => console.log(String(paint.coloursAllowed)))";
  return execFileSync(process.execPath, ['-e', program], {
    env: { PATH: process.env.PATH, ...environment },
    encoding: 'utf8',
  }).trim();
}

describe('colours', () => {
  it('are used on a terminal where they are allowed, and nowhere else', () => {
    expect(boldOn(true, true)).toBe('\u001B[1mx\u001B[22m');
    expect(boldOn(true, false)).toBe('x');
    expect(boldOn(false, true)).toBe('x');
  });

  it('are forbidden by NO_COLOR, even where they are forced', () => {
    expect(coloursAllowedIn({ FORCE_COLOR: '1' })).toBe('true');
    expect(coloursAllowedIn({ FORCE_COLOR: '1', NO_COLOR: '1' })).toBe('false');
  });
});

/** A terminal whose results have nowhere to go. */
function brokenTerminal(code: string) {
  const streams = madeUpStreams({ isTTY: false });
  const terminal = createTerminal(streams);
  streams.stdout.destroy(Object.assign(new Error('write'), { code }));
  return terminal;
}

describe('results that cannot be written', () => {
  it('end the work when nobody reads any more, and are no failure', async () => {
    const terminal = brokenTerminal('EPIPE');
    await expect(terminal.written()).rejects.toThrow(OutputClosed);
    expect(() => terminal.write('more')).toThrow(OutputClosed);
  });

  it('are told of with what helps when there is no room', async () => {
    const terminal = brokenTerminal('ENOSPC');
    await expect(terminal.written()).rejects.toThrow(OutputError);
    await expect(terminal.written()).rejects.toThrow(/standard output \(ENOSPC\)/u);
    expect(() => terminal.write('more')).toThrow(OutputError);
  });

  it('are not what is written well', async () => {
    const streams = madeUpStreams({ isTTY: false });
    const terminal = createTerminal(streams);
    terminal.write('one');
    await expect(terminal.written()).resolves.toBeUndefined();
    expect(String(streams.stdout.read())).toBe('one');
  });
});

describe('the width for results', () => {
  it('is that of the terminal up to 100 columns, and endless elsewhere', () => {
    expect(createTerminal(madeUpStreams({ isTTY: true, columns: 72 })).width).toBe(72);
    expect(createTerminal(madeUpStreams({ isTTY: true, columns: 300 })).width).toBe(100);
    expect(createTerminal(madeUpStreams({ isTTY: false })).width).toBe(Number.POSITIVE_INFINITY);
  });
});

describe('a line beside the results', () => {
  it('goes to standard error without control characters, and results go out as they are', () => {
    const streams = madeUpStreams({ isTTY: false });
    const terminal = createTerminal(streams);
    terminal.note('bad \u001B[31mname\u0007');
    terminal.write('exact\u0007');
    expect(String(streams.stderr.read())).toBe('bad [31mname\n');
    expect(String(streams.stdout.read())).toBe('exact\u0007');
  });
});

function embed(done: number): WorkProgress {
  return { stage: 'embed', done, total: 100 };
}

/** A status line whose clock the test moves. */
function statusWithClock(isTerminal: boolean) {
  let now = 0;
  let written = '';
  const status = createStatusLine({
    write: (text) => {
      written += text;
    },
    isTerminal,
    columns: () => 80,
    clock: () => now,
  });
  return { status, moveTo: (ms: number) => (now = ms), written: () => written };
}

describe('progress', () => {
  it('is one line that is written over on a terminal, and can be taken away', () => {
    const { status, moveTo, written } = statusWithClock(true);
    status.show(embed(25));
    moveTo(200);
    status.show(embed(50));
    status.clear();
    expect(written()).toBe(
      '\r\u001B[2K[######------------------] Embedding: 25 of 100\r\u001B[2K[############------------] Embedding: 50 of 100\r\u001B[2K',
    );
  });

  it('says nothing of short work, and little of long work, where lines cannot be written over', () => {
    const { status, moveTo, written } = statusWithClock(false);
    for (const [ms, done] of [
      [0, 1],
      [900, 2],
      [1500, 3],
      [3000, 4],
      [9000, 5],
      [12_000, 6],
    ] as const) {
      moveTo(ms);
      status.show(embed(done));
    }
    status.clear();
    expect(written()).toBe('Embedding: 3 of 100\nEmbedding: 6 of 100\n');
  });

  it('counts a download in megabytes', () => {
    const { status, written } = statusWithClock(true);
    status.show({ stage: 'download', done: 12_300_000, total: 0 });
    expect(written()).toContain('Downloading the model: 12.3 MB');
  });
});

function logged(level: 'warn' | 'debug', write: (log: ReturnType<typeof createLog>) => void): readonly string[] {
  const lines: string[] = [];
  write(createLog(level, (line) => lines.push(line)));
  return lines;
}

describe('the log', () => {
  it('has one style of line, and keeps quiet below its level', () => {
    const lines = logged('warn', (log) => {
      log.warn('Skipped a.txt: it is empty.');
      log.error({ code: 'EIO' }, 'The disk failed.');
      log.debug('details');
    });
    expect(lines).toEqual(['warn: Skipped a.txt: it is empty.', 'error: The disk failed. {"code":"EIO"}']);
  });

  it('never shows a secret, however deep it lies', () => {
    const lines = logged('debug', (log) => {
      log.debug(
        {
          DISCORD_TOKEN: 'hush',
          EMBEDDING_API_KEY: 'hush',
          config: { discord: { token: 'hush' }, embedding: { apiKey: 'hush' } },
        },
        'all',
      );
    });
    expect(lines[0]).toContain('[secret]');
    expect(lines[0]).not.toContain('hush');
  });

  it('stays one line without control characters', () => {
    const [line] = logged('warn', (log) => log.warn('two\nlines \u009B31m'));
    expect(line).toBe('warn: two lines 31m');
  });
});

async function batchOf(content: string) {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'parley-batch-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const file = path.join(folder, 'questions.jsonl');
  await writeFile(file, content);
  return { file, read: () => readBatch(file, new PassThrough(), 'question') };
}

describe('a batch of questions', () => {
  it('keeps ids and questions as they are, half surrogates included, and passes over blank lines', async () => {
    const { read } = await batchOf('{"id":"a","question":"Who?"}\r\n\n{"id":2,"question":"\\ud800 \\u0000"}\n');
    expect(await read()).toEqual([
      { id: 'a', text: 'Who?' },
      { id: 2, text: '\ud800 \u0000' },
    ]);
  });

  it.each([
    ['is not JSON', 'Who?', 'is not JSON'],
    ['has no id', '{"question":"Who?"}', 'id missing'],
    ['has a question that is no text', '{"id":"b","question":7}', 'question missing or of the wrong kind'],
    ['is a list', '["b","Who?"]', 'the value missing or of the wrong kind'],
  ])('is refused with the number of the first line that %s', async (_, line, why) => {
    const { file, read } = await batchOf(`{"id":"a","question":"Who?"}\n\n${line}\n{}\n`);
    await expect(read()).rejects.toThrow(`${file}, line 3`);
    await expect(read()).rejects.toThrow(why);
  });

  it('of claims is read under its own key, and says so', async () => {
    const { file } = await batchOf('{"id":"a","claim":"It held."}\n');
    expect(await readBatch(file, new PassThrough(), 'claim')).toEqual([{ id: 'a', text: 'It held.' }]);
    await expect(readBatch(file, new PassThrough(), 'question')).rejects.toThrow('question missing');
  });

  it('comes from standard input when its name is -', async () => {
    const input = new PassThrough();
    input.end('{"id":"a","question":"Who?"}\n');
    expect(await readBatch('-', input, 'question')).toEqual([{ id: 'a', text: 'Who?' }]);
  });
});

describe('the report of an indexing run', () => {
  const change = {
    documents: { added: ['a'], changed: [], removed: [], unchanged: 2 },
    chunks: { total: 9, added: 3, removed: 0 },
    skipped: ['bad.txt: not UTF-8.'],
    otherModel: null,
  };
  const report = { collection: 'shared', generation: 'G2', published: true, change, embedded: 3, elapsedMs: 5 };

  it('says what was published, and how the documents and chunks differ', () => {
    expect(renderIndexReport(report, { dryRun: false, elapsedMs: 1234 }).split('\n')).toEqual([
      'Published generation G2 in 1.2 s.',
      'Documents: 1 added, 0 changed, 0 removed, 2 unchanged',
      '  added: a',
      'Chunks: 9 in all, 3 new, 0 gone; 3 embedded',
      'Skipped: 1 file, named above',
    ]);
  });

  it('says of a dry run that nothing was written', () => {
    const shown = renderIndexReport({ ...report, published: false, generation: null }, { dryRun: true, elapsedMs: 5 });
    expect(shown).toContain('nothing was written');
    expect(shown).not.toContain('Published');
  });

  it('names no more than ten documents of a kind', () => {
    const added = Array.from({ length: 25 }, (_, index) => `d${index}`);
    const shown = renderIndexReport(
      { ...report, change: { ...change, documents: { ...change.documents, added } } },
      { dryRun: false, elapsedMs: 5 },
    );
    expect(shown).toContain('d9 and 15 more');
    expect(shown).not.toContain('d10');
  });
});
