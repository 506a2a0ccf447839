import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Budget } from '#src/chatting/budget.js';
import { pointCounts, type SummaryRequest, summarize } from '#src/summarize.js';
import { type SummarizeInWritingRequest, summarizeInWriting } from '#src/summarize-in-writing.js';
import type { Summary, SummaryLength } from '#src/types.js';
import type { ExaminedSentence } from '#src/writing/examine-sentence.js';
import type { Writer } from '#src/writing/writer.js';
import { type ArticleParts, openArticleParts } from './support/article-parts.js';
import { type DraftSentence, draftSentences, withMarks } from './support/chat/drafts/draft.js';
import { numberOf } from './support/chat/drafts/number-of.js';
import { articlePassages, type NumberedPassage } from './support/chat/drafts/passages.js';
import { openScriptedOpenAi, type ScriptedOpenAi } from './support/chat/scripted-openai.js';
import { createGate, failsWith, inPieces, says, writes } from './support/chat/scripted-openai-reply.js';
import type { ChatRequest } from './support/chat/scripted-openai-request.js';
import { openScriptedWriter, type ScriptedWriter } from './support/chat/scripted-writer.js';

let folder: string;
let article: ArticleParts;
let paragraphs: readonly NumberedPassage[];
let sentences: readonly DraftSentence[];
let server: ScriptedOpenAi;
let scripted: ScriptedWriter;

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'parley-written-summaries-'));
  article = await openArticleParts(folder);
  [paragraphs, sentences] = await Promise.all([articlePassages(), draftSentences()]);
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

function sumsUp(
  request: Partial<SummaryRequest> = {},
  waiting: Partial<SummarizeInWritingRequest> = {},
  writer: Partial<Writer> = {},
): Promise<Summary> {
  return summarizeInWriting(
    { length: 'medium', ...request },
    { ...article.parts, writer: { ...scripted.writer, ...writer } },
    { guild: null, member: null, ...waiting },
  );
}

/** The sentences of a kind about the passages that a request has, each with its marks. */
function draftOf(request: ChatRequest, kept: (sentence: DraftSentence) => boolean): string {
  const number = numberOf(request.passages, paragraphs);
  return sentences
    .filter((one) => kept(one) && one.cites.every((cited) => number(cited) !== undefined))
    .map((one) => withMarks(one, number))
    .join(' ');
}

/** One honest reworded sentence for each passage that has one. */
function honest(request: ChatRequest): string {
  const told = new Set<number>();
  return draftOf(request, ({ truth, kind, origin, cites: [cited = 0], cites }) => {
    const isFirst = truth === 'honest' && origin === 'hand' && kind === 'reworded' && cites.length === 1;
    if (!isFirst || told.has(cited)) return false;
    told.add(cited);
    return true;
  });
}

function withLie(request: ChatRequest): string {
  return `Angela Merkel paid for the hotel [${request.passages[0]?.n}]. ${honest(request)}`;
}

function expectSane(summary: Summary): void {
  const { points, citations, coverage, length } = summary;
  expect(points.length).toBeLessThanOrEqual(pointCounts[length]);
  expect(citations.map(({ n }) => n)).toEqual(citations.map((_, index) => index + 1));
  for (const { start, end, quote } of citations) expect(article.text.slice(start, end)).toBe(quote);
  for (const { citations: marks, text, standing } of points) {
    expect(marks.length).toBeGreaterThan(0);
    const cited = citations.filter(({ n }) => marks.includes(n));
    expect(cited).toHaveLength(marks.length);
    if (standing === 'quoted') expect(cited.map(({ quote }) => quote)).toEqual([text]);
  }
  const starts = points.map(({ citations: marks }) =>
    Math.min(...citations.filter(({ n }) => marks.includes(n)).map(({ start }) => start)),
  );
  expect(starts).toEqual(starts.toSorted((a, b) => a - b));
  expect(coverage.represented).toEqual(
    [...new Set(citations.map(({ paragraph }) => paragraph))].toSorted((a, b) => a - b),
  );
}

/** A summary without what a model had to do with it. */
function inQuotes(summary: Summary): Summary {
  return { ...summary, writing: null };
}

const lengths: readonly SummaryLength[] = ['short', 'medium', 'long'];

