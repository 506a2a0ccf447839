import { english } from '#src/discord/wording/english.js';
import { writeGaps } from '#src/discord/writing/for-moderators/write-gaps.js';
import { writeReview } from '#src/discord/writing/for-moderators/write-review.js';
import { writeAnswer } from '#src/discord/writing/write-answer.js';
import { writeQuality } from '#src/discord/writing/write-quality.js';
import type { ReviewItem } from '#src/state/seams/feedback.js';
import type { NearestPassage } from '#src/types.js';
import type { ArticleQuotes } from './article-quotes.js';
import { answerWith } from './sample-answers.js';
import type { SampleMessage } from './sample-message.js';

const at = Date.parse('2026-11-28T17:00:00Z');
const question = 'How long did the talks in Geneva last?';

const item: ReviewItem = {
  number: 7,
  guild: '',
  kind: 'dispute',
  record: 'K3fq0Zp81LmN',
  text: 'The hotel says nine hours; the 15 include the dinner.',
  at,
  state: 'open',
};

function gapOf(texts: readonly [string, ...string[]], nearest: NearestPassage | null) {
  const [typical, ...others] = texts.map((text) => ({ text, askedAt: at, reason: 'no-evidence', nearest }) as const);
  if (typical === undefined) throw new Error('A gap has a question.');
  return { typical, questions: [typical, ...others] };
}

/** What becomes of votes, disputes and questions without an answer. */
export function sampleLearning({ cite }: ArticleQuotes): readonly SampleMessage[] {
  const hours = cite(1, 'lasted 15 hours', '15 hours');
  const answer = { ...answerWith([hours]), question };
  const note = { guild: '', document: hours.document, quote: hours.quote, text: 'The 15 hours include a dinner.', at };
  return [
    {
      name: '/review',
      group: 'review',
      messages: [
        writeReview({
          item,
          record: { result: { kind: 'answer', question, answer } },
          votes: { up: 1, down: 1 },
          count: 3,
          notice: 'Item 6 is rejected.',
        }),
      ],
    },
    {
      name: 'An answer, once the dispute is accepted',
      group: 'review',
      messages: writeAnswer(answer, {
        record: item.record,
        isPrivate: false,
        echo: question,
        understoodAs: null,
        layout: 'embed',
        words: english,
        errata: [note],
      }),
    },
    {
      name: '/gaps',
      group: 'gaps',
      messages: writeGaps(
        [
          gapOf(
            ['How many peacekeepers came?', 'How many blue helmets were sent?', 'Were there peacekeepers?'],
            cite(1, 'Turkish military'),
          ),
          gapOf(['Which hotel was it?', 'Where did they sleep?'], cite(1, 'lasted 15 hours')),
          gapOf(['Who paid for the pizza?'], null),
        ],
        { days: 30, isCut: false, hasCsv: false },
      ),
    },
    {
      name: '/quality',
      group: 'gaps',
      messages: [
        writeQuality(
          {
            measured: {
              guild: null,
              generation: '20261124-101500-4f2a+20261129-143000-ab12',
              at,
              figures: { questions: 223, cited: 0.827, falselyDeclined: 0.036, declined: 0.773, disputesMended: 1 },
            },
            isCurrent: true,
            asked: { answered: 412, declined: 57, p50Ms: 48, p95Ms: 210 },
            days: 30,
          },
          english,
        ),
      ],
    },
  ];
}
