import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseDocument } from '#src/corpus/parse-document.js';
import { type Asking, turnsBefore } from '#src/discord/answering/turns-before.js';
import type { ShownRecord } from '#src/state/seams/records.js';
import type { Generation } from '#src/types.js';
import { madeUpAnswer } from '../../support/made-up-answer.js';
import { createMemoryStateStore } from '../../support/memory-state-store.js';
import { buildSmallGeneration } from '../../support/small-generation.js';

const minute = 60_000;
const now = 1_000 * minute;

const asking: Asking = {
  guild: 'guild',
  channel: 'channel',
  isConversation: false,
  asker: 'anna',
  isPrivate: false,
  repliedTo: [],
};

async function stateWith(
  ...shown: readonly (Partial<ShownRecord> & { readonly question: string; readonly minutesAgo: number })[]
) {
  const state = createMemoryStateStore();
  for (const [index, { question, minutesAgo, ...more }] of shown.entries()) {
    const id = `record${String(index).padStart(6, '0')}`;
    await state.records.keep({
      id,
      result: { kind: 'answer', question, answer: madeUpAnswer(question, [{ quote: 'The talks lasted 15 hours.' }]) },
      guild: 'guild',
      channel: 'channel',
      asker: 'anna',
      isPrivate: false,
      shownAt: now - minutesAgo * minute,
      ...more,
    });
    await state.records.place(id, [`message${index}`]);
  }
  return state;
}

function turnsIn(
  state: Awaited<ReturnType<typeof stateWith>>,
  changes: Partial<Asking> = {},
  generations: readonly Generation[] = [],
): ReturnType<typeof turnsBefore> {
  return turnsBefore({ ...asking, ...changes }, { state, desk: { generations: async () => generations } }, now);
}

async function questionsBefore(changes: Partial<Asking>, state: Awaited<ReturnType<typeof stateWith>>) {
  return (await turnsIn(state, changes)).map(({ question }) => question);
}

describe('in a channel', () => {
  it('a question leans on what the same member asked just now, oldest first', async () => {
    const state = await stateWith(
      { question: 'first', minutesAgo: 3 },
      { question: 'of another', minutesAgo: 2, asker: 'ben' },
      { question: 'second', minutesAgo: 1 },
    );
    expect(await questionsBefore({}, state)).toEqual(['first', 'second']);
  });

  it('it does not lean on what was asked long ago or elsewhere', async () => {
    const state = await stateWith(
      { question: 'yesterday', minutesAgo: 900 },
      { question: 'elsewhere', minutesAgo: 1, channel: 'another' },
    );
    expect(await questionsBefore({}, state)).toEqual([]);
  });

  it('a reply leans on what it replies to, whoever asked that, and on what came before it', async () => {
    const state = await stateWith(
      { question: 'earlier', minutesAgo: 5, asker: 'ben' },
      { question: 'replied to', minutesAgo: 4, asker: 'ben' },
      { question: 'later', minutesAgo: 3, asker: 'ben' },
      { question: 'much later', minutesAgo: 3, asker: 'ben' },
      { question: 'last', minutesAgo: 3, asker: 'ben' },
      { question: 'of the one who replies', minutesAgo: 2 },
    );
    expect(await questionsBefore({ repliedTo: ['message1'] }, state)).toEqual(['earlier', 'replied to']);
  });

  it('a reply to an answer whose id was not noted leans on the question that the answer refers to', async () => {
    const state = await stateWith({ question: 'replied to', minutesAgo: 4, asker: 'ben' });
    expect(await questionsBefore({ repliedTo: ['not noted', 'message0'] }, state)).toEqual(['replied to']);
  });

  it('a reply to an old answer still knows what that was about', async () => {
    const state = await stateWith({ question: 'last week', minutesAgo: 900 });
    expect(await questionsBefore({ repliedTo: ['message0'] }, state)).toEqual(['last week']);
  });
});

describe('in a thread or a direct message', () => {
  it('a question leans on the latest turns of all, without a reply too', async () => {
    const state = await stateWith(
      { question: 'one', minutesAgo: 60 },
      { question: 'two', minutesAgo: 50, asker: 'ben' },
      { question: 'three', minutesAgo: 40 },
      { question: 'four', minutesAgo: 30, asker: 'ben' },
    );
    expect(await questionsBefore({ isConversation: true }, state)).toEqual(['two', 'three', 'four']);
  });
});

describe('an answer whose documents changed since', () => {
  it('is leaned on for its question and for those of its quotes that still stand', async () => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'parley-turns-'));
    const text = 'Lavrov spoke of 15 hours of talks in Geneva.\n\nKerry had left Geneva by the next morning.';
    const metadata = {
      title: 'A',
      titleIsDescriptive: true,
      publisher: null,
      author: null,
      date: null,
      licence: null,
      url: null,
    };
    const source = { path: 'made-up.txt', bytes: 0, modifiedMs: 0, sha256: '' };
    const generation = await buildSmallGeneration(folder, [parseDocument({ id: 'made-up', metadata, text, source })]);
    const state = createMemoryStateStore();
    const quotes = [
      { quote: 'Kerry had left Geneva by the next morning.' },
      { quote: 'Lavrov spoke of nine hours of talks in Geneva.' },
    ];
    const answer = madeUpAnswer('Who left?', quotes);
    await state.records.keep({
      id: 'record000000',
      result: { kind: 'answer', question: 'Who left?', answer },
      guild: 'guild',
      channel: 'channel',
      asker: 'anna',
      isPrivate: true,
      shownAt: now,
    });
    const [turn] = await turnsIn(state, { isPrivate: true }, [generation]);
    expect(turn?.question).toBe('Who left?');
    expect(turn?.answer.citations.map(({ quote }) => quote)).toEqual(['Kerry had left Geneva by the next morning.']);
    expect(turn?.answer.sentences.map((sentence) => sentence.text)).toEqual([
      'Kerry had left Geneva by the next morning.',
    ]);
    await rm(folder, { recursive: true, force: true });
  });
});

describe('what was asked in private', () => {
  it('never shows in what others see, not even through its own asker', async () => {
    const state = await stateWith({ question: 'a secret', minutesAgo: 1, isPrivate: true });
    expect(await questionsBefore({}, state)).toEqual([]);
    expect(await questionsBefore({ isConversation: true }, state)).toEqual([]);
  });

  it('serves the next private question of its asker, and nobody else’s', async () => {
    const state = await stateWith({ question: 'a secret', minutesAgo: 1, isPrivate: true });
    expect(await questionsBefore({ isPrivate: true }, state)).toEqual(['a secret']);
    expect(await questionsBefore({ isPrivate: true, isConversation: true }, state)).toEqual(['a secret']);
    expect(await questionsBefore({ isPrivate: true, asker: 'ben' }, state)).toEqual([]);
    expect(await questionsBefore({ isPrivate: true, asker: 'ben', isConversation: true }, state)).toEqual([]);
  });

  it('is not reached by replying to it under a forged id', async () => {
    const state = await stateWith({ question: 'a secret', minutesAgo: 1, isPrivate: true });
    expect(await questionsBefore({ repliedTo: ['message0'], asker: 'ben' }, state)).toEqual([]);
    expect(await questionsBefore({ repliedTo: ['message0'] }, state)).toEqual([]);
  });
});
