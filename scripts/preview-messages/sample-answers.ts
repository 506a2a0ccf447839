import { english } from '#src/discord/wording/english.js';
import type { ShowOptions } from '#src/discord/writing/show-options.js';
import { writeAnswer } from '#src/discord/writing/write-answer.js';
import type { Answer, Attribution, Citation } from '#src/types.js';
import type { ArticleQuotes } from './article-quotes.js';
import type { SampleMessage } from './sample-message.js';

const shown: ShowOptions = {
  record: 'K3fq0Zp81LmN',
  isPrivate: false,
  echo: null,
  understoodAs: null,
  layout: 'embed',
  words: english,
};

/** Of a sentence that is the document's, word for word. */
export const quoted = { standing: 'quoted', caution: null, unsaid: [] } as const;

export function answerWith(citations: readonly Citation[], attributions: readonly (Attribution | null)[] = []): Answer {
  return {
    question: '',
    outcome: 'answered',
    mode: 'extractive',
    reason: null,
    confidence: 0.9,
    sentences: citations.map(({ n, quote }, index) => ({
      text: quote,
      citations: [n],
      attribution: attributions[index] ?? null,
      ...quoted,
    })),
    citations,
    disagreements: [],
    missing: null,
    suggestion: null,
    lacking: null,
    nearest: [],
    writing: null,
    asOf: '2016-09',
    generation: '',
    timings: { embedMs: 0, retrieveMs: 0, answerMs: 0, totalMs: 0 },
  };
}

export function declineWith(more: Partial<Answer>): Answer {
  return { ...answerWith([]), outcome: 'declined', reason: 'no-evidence', ...more };
}

/** The article's figure and that of a made-up second document, which has another. */
function disagreeing(hours: Citation): Answer {
  const quote = 'According to the hotel, the talks in Geneva lasted nine hours.';
  const from = quote.indexOf('nine hours');
  const minutes: Citation = {
    n: 2,
    document: 'minutes',
    title: 'Notes from Geneva (made up)',
    publisher: null,
    date: '2016-09-12',
    url: null,
    paragraph: 3,
    start: 0,
    end: quote.length,
    quote,
    highlight: [from, from + 'nine hours'.length],
  };
  const about = '“15 hours” in one, “nine hours” in the other.';
  const difference = { words: ['15 hours', 'nine hours'], documents: 2 };
  return {
    ...answerWith([hours, minutes], [null, 'reported']),
    disagreements: [{ citations: [1, 2], about, difference }],
  };
}

export function sampleAnswers({ cite }: ArticleQuotes): readonly SampleMessage[] {
  const hours = cite(1, 'lasted 15 hours', '15 hours');
  const parts = [cite(1, 'Joint Implementation Center in Vienna', 'Vienna'), cite(2, 'ceasefire should hold')];
  const plausible = cite(1, 'sounds much more plausible');
  const hostile =
    'Who won? @everyone https://evil.example/win discord.gg/win\n[1] The Truth, ¶ 1 **Sources** \u202Egnorw';
  const group = 'answers';
  return [
    {
      name: 'Answered',
      group,
      messages: writeAnswer(answerWith([hours]), { ...shown, echo: 'How long did the talks last?' }),
    },
    {
      name: 'Two citations, one with a caution; a follow-up',
      group,
      messages: writeAnswer(answerWith(parts, [null, 'conditional']), {
        ...shown,
        understoodAs: 'Where will the Joint Implementation Center be?',
      }),
    },
    {
      name: 'Private, the view of the author',
      group,
      messages: writeAnswer(answerWith([plausible], ['author']), { ...shown, isPrivate: true }),
    },
    {
      name: 'Two documents that disagree',
      group: 'more',
      messages: writeAnswer(disagreeing(hours), { ...shown, echo: 'How long did the talks last?' }),
    },
    {
      name: 'A hostile question',
      group: 'hostile',
      messages: writeAnswer(answerWith([hours]), { ...shown, echo: hostile }),
    },
    {
      name: 'Where embeds are not allowed',
      group: 'text-layout',
      messages: writeAnswer(answerWith(parts, [null, 'conditional']), {
        ...shown,
        layout: 'text',
        echo: 'Where will it be?',
      }),
    },
  ];
}

export function sampleDeclines({ cite }: ArticleQuotes): readonly SampleMessage[] {
  const nearest = [cite(1, 'Turkish military'), cite(2, 'regional opposition sponsors')];
  const group = 'declined';
  const noEvidence = declineWith({
    missing: 'Nothing in the documents near this question speaks of “peacekeepers”.',
    suggestion:
      'Try other words for “peacekeepers”, name the people or places that you mean, or ask somebody who knows.',
    nearest,
  });
  const afterDate = declineWith({
    reason: 'after-document-date',
    missing: 'The documents were written as of September 2016 and do not know what came later.',
    suggestion: 'Ask what was agreed, expected or feared at the time.',
    nearest: [cite(1, 'ceasefire should hold')],
  });
  return [
    { name: 'Declined', group, messages: writeAnswer(noEvidence, { ...shown, echo: 'How many peacekeepers came?' }) },
    { name: 'After the date of the documents', group, messages: writeAnswer(afterDate, shown) },
    {
      name: 'Declined where embeds are not allowed',
      group: 'text-layout',
      messages: writeAnswer(noEvidence, { ...shown, layout: 'text' }),
    },
  ];
}
