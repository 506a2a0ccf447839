import fc from 'fast-check';
import { usualKeptDays } from '#src/discord/kept-days.js';
import { english } from '#src/discord/wording/english.js';
import { languages } from '#src/discord/wording/language.js';
import { wordsOf } from '#src/discord/wording/words-of.js';
import { acceptForm } from '#src/discord/writing/for-moderators/accept-form.js';
import { writeAudit } from '#src/discord/writing/for-moderators/write-audit.js';
import { writeGaps } from '#src/discord/writing/for-moderators/write-gaps.js';
import { writeRemark } from '#src/discord/writing/for-moderators/write-remark.js';
import { writeReview } from '#src/discord/writing/for-moderators/write-review.js';
import { writeChanges, writeSettings } from '#src/discord/writing/for-moderators/write-settings.js';
import { writeAnswer } from '#src/discord/writing/write-answer.js';
import { writeCheck } from '#src/discord/writing/write-check.js';
import { writeCorrection } from '#src/discord/writing/write-correction.js';
import { writeDigest } from '#src/discord/writing/write-digest.js';
import { writeHelp } from '#src/discord/writing/write-help.js';
import { writeNotice } from '#src/discord/writing/write-notice.js';
import { writePassage } from '#src/discord/writing/write-passage.js';
import { writeDeleted, writeDeletion, writePersonalData } from '#src/discord/writing/write-privacy.js';
import { writeQuality } from '#src/discord/writing/write-quality.js';
import { writeSoFar } from '#src/discord/writing/write-so-far.js';
import { writeSources } from '#src/discord/writing/write-sources.js';
import { writeSummary, writeSummarySoFar } from '#src/discord/writing/write-summary.js';
import type { ShownResult } from '#src/state/seams/records.js';
import type { Attribution, Check, Citation, Verdict } from '#src/types.js';
import { hostileLongText, hostileText } from '../../support/hostile-text.js';
import { madeUpAnswer } from '../../support/made-up-answer.js';
import { madeUpSummary } from '../../support/made-up-results.js';
import { madeUpWriting } from '../../support/made-up-written.js';
import { quotedStanding } from '../../support/standing.js';

export const record = 'K3fq0Zp81LmN';
export const messageUrl = 'https://discord.com/channels/1/2/3';

/*
 * Messages of every kind, made from what somebody would put into documents, names and questions to do harm.
 */

export const text = fc.oneof({ weight: 3, arbitrary: hostileText }, { weight: 1, arbitrary: hostileLongText });
const layout = fc.constantFrom('embed', 'text');
/** English as often as all others: its sentences come with the results. */
export const spoken = fc.oneof(fc.constant(english), fc.constantFrom(...languages.map(wordsOf)));
const attribution = fc.constantFrom<(Attribution | null)[]>(null, 'reported', 'author', 'conditional');
export const url = fc.option(
  fc.oneof(
    hostileText.map((end) => `https://example.org/${end}`),
    fc.nat({ max: 280 }).map((length) => `http://example.org/${'x'.repeat(length)}`),
    hostileText,
  ),
);

export const citations: fc.Arbitrary<readonly Citation[]> = fc
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

/** Notes on passages of both documents, whether cited or not. */
const errata = fc.array(
  fc.record({
    guild: fc.constant('1'),
    document: fc.constantFrom('a', 'b'),
    quote: text,
    text,
    at: fc.nat({ max: 4_000_000_000_000 }),
  }),
  { maxLength: 5 },
);

const options = fc.record({
  errata,
  record: fc.constant(record),
  isPrivate: fc.boolean(),
  echo: fc.option(text),
  understoodAs: fc.option(text),
  layout,
  words: spoken,
});

/** Which of the marks 1 to 12 the documents disagree on, and what about; of those that an answer lacks nothing is shown. */
const disagreements = fc.array(
  fc.record({
    citations: fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { minLength: 2, maxLength: 5 }),
    about: text.map((words) => `“${words}” in one, “${words}” in the other.`),
    difference: fc.option(
      fc.record({ words: fc.array(text, { minLength: 1, maxLength: 3 }), documents: fc.constantFrom(2, 3) }),
    ),
  }),
  { maxLength: 2 },
);

export const asOf = fc.option(fc.oneof(fc.constant('2016-09'), hostileText));

