import os from 'node:os';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeModel } from '#src/embedding/model-files.js';
import { loadTextModel, type TextModel } from '#src/embedding/text-model.js';

const folder = fileURLToPath(new URL('../../models/e5-small-v2', import.meta.url));
const passes = 9;

let alone: TextModel;
let spinning: TextModel;
let sleeping: TextModel;

beforeAll(async () => {
  const description = await describeModel({ folder });
  // More threads than cores: some always wait for one that is put aside.
  const many = os.availableParallelism() + 2;
  alone = await loadTextModel(description, 1, 'sleeping');
  spinning = await loadTextModel(description, many, 'spinning');
  sleeping = await loadTextModel(description, many, 'sleeping');
});
afterAll(async () => {
  for (const model of [alone, spinning, sleeping]) await model.dispose();
});

function batchOf(model: TextModel): readonly (readonly number[])[] {
  return Array.from({ length: 12 }, (_, i) =>
    model.tokensOf(
      `passage: Truck ${i} of the convoy crossed the border near Aleppo after the talks in Geneva had ended.`,
    ),
  );
}

/** Milliseconds of all cores together that the median pass takes. */
async function cpuOf(model: TextModel): Promise<number> {
  const batch = batchOf(model);
  const spent: number[] = [];
  for (let pass = 0; pass < passes; pass++) {
    const before = process.cpuUsage();
    await model.encode(batch);
    const { user, system } = process.cpuUsage(before);
    spent.push((user + system) / 1000);
  }
  return spent.toSorted((a, b) => a - b)[passes >> 1] ?? 0;
}

it('gives the same vectors however many threads it has and however they wait', async () => {
  const vectors = await alone.encode(batchOf(alone));
  expect(await spinning.encode(batchOf(spinning))).toEqual(vectors);
  expect(await sleeping.encode(batchOf(sleeping))).toEqual(vectors);
});

it('burns no core while its threads wait asleep', async () => {
  // About a third, on busy cores and on idle ones.
  expect(await cpuOf(sleeping)).toBeLessThan(0.7 * (await cpuOf(spinning)));
});
