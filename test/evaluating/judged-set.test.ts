import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ParleyError } from '#src/errors.js';
import { readJudgedSet } from '#src/evaluating/judged-set.js';

let folder: string;
let sets = 0;

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'parley-judged-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const sound = {
  'corpus.jsonl': '{"id":"d1","title":"Geneva","text":"They met."}\n{"id":"d2","text":"They parted."}\n',
  'queries.jsonl': '{"id":"q1","text":"Who met?","answerable":true}\n{"id":"q2","text":"Who parted?"}\n',
  'qrels.tsv': 'q1\td1\t2\nq1\td2\t0\nq2\td2\t1\n',
};

/** A set whose files are the sound ones, but for those given; `null` leaves one out. */
async function setWith(files: Partial<Record<keyof typeof sound, string | null>>): Promise<string> {
  const set = path.join(folder, `set-${sets++}`);
  await mkdir(set);
  for (const [name, content] of Object.entries({ ...sound, ...files })) {
    if (content !== null) await writeFile(path.join(set, name), content);
  }
  return set;
}

describe('an evaluation set', () => {
  it('is read from its three files', async () => {
    expect(await readJudgedSet(await setWith({}))).toEqual({
      documents: [
        { id: 'd1', title: 'Geneva', text: 'They met.' },
        { id: 'd2', title: '', text: 'They parted.' },
      ],
      questions: [
        { id: 'q1', text: 'Who met?', answerable: true },
        { id: 'q2', text: 'Who parted?' },
      ],
      // What is judged irrelevant counts as not judged.
      judgements: new Map([
        ['q1', new Map([['d1', 2]])],
        ['q2', new Map([['d2', 1]])],
      ]),
    });
  });

  it.each<[string, Partial<typeof sound>]>([
    ['a line of column names', { 'qrels.tsv': `query-id\tcorpus-id\tscore\n${sound['qrels.tsv']}` }],
    [
      'blank lines',
      { 'qrels.tsv': `\n${sound['qrels.tsv']}\n\n`, 'queries.jsonl': `\n${sound['queries.jsonl']}\n  \n` },
    ],
    [
      'CRLF',
      {
        'qrels.tsv': sound['qrels.tsv'].replaceAll('\n', '\r\n'),
        'corpus.jsonl': sound['corpus.jsonl'].replaceAll('\n', '\r\n'),
      },
    ],
    ['further fields', { 'corpus.jsonl': sound['corpus.jsonl'].replace('{', '{"metadata":{"x":1},') }],
  ])('may have %s', async (_, files) => {
    expect(await readJudgedSet(await setWith(files))).toEqual(await readJudgedSet(await setWith({})));
  });

  it('takes numbers for ids', async () => {
    const set = await setWith({ 'queries.jsonl': '{"id":7,"text":"Who?"}', 'qrels.tsv': '7\td1\t1' });
    const { questions, judgements } = await readJudgedSet(set);
    expect(judgements.get(questions[0]?.id ?? '')).toEqual(new Map([['d1', 1]]));
  });

  it.each<[string, keyof typeof sound, string, number]>([
    ['a line that is not JSON', 'corpus.jsonl', `${sound['corpus.jsonl']}{"id":`, 3],
    ['a document without text', 'corpus.jsonl', '{"id":"d1"}', 1],
    ['a document without id', 'corpus.jsonl', '{"text":"They met."}', 1],
    ['a line that is a list', 'corpus.jsonl', '\n[1,2]', 2],
    ['a question whose text is a number', 'queries.jsonl', '{"id":"q1","text":"Who?"}\n{"id":"q2","text":5}', 2],
    ['answerable in quotes', 'queries.jsonl', '{"id":"q1","text":"Who?","answerable":"yes"}', 1],
    ['a judgement without relevance', 'qrels.tsv', 'q1\td1\t1\nq1\td2', 2],
    ['a relevance that is a word', 'qrels.tsv', 'q1\td1\t1\nq1\td2\tyes', 2],
    ['spaces between', 'qrels.tsv', 'q1 d1 1', 1],
  ])('with %s is refused, naming file and line', async (_, file, content, line) => {
    const set = await setWith({ [file]: content });
    const reading = readJudgedSet(set);
    await expect(reading).rejects.toThrow(ParleyError);
    await expect(reading).rejects.toThrow(`${path.join(set, file)}, line ${line} `);
    await expect(reading).rejects.toMatchObject({ remedy: expect.stringMatching(/\.$/) });
  });

  it.each(['corpus.jsonl', 'queries.jsonl', 'qrels.tsv'] as const)('without %s is refused, naming it', async (file) => {
    const set = await setWith({ [file]: null });
    await expect(readJudgedSet(set)).rejects.toMatchObject({
      name: 'ParleyError',
      message: expect.stringContaining(path.join(set, file)),
      remedy: expect.stringContaining(file),
    });
  });
});
