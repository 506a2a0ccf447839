import { type CollectionName, collectionOfGuild, guildOfCollection } from '../../collections.js';
import { measureQuality, type QualityQuestions, questionsFor } from '../../measure-quality.js';
import { describeError } from '../../redaction.js';
import type { MeasuredQuality, QualityFigures } from '../../state/seams/quality.js';
import type { Generation } from '../../types.js';
import type { BotParts } from '../bot-parts.js';
import { membersFirst } from './members-first.js';

type MeasuringParts = Pick<
  BotParts,
  'client' | 'desk' | 'collections' | 'state' | 'queue' | 'goldenQuestions' | 'log' | 'now'
>;

/** Keeps the figures of /quality up to date in the background. None of its methods rejects. */
export interface QualityMeasuring {
  /** Measures what a swap or rollback of a collection changed, unless that was measured before. */
  measureAfterSwap(collection: CollectionName): Promise<void>;
  /** Measures everything that is live and was not measured yet. */
  measureMissing(): Promise<void>;
}

/** The generations that are searched together, as figures name them. */
export function searchedTogether(generations: readonly Generation[]): string {
  return generations.map(({ id }) => id).join('+');
}

function isOf(measured: MeasuredQuality | null, generation: string, { shipped, disputed }: QualityQuestions): boolean {
  // A dispute that was accepted since is a further question.
  return measured?.generation === generation && measured.figures.questions === shipped.length + disputed.length;
}

/** @param signal Aborted when the bot ends: what is under way is given up. */
export function createQualityMeasuring(parts: MeasuringParts, signal: AbortSignal): QualityMeasuring {
  const { client, desk, collections, state, queue, goldenQuestions, log, now } = parts;
  /** One scope after the other: two at once would only take turns. */
  let last: Promise<void> = Promise.resolve();

  /** The figures of a server (`null`: of the shared collection), or `null` when the documents changed meanwhile. */
  async function figuresOf(
    guild: string | null,
    questions: QualityQuestions,
    generations: readonly Generation[],
  ): Promise<QualityFigures | null> {
    const generation = searchedTogether(generations);
    const superseded = new AbortController();
    const ending = AbortSignal.any([signal, superseded.signal]);
    const ask = async (question: string) => {
      // A newer swap has a measurement of its own: this one would say nothing of what is live.
      if (searchedTogether(await desk.generations(guild)) !== generation) superseded.abort();
      return membersFirst(() => desk.askOver(question, generations), queue, ending);
    };
    try {
      const shared = guild === null ? null : await state.quality.latest(null);
      // Where nothing else is searched, what ships comes to the same as everywhere.
      if (shared !== null && isOf(shared, generation, { ...questions, disputed: [] })) {
        const { disputesMended } = await measureQuality({ ...questions, shipped: [] }, ask);
        return { ...shared.figures, questions: shared.figures.questions + questions.disputed.length, disputesMended };
      }
      return await measureQuality(questions, ask);
    } catch (error) {
      if (superseded.signal.aborted) return null;
      throw error;
    }
  }

  async function measure(guild: string | null): Promise<void> {
    if (guild !== null && !(await hasItsOwn(guild))) return;
    const generations = await desk.generations(guild);
    const disputed = guild === null ? [] : await state.reviews.golden(guild);
    const questions = questionsFor({ shipped: await goldenQuestions(), disputed }, generations);
    const generation = searchedTogether(generations);
    const isEmpty = questions.shipped.length + questions.disputed.length === 0;
    if (isEmpty || isOf(await state.quality.latest(guild), generation, questions)) return;
    const figures = await figuresOf(guild, questions, generations);
    if (figures === null) return;
    await state.quality.note({ guild, generation, figures, at: now() });
    log.info({ guild, generation, ...figures }, 'measured how golden questions are answered');
  }

  /** Documents or questions of its own; without, the shared figures stand in for a server's. */
  async function hasItsOwn(guild: string): Promise<boolean> {
    if ((await state.reviews.golden(guild)).length > 0) return true;
    return (await collections.live(collectionOfGuild(guild))) !== null;
  }

  function later(guild: string | null): Promise<void> {
    last = last.then(async () => {
      if (signal.aborted) return;
      try {
        await measure(guild);
      } catch (error) {
        if (!signal.aborted) log.error(describeError(error), 'how golden questions are answered could not be measured');
      }
    });
    return last;
  }

  async function measureAll(): Promise<void> {
    await Promise.all([null, ...client.guilds.cache.keys()].map(later));
  }

  return {
    measureAfterSwap(collection) {
      const guild = guildOfCollection(collection);
      return guild === null ? measureAll() : later(guild);
    },
    measureMissing: measureAll,
  };
}