describe('a written summary', () => {
  it.each(lengths)('of length %s is sound, written, and speaks for no less than the quotes', async (length) => {
    server.otherwise((request) => says(honest(request)));
    const [summary, quoted] = await Promise.all([sumsUp({ length }), summarize({ length }, article.parts)]);
    expectSane(summary);
    expect(summary).toMatchObject({ mode: 'written', writing: { model: 'openai:scripted-1', fault: null }, length });
    expect(summary.coverage.ratio).toBeGreaterThanOrEqual(quoted.coverage.ratio);
    for (const number of quoted.coverage.represented) expect(summary.coverage.represented).toContain(number);
    const written = summary.points.filter(({ standing }) => standing !== 'quoted');
    expect(written.length).toBeGreaterThanOrEqual(summary.points.length / 2);
    expect(summary.writing?.usage?.outputTokens).toBeGreaterThan(0);
  });

  it('gives the model every paragraph once, a few at a time', async () => {
    server.otherwise((request) => says(honest(request)));
    const { coverage } = await sumsUp();
    const given = server.requests.map(({ passages }) => passages);
    expect(given.length).toBeGreaterThan(1);
    for (const passages of given) {
      expect(passages.reduce((sum, { text }) => sum + text.length, 0)).toBeLessThanOrEqual(4_000);
    }
    const numbers = given.flat().map(({ n }) => n);
    expect(numbers).toEqual(numbers.map((_, at) => at + 1));
    expect(numbers).toHaveLength(coverage.represented.length + coverage.missing.length);
  });

  it('quotes where the model leaves a paragraph out, or lies about it', async () => {
    const quoted = await summarize({ length: 'short' }, article.parts);
    server.otherwise(({ passages }) => {
      const n = passages.find(({ text }) => text.includes('important victory'))?.n;
      const [other] = passages;
      const lie = `Angela Merkel paid for the hotel [${other?.n}].`;
      return says(
        n === undefined ? lie : `${lie} The agreement became an important victory for Russian diplomacy [${n}].`,
      );
    });
    const summary = await sumsUp({ length: 'short' });
    expectSane(summary);
    expect(summary.points.map(({ standing }) => standing)).toEqual(['quoted', 'supported', 'quoted']);
    expect(summary.points[1]?.text).toBe('The agreement became an important victory for Russian diplomacy.');
    for (const at of [0, 2]) expect(summary.points[at]).toEqual({ ...quoted.points[at], citations: [at + 1] });
    expect(summary.writing).toMatchObject({ dropped: server.asked, fault: null });
  });

  it('has no point that needs the sentence before it', async () => {
    server.otherwise(({ passages }) => {
      const n = passages.find(({ text }) => text.includes('important victory'))?.n;
      return says(n === undefined ? 'NO ANSWER' : `It became an important victory for Russian diplomacy [${n}].`);
    });
    const summary = await sumsUp({ length: 'short' });
    expect(inQuotes(summary)).toEqual(inQuotes(await summarize({ length: 'short' }, article.parts)));
    expect(summary.writing).toMatchObject({ dropped: 0, fault: 'unsupported' });
  });

  it('keeps to the focus, whatever the model writes', async () => {
    const focus = 'Joint Implementation Center';
    const quoted = await summarize({ length: 'medium', focus }, article.parts);
    server.otherwise(({ passages }) =>
      says(passages.map(({ n, text }) => `${/^[^.]*\./u.exec(text)?.[0].replace('.', '')} [${n}].`).join(' ')),
    );
    const summary = await sumsUp({ focus });
    expectSane(summary);
    expect(server.requests[0]?.question).toContain(focus);
    expect(summary.focus).toBe(focus);
    expect(summary.points).toHaveLength(quoted.points.length);
    expect(summary.points.every(({ text }) => text.includes(focus))).toBe(true);
  });

  it('asks nobody where there is nothing to sum up', async () => {
    const summary = await sumsUp({ focus: 'the breeding of penguins' });
    expect(summary).toMatchObject({ points: [], mode: 'extractive', writing: null });
    expect(server.asked).toBe(0);
  });

  it('grows by sentences that passed, and is the same whether anybody watches', async () => {
    server.otherwise((request) => says(withLie(request)));
    const whole = await sumsUp();
    server.otherwise((request) => writes(inPieces(withLie(request), 3)));
    const parts: Summary[] = [];
    const grown = await sumsUp({}, { onPart: (soFar) => parts.push(soFar) });
    expect(inQuotes(grown)).toEqual(inQuotes(whole));
    expect(parts.length).toBeGreaterThan(3);
    for (const part of parts) {
      expectSane(part);
      expect(part.points.length).toBeGreaterThan(0);
      expect(part.points.every(({ standing }) => standing !== 'quoted')).toBe(true);
    }
    expect(JSON.stringify(parts)).not.toContain('Merkel');
  });
});

async function expectQuoted(summary: Summary, fault: string): Promise<void> {
  expect(inQuotes(summary)).toEqual(inQuotes(await summarize({ length: 'medium' }, article.parts)));
  expect(summary.writing).toMatchObject({ model: 'openai:scripted-1', fault });
}