const madeUpAnswers = fc
  .record({
    citations,
    attribution,
    asOf,
    outcome: fc.constantFrom('answered', 'declined'),
    advice: text,
    lacking: fc.option(fc.record({ words: fc.array(text, { maxLength: 3 }), wanted: fc.constantFrom('when', null) })),
    disputes: disagreements,
    question: text,
  })
  .map(({ citations: cited, attribution: caution, outcome, advice, disputes, question, ...more }) => {
    const isAnswered = outcome === 'answered';
    return madeUpAnswer(question, [], {
      ...more,
      outcome,
      reason: isAnswered ? null : 'no-evidence',
      citations: isAnswered ? cited : [],
      sentences: isAnswered
        ? cited.map(({ n, quote }) => ({ text: quote, citations: [n], attribution: caution, ...quotedStanding }))
        : [],
      disagreements: isAnswered
        ? disputes.map(({ citations: marks, ...told }) => ({ citations: marks as [number, number], ...told }))
        : [],
      nearest: isAnswered ? [] : cited.slice(0, 3),
      missing: isAnswered ? null : `Nothing speaks of ${advice}`,
      suggestion: isAnswered ? null : `Try ${advice}`,
    });
  });

/** What chat models write, each sentence on one or several of the quotes, some of them word for word. */
const writtenAnswers = fc
  .record({
    citations: citations.filter(({ length }) => length > 0),
    sentences: fc.array(
      fc.record({
        text,
        quoted: fc.boolean(),
        marks: fc.uniqueArray(fc.nat({ max: 11 }), { minLength: 1, maxLength: 4 }),
        attribution,
        standing: fc.constantFrom('supported' as const, 'partly' as const),
        caution: fc.option(text),
        unsaid: fc.array(text, { maxLength: 5 }),
      }),
      { minLength: 1, maxLength: 6 },
    ),
    disputes: disagreements,
    model: text,
    dropped: fc.nat({ max: 20 }),
    asOf,
  })
  .map(({ citations: cited, sentences, disputes, model, dropped, ...more }) =>
    madeUpAnswer('', [], {
      ...more,
      mode: 'written',
      citations: cited,
      sentences: sentences.map(({ marks, quoted: isQuoted, ...sentence }) => {
        const given = [...new Set(marks.map((mark) => (mark % cited.length) + 1))];
        const quote = cited[(given[0] ?? 1) - 1]?.quote ?? '';
        return { ...sentence, citations: given, ...(isQuoted ? { text: quote, ...quotedStanding } : {}) };
      }),
      disagreements: disputes.map(({ citations: marks, ...told }) => ({
        citations: marks as [number, number],
        ...told,
      })),
      writing: madeUpWriting({ model, dropped }),
    }),
  );

export const written = fc
  .record({ answer: writtenAnswers, options })
  .map(({ answer, options: shown }) => writeAnswer(answer, shown));

/** One message, or none. */
export const soFar = fc
  .record({ answer: writtenAnswers, options })
  .map(({ answer, options: shown }) => writeSoFar(answer, shown));

export const answers = fc
  .record({ answer: madeUpAnswers, options })
  .map(({ answer, options: shown }) => writeAnswer(answer, shown));

const explanation = fc.record({
  text,
  citations: fc.constant([1]),
  attribution,
  standing: fc.constantFrom('supported' as const, 'partly' as const),
  caution: fc.option(text),
  unsaid: fc.array(text, { maxLength: 6 }),
});

const claims = fc.array(
  fc.record({
    text,
    verdict: fc.constantFrom<Verdict[]>('supported', 'contradicted', 'not-covered'),
    score: fc.constant(0.5),
    reason: fc.option(text.map((words) => `The text has ${words}`)),
    ground: fc.option(
      fc.oneof(
        fc.record({ kind: fc.constant('otherwise' as const), text, claim: text }),
        fc.record({ kind: fc.constant('not-given' as const), claim: text }),
        fc.record({ kind: fc.constant('unsaid' as const), words: fc.array(text, { minLength: 1, maxLength: 3 }) }),
        fc.record({ kind: fc.constant('not-happened' as const), text: fc.option(text) }),
        fc.record({ kind: fc.constant('later' as const), asOf: fc.constant('2016-09') }),
        fc.record({ kind: fc.constant('reversed' as const) }),
      ),
    ),
    citations: citations.map((list) => list.slice(0, 3)),
    explanation: fc.array(explanation, { maxLength: 2 }),
  }),
  { maxLength: 6 },
);

const madeUpChecks: fc.Arbitrary<Check> = fc
  .record({
    claims,
    asides: fc.array(fc.record({ text, kind: fc.constantFrom('question', 'opinion', 'instruction', 'small-talk') }), {
      maxLength: 9,
    }),
    asOf,
    model: text,
    dropped: fc.nat({ max: 20 }),
  })
  .map(({ model, dropped, ...check }) => ({
    ...check,
    omitted: 3,
    generation: 'g',
    writing: madeUpWriting({ model, dropped }),
  }));

export const checks = fc
  .record({ check: madeUpChecks, options })
  .map(({ check, options: shown }) => writeCheck(check, shown));

