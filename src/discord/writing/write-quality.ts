import type { MeasuredQuality, QualityFigures } from '../../state/seams/quality.js';
import type { AnswerFigures } from '../../state/seams/records.js';
import type { Words } from '../wording/words.js';
import { composeMessages, type DraftSection } from './compose-messages.js';
import { excerpt } from './excerpt.js';
import type { OutgoingMessage } from './outgoing-message.js';
import { dayOf } from './shown-date.js';

export interface QualityView {
  /** `null` when nothing was measured yet. */
  readonly measured: MeasuredQuality | null;
  /** Whether it was measured on exactly what is searched here now. */
  readonly isCurrent: boolean;
  /** What was asked in this server lately; `null` in a direct message. */
  readonly asked: AnswerFigures | null;
  readonly days: number;
}

const longestGenerations = 120;

function figureLines(
  { cited, falselyDeclined, declined, disputesMended }: QualityFigures,
  { pages, percent }: Words,
): readonly string[] {
  const { labels } = pages.quality;
  const shares = [
    [labels.cited, cited],
    [labels.falselyDeclined, falselyDeclined],
    [labels.declined, declined],
    [labels.disputesMended, disputesMended],
  ] as const;
  return shares.flatMap(([label, share]) => (share === null ? [] : [`${label} **${percent(share)}**`]));
}

function goldenSection({ measured, isCurrent }: QualityView, words: Words): DraftSection {
  const { quality } = words.pages;
  if (measured === null) return { heading: quality.golden, lines: [quality.unmeasured] };
  const { figures, at, generation } = measured;
  const index = excerpt(generation, { longest: longestGenerations }).markdown;
  return {
    heading: quality.golden,
    lines: [
      ...figureLines(figures, words),
      quality.measured(figures.questions, dayOf(at), index),
      ...(isCurrent ? [] : [quality.outdated]),
    ],
  };
}

function askedSection(
  { answered, declined, p50Ms, p95Ms }: AnswerFigures,
  days: number,
  { pages: { quality }, percent, time }: Words,
): DraftSection {
  const all = answered + declined;
  return {
    heading: quality.lately(days),
    lines: [
      all === 0 ? quality.nothingAsked : quality.asked(all, `**${percent(declined / all)}**`),
      ...(p50Ms === null || p95Ms === null ? [] : [quality.speed(time(p50Ms), time(p95Ms))]),
    ],
  };
}

/** How well questions are answered here: the figures of the golden set, and what was asked lately. */
export function writeQuality(view: QualityView, words: Words): OutgoingMessage {
  const { title, closing } = words.pages.quality;
  const [message] = composeMessages(
    {
      opening: [],
      title,
      body: [],
      sections: [
        goldenSection(view, words),
        ...(view.asked === null ? [] : [askedSection(view.asked, view.days, words)]),
      ],
      closing,
      tone: 'neutral',
      components: [],
    },
    'embed',
    words,
  );
  if (message === undefined) throw new Error('Figures need a message.');
  return message;
}
