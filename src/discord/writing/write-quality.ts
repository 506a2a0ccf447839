import type { MeasuredQuality, QualityFigures } from '../../state/seams/quality.js';
import type { AnswerFigures } from '../../state/seams/records.js';
import { composeMessages, type DraftSection } from './compose-messages.js';
import { counted } from './counted.js';
import { excerpt } from './excerpt.js';
import type { OutgoingMessage } from './outgoing-message.js';
import { shownDate } from './shown-date.js';

export interface QualityView {
  /** `null` when nothing was measured yet. */
  readonly measured: MeasuredQuality | null;
  /** Whether it was measured on exactly what is searched here now. */
  readonly isCurrent: boolean;
  /** What was asked in this server lately; `null` in a direct message. */
  readonly asked: AnswerFigures | null;
  readonly days: number;
}

const percent = new Intl.NumberFormat('en', { style: 'percent', maximumFractionDigits: 1 });
const longestGenerations = 120;

function shareLines(lines: readonly (readonly [label: string, share: number | null])[]): readonly string[] {
  return lines.flatMap(([label, share]) => (share === null ? [] : [`${label}: **${percent.format(share)}**`]));
}

function figureLines({ cited, falselyDeclined, declined, disputesMended }: QualityFigures): readonly string[] {
  return shareLines([
    ['Answered from the right paragraph', cited],
    ['Declined although the documents answer it', falselyDeclined],
    ['Declined because the documents do not answer it, as it should be', declined],
    ['Accepted disputes whose wrong passage is no longer quoted', disputesMended],
  ]);
}

function goldenSection({ measured, isCurrent }: QualityView): DraftSection {
  const heading = 'Golden questions';
  if (measured === null)
    return { heading, lines: ['Not measured yet: I do so after each publish, while nobody asks anything.'] };
  const { figures, at, generation } = measured;
  const date = shownDate(new Date(at).toISOString().slice(0, 10));
  const index = excerpt(generation, { longest: longestGenerations }).markdown;
  return {
    heading,
    lines: [
      ...figureLines(figures),
      `${counted(figures.questions, 'question', 'questions')}, asked on ${date} of index ${index}.`,
      ...(isCurrent ? [] : ['What is searched here has changed since; it is measured while nobody asks anything.']),
    ],
  };
}

function milliseconds(ms: number): string {
  return ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`;
}

function askedSection({ answered, declined, p50Ms, p95Ms }: AnswerFigures, days: number): DraftSection {
  const all = answered + declined;
  return {
    heading: `This server, last ${days} days`,
    lines: [
      ...(all === 0
        ? ['Nothing was asked.']
        : [`${counted(all, 'question', 'questions')}; declined: **${percent.format(declined / all)}**`]),
      ...(p50Ms === null || p95Ms === null
        ? []
        : [`Half were ready within ${milliseconds(p50Ms)}, 95% within ${milliseconds(p95Ms)}.`]),
    ],
  };
}

/** How well questions are answered here: the figures of the golden set, and what was asked lately. */
export function writeQuality(view: QualityView): OutgoingMessage {
  const [message] = composeMessages(
    {
      opening: [],
      title: 'How well questions are answered',
      body: [],
      sections: [goldenSection(view), ...(view.asked === null ? [] : [askedSection(view.asked, view.days)])],
      closing:
        'Golden questions have known answers: they come with Parley, and from disputes that moderators accepted.',
      tone: 'neutral',
      components: [],
    },
    'embed',
  );
  if (message === undefined) throw new Error('Figures need a message.');
  return message;
}