const madeUpSummaries = fc
  .record({
    citations,
    attribution,
    title: text,
    focus: fc.option(text),
    missing: fc.array(fc.nat({ max: 9999 })),
    asOf,
  })
  .map(({ attribution: caution, missing, ...more }) => {
    const points = more.citations.map(({ n, quote }) => ({
      text: quote,
      citations: [n],
      attribution: caution,
      ...quotedStanding,
    }));
    const coverage = { represented: [1], missing, ratio: 0.5 };
    return madeUpSummary([], { ...more, points, coverage });
  });

export const summaries = fc
  .record({ summary: madeUpSummaries, options })
  .map(({ summary, options: shown }) => writeSummary(summary, shown));

/** Every other point is a quote. */
const writtenSummaries = fc
  .record({ summary: madeUpSummaries, points: fc.array(explanation, { minLength: 1, maxLength: 12 }), model: text })
  .map(({ summary, points, model }) => ({
    ...summary,
    mode: 'written' as const,
    points: summary.citations.flatMap(({ n }, at) => {
      const point = points[at % points.length];
      return point === undefined || at % 2 > 0 ? summary.points.slice(at, at + 1) : [{ ...point, citations: [n] }];
    }),
    writing: madeUpWriting({ model }),
  }));

export const writtenSummaryMessages = fc
  .record({ summary: writtenSummaries, options })
  .map(({ summary, options: shown }) => writeSummary(summary, shown));

/** One message, or none. */
export const summarySoFar = fc
  .record({ summary: writtenSummaries, options })
  .map(({ summary, options: shown }) => writeSummarySoFar(summary, shown));

const shownResults: fc.Arbitrary<ShownResult> = fc.oneof(
  fc.record({ kind: fc.constant('answer' as const), question: text, answer: fc.oneof(madeUpAnswers, writtenAnswers) }),
  fc.record({ kind: fc.constant('check' as const), question: text, check: madeUpChecks }),
  fc.record({
    kind: fc.constant('summary' as const),
    question: text,
    summary: fc.oneof(madeUpSummaries, writtenSummaries),
  }),
);

const times = fc.nat({ max: 4_000_000_000_000 });

/** An item is one message always: the next one takes its place. */
export const reviews = fc
  .record({
    item: fc.record({
      number: fc.integer({ min: 1, max: 999_999_999_999 }),
      guild: fc.constant('1'),
      kind: fc.constantFrom('dispute' as const, 'vote' as const),
      record: fc.constant(record),
      text,
      at: times,
      state: fc.constant('open' as const),
    }),
    record: fc.option(fc.record({ result: shownResults })),
    votes: fc.record({ up: fc.nat(), down: fc.nat() }),
    count: fc.integer({ min: 1, max: 100_000 }),
    notice: fc.option(text),
  })
  .map((view) => [writeReview(view)]);

const unanswered = fc.record({ text, askedAt: times, citations }).map(({ citations: [nearest], ...question }) => ({
  ...question,
  reason: 'no-evidence' as const,
  nearest: nearest ?? null,
}));

export const gaps = fc
  .record({
    gaps: fc.array(
      fc.array(unanswered, { minLength: 1, maxLength: 3 }).map((questions) => ({ typical: questions[0], questions })),
      { maxLength: 30 },
    ),
    days: fc.integer({ min: 1, max: 30 }),
    isCut: fc.boolean(),
  })
  .map(({ gaps: found, ...shown }) => {
    const whole = found.flatMap(({ typical, questions }) => (typical === undefined ? [] : [{ typical, questions }]));
    return writeGaps(whole, { ...shown, hasCsv: false });
  });

export const remarks = fc
  .record({
    remark: fc.record({ at: times, document: text, quote: text, note: fc.option(text), question: fc.option(text) }),
    isLive: fc.boolean(),
    count: fc.integer({ min: 1, max: 100_000 }),
    notice: fc.option(text),
  })
  .map((view) => [writeRemark(view)] as const);

export const acceptForms = fc.record({ item: fc.nat(), citations: fc.integer({ min: 1, max: 999 }) }).map(acceptForm);

const beforeAndAfter: fc.Arbitrary<readonly [ShownResult, ShownResult]> = fc
  .record({
    kind: fc.constantFrom('answer', 'written', 'declined', 'check', 'summary'),
    written: writtenAnswers,
    both: fc.tuple(citations, citations),
    said: fc.tuple(claims, claims),
    question: text,
    title: text,
  })
  .map(({ kind, written: byModel, both, said, question, title }) => {
    const results = both.map((cited, index): ShownResult => {
      const sentences = cited.map(({ n, quote }) => ({
        text: quote,
        citations: [n],
        attribution: null,
        ...quotedStanding,
      }));
      if (kind === 'check') {
        const check = { claims: said[index] ?? [], asides: [], omitted: 0, asOf: null, generation: 'g', writing: null };
        return { kind, question, check };
      }
      if (kind === 'summary')
        return { kind, question, summary: madeUpSummary([], { title, citations: cited, points: sentences }) };
      const declined = {
        outcome: 'declined',
        reason: 'no-evidence',
        missing: `Nothing speaks of ${title}`,
        nearest: cited.slice(0, 3),
      } as const;
      if (kind === 'written' && index === 0) return { kind: 'answer', question, answer: byModel };
      const isDeclined = kind === 'declined' && index === 1;
      const answered = { citations: cited, sentences };
      return { kind: 'answer', question, answer: madeUpAnswer(title, [], isDeclined ? declined : answered) };
    });
    return results as [ShownResult, ShownResult];
  });

