import { describe, expect, it } from 'vitest';
import { ParleyError } from '#src/errors.js';
import { evaluateAbstention } from '#src/evaluating/evaluate-abstention.js';

/** Answers with the confidence that the question's text is, and declines below the threshold. */
const threshold = 0.5;
async function ask(question: string) {
  const confidence = Number(question);
  return { confidence, outcome: confidence >= threshold ? ('answered' as const) : ('declined' as const) };
}

async function declineAll() {
  return { confidence: 0.9, outcome: 'declined' as const };
}

function questions(...pairs: readonly (readonly [confidence: number, answerable: boolean | undefined])[]) {
  return pairs.map(([confidence, answerable], index) => ({ id: `${index}`, text: `${confidence}`, answerable }));
}

describe('the evaluation of abstention', () => {
  it('measures how well confidence separates, and what is declined at the threshold', async () => {
    const report = await evaluateAbstention(
      questions([0.9, true], [0.8, true], [0.3, true], [0.6, false], [0.2, false]),
      ask,
      threshold,
      () => {},
    );
    // Of six pairs, only (0.3 answerable, 0.6 unanswerable) is in the wrong order.
    expect(report.auroc).toBeCloseTo(5 / 6);
    expect(report.threshold).toBe(threshold);
    expect(report.refusalRate).toBeCloseTo(1 / 2);
    expect(report.falseRefusalRate).toBeCloseTo(1 / 3);
  });

  it('counts a decline for another reason than the threshold', async () => {
    const report = await evaluateAbstention(questions([0, true], [0, false]), declineAll, threshold, () => {});
    expect(report).toEqual({ auroc: 0.5, threshold, refusalRate: 1, falseRefusalRate: 1 });
  });

  it('leaves out questions that do not say whether they can be answered', async () => {
    const progress: string[] = [];
    const report = await evaluateAbstention(
      questions([0.9, true], [0.1, false], [0.9, undefined]),
      ask,
      threshold,
      (done, total) => progress.push(`${done}/${total}`),
    );
    expect(report.falseRefusalRate).toBe(0);
    expect(progress).toEqual(['1/2', '2/2']);
  });

  it('refuses a set of one kind, and says what to write', async () => {
    const oneKind = evaluateAbstention(questions([0.9, true], [0.1, true]), ask, threshold, () => {});
    await expect(oneKind).rejects.toThrow(ParleyError);
    await expect(oneKind).rejects.toMatchObject({ remedy: expect.stringContaining('"answerable"') });
  });
});
