import fc from 'fast-check';
import { writeAnswer } from '#src/discord/writing/write-answer.js';
import { writeCheck } from '#src/discord/writing/write-check.js';
import { writeDigest } from '#src/discord/writing/write-digest.js';
import { writeHelp } from '#src/discord/writing/write-help.js';
import { writeNotice } from '#src/discord/writing/write-notice.js';
import { writePassage } from '#src/discord/writing/write-passage.js';
import { writeSources } from '#src/discord/writing/write-sources.js';
import { writeSummary } from '#src/discord/writing/write-summary.js';
import type { Attribution, Citation, Verdict } from '#src/types.js';
import { hostileLongText, hostileText } from '../../support/hostile-text.js';
import { madeUpAnswer } from '../../support/made-up-answer.js';
import { madeUpSummary } from '../../support/made-up-results.js';

export const record = 'K3fq0Zp81LmN';
export const messageUrl = 'https://discord.com/channels/1/2/3';

/*
 * Messages of every kind, made from what somebody would put into documents, names and questions to do harm.
 */

const text = fc.oneof({ weight: 3, arbitrary: hostileText }, { weight: 1, arbitrary: hostileLongText });
const layout = fc.constantFrom('embed', 'text');
const attribution = fc.constantFrom<(Attribution | null)[]>(null, 'reported', 'author', 'conditional');
const url = fc.option(
  fc.oneof(
    hostileText.map((end) => `https://example.org/${end}`),
    fc.nat({ max: 280 }).map((length) => `http://example.org/${'x'.repeat(length)}`),
    hostileText,
  ),
);

const citations: fc.Arbitrary<readonly Citation[]> = fc
  .array(
    fc.record({
      document: fc.constantFrom('a', 'b'),
      title: text,
      publisher: fc.option(text),
      date: fc.option(fc.oneof(fc.constantFrom('2016', '2016-09', '2016-09-09'), hostileText)),
      url,
      paragraph: fc.integer({ min: 1, max: 9999 }),
      quote: text,
      cuts: fc.tuple(fc.nat(), fc.nat()),
    }),
    { maxLength: 12 },
  )
  .map((list) =>
    list.map(({ quote, cuts, ...facts }, index) => {
      const start = index * 10_000;
      const [from = 0, to = 0] = cuts.map((cut) => start + (cut % (quote.length + 1))).toSorted((a, b) => a - b);
      return {
        ...facts,
        n: index + 1,
        start,
        end: start + quote.length,
        quote,
        highlight: from < to ? [from, to] : [],
      };
    }),
  );

const options = fc.record({
  record: fc.constant(record),
  isPrivate: fc.boolean(),
  echo: fc.option(text),
  understoodAs: fc.option(text),
  layout,
});

const asOf = fc.option(fc.oneof(fc.constant('2016-09'), hostileText));

export const answers = fc
  .record({ citations, attribution, asOf, outcome: fc.constantFrom('answered', 'declined'), advice: text, options })
  .map(({ citations: cited, attribution: caution, outcome, advice, options: shown, ...more }) => {
    const isAnswered = outcome === 'answered';
    const answer = madeUpAnswer('', [], {
      ...more,
      outcome,
      reason: isAnswered ? null : 'no-evidence',
      citations: isAnswered ? cited : [],
      sentences: isAnswered ? cited.map(({ n, quote }) => ({ text: quote, citations: [n], attribution: caution })) : [],
      nearest: isAnswered ? [] : cited.slice(0, 3),
      missing: isAnswered ? null : `Nothing speaks of ${advice}`,
      suggestion: isAnswered ? null : `Try ${advice}`,
    });
    return writeAnswer(answer, shown);
  });

const claims = fc.array(
  fc.record({
    text,
    verdict: fc.constantFrom<Verdict[]>('supported', 'contradicted', 'not-covered'),
    score: fc.constant(0.5),
    reason: fc.option(text.map((words) => `The text has ${words}`)),
    citations: citations.map((list) => list.slice(0, 3)),
  }),
  { maxLength: 6 },
);

export const checks = fc
  .record({
    claims,
    asides: fc.array(fc.record({ text, kind: fc.constantFrom('question', 'opinion', 'instruction', 'small-talk') }), {
      maxLength: 9,
    }),
    asOf,
    options,
  })
  .map(({ options: shown, ...check }) => writeCheck({ ...check, omitted: 3, generation: 'g' }, shown));

export const summaries = fc
  .record({
    citations,
    attribution,
    title: text,
    focus: fc.option(text),
    missing: fc.array(fc.nat({ max: 9999 })),
    asOf,
    options,
  })
  .map(({ options: shown, attribution: caution, missing, ...more }) => {
    const points = more.citations.map(({ n, quote }) => ({ text: quote, citations: [n], attribution: caution }));
    const coverage = { represented: [1], missing, ratio: 0.5 };
    return writeSummary(madeUpSummary([], { ...more, points, coverage }), shown);
  });

export const digests = fc
  .record({
    claims,
    member: text,
    messageUrl: fc.constantFrom(messageUrl, 'https://evil.example'),
    threadName: fc.option(text),
    layout,
  })
  .map(({ claims: made, member, messageUrl: place, threadName, layout: shown }) =>
    writeDigest(
      {
        threadName,
        read: 12,
        unreadable: 3,
        omitted: 1,
        entries: made.map((claim) => ({ member, messageUrl: place, claim })),
      },
      { layout: shown },
    ),
  );

export const passages = fc
  .record({
    citations,
    around: text,
    before: fc.option(text),
    after: fc.option(text),
    isCurrent: fc.boolean(),
    index: fc.nat({ max: 11 }),
    layout,
  })
  .filter((made) => made.citations.length > 0)
  .map(({ citations: cited, around, index, layout: shown, ...view }) => {
    const [citation] = cited;
    if (citation === undefined) throw new Error('There is a citation.');
    const paragraph = `${around}${citation.quote}${around}`;
    const message = writePassage(
      { ...view, citation, paragraph, offset: around.length },
      { record, index, count: 12, layout: shown },
    );
    return [message];
  });

export const others = fc
  .record({
    documents: fc.array(
      fc.record({ id: text, title: text, publisher: fc.option(text), date: asOf, url, characters: fc.nat() }),
      {
        maxLength: 40,
      },
    ),
    examples: fc.array(text, { maxLength: 4 }),
    words: text,
    layout,
  })
  .map(({ documents, examples, words, layout: shown }) => [
    ...writeSources(documents, { generation: 'g', createdAt: words, layout: shown }),
    writeHelp({ examples, layout: shown }),
    writeNotice(`Sorry: ${words}`, 'problem'),
  ]);
