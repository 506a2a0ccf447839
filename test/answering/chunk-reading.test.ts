import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createChunkReader } from '#src/answering/chunk-reading.js';
import { madeUpDocument } from '../indexing/made-up-documents.js';
import { buildSmallGeneration } from '../support/small-generation.js';
import { fewWords, readText } from './read-text.js';

describe('the reading of a chunk', () => {
  it('has its terms, its pairs of neighbouring terms, and the rows of those with a vector', () => {
    const reading = readText('The ceasefire: apples, apples in Vienna.');
    expect([...reading.terms]).toEqual(['ceasefir', 'appl', 'vienna']);
    expect([...reading.pairs]).toEqual(['ceasefir appl', 'appl appl', 'appl vienna']);
    expect(reading.vectorRows).toEqual([1, 2]);
  });

  it('has its names, dates and amounts in place', () => {
    const { text, mentions } = readText('Kerry spoke for 15 hours in Geneva.');
    expect(mentions.map(({ kind, start, end }) => [kind, text.slice(start, end)])).toEqual([
      ['person', 'Kerry'],
      ['duration', '15 hours'],
      ['place', 'Geneva'],
    ]);
  });

  it.each([
    ['They did not agree.', true],
    ['They didn’t agree.', true],
    ['Washington denied it.', true],
    ['They agreed.', false],
    ['A notable denizen of Novgorod.', false],
  ])('knows whether it denies: %s', (text, negated) => {
    expect(readText(text).negated).toBe(negated);
  });

  it.each([
    ['They stopped because of the cold.', true],
    ['Thus the talks ended.', true],
    ['The talks ended.', false],
    ['A thousand becauses'.replace('becauses', 'beetles'), false],
  ])('knows whether it gives a reason: %s', (text, givesReason) => {
    expect(readText(text).givesReason).toBe(givesReason);
  });

  it('of no text is empty', () => {
    expect(readText('')).toMatchObject({ text: '', vectorRows: [], mentions: [], negated: false, givesReason: false });
  });

  it('is made once a chunk, and apart for each generation', async () => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'parley-read-'));
    const build = (sentence: string) =>
      buildSmallGeneration(folder, [madeUpDocument('one', [{ kind: 'body', sentences: [sentence, 'A second one.'] }])]);
    const [first, second] = [await build('Kerry spoke.'), await build('Lavrov spoke.')];
    const readChunk = createChunkReader(fewWords);
    expect(readChunk(first, 0)).toBe(readChunk(first, 0));
    expect([readChunk(first, 0).text, readChunk(first, 1).text, readChunk(second, 0).text]).toEqual([
      'Kerry spoke.',
      'A second one.',
      'Lavrov spoke.',
    ]);
    await rm(folder, { recursive: true, force: true });
  });
});
