import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { check } from '#src/check.js';
import { type CheckInWritingRequest, checkInWriting } from '#src/check-in-writing.js';
import { readJsonLines } from '#src/evaluating/judged-set.js';
import type { Check } from '#src/types.js';
import type { ExaminedSentence } from '#src/writing/examine-sentence.js';
import type { Writer } from '#src/writing/writer.js';
import { type ArticleParts, openArticleParts } from './support/article-parts.js';
import { draftSentencesOver, withMarks } from './support/chat/drafts/draft.js';
import { openScriptedOpenAi, type ScriptedOpenAi } from './support/chat/scripted-openai.js';
import { createGate, failsWith, inPieces, says, writes } from './support/chat/scripted-openai-reply.js';
import type { ChatRequest } from './support/chat/scripted-openai-request.js';
import { openScriptedWriter, type ScriptedWriter } from './support/chat/scripted-writer.js';

let folder: string;
let article: ArticleParts;
let server: ScriptedOpenAi;
let scripted: ScriptedWriter;

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'parley-written-checks-'));
  article = await openArticleParts(folder);
});
afterAll(async () => {
  await article.encoder.close();
  await rm(folder, { recursive: true, force: true });
});

beforeEach(async () => {
  server = await openScriptedOpenAi();
  scripted = await openScriptedWriter(server);
});
afterEach(async () => {
  await scripted.close();
  await server.close();
  expect(server.violations).toEqual([]);
});

function checks(
  text: string,
  waiting: Partial<CheckInWritingRequest> = {},
  writer: Partial<Writer> = {},
): Promise<Check> {
  return checkInWriting(
    text,
    { ...article.parts, writer: { ...scripted.writer, ...writer } },
    { guild: null, member: null, ...waiting },
  );
}

/** A check without what a model had to do with it. */
function verdictsOf(one: Check): unknown {
  return { ...one, writing: null, claims: one.claims.map((claim) => ({ ...claim, explanation: [] })) };
}

/** What a model is given about a claim, as often as it asks: the passages that are the claim's, and its words. */
function saysOf(words: (request: ChatRequest, n: number) => string): (request: ChatRequest) => ReturnType<typeof says> {
  return (request) => says(request.passages.map(({ n }) => words(request, n)).join(' '));
}

const nineHours = 'The talks lasted nine hours.';
const held = 'The ceasefire held for one week.';

