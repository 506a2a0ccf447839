import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { RankedEvidence } from '#src/answering/assess.js';
import type { ChosenChunk } from '#src/answering/choose-sentences.js';
import { createChunkReader, type ReadChunk } from '#src/answering/chunk-reading.js';
import type { AnsweringSentence, Difference } from '#src/find-disagreements.js';
import { loadWordVectors } from '#src/language/word-vectors.js';
import { wordVectorsFile } from '#src/project-files.js';
import { markDisputes, settleSentences } from '#src/settle-sentences.js';
import type { Generation } from '#src/types.js';
import { madeUpDocument } from './indexing/made-up-documents.js';
import { buildSmallGeneration } from './support/small-generation.js';

const documentCount = 4;
/** Every second one points back. */
const sentencesEach = 4;

let folder: string;
let generation: Generation;
let readChunk: ReadChunk;

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'parley-settle-'));
  readChunk = createChunkReader(await loadWordVectors(wordVectorsFile));
  const documents = Array.from({ length: documentCount }, (_, d) => {
    const sentences = Array.from({ length: sentencesEach }, (__, s) =>
      s % 2 === 0
        ? `The talks number ${d}${s} were held in the old town.`
        : `They lasted ${d}${s} hours in the old town.`,
    );
    const parsed = madeUpDocument(`document-${d}`, [{ kind: 'body', sentences }]);
    const date = d === 0 ? null : `201${documentCount - d}`;
    const { document } = parsed;
    return { ...parsed, document: { ...document, metadata: { ...document.metadata, date } } };
  });
  generation = await buildSmallGeneration(folder, documents);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const chunks = documentCount * sentencesEach;

interface Scene {
  readonly chosen: readonly ChosenChunk[];
  readonly differences: readonly Difference[];
}

/** Up to three chosen sentences, some as context, and differences between sentences of different documents. */
const scenes: fc.Arbitrary<Scene> = fc
  .record({
    chosen: fc.uniqueArray(fc.nat({ max: chunks - 1 }), { minLength: 1, maxLength: 3 }),
    contexts: fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }),
    pairs: fc.array(fc.tuple(fc.nat({ max: chunks - 1 }), fc.nat({ max: chunks - 1 })), { maxLength: 6 }),
  })
  .map(({ chosen, contexts, pairs }) => {
    const sentences = Array.from({ length: chunks }, (_, chunk): AnsweringSentence => {
      const document = generation.documents[Math.floor(chunk / sentencesEach)];
      if (document === undefined) throw new Error(`There is no document of sentence ${chunk}.`);
      return { generation, chunk, document, evidence: { chunk } as RankedEvidence };
    });
    return {
      chosen: chosen.map((chunk, at) => ({
        generation,
        chunk,
        evidence: contexts[at] === true ? undefined : sentences[chunk]?.evidence,
      })),
      differences: pairs.flatMap(([a, b]): readonly Difference[] => {
        const [one, other] = [sentences[a], sentences[b]];
        if (one === undefined || other === undefined || one.document === other.document) return [];
        return [
          {
            sentences: [one, other],
            words: [
              [0, 3],
              [0, 4],
            ],
          },
        ];
      }),
    };
  });

function textOf(chunk: number): string {
  const { paragraph, start, end } = generation.chunk(chunk);
  return generation.documents[generation.paragraph(paragraph).document]?.text.slice(start, end) ?? '';
}

it('every chosen sentence and every side is told, none both as undisputed and as disputed', () => {
  fc.assert(
    fc.property(scenes, ({ chosen, differences }) => {
      const { undisputed, disputes } = settleSentences(chosen, differences, readChunk);
      const disputed = disputes.flatMap((dispute) => dispute.chosen.map(({ chunk }) => chunk));
      for (const { chunk } of chosen) expect([...undisputed.map((one) => one.chunk), ...disputed]).toContain(chunk);
      for (const { chunk } of undisputed) expect(disputed).not.toContain(chunk);
      for (const { sentences } of differences) {
        const holding = disputes.filter(({ chosen: sides }) =>
          sentences.every(({ chunk }) => sides.some((one) => one.chunk === chunk && one.evidence !== undefined)),
        );
        expect(holding).toHaveLength(1);
      }
    }),
  );
});

it('a side that points back stands after the sentence that it points to, its document in one piece, the older first', () => {
  fc.assert(
    fc.property(scenes, ({ chosen, differences }) => {
      for (const { chosen: sides } of settleSentences(chosen, differences, readChunk).disputes) {
        expect(new Set(sides.map(({ chunk }) => chunk)).size).toBe(sides.length);
        for (const [at, { chunk, evidence }] of sides.entries()) {
          if (evidence !== undefined && textOf(chunk).startsWith('They')) expect(sides[at - 1]?.chunk).toBe(chunk - 1);
        }
        const dates = sides.map(
          ({ chunk }) => generation.documents[Math.floor(chunk / sentencesEach)]?.metadata.date ?? '~',
        );
        expect(dates).toEqual(dates.toSorted());
      }
    }),
  );
});

it('marks count on through the undisputed sentences and every dispute', () => {
  fc.assert(
    fc.property(scenes, ({ chosen, differences }) => {
      const { undisputed, disputes } = settleSentences(chosen, differences, readChunk);
      const marks = markDisputes(undisputed.length, disputes).flatMap(({ citations }) => citations);
      expect(marks).toEqual(disputes.flatMap((dispute) => dispute.chosen).map((_, i) => undisputed.length + i + 1));
    }),
  );
});

it('nothing changes where nobody disagrees', () => {
  fc.assert(
    fc.property(scenes, ({ chosen }) => {
      expect(settleSentences(chosen, [], readChunk)).toEqual({ undisputed: chosen, disputes: [] });
    }),
  );
});
