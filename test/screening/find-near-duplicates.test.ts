import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findNearDuplicates } from '#src/screening/find-near-duplicates.js';
import type { Generation, ParsedDocument } from '#src/types.js';
import { fakeVector } from '../support/fake-vector.js';
import { plainGeneration } from '../support/plain-generation.js';
import { buildSmallGeneration } from '../support/small-generation.js';
import { countedTurns, parsedText } from './parsed-text.js';

const known = parsedText(
  [
    'The union and the owners met on Monday. The union asked for 15 new buses before the end of the year. The owners refused at once.',
    'The mayor of Harwick will open the rebuilt bridge over the river in spring.',
  ].join('\n\n'),
  { id: 'buses' },
);

let folder: string;
let generation: Generation;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'parley-near-'));
  generation = await buildSmallGeneration(folder, [known]);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function copiesIn(parsed: ParsedDocument, generations: readonly Generation[] = [generation], turns = countedTurns()) {
  const vector = (row: number): Float32Array => fakeVector(parsed.chunks[row]?.text ?? '', 64);
  const candidate = { ...plainGeneration('candidate', [parsed]), vector };
  return findNearDuplicates({ generation: candidate, row: 0 }, generations, turns);
}

const long = (figure: number) =>
  `The union asked for ${figure} new buses ${'and more and more of them '.repeat(60)}again.`;

describe('sentences beside the collection', () => {
  it('are told with the sentence that they alter, and with both places', async () => {
    const forged = parsedText('A leaflet.\n\nThe union asked for 45 new buses before the end of the year.');
    const { findings } = await copiesIn(forged);
    const quote = 'The union asked for 45 new buses before the end of the year.';
    const original = 'The union asked for 15 new buses before the end of the year.';
    const start = known.document.text.indexOf(original);
    expect(findings).toEqual([
      {
        kind: 'altered-copy',
        severity: 'high',
        explanation: 'Nearly a sentence of the collection, with another number: “45” here, “15” there.',
        paragraph: 2,
        start: 12,
        end: 12 + quote.length,
        quote,
        other: {
          generation: generation.id,
          document: 'buses',
          paragraph: 1,
          start,
          end: start + original.length,
          quote: original,
        },
      },
    ]);
  });

  it('are no matter when they stand there word for word', async () => {
    expect((await copiesIn(parsedText(known.document.text, { id: 'copy' }))).findings).toEqual([]);
  });

  it('are no matter when one sentence of the collection has them and another alters it', async () => {
    const later = parsedText('The union asked for 16 new buses before the end of the year.', { id: 'later' });
    const both = await buildSmallGeneration(folder, [known, later]);
    expect((await copiesIn(parsedText(later.document.text, { id: 'copy' }), [both])).findings).toEqual([]);
  });

  it('are not held against an earlier version of their own document', async () => {
    const corrected = parsedText(known.document.text.replace('15', '16'), { id: 'buses' });
    expect((await copiesIn(corrected)).findings).toEqual([]);
  });

  it('are not told when they say something else', async () => {
    expect((await copiesIn(parsedText('The museum of clocks in Harwick is closed on Mondays.'))).findings).toEqual([]);
  });

  it('are all found when a whole document was altered', async () => {
    const forged = known.document.text
      .replace('15', '51')
      .replace('Harwick', 'Dunmore')
      .replace('refused', 'did not refuse');
    const { findings } = await copiesIn(parsedText(forged, { id: 'forged' }));
    expect(findings.map(({ severity }) => severity)).toEqual(['high', 'high', 'high']);
  });

  it('need a collection', async () => {
    const forged = parsedText('The union asked for 45 new buses before the end of the year.');
    expect(await copiesIn(forged, [])).toEqual({ findings: [], omitted: 0 });
  });

  it('let others have their turn after each chunk', async () => {
    const turns = countedTurns();
    await copiesIn(known, [generation], turns);
    expect(turns.pauses()).toBe(known.chunks.length);
  });

  it('are told once, also when one is longer than a chunk', async () => {
    const original = parsedText(long(15), { id: 'long' });
    const { findings } = await copiesIn(parsedText(long(45)), [await buildSmallGeneration(folder, [original])]);
    expect(original.chunks.length).toBeGreaterThan(1);
    expect(findings).toMatchObject([{ start: 0, end: long(45).length }]);
  });

  it('need a document that is there', async () => {
    const candidate = { generation: await buildSmallGeneration(folder, [known]), row: 1 };
    await expect(findNearDuplicates(candidate, [generation], countedTurns())).rejects.toThrow(RangeError);
  });
});