describe('an explanation', () => {
  it('tells in other words what the quotes say, under their marks, and leaves the verdict alone', async () => {
    server.script(({ passages }) => {
      const talks = passages.find(({ text }) => text.includes('15 hours'))?.n;
      const victory = passages.find(({ text }) => text.includes('victory'))?.n;
      return says(
        `The agreement was an important victory for Russian diplomacy [${victory}]. The talks took fifteen hours [${talks}].`,
      );
    });
    const message = `${nineHours} The agreement was a victory for Russian diplomacy.`;
    const explained = await checks(message);
    const plain = await check(message, article.parts);
    expect(verdictsOf(explained)).toEqual(verdictsOf(plain));
    expect(explained.claims.map(({ verdict }) => verdict)).toEqual(['contradicted', 'supported']);
    const texts = explained.claims.map(({ explanation }) => explanation.map(({ text }) => text));
    expect(texts).toEqual([
      ['The talks took fifteen hours.'],
      ['The agreement was an important victory for Russian diplomacy.'],
    ]);
    for (const { explanation, citations } of explained.claims) {
      const own = citations.map(({ n }) => n);
      for (const { citations: marks } of explanation) {
        expect(marks.length).toBeGreaterThan(0);
        for (const mark of marks) expect(own).toContain(mark);
      }
    }
    expect(explained.writing).toMatchObject({ model: 'openai:scripted-1', dropped: 0, fault: null });
    expect(server.asked).toBe(1);
  });

  it.each([
    ['affirms what is contradicted', nineHours, () => nineHours],
    ['affirms what is not covered', held, () => held],
    ['denies what is supported', 'The talks lasted 15 hours.', () => nineHours],
    ['speaks of the verdict', nineHours, () => 'The claim is correct'],
    ['overrules the verdict', nineHours, () => 'It is true that the talks lasted 15 hours'],
    ['gives a cause', nineHours, () => 'The talks lasted 15 hours because Kerry was tired'],
    ['carries an address', nineHours, () => 'The talks lasted 15 hours, see example.com'],
  ])('that %s is not shown', async (_, claim, words) => {
    server.script(saysOf((__, n) => `${words().replace(/\.$/u, '')} [${n}].`));
    const explained = await checks(claim);
    expect(server.asked).toBe(1);
    expect(verdictsOf(explained)).toEqual(verdictsOf(await check(claim, article.parts)));
    expect(explained.claims.flatMap(({ explanation }) => explanation)).toEqual([]);
    expect(explained.writing).toMatchObject({ fault: 'unsupported' });
    expect(explained.writing?.dropped).toBeGreaterThan(0);
  });

  it('of one claim does not stand on the quotes of another, nor on both', async () => {
    server.script(({ passages }) => {
      const talks = passages.find(({ text }) => text.includes('15 hours'))?.n ?? 0;
      const other = passages.find(({ n }) => n !== talks)?.n ?? 0;
      return says(`The talks took fifteen hours [${other}]. The talks took 15 hours in all [${talks}][${other}].`);
    });
    const explained = await checks(`${nineHours} The agreement was a victory for Russian diplomacy.`);
    expect(explained.claims.map(({ explanation }) => explanation)).toEqual([[], []]);
    expect(explained.writing?.dropped).toBe(2);
  });

  it('that only repeats a quote is none', async () => {
    server.script(({ passages: [passage] }) => says(`${passage?.text.replace(/\.$/u, '')} [1].`));
    const explained = await checks(nineHours);
    expect(explained.claims[0]?.explanation).toEqual([]);
    expect(explained.writing).toMatchObject({ dropped: 0, fault: 'declined' });
  });

  it('is of four claims at most, two sentences each, asked for at once', async () => {
    const claims = ['15 hours', 'nine hours', '12 hours', '20 hours', '30 hours'].map(
      (so) => `The talks lasted ${so}.`,
    );
    server.script(({ passages }) =>
      says(
        passages
          .map(
            ({ n }) =>
              `The talks took 15 hours [${n}]. The talks took fifteen hours [${n}]. The talks went on for 15 hours [${n}].`,
          )
          .join(' '),
      ),
    );
    const explained = await checks(claims.join(' '));
    expect(server.asked).toBe(1);
    const counts = explained.claims.map(({ explanation }) => explanation.length);
    expect(counts).toHaveLength(5);
    expect(counts[4]).toBe(0);
    expect(Math.max(...counts)).toBeLessThanOrEqual(2);
    expect(counts[0]).toBeGreaterThan(0);
  });
});

describe('nobody is asked', () => {
  it.each(['Hello!', 'Penguins lay two eggs in spring.', 'The ceasefire broke down in 2018.', ''])(
    'about %j, of which no quote says anything',
    async (text) => {
      expect(await checks(text)).toEqual(await check(text, article.parts));
      expect(server.asked).toBe(0);
    },
  );
});

async function expectPlain(explained: Check, fault: string): Promise<void> {
  expect(verdictsOf(explained)).toEqual(verdictsOf(await check(nineHours, article.parts)));
  expect(explained.claims.flatMap(({ explanation }) => explanation)).toEqual([]);
  expect(explained.writing).toMatchObject({ fault });
}