export const corrections = fc
  .record({ results: beforeAndAfter, options, at: fc.nat(), mostMessages: fc.constantFrom(1, 1, 2, 3) })
  .map(({ results: [before, now], options: shown, at, mostMessages }) =>
    writeCorrection({ before, now }, { ...shown, isPrivate: false, at, mostMessages }),
  );

export const digests = fc
  .record({
    claims,
    member: text,
    messageUrl: fc.constantFrom(messageUrl, 'https://evil.example'),
    threadName: fc.option(text),
    layout,
    words: spoken,
  })
  .map(({ claims: made, member, messageUrl: place, threadName, layout: shown, words }) =>
    writeDigest(
      {
        threadName,
        read: 12,
        unreadable: 3,
        omitted: 1,
        entries: made.map((claim) => ({ member, messageUrl: place, claim })),
      },
      { layout: shown, words },
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
    words: spoken,
  })
  .filter((made) => made.citations.length > 0)
  .map(({ citations: cited, around, index, layout: shown, words, ...view }) => {
    const [citation] = cited;
    if (citation === undefined) throw new Error('There is a citation.');
    const paragraph = `${around}${citation.quote}${around}`;
    const message = writePassage(
      { ...view, citation, paragraph, offset: around.length },
      { record, index, count: 12, layout: shown, words },
    );
    return [message];
  });

/** What moderators read, made of names that members gave to channels, roles, documents and themselves. */
export const moderation = fc
  .record({
    entries: fc.array(
      fc.record({
        number: fc.nat(),
        actor: text,
        at: fc.nat(),
        act: text,
        subject: fc.option(text),
        before: fc.option(text),
        after: fc.option(text),
      }),
      { maxLength: 15 },
    ),
    hasMore: fc.boolean(),
    channels: fc.array(text, { maxLength: 60 }),
    gone: fc.nat({ max: 3 }),
  })
  .chain(({ entries, hasMore, channels, gone }) => {
    const changes = entries
      .slice(0, 9)
      .map(({ actor, act, subject }) => ({ subject: actor, before: act, after: subject ?? '' }));
    const server = entries
      .slice(0, 8)
      .map(({ actor }) => ({ name: 'private', value: actor, meaning: 'what it means', trouble: null }));
    const listed = channels.map((channel) => ({ channel, values: ['answers no'] }));
    return fc.constantFrom(
      writeAudit({ entries, hasMore, empty: 'Nothing yet.' }),
      writeSettings({ server, channels: listed, gone }),
      writeChanges(changes, ['Look there.']),
    );
  });
const questions = fc.nat({ max: Number.MAX_SAFE_INTEGER });

export const others = fc
  .record({
    documents: fc.array(
      fc.record({ id: text, title: text, publisher: fc.option(text), date: asOf, url, characters: fc.nat() }),
      {
        maxLength: 40,
      },
    ),
    examples: fc.array(text, { maxLength: 4 }),
    name: text,
    words: spoken,
    figures: fc.record({
      questions: fc.nat(),
      cited: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
      falselyDeclined: fc.constant(null),
      declined: fc.constant(0),
      disputesMended: fc.option(fc.constant(1)),
    }),
    asked: fc.option(
      fc.record({ answered: fc.nat(), declined: fc.nat(), p50Ms: fc.option(fc.nat()), p95Ms: fc.option(fc.nat()) }),
    ),
    layout,
    counts: fc.record({
      questions,
      checks: questions,
      summaries: questions,
      votes: questions,
      disputes: questions,
      uses: questions,
      spending: questions,
      acts: questions,
    }),
  })
  .map(({ documents, examples, name, words, figures, asked, layout: shown, counts }) => [
    writeQuality(
      {
        measured: { guild: null, generation: name, figures, at: 0 },
        isCurrent: name.length > 9,
        asked,
        days: 30,
      },
      words,
    ),
    ...writeSources(documents, { indexes: [{ generation: name, createdAt: name }], layout: shown, words }),
    writeHelp({ examples, forModerators: name.length > 9, layout: shown, words }),
    writeNotice(`Sorry: ${name}`, 'problem'),
    ...[writePersonalData, writeDeletion, writeDeleted].map((write) => write(counts, usualKeptDays, words)),
  ]);
