import { usualKeptDays } from '#src/discord/kept-days.js';
import type { Words } from '#src/discord/wording/words.js';
import { ParagraphsError } from '#src/errors.js';

/** Stand for what somebody else wrote. */
export const marks = ['Alpha', 'Bravo', 'Charlie'] as const;
const [alpha, bravo, charlie] = marks;
/** Numbers that each language has a form for: one, few and many in Russian. */
const counts = [0, 1, 2, 5, 21, 1234];
const date = '2016-09-09';
const dates = ['2016', '2016-09', date];
const counted = {
  questions: 1,
  checks: 2,
  summaries: 5,
  votes: 21,
  disputes: 1234,
  uses: 0,
  spending: 2,
  acts: 3,
};

const each = (...values: readonly unknown[]): readonly (readonly unknown[])[] => values.map((value) => [value]);
const declined = { missing: 'Missing.', suggestion: 'Suggestion.', asOf: date } as const;
const wanted = ['who', 'where', 'when', 'how-long', 'how-many', 'how-much', 'what-share', null] as const;
const lackings = [
  null,
  { words: [alpha, bravo], wanted: null },
  ...wanted.map((kind) => ({ words: [], wanted: kind })),
];
const answers = [
  ...(['after-document-date', 'off-topic', 'busy'] as const).map((reason) => ({ ...declined, reason, lacking: null })),
  { ...declined, reason: 'after-document-date', asOf: null, lacking: null },
  ...lackings.map((lacking) => ({ ...declined, reason: 'no-evidence', lacking })),
];
const grounds = [
  { kind: 'otherwise', text: alpha, claim: bravo },
  { kind: 'not-given', claim: alpha },
  { kind: 'unsaid', words: [alpha, bravo] },
  { kind: 'not-happened', text: alpha },
  { kind: 'not-happened', text: null },
  ...['reversed', 'reported', 'not-reported', 'supposed', 'conditional', 'too-long'].map((kind) => ({ kind })),
  { kind: 'later', asOf: date },
];
const differences = [
  { words: [alpha, bravo], documents: 2 },
  { words: [alpha, bravo, charlie], documents: 3 },
  { words: [alpha], documents: 2 },
];

/** What each function of a catalogue is called with: a list of arguments a call. A function that is missing here fails. */
const calls: Readonly<Record<string, readonly (readonly unknown[])[]>> = {
  'results.continued': [[alpha]],
  'results.part': [[1, 2]],
  'results.more': each(...counts),
  'results.provenance': [
    ['extractive', null],
    ['written', null],
    ...dates.map((day) => ['extractive', day]),
    ['written', date],
  ],
  'results.written.unsaid': [[alpha]],
  'results.written.by': [
    [alpha, 0, null],
    ...dates.map((day) => [alpha, 0, day]),
    ...[1, 2, 5, 21].map((dropped) => [alpha, dropped, date]),
  ],
  'results.written.explainedBy': [0, 1, 2, 5, 21].map((dropped) => [alpha, dropped]),
  'results.cut': each(true, false),
  'results.answer.asOf': each(...dates),
  'results.answer.from': [
    [alpha, true],
    [alpha, false],
  ],
  'results.check.against': each(null, ...dates),
  'results.check.omitted': each(...counts.slice(1)),
  'results.summary.of': [[alpha]],
  'results.summary.paragraphs': [[3, 7]],
  'results.summary.about': [[alpha]],
  'results.summary.covered': [
    [{ represented: [1], missing: [], ratio: 1 }, 12],
    [{ represented: [1, 2], missing: [3, 4, 5], ratio: 0.4 }, 2],
  ],
  'results.digest.read': each(...counts),
  'results.digest.unreadable': each(...counts.slice(1)),
  'results.digest.omitted': each(...counts.slice(1)),
  'results.note': [[date]],
  'results.correction.correctedOn': [[date]],
  'facts.missing': each(...answers),
  'facts.suggestion': each(...answers),
  'facts.reason': each(...grounds.map((ground) => ({ reason: 'Reason.', ground }))),
  'facts.about': each(...differences.map((difference) => ({ about: 'About.', difference }))),
  'facts.noParagraphs': each(new ParagraphsError(alpha, [9, 4], [1, 7]), new ParagraphsError(alpha, [4, 9], [1, 7])),
  'notices.quota.duration': counts
    .slice(1)
    .flatMap((count) => ['hour', 'minute', 'second'].map((unit) => [count, unit])),
  'notices.quota.about': [[alpha]],
  'notices.quota.refused': ['member', 'channel', 'server'].flatMap((by) =>
    counts.slice(1).map((count) => [by, count, alpha, bravo]),
  ),
  'notices.quota.lineFull': each(...counts),
  'notices.notHere.named': [
    [alpha, 0],
    [alpha, 3],
  ],
  'notices.missingRights.send': [
    [alpha, true],
    [alpha, false],
  ],
  'notices.missingRights.history': [[alpha]],
  'notices.howToAsk.example': [[alpha]],
  'notices.gone': each(...counts.slice(1)),
  'notices.section.whole': [[alpha]],
  'notices.section.unknown': [[alpha]],
  'notices.section.ambiguous': [[alpha, 4, bravo, charlie]],
  'pages.sources.title': each(...counts),
  'pages.sources.from': [[alpha]],
  'pages.sources.characters': each(...counts),
  'pages.sources.made': [[alpha, date]],
  'pages.sources.indexes': [
    [1, alpha],
    [2, alpha],
  ],
  'pages.quality.measured': counts.map((count) => [count, date, alpha]),
  'pages.quality.lately': each(1, 30),
  'pages.quality.asked': counts.map((count) => [count, alpha]),
  'pages.quality.speed': [[alpha, bravo]],
  'privacy.show.lines': [[counted, usualKeptDays]],
  'privacy.deletion.lines': [[counted]],
  'privacy.deletion.acts': counts.slice(1).map((count) => [count, usualKeptDays]),
  'privacy.deleted.lines': [[counted]],
  'privacy.spending.kept': counts.slice(1).map((count) => [count, usualKeptDays]),
  'privacy.spending.goes': each(...counts.slice(1)),
  'privacy.spending.stays': [[usualKeptDays]],
  'privacy.spending.went': each(...counts.slice(1)),
};

export interface SpokenText {
  /** `results.buttons.share`; of a function with the number of its call: `results.more(2)`. */
  readonly name: string;
  readonly text: string;
  /** What the function was called with. */
  readonly given: readonly unknown[];
}

function spoken(name: string, value: unknown, given: readonly unknown[]): readonly SpokenText[] {
  if (typeof value === 'string') return [{ name, text: value, given }];
  if (typeof value === 'function') {
    const samples = calls[name];
    if (samples === undefined) throw new Error(`Say in every-text.ts what ${name} is called with.`);
    return samples.flatMap((sample, index) => spoken(`${name}(${index})`, value(...sample), sample));
  }
  if (typeof value !== 'object' || value === null) throw new Error(`${name} is ${String(value)}.`);
  return Object.entries(value).flatMap(([key, inner]) => spoken(`${name}.${key}`, inner, given));
}

/** Every text of a catalogue, each function called as above. */
export function everyText(words: Words): readonly SpokenText[] {
  const { results, facts, notices, pages, privacy, commands } = words;
  return Object.entries({ results, facts, notices, pages, privacy, commands }).flatMap(([name, group]) =>
    spoken(name, group, []),
  );
}
