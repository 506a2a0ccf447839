import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scopeOf } from '#src/summarizing/scope.js';
import { topicTermsOf } from '#src/summarizing/topic-terms.js';
import type { IndexedDocument } from '#src/types.js';
import { type MadeUpParagraph, madeUpDocument } from '../indexing/made-up-documents.js';
import { buildSmallGeneration } from '../support/small-generation.js';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'parley-topics-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

const noSlices = { due: () => false, pause: async () => {} };

function inLetters(number: number): string {
  return Array.from(String(number), (digit) => 'bcdfghklmn'[Number(digit)]).join('');
}

async function topics(texts: readonly string[]): Promise<readonly string[]> {
  const paragraphs = texts.map((text): MadeUpParagraph => ({ kind: 'body', sentences: [text] }));
  const generation = await buildSmallGeneration(folder, [madeUpDocument('made-up', paragraphs, 'Water')]);
  const found = await topicTermsOf(scopeOf(generation, generation.documents[0] as IndexedDocument, null), noSlices);
  return [...found].toSorted();
}

describe('what a document is about', () => {
  it('is in its title, and in a third of its paragraphs', async () => {
    const texts = ['The treaty divides a river.', 'Lawyers praised the treaty.', 'A storm came.', 'Diesel is dear.'];
    expect(await topics(texts)).toEqual(['treati', 'water']);
    expect(await topics([...texts, 'Boats lay idle.', 'Nets were torn.', 'Prices rose.'])).toEqual(['water']);
  });

  it('is not what one paragraph alone says, however short the document', async () => {
    expect(await topics(['The treaty divides a river.'])).toEqual(['water']);
  });

  it('is read from a sample of a book', async () => {
    const chapters = Array.from({ length: 1_000 }, (_, number) => `Chapter ${inLetters(number)} of the saga.`);
    expect(await topics(chapters)).toEqual(['chapter', 'saga', 'water']);
  });
});
