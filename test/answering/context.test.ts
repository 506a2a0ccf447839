import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chunkBefore, needsContext } from '#src/answering/context.js';
import type { Generation } from '#src/types.js';
import { madeUpDocument } from '../indexing/made-up-documents.js';
import { buildSmallGeneration } from '../support/small-generation.js';

describe('a sentence', () => {
  it.each([
    'This brings Moscow one step closer to achieving its strategic goal.',
    'This approach is gradually changing.',
    'It remains a huge accumulation of diverse groups.',
    'Without them, it would be difficult for Assad’s opponents to mount any serious offensive.',
    'They, too, need to be convinced to support the settlement.',
    'If this is the case, it diminishes the bargaining power.',
    'All this points to a diplomatic improvisation.',
    '“That is all,” he said.',
    'He left. ',
  ])('points back: %s', (sentence) => {
    expect(needsContext(sentence)).toBe(true);
  });

  it.each([
    'It can be assumed that the main factor was a shift.',
    'It is important for Moscow that the agreement formalizes what has been in place.',
    'It is not a good time.'.replace('It is', 'Now is'),
    'It seems clear that nobody knows.',
    'The talks lasted 15 hours.',
    'Thistles grow. ',
    'Items were listed.',
    'Theirs is another name for nothing: Hello.'.replace('Theirs', 'Hers'),
    '',
  ])('stands for itself: %s', (sentence) => {
    expect(needsContext(sentence)).toBe(false);
  });
});

describe('the chunk before', () => {
  let folder: string;
  let generation: Generation;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'parley-context-'));
    generation = await buildSmallGeneration(folder, [
      madeUpDocument('one', [
        { kind: 'notice', sentences: ['The opinion is the author’s.'] },
        { kind: 'body', sentences: ['First.', 'Second.'] },
        { kind: 'promotion', sentences: ['Also read: more.'] },
        { kind: 'heading', sentences: ['A heading'] },
        { kind: 'body', sentences: ['Third.'] },
      ]),
      madeUpDocument('two', [{ kind: 'body', sentences: ['Other.'] }]),
    ]);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  function chunkWith(text: string): number {
    for (let row = 0; row < generation.chunkCount; row++) {
      const { paragraph, start, end } = generation.chunk(row);
      if (generation.documents[generation.paragraph(paragraph).document]?.text.slice(start, end) === text) return row;
    }
    throw new Error(`no chunk ${text}`);
  }

  it.each([
    ['in the same paragraph', 'Second.', 'First.'],
    ['across a promotion and a heading', 'Third.', 'Second.'],
  ])('is the neighbour %s', (_, text, before) => {
    expect(chunkBefore(generation, chunkWith(text))).toBe(chunkWith(before));
  });

  it.each([
    ['at the start of a document, notices passed over', 'First.'],
    ['at the start of another document', 'Other.'],
  ])('is none %s', (_, text) => {
    expect(chunkBefore(generation, chunkWith(text))).toBeUndefined();
  });
});
