import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { respell } from '#src/answering/respell.js';
import type { Generation } from '#src/types.js';
import { madeUpDocument } from '../indexing/made-up-documents.js';
import { buildSmallGeneration } from '../support/small-generation.js';
import { fewWords } from './read-text.js';

const text = [
  'Assad is determined to stay in power.',
  'The Free Syrian Army and the Joint Implementation Center wait.',
  'Russian drink was served to the marten and the Serbian martin.',
];

let folder: string;
let generation: Generation;
let large: Generation;

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'parley-respell-'));
  generation = await buildSmallGeneration(folder, [madeUpDocument('deal', [{ kind: 'body', sentences: text }])]);
  const many = [...text, ...Array.from({ length: 400 }, (_, i) => `Sentence ${i}.`)];
  large = await buildSmallGeneration(folder, [madeUpDocument('large', [{ kind: 'body', sentences: many }])]);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('a question in the words of a small collection', () => {
  it.each([
    ['is asad determind to stay in pwoer?', 'is Assad determined to stay in power?'],
    ['wht do the russains serve', 'wht do the Russian serve'],
    ['what does the FSA want', 'what does the Free Syrian Army want'],
    ['whos in the jic', 'whos in the Joint Implementation Center'],
  ])('%j is read as %j', (asked, meant) => {
    expect(respell(asked, [generation], fewWords)).toBe(meant);
  });

  it.each([
    ['a word of the collection', 'is Assad determined?'],
    ['a word of English', 'was there an appl?'],
    ['a known name', 'was it signed in serbia?'],
    ['a name that is near an ordinary word', 'who wrote The Bridge on the Drino?'],
    ['a word as near to one as to another', 'what did the martan eat?'],
    ['a word of four letters that lacks one', 'is he in powr?'],
    ['a word of three letters', 'who saw ass ad?'],
    ['letters of no name', 'what does the UNX want?'],
  ])('leaves alone %s', (_why, asked) => {
    expect(respell(asked, [generation], fewWords)).toBe(asked);
  });

  it('asks the next collection where one has no such word', () => {
    expect(respell('is asad in pwoer', [large, generation], fewWords)).toBe('is Assad in power');
  });

  it('leaves everything to a large one', () => {
    expect(respell('is asad in pwoer', [large], fewWords)).toBe('is asad in pwoer');
  });

  it('looks no further than the first unknown words of a message full of them', () => {
    const message = `${'xqzzj '.repeat(12)}is asad here`;
    expect(respell(message, [generation], fewWords)).toBe(message);
    expect(respell(`${'xqzzj '.repeat(11)}asad`, [generation], fewWords)).toContain('Assad');
  });

  it('never changes what it has changed, whatever is asked', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('asad', 'pwoer', 'the FSA', '❤', '"', 'determind', 'x', "n't"), { maxLength: 8 }),
        (parts) => {
          const once = respell(parts.join(' '), [generation], fewWords);
          expect(respell(once, [generation], fewWords)).toBe(once);
        },
      ),
    );
  });
});
