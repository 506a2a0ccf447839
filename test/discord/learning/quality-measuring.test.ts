import { Collection } from 'discord.js';
import { beforeEach, describe, expect, it } from 'vitest';
import { createQuestionQueue } from '#src/discord/answering/question-queue.js';
import type { BotParts } from '#src/discord/bot-parts.js';
import { createQualityMeasuring } from '#src/discord/learning/quality-measuring.js';
import type { ShippedQuestion } from '#src/golden-questions.js';
import type { Generation } from '#src/types.js';
import { deferred } from '../../support/deferred.js';
import { madeUpAnswer } from '../../support/made-up-answer.js';
import { noCollections } from '../../support/no-collections.js';
import { recordingLog } from '../connection/recording-log.js';
import { quietParts } from '../quiet-parts.js';

function generation(id: string, ...documents: readonly string[]): Generation {
  return { id, documents: documents.map((document) => ({ id: document })) } as unknown as Generation;
}

const shipped: readonly ShippedQuestion[] = ['one', 'two'].map((question) => ({
  id: question,
  question,
  answerable: true,
  document: 'made-up',
  paragraphs: [9],
}));

const home = '100000000000000001';
const elsewhere = '100000000000000002';
const moderated = { actor: '1', at: 0, act: 'review accept', subject: null, before: null, after: null };

let shared: Generation;
let own: ReadonlyMap<string, Generation>;
let asked: string[];
let parts: BotParts;
let onAsked: () => Promise<void>;
let stopping: AbortController;

beforeEach(() => {
  shared = generation('shared-1', 'made-up');
  own = new Map();
  asked = [];
  onAsked = async () => undefined;
  stopping = new AbortController();
  const guilds = new Collection([home, elsewhere].map((id) => [id, { id }]));
  const client = { guilds: { cache: guilds } } as unknown as BotParts['client'];
  parts = quietParts(client, {
    desk: {
      generations: async (guild) => [shared, ...(guild === null ? [] : [own.get(guild) ?? []].flat())],
      async askOver(question, generations) {
        asked.push(`${question} of ${generations.map(({ id }) => id).join('+')}`);
        await onAsked();
        return madeUpAnswer(question, [{ quote: 'So it was.' }]);
      },
    },
    collections: {
      ...noCollections({ generation: undefined as never }),
      live: async (collection) => own.get(collection.slice('guild-'.length)) ?? null,
    },
    goldenQuestions: async () => shipped,
    queue: createQuestionQueue({ running: 2, waiting: 5 }),
    now: () => 1000,
  });
});

/** Accepts a dispute in a server. */
async function accepts(guild: string): Promise<void> {
  const record = 'K3fq0Zp81LmN';
  const answer = madeUpAnswer('disputed', [{ quote: 'So it was.' }]);
  const result = { kind: 'answer', question: 'disputed', answer } as const;
  await parts.state.records.keep({ id: record, result, guild, channel: '1', asker: '1', isPrivate: false, shownAt: 0 });
  await parts.state.feedback.dispute({ record, member: '1', text: 'No.', at: 0 });
  const { items } = await parts.state.reviews.open(guild, { limit: 1 });
  const wrong = { document: 'made-up', quote: 'So it was.' };
  const golden = { guild, question: 'disputed', wrong, at: 0 };
  await parts.state.reviews.accept(guild, items[0]?.number ?? 0, { golden, erratum: null }, { ...moderated, guild });
}