describe('the verdicts stand alone', () => {
  it.each([
    ['declines', () => says('NO ANSWER'), 'declined'],
    ['says nothing', () => says(''), 'declined'],
    ['fails', () => failsWith(400, 'no'), 'unavailable'],
    ['cites what it was not given', () => says('The talks took fifteen hours [77].'), 'unsupported'],
  ])('when the model %s', async (_, turn, fault) => {
    server.otherwise(turn);
    await expectPlain(await checks(nineHours), fault);
  });

  it('when there is no room in the budget, or no place for a draft, and nobody is asked', async () => {
    await expectPlain(await checks(nineHours, {}, { budget: { reserve: async () => null } }), 'over-budget');
    await expectPlain(await checks(nineHours, { mayWrite: async () => false }), 'slow');
    expect(server.asked).toBe(0);
  });

  it('when the model has had its time', async () => {
    const hurry = new AbortController();
    const gate = createGate();
    server.script(() => writes([{ text: 'The talks' }, { gate }]));
    const explained = checks(nineHours, { hurry: hurry.signal });
    await gate.reached;
    hurry.abort();
    await expectPlain(await explained, 'slow');
    gate.release();
  });

  it('and nobody gets them who has left', async () => {
    const leaving = new AbortController();
    const reason = new Error('left');
    const gate = createGate();
    server.script(() => writes([{ text: 'The talks' }, { gate }]));
    const explained = checks(nineHours, { signal: leaving.signal });
    await gate.reached;
    leaving.abort(reason);
    await expect(explained).rejects.toBe(reason);
    gate.release();
  });
});

/** Said of the wrong passage and true of another. */
const movable: ReadonlySet<string> = new Set(['wrong-citation', 'citation-not-given']);

const goldenClaim = z.object({ claim: z.string(), verdict: z.string(), split: z.string() });

describe('a model that lies about the golden claims', () => {
  it('explains at most 3 in 100 of them with a lie', { timeout: 120_000 }, async () => {
    const golden = await readJsonLines('golden/claims.jsonl', goldenClaim);
    let examined = 0;
    let shown = 0;
    for (const { claim, verdict } of golden.filter(({ split }, at) => split === 'held-out' && at % 5 === 0)) {
      const lies = new Set<string>();
      server.otherwise(({ passages }) => {
        const numbered = passages.map(({ n, text }) => ({ n, text, sentences: [text] }));
        const made = draftSentencesOver(numbered, 7).filter(({ truth, kind }) => truth === 'lie' && !movable.has(kind));
        const affirmed = /contradicted|not-covered/u.test(verdict) ? [claim.replace(/[.!?]$/u, '.')] : [];
        for (const text of [...affirmed, ...made.map(({ text: lie }) => lie)]) lies.add(text);
        const drafted = [
          ...affirmed.flatMap((text) => passages.map(({ n }) => `${text.replace(/\.$/u, '')} [${n}].`)),
          ...made.map((one) => withMarks(one, (n) => n)),
        ];
        return writes(inPieces(drafted.join(' '), 200));
      });
      const onExamined = ({ draft }: ExaminedSentence): void => {
        if (lies.has(draft.text)) examined += 1;
      };
      const { claims } = await checks(claim, { onExamined }, { maxTokens: 20_000 });
      shown += claims.flatMap(({ explanation }) => explanation).filter(({ text }) => lies.has(text)).length;
    }
    console.info(`lies in explanations: ${shown} of ${examined}`);
    expect(examined).toBeGreaterThanOrEqual(100);
    expect(shown).toBeLessThanOrEqual(0.03 * examined);
  });
});

describe('an explanation with a second opinion', () => {
  it('has a caution where that is against it', async () => {
    const explains = saysOf((_, n) => `The talks took fifteen hours [${n}].`);
    server.script(explains, says('1: no'));
    const doubted = await checks(nineHours, {}, { judge: scripted.writer });
    expect(doubted.claims[0]?.explanation).toMatchObject([{ standing: 'partly' }]);
    server.script(explains, says('1: yes'));
    const agreed = await checks(nineHours, {}, { judge: scripted.writer });
    expect(agreed.claims[0]?.explanation).toMatchObject([{ standing: 'supported' }]);
    expect(verdictsOf(doubted)).toEqual(verdictsOf(agreed));
  });
});
