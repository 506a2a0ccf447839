import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { createProject, type Project } from './parley-process.js';

let project: Project;
beforeAll(async () => {
  project = await createProject({ withArticle: false });
});
afterAll(() => project.remove());

const verbs = [
  'index',
  'ask',
  'chat',
  'summary',
  'check',
  'text',
  'generations',
  'rollback',
  'eval',
  'start',
  'deploy-commands',
  'backup',
  'integrity',
  'doctor',
];
const evaluations = [
  ['eval', 'retrieval'],
  ['eval', 'abstention'],
  ['eval', 'support'],
  ['eval', 'answers'],
];
/** `--help` is an option of everything, and said once. */
const saidOnce = ['--help', '--version'];

/** The rows of the README's table of commands, by what is typed after `npx parley` or `npm run`. */
function readmeRows(): readonly string[] {
  return readFileSync(path.resolve('README.md'), 'utf8')
    .split('\n')
    .filter((line) => /^\| `np[xm] /u.test(line));
}

/** Those that begin with these words. */
function rowsOf(words: readonly string[]): string {
  const begins = new RegExp(`^\\| \`(?:npx parley|npm run) ${words.join(' ')}(?=[ \`])`, 'u');
  return readmeRows()
    .filter((row) => begins.test(row))
    .join('\n');
}

describe('help', () => {
  it('lists every verb, on standard output', async () => {
    const { code, stdout, stderr } = await project.run(['--help']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const listed = [...stdout.matchAll(/^ {2}([a-z-]+) (?=.)/gmu)].map(([, verb]) => verb);
    expect(listed.filter((verb) => verb !== 'help').toSorted()).toEqual(verbs.toSorted());
  });

  it.each([...verbs.map((verb) => [verb]), ...evaluations])(
    'of %s %s has an example, and the README has every option',
    async (...words) => {
      const { code, stdout, stderr } = await project.run([...words, '--help']);
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(stdout).toMatch(new RegExp(`Examples:\\n  \\$ npx parley ${words.join(' ')}`, 'u'));
      const rows = rowsOf(words);
      expect(rows).not.toBe('');
      const options = [...stdout.matchAll(/^ {2}(?:-\w, )?(--[a-z-]+)/gmu)].map(([, option = '']) => option);
      expect(options.filter((option) => !saidOnce.includes(option) && !rows.includes(option))).toEqual([]);
    },
  );

  it('writes nothing to disk', async () => {
    expect(await readdir(project.folder)).toEqual(['corpus']);
  });
});

describe('wrong usage', () => {
  it.each([
    [['aks', 'Who?'], "Unknown command 'aks' (Did you mean ask?)"],
    [['indx'], "Unknown command 'indx' (Did you mean index?)"],
    [['ask', '--jsn', 'Who?'], "Unknown option '--jsn' (Did you mean --json?)"],
    [['text'], "Missing required argument 'document'. See"],
    [['text', 'a', 'b'], 'Too many arguments'],
    [['eval', 'retrieva', 'x'], "Unknown command 'retrieva' (Did you mean retrieval?)"],
    [['\u001B[31mx'], "Unknown command '[31mx'. See"],
  ])('%j ends with code 2 and one line that helps', async (args, line) => {
    const { code, stdout, stderr } = await project.run(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(stderr).toContain(line);
    expect(stderr).toContain('npx parley --help');
  });

  it('includes no verb at all: then the help is the message', async () => {
    const { code, stdout, stderr } = await project.run([]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('Usage: parley');
  });
});

describe('a wrong configuration', () => {
  it('is reported in one line with every fault', async () => {
    const { code, stdout, stderr } = await project.run(['generations'], {
      environment: { LOG_LEVEL: 'loud', EMBEDDING_DOWNLOAD: 'yes' },
    });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/^.*EMBEDDING_DOWNLOAD.*LOG_LEVEL.*\n$/u);
  });

  it('keeps nobody from the help', async () => {
    expect((await project.run(['--help'], { environment: { LOG_LEVEL: 'loud' } })).code).toBe(0);
  });
});

describe('whoever reads only the beginning', () => {
  it('is no failure', async () => {
    const long = await createProject({ withArticle: false });
    onTestFinished(() => long.remove());
    // Far more than a pipe holds, in one paragraph that costs little to embed.
    await writeFile(path.join(long.corpus, 'long.txt'), `First line.\n\n${'='.repeat(2_000_000)}\n`);
    expect((await long.run(['index'])).code).toBe(0);
    const { child, ended } = long.start(['text', 'long']);
    child.stdout.once('data', () => child.stdout.destroy());
    const { code, stderr } = await ended;
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });
});

describe('the launcher', () => {
  it('says what to do when nothing has been built', async () => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'parley-unbuilt-'));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    await mkdir(path.join(folder, 'bin'));
    await cp('bin/parley.js', path.join(folder, 'bin/parley.mjs'));
    const child = spawn(process.execPath, [path.join(folder, 'bin/parley.mjs'), 'ask', 'Who?']);
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (piece: string) => (stderr += piece));
    const code = await new Promise((resolve) => child.once('close', resolve));
    expect(code).toBe(1);
    expect(stderr).toMatch(/^.+npm run build.+\n$/u);
  });

  it('has the version of the package', async () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    expect((await project.run(['--version'])).stdout).toBe(`${version}\n`);
  });
});