describe('measuring', () => {
  it('asks what ships of the shared collection, and each thing once', async () => {
    const measuring = createQualityMeasuring(parts, stopping.signal);
    await measuring.measureMissing();
    expect(asked).toEqual(['one of shared-1', 'two of shared-1']);
    expect(await parts.state.quality.latest(null)).toMatchObject({
      generation: 'shared-1',
      figures: { questions: 2, cited: 1 },
      at: 1000,
    });
    expect(await parts.state.quality.latest(home)).toBeNull();
    await measuring.measureAfterSwap('shared');
    await createQualityMeasuring(parts, stopping.signal).measureMissing();
    expect(asked).toHaveLength(2);
    shared = generation('shared-2', 'made-up');
    await measuring.measureAfterSwap('shared');
    expect(asked.slice(2)).toEqual(['one of shared-2', 'two of shared-2']);
  });

  it('asks both collections together for a server that has its own, and that one alone after its swap', async () => {
    own = new Map([[home, generation('own-1', 'theirs')]]);
    const measuring = createQualityMeasuring(parts, stopping.signal);
    await measuring.measureMissing();
    expect(asked).toEqual(['one of shared-1', 'two of shared-1', 'one of shared-1+own-1', 'two of shared-1+own-1']);
    expect((await parts.state.quality.latest(home))?.generation).toBe('shared-1+own-1');
    expect(await parts.state.quality.latest(elsewhere)).toBeNull();
    own = new Map([[home, generation('own-2', 'theirs')]]);
    await measuring.measureAfterSwap(`guild-${home}`);
    expect(asked.slice(4)).toEqual(['one of shared-1+own-2', 'two of shared-1+own-2']);
  });

  it('asks only the disputes of a server that has no documents of its own', async () => {
    await accepts(home);
    await createQualityMeasuring(parts, stopping.signal).measureMissing();
    expect(asked).toEqual(['one of shared-1', 'two of shared-1', 'disputed of shared-1']);
    expect((await parts.state.quality.latest(home))?.figures).toEqual({
      questions: 3,
      cited: 1,
      falselyDeclined: 0,
      declined: null,
      disputesMended: 0,
    });
    asked = [];
    await accepts(home);
    await createQualityMeasuring(parts, stopping.signal).measureMissing();
    expect(asked).toEqual(['disputed of shared-1', 'disputed of shared-1']);
  });

  it('notes nothing where there is nothing to ask', async () => {
    shared = generation('shared-1', 'another-document');
    await createQualityMeasuring(parts, stopping.signal).measureMissing();
    expect(asked).toEqual([]);
    expect(await parts.state.quality.latest(null)).toBeNull();
  });

  it('gives up when another swap comes, and measures what that made live', async () => {
    const measuring = createQualityMeasuring(parts, stopping.signal);
    let after: Promise<void> = Promise.resolve();
    onAsked = async () => {
      onAsked = async () => undefined;
      shared = generation('shared-2', 'made-up');
      after = measuring.measureAfterSwap('shared');
    };
    await measuring.measureMissing();
    await after;
    expect(asked).toEqual(['one of shared-1', 'one of shared-2', 'two of shared-2']);
    expect((await parts.state.quality.latest(null))?.generation).toBe('shared-2');
  });

  it('lets members go first: while they keep the bot busy, it waits', async () => {
    const [first, second] = [deferred(), deferred()];
    const members = [first, second].map(({ promise }) => parts.queue.run(() => promise));
    const measured = createQualityMeasuring(parts, stopping.signal).measureMissing();
    await new Promise(setImmediate);
    expect(asked).toEqual([]);
    first.resolve();
    await measured;
    expect(asked).toHaveLength(2);
    second.resolve();
    await Promise.all(members);
  });

  it('lets whoever comes later go first, too', async () => {
    const queue = createQuestionQueue({ running: 1, waiting: 5 });
    const first = deferred();
    const members = [queue.run(() => first.promise)];
    const measured = createQualityMeasuring({ ...parts, queue }, stopping.signal).measureMissing();
    await new Promise(setImmediate);
    members.push(queue.run(async () => void asked.push('a member')) as Promise<void>);
    first.resolve();
    await Promise.all([...members, measured]);
    expect(asked).toEqual(['a member', 'one of shared-1', 'two of shared-1']);
  });

  it('ends at once with the bot, and notes nothing', async () => {
    onAsked = async () => stopping.abort();
    await createQualityMeasuring(parts, stopping.signal).measureMissing();
    expect(asked).toEqual(['one of shared-1']);
    expect(await parts.state.quality.latest(null)).toBeNull();
  });

  it('that fails is logged, without what was asked, and the next one goes on', async () => {
    const log = recordingLog();
    const failing = { ...parts, log };
    const measuring = createQualityMeasuring(failing, stopping.signal);
    onAsked = () => Promise.reject(new Error('The encoder is gone.'));
    await measuring.measureMissing();
    onAsked = async () => undefined;
    await measuring.measureMissing();
    expect((await parts.state.quality.latest(null))?.figures.questions).toBe(2);
    expect(JSON.stringify(log.lines)).toContain('could not be measured');
  });
});