describe('the quotes are the summary', () => {
  it.each([
    ['declines', () => says('NO ANSWER'), 'declined'],
    ['lies', ({ passages }: ChatRequest) => says(`Angela Merkel paid [${passages[0]?.n}].`), 'unsupported'],
    ['cites what it was not given', () => says('The talks lasted 15 hours on Mars [99].'), 'unsupported'],
    ['fails', () => failsWith(400, 'no'), 'unavailable'],
  ])('when the model %s', async (_, turn, fault) => {
    server.otherwise(turn);
    await expectQuoted(await sumsUp(), fault);
  });

  it('when there is no room in the budget, or no place for a draft, and nobody is asked', async () => {
    await expectQuoted(await sumsUp({}, {}, { budget: { reserve: async () => null } }), 'over-budget');
    await expectQuoted(await sumsUp({}, { mayWrite: async () => false }), 'slow');
    expect(server.asked).toBe(0);
  });

  it('from where the model failed or the budget ended; what had passed stays', async () => {
    server.script((request) => says(honest(request)));
    server.otherwise(failsWith(400, 'no'));
    const broken = await sumsUp({ length: 'long' });
    expect(scripted.faults).toHaveLength(1);
    let left = 1;
    const budget: Budget = {
      reserve: async () => {
        left -= 1;
        return left < 0 ? null : { settle: async () => undefined, release: () => undefined };
      },
    };
    server.otherwise((request) => says(honest(request)));
    const poor = await sumsUp({ length: 'long' }, {}, { budget });
    for (const summary of [broken, poor]) {
      expectSane(summary);
      expect(summary).toMatchObject({ mode: 'written', writing: { fault: null } });
      expect(new Set(summary.points.map(({ standing }) => standing === 'quoted')).size).toBe(2);
      expect(summary.points).toHaveLength(pointCounts.long);
    }
    expect(inQuotes(broken)).toEqual(inQuotes(poor));
  });
});

describe('whoever waits', () => {
  it('gets what has passed when the model has had its time', async () => {
    const hurry = new AbortController();
    const gate = createGate();
    server.script((request) => writes([{ text: `${honest(request)} And so ` }, { gate }]));
    const summary = await sumsUp({ length: 'long' }, { hurry: hurry.signal, onPart: () => hurry.abort() });
    gate.release();
    expectSane(summary);
    expect(server.asked).toBe(1);
    expect(summary.mode).toBe('written');
  });

  it('gets nothing more when they have left', async () => {
    const leaving = new AbortController();
    const reason = new Error('left');
    const gate = createGate();
    server.script((request) => writes([{ text: `${honest(request)} And so ` }, { gate }]));
    const summary = sumsUp({}, { signal: leaving.signal, onPart: () => leaving.abort(reason) });
    await expect(summary).rejects.toBe(reason);
    gate.release();
    expect(server.asked).toBe(1);
  });
});

/** Said of the wrong passage and true of another: then it is shown with that one. */
const movable: ReadonlySet<string> = new Set(['wrong-citation', 'citation-not-given']);

describe('a model that lies', () => {
  it('puts at most 3 in 100 of its lies into a summary, and loses no paragraph', { timeout: 120_000 }, async () => {
    const told = sentences.filter(({ truth, kind }, at) => truth === 'lie' && !movable.has(kind) && at % 3 === 0);
    const lies = new Set(told.map(({ text }) => text));
    let examined = 0;
    let passed = 0;
    server.otherwise((request) =>
      writes(
        inPieces(
          draftOf(request, (one) => told.includes(one)),
          200,
        ),
      ),
    );
    const onExamined = ({ draft, outcome }: ExaminedSentence): void => {
      if (!lies.has(draft.text)) return;
      examined += 1;
      if (outcome !== 'dropped') passed += 1;
    };
    const summary = await sumsUp({ length: 'long' }, { onExamined }, { maxTokens: 20_000 });
    const quoted = await summarize({ length: 'long' }, article.parts);
    const shown = summary.points.filter(({ text }) => lies.has(text));
    console.info(`lies in a summary: ${shown.length} of ${examined}, of which ${passed} passed the check`);
    expect(examined).toBeGreaterThanOrEqual(100);
    expect(shown.length).toBeLessThanOrEqual(0.03 * examined);
    expect(summary.coverage.ratio).toBeGreaterThanOrEqual(quoted.coverage.ratio);
    expectSane(summary);
  });
});

/** What a judge says that finds everything in its place. */
function yes({ messages }: ChatRequest): string {
  const judged = messages[1]?.text.match(/<sentence n="\d+"/gu) ?? [];
  return judged.map((_, index) => `${index + 1}: yes`).join('\n');
}

function isJudging({ messages }: ChatRequest): boolean {
  return messages[1]?.text.includes('<sentence n=') ?? false;
}

describe('a written summary with a second opinion', () => {
  it('asks for it once, of all that passed, and shows no point before', async () => {
    server.otherwise((request) => says(isJudging(request) ? yes(request) : honest(request)));
    const plain = await sumsUp();
    const asked = server.asked;
    const parts: Summary[] = [];
    const judged = await sumsUp({}, { onPart: (soFar) => parts.push(soFar) }, { judge: scripted.writer });
    expect(inQuotes(judged)).toEqual(inQuotes(plain));
    expect(server.asked).toBe(2 * asked + 1);
    expect(parts).toEqual([]);

    server.otherwise((request) => says(isJudging(request) ? yes(request).replaceAll('yes', 'no') : honest(request)));
    const doubted = await sumsUp({}, {}, { judge: scripted.writer });
    const standings = doubted.points.map(({ standing }) => standing);
    expect(standings).toContain('partly');
    expect(standings).not.toContain('supported');
    expectSane(doubted);
  });
});