function lines(rows: readonly object[]): string {
  return rows.map((row) => `${JSON.stringify(row)}\n`).join('');
}

describe('parley eval', () => {
  const documents = [
    { id: 'd1', title: 'Ceasefire', text: 'The ceasefire was agreed in Geneva on 9 September 2016.' },
    { id: 'd2', title: 'Harbour', text: 'The harbour of Aktarym was closed for the winter of 1931.' },
    { id: 'd3', text: 'Bees tell each other by dancing where the flowers are.' },
  ];
  const questions = [
    { id: 1, text: 'Where was the ceasefire agreed?', answerable: true },
    { id: 2, text: 'How do bees tell each other where flowers are?', answerable: true },
    { id: 3, text: 'What is the salary of the mayor of Lisbon?', answerable: false },
  ];
  let set: string;

  beforeAll(async () => {
    set = path.join(project.folder, 'set');
    await mkdir(set);
    await writeFile(path.join(set, 'corpus.jsonl'), lines(documents));
    await writeFile(path.join(set, 'queries.jsonl'), lines(questions));
    await writeFile(path.join(set, 'qrels.tsv'), '1\td1\t1\n2\td3\t1\n');
  });

  it('retrieval measures words, vectors and both, and leaves nothing but vectors behind', async () => {
    const { code, stdout } = await project.run(['eval', 'retrieval', set, '--json']);
    expect(code).toBe(0);
    const perfect = { 'nDCG@10': 1, 'recall@5': 1, 'hit@1': 1 };
    expect(JSON.parse(stdout)).toEqual({ documents: 3, queries: 2, lexical: perfect, dense: perfect, fused: perfect });
    expect(await readdir(project.data)).toEqual(['vectors']);
  });

  it('abstention measures what is declined', async () => {
    const { code, stdout } = await project.run(['eval', 'abstention', set, '--json']);
    expect(code).toBe(0);
    const report = JSON.parse(stdout) as Record<string, number>;
    expect(Object.keys(report)).toEqual(['auroc', 'threshold', 'refusalRate', 'falseRefusalRate']);
    for (const figure of Object.values(report)) expect(figure >= 0 && figure <= 1).toBe(true);
    expect(report.auroc).toBe(1);
  });

  it('shows a person a table', async () => {
    const { stdout } = await project.run(['eval', 'retrieval', set]);
    expect(stdout).toMatch(/^2 questions over 3 documents\n.*nDCG@10.*\nlexical +1\.000/u);
  });

  it('names what a set lacks', async () => {
    const { code, stdout, stderr } = await project.run(['eval', 'retrieval', 'nowhere', '--json']);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/^nowhere\/corpus\.jsonl cannot be read\. .+\n$/u);
  });
});
