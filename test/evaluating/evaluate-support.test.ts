import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ParleyError } from '#src/errors.js';
import { bestBalancedAccuracy, evaluateSupport } from '#src/evaluating/evaluate-support.js';
import { partsOfClaim } from '#src/evaluating/passage-support.js';
import { readSupportPairs } from '#src/evaluating/support-pairs.js';

function pairs(...supported: readonly boolean[]) {
  return supported.map((one, i) => ({ id: `${i}`, passage: 'p', claim: 'c', supported: one }));
}

describe('the evaluation of support', () => {
  it('measures how well the score separates, at the threshold and at the best one, and keeps what was decided', () => {
    const verified = [
      { score: 0.9, supported: true },
      // A check keeps it from being supported, whatever its score.
      { score: 0.7, supported: false },
      { score: 0.8, supported: true },
      { score: 0.2, supported: false },
    ];
    const { report, scores } = evaluateSupport(pairs(true, true, false, false), verified, 0.85);
    expect(report).toEqual({
      pairs: 4,
      auroc: 3 / 4,
      balancedAccuracy: 3 / 4,
      threshold: 0.85,
      bestBalancedAccuracy: 3 / 4,
    });
    expect(scores).toEqual(verified.map((one, i) => ({ id: `${i}`, ...one })));
  });

  it('draws no line through equal scores', () => {
    const tied = [true, false].map((positive) => ({ positive, score: 0.5 }));
    expect(bestBalancedAccuracy(tied)).toBe(0.5);
  });

  it('refuses pairs of one kind, and says what to write', () => {
    const verified = [{ score: 1, supported: true }];
    expect(() => evaluateSupport(pairs(true), verified, 0.5)).toThrow(ParleyError);
    expect(() => evaluateSupport(pairs(true), verified, 0.5)).toThrow(/1 supported and 0 other/u);
  });

  it('holds a claim sentence by sentence', () => {
    expect(partsOfClaim('The U.S. sent a delegation. It was large. Indeed.')).toEqual([
      'The U.S. sent a delegation.',
      'It was large. Indeed.',
    ]);
    expect(partsOfClaim('  ')).toEqual([]);
  });
});

describe('a file of pairs', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'parley-pairs-'));
  });

  afterEach(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  async function pairsOf(...lines: readonly string[]) {
    const file = path.join(folder, 'pairs.jsonl');
    await writeFile(file, lines.join('\n'));
    return readSupportPairs(file);
  }

  it('is read line by line, other keys and blank lines passed over', async () => {
    const line = '{"id":7,"passage":"P.","claim":"C.","supported":true,"label":"x"}';
    expect(await pairsOf(line, '', line.replace('7', '"a"'))).toEqual([
      { id: '7', passage: 'P.', claim: 'C.', supported: true },
      { id: 'a', passage: 'P.', claim: 'C.', supported: true },
    ]);
  });

  it('is not a folder, and whoever names one is told of the file in it', async () => {
    await expect(readSupportPairs(folder)).rejects.toMatchObject({
      line: `${folder} is a folder. Name a file with JSON lines of {"id","passage","claim","supported"}.`,
    });
    const file = path.join(folder, 'pairs.jsonl');
    await writeFile(file, '');
    await expect(readSupportPairs(folder)).rejects.toMatchObject({
      line: `${folder} is a folder. Name the file in it: ${file}`,
    });
  });

  it('is missed with what such a file has', async () => {
    await expect(readSupportPairs(path.join(folder, 'none.jsonl'))).rejects.toMatchObject({
      remedy: 'Name a file with JSON lines of {"id","passage","claim","supported"}.',
    });
  });

  it('is refused with the line that is wrong', async () => {
    await expect(pairsOf('{"id":"1","passage":"P.","claim":"C."}')).rejects.toThrow(/line 1.*supported/u);
  });
});
