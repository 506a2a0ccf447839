import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseDocument } from '#src/corpus/parse-document.js';
import { passageAround } from '#src/discord/answering/passage-around.js';
import type { Citation, Generation } from '#src/types.js';
import { buildSmallGeneration } from '../../support/small-generation.js';

const text = `The first paragraph opens the matter.

Also read: "Something else that is not about this"

The talks lasted 15 hours. They were held in Geneva.

The last paragraph ends it.`;

let generation: Generation;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'parley-passage-'));
  const metadata = {
    title: 'A text',
    titleIsDescriptive: false,
    publisher: null,
    author: null,
    date: null,
    licence: null,
    url: null,
  };
  const source = { path: 'a.txt', bytes: text.length, modifiedMs: 0, sha256: '0'.repeat(64) };
  generation = await buildSmallGeneration(folder, [parseDocument({ id: 'a', metadata, text, source })]);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function citationOf(quote: string): Citation {
  const start = text.indexOf(quote);
  return {
    n: 1,
    document: 'a',
    title: 'A text',
    publisher: null,
    date: null,
    url: null,
    paragraph: 3,
    start,
    end: start + quote.length,
    quote,
    highlight: [],
  };
}

describe('the passage around a quote', () => {
  it('is its paragraph, with the place of the quote, and the paragraphs beside it but no promotion', () => {
    const view = passageAround([generation], citationOf('They were held in Geneva.'));
    expect(view).toMatchObject({
      before: 'The first paragraph opens the matter.',
      paragraph: 'The talks lasted 15 hours. They were held in Geneva.',
      after: 'The last paragraph ends it.',
      isCurrent: true,
    });
    expect(view.paragraph.slice(view.offset)).toBe('They were held in Geneva.');
  });

  it('has nothing before the first paragraph and nothing after the last', () => {
    expect(passageAround([generation], citationOf('The first paragraph opens the matter.')).before).toBeNull();
    expect(passageAround([generation], citationOf('The last paragraph ends it.')).after).toBeNull();
  });

  it('is the quote alone when the document has changed or is gone', () => {
    const citation = citationOf('They were held in Geneva.');
    for (const stale of [
      { ...citation, start: citation.start + 1, end: citation.end + 1 },
      { ...citation, document: 'gone' },
      { ...citation, quote: 'They were held in Vienna.' },
    ]) {
      expect(passageAround([generation], stale)).toMatchObject({
        isCurrent: false,
        paragraph: stale.quote,
        before: null,
        after: null,
      });
    }
  });
});
