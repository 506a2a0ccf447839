import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Section, sectionsIn } from '#src/summarizing/sections.js';
import type { Generation, IndexedDocument, ParagraphKind, ParsedDocument } from '#src/types.js';
import { type MadeUpParagraph, madeUpDocument, madeUpDocuments } from '../indexing/made-up-documents.js';
import { buildSmallGeneration } from '../support/small-generation.js';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'parley-sections-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function open(document: ParsedDocument): Promise<{ generation: Generation; document: IndexedDocument }> {
  const generation = await buildSmallGeneration(folder, [document]);
  return { generation, document: generation.documents[0] as IndexedDocument };
}

async function sections(paragraphs: readonly MadeUpParagraph[]): Promise<readonly Section[]> {
  const { generation, document } = await open(madeUpDocument('made-up', paragraphs));
  return sectionsIn(generation, document);
}

function body(text: string): MadeUpParagraph {
  return { kind: 'body', sentences: [text] };
}

function heading(text: string): MadeUpParagraph {
  return { kind: 'heading', sentences: [text] };
}

function bodies(count: number): readonly MadeUpParagraph[] {
  return Array.from({ length: count }, (_, index) => body(`Paragraph ${index + 1} says what it says.`));
}

describe('the sections of a document', () => {
  it('are those of its headings, and what stands before the first', async () => {
    expect(
      await sections([
        body('Before anything else.'),
        heading('The talks'),
        body('The parties talked.'),
        body('They agreed.'),
        heading('Nothing under it'),
        heading('The truce'),
        { kind: 'caption', sentences: ['A truck on a road.'] },
        body('The guns fell silent.'),
      ]),
    ).toEqual([
      { name: '¶ 1: Before anything else.', paragraphs: [1, 1] },
      { name: '¶ 3–4: The talks', paragraphs: [3, 4] },
      { name: '¶ 7–8: The truce', paragraphs: [7, 8] },
    ]);
  });

  it('are parts of about equal length, named by their first words, where there are no headings', async () => {
    const found = await sections(bodies(17));
    expect(found.map(({ paragraphs }) => paragraphs)).toEqual([
      [1, 3],
      [4, 7],
      [8, 10],
      [11, 14],
      [15, 17],
    ]);
    expect(found[1]?.name).toBe('¶ 4–7: Paragraph 4 says what it says.');
  });

  it('are at most six parts, however long the document', async () => {
    expect(await sections(bodies(200))).toHaveLength(6);
  });

  it('are none where one would be all, and none without body paragraphs', async () => {
    expect(await sections(bodies(5))).toEqual([]);
    expect(await sections([heading('Only this'), body('One paragraph.')])).toEqual([]);
    expect(await sections([heading('Only this'), { kind: 'notice', sentences: ['Views are the author’s.'] }])).toEqual(
      [],
    );
    expect(await sections([])).toEqual([]);
  });

  it('have names of one line below 90 units, cut between words', async () => {
    const long = 'word\n\u0007 '.repeat(200).trim();
    const [first, second] = await sections([heading(long), body('One.'), heading('x'.repeat(300)), body('Two.')]);
    expect(first?.name).toMatch(/^¶ 2: (?:word )+word…$/u);
    expect(first?.name.length).toBeGreaterThan(80);
    expect(second?.name).toMatch(/^¶ 4: x+…$/u);
    for (const { name } of [first, second] as Section[]) expect(name.length).toBeLessThan(90);
  });

  it('hold every body paragraph once, in reading order, whatever the document', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 1, max: 999 }),
        fc.boolean(),
        async (count, seed, flat) => {
          const [made] = madeUpDocuments(1, count, seed) as [ParsedDocument];
          const asBody = (kind: ParagraphKind): ParagraphKind => (flat && kind === 'heading' ? 'caption' : kind);
          const { generation, document } = await open({
            ...made,
            paragraphs: made.paragraphs.map((paragraph) => ({ ...paragraph, kind: asBody(paragraph.kind) })),
          });
          const found = sectionsIn(generation, document);
          if (found.length === 0) return;
          let before = 0;
          for (const { name, paragraphs } of found) {
            expect(name.length).toBeLessThan(90);
            expect(paragraphs[0]).toBeGreaterThan(before);
            expect(paragraphs[1]).toBeGreaterThanOrEqual(paragraphs[0]);
            before = paragraphs[1];
          }
          for (const { kind, number } of made.paragraphs) {
            const holding = found.filter(({ paragraphs: [first, last] }) => first <= number && number <= last);
            if (kind === 'body') expect(holding).toHaveLength(1);
          }
        },
      ),
      { numRuns: 20 },
    );
  });
});
