import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { summarizeForMember } from '#src/discord/answering/summarize-for-member.js';
import type { BotParts } from '#src/discord/bot-parts.js';
import { english } from '#src/discord/wording/english.js';
import type { Generation } from '#src/types.js';
import { madeUpDocument } from '../../indexing/made-up-documents.js';
import { buildSmallGeneration } from '../../support/small-generation.js';

let folder: string;
let generation: Generation;

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'parley-summaries-'));
  const documents = ['2019', '2020'].map((year) =>
    madeUpDocument(`minutes-${year}`, [{ kind: 'body', sentences: ['They met.'] }], `Minutes of ${year}`),
  );
  generation = await buildSmallGeneration(folder, documents);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const { signal: never } = new AbortController();

async function said(section: string): Promise<string> {
  const desk = {
    generations: async () => [generation],
    summarize: () => Promise.reject(new Error('Nothing was to be summarised.')),
  };
  const asked = { section, length: 'short', focus: null, isPrivate: false, words: english } as Parameters<
    typeof summarizeForMember
  >[0];
  const { messages, record } = await summarizeForMember(asked, { desk } as unknown as BotParts, {
    signal: never,
    hurry: never,
    show: () => undefined,
  });
  expect(record).toBeNull();
  return messages[0]?.content ?? '';
}

it('a section that may mean several is told with two of them, and none is taken', async () => {
  expect(await said('minutes')).toMatch(/fits 2 documents.+Minutes of 2019.+ and .+Minutes of 2020.+Choose one/u);
});

it('a section that nothing is called is told', async () => {
  expect(await said('chapter twelve')).toMatch(/^There is no section “chapter twelve”\./u);
});
