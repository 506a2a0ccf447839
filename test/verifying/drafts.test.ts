import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listCorpusFiles } from '#src/corpus/list-corpus-files.js';
import { parseDocument } from '#src/corpus/parse-document.js';
import { readDocument } from '#src/corpus/read-document.js';
import type { Encoder } from '#src/embedding/encoder.js';
import { rememberWords } from '#src/verifying/remember-words.js';
import { shippedSupportModel } from '#src/verifying/support-model.js';
import { verifySentence } from '#src/verifying/verify-sentence.js';
import type { EmbedWords } from '#src/verifying/words-in-context.js';
import { type DraftSentence, draftSentences } from '../support/chat/drafts/draft.js';
import { openShippedEncoder } from '../support/shipped-encoder.js';
import { openParagraphs } from './drafts/given-paragraphs.js';
import { freshDrafts, freshText, practiceDrafts, practiceText } from './drafts/practice-drafts.js';
import { vectors } from './read-both.js';

interface Checked {
  readonly group: 'tuning' | 'heldOut' | 'practice' | 'freshRead' | 'freshUnread';
  readonly truth: 'honest' | 'lie';
  readonly kind: string;
  readonly isShown: boolean;
  /** Time of the processor, the encoder's left out, and how many texts the encoder read. */
  readonly ms: number;
  readonly passes: number;
}

let folder: string;
let encoder: Encoder;
let embedWords: EmbedWords;
let reading = { ms: 0, passes: 0 };
const checked: Checked[] = [];

function msSince(startedAt: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(startedAt);
  return (user + system) / 1000;
}

/** What the encoder says of words, and what that takes. */
async function readTimed(texts: Parameters<EmbedWords>[0]): ReturnType<EmbedWords> {
  const startedAt = process.cpuUsage();
  const states = (await encoder.embedWords?.(texts)) ?? [];
  reading = { ms: reading.ms + msSince(startedAt), passes: reading.passes + texts.length };
  return states;
}

async function check(
  { text, cites, kind }: Pick<DraftSentence, 'text' | 'cites'> & { readonly kind: string },
  givenFor: Awaited<ReturnType<typeof openParagraphs>>,
): Promise<Pick<Checked, 'isShown' | 'ms' | 'passes'>> {
  const given = await givenFor(text, cites);
  // Time of the processor, not of the clock: other tests run at the same time.
  reading = { ms: 0, passes: 0 };
  const startedAt = process.cpuUsage();
  const { outcome, support, caution, reason } = await verifySentence({ text, marks: cites }, given, {
    vectors,
    model: shippedSupportModel,
    embedWords,
  });
  const ms = msSince(startedAt) - reading.ms;
  expect(support.length > 0).toBe(outcome !== 'dropped');
  expect(caution !== null).toBe(outcome === 'partly');
  expect(reason === null).toBe(outcome === 'supported');
  const isCitedThere = support.some(({ passage }) => cites.includes(passage));
  // Cited for the passage that does say it, a sentence with a wrong citation is no lie any more.
  return { isShown: outcome !== 'dropped' && (kind !== 'wrong-citation' || isCitedThere), ms, passes: reading.passes };
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'parley-drafts-'));
  encoder = await openShippedEncoder(folder);
  embedWords = rememberWords(readTimed);
  const [file] = (await listCorpusFiles('corpus')).filter((one) => one.path === 'syria-ceasefire-2016.txt');
  if (file === undefined) throw new Error('The article is not there.');
  const article = await openParagraphs(parseDocument(await readDocument(file)), encoder);
  for (const sentence of await draftSentences()) {
    const { half, truth, kind } = sentence;
    checked.push({ group: half, truth, kind, ...(await check(sentence, article)) });
  }
  const practice = await practiceDrafts();
  for (const document of new Set(practice.map((one) => one.document))) {
    const paragraphs = await openParagraphs(await practiceText(document), encoder);
    for (const draft of practice.filter((one) => one.document === document)) {
      checked.push({
        group: 'practice',
        truth: draft.truth,
        kind: 'practice',
        ...(await check({ ...draft, kind: 'practice' }, paragraphs)),
      });
    }
  }
  const fresh = await freshDrafts();
  for (const document of new Set(fresh.map((one) => one.document))) {
    const paragraphs =
      document === 'syria-ceasefire-2016' ? article : await openParagraphs(await freshText(document), encoder);
    for (const draft of fresh.filter((one) => one.document === document)) {
      const { truth, wasRead } = draft;
      const kind = `fresh-${draft.kind}`;
      const group = wasRead ? 'freshRead' : 'freshUnread';
      checked.push({ group, truth, kind, ...(await check({ ...draft, kind }, paragraphs)) });
    }
  }
}, 240_000);

afterAll(async () => {
  await encoder.close();
  await rm(folder, { recursive: true, force: true });
});

function shareShown(of: Partial<Checked>): number {
  const some = checked.filter((one) => Object.entries(of).every(([key, value]) => one[key as keyof Checked] === value));
  expect(some.length).toBeGreaterThan(0);
  return some.filter(({ isShown }) => isShown).length / some.length;
}

describe('sentences that a model may write', () => {
  it('are many, and of every kind', () => {
    for (const truth of ['honest', 'lie'])
      expect(checked.filter((one) => one.truth === truth).length).toBeGreaterThanOrEqual(300);
  });

  it.each([
    ['tuning', 0.93, 0.005],
    ['heldOut', 0.855, 0.03],
    ['practice', 0.825, 0.035],
    ['freshRead', 0.57, 0.04],
    ['freshUnread', 0.44, 0.19],
  ] as const)('are shown or not as they deserve (%s)', (group, leastHonest, mostLies) => {
    expect(shareShown({ group, truth: 'honest' })).toBeGreaterThanOrEqual(leastHonest);
    expect(shareShown({ group, truth: 'lie' })).toBeLessThanOrEqual(mostLies);
  });

  it('are kept from readers where a check is certain', () => {
    for (const kind of ['invented-quote', 'citation-not-given', 'wrong-citation', 'changed-number', 'changed-date'])
      expect([kind, shareShown({ kind })]).toEqual([kind, 0]);
    for (const kind of ['from-memory', 'obeyed-order']) expect([kind, shareShown({ kind })]).toEqual([kind, 0]);
    expect(shareShown({ kind: 'verbatim' })).toBe(1);
  });

  it('are checked in time: four of them take less than 60 ms in 95 of 100 answers, and 15 passes of the encoder', () => {
    const answers = Array.from({ length: Math.floor(checked.length / 4) }, (_, i) => checked.slice(4 * i, 4 * i + 4));
    const high = (value: (one: Checked) => number): number =>
      answers
        .map((four) => four.reduce((sum, one) => sum + value(one), 0))
        .toSorted((a, b) => a - b)
        .at(Math.floor(answers.length * 0.95)) ?? 0;
    expect(high(({ ms }) => ms)).toBeLessThan(60);
    expect(high(({ passes }) => passes)).toBeLessThanOrEqual(15);
  });
});
