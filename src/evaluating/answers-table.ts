import type { WritingFault } from '../types.js';
import type { AnswerFigures } from './answer-figures.js';
import type { AnswersReport } from './answers-report.js';

/** One way to answer: in quotes, or with a chat model. */
interface AnswersColumn {
  readonly name: string;
  readonly figures: AnswerFigures;
  readonly dollars: number | null;
}

const nothing = '–';

function percent(share: number | null): string {
  return share === null ? nothing : `${(100 * share).toFixed(1)} %`;
}

function seconds(milliseconds: number | null): string {
  if (milliseconds === null) return nothing;
  return milliseconds < 1_000 ? `${milliseconds.toFixed(0)} ms` : `${(milliseconds / 1_000).toFixed(1)} s`;
}

function faultsOf({ faults }: AnswerFigures): string {
  const counted = (Object.keys(faults) as WritingFault[]).filter((fault) => faults[fault] > 0);
  return counted.length === 0 ? nothing : counted.map((fault) => `${faults[fault]} ${fault}`).join(', ');
}

function costOf({ figures: { asked, tokens }, dollars }: AnswersColumn): string {
  if (tokens.input + tokens.output === 0) return nothing;
  return dollars === null ? 'no price set' : `$${((1_000 * dollars) / asked).toFixed(2)}`;
}

type Row = readonly [what: string, cell: (column: AnswersColumn) => string];

const rows: readonly Row[] = [
  ['questions asked', ({ figures }) => String(figures.asked)],
  ['citations of a right paragraph (precision)', ({ figures }) => percent(figures.citationPrecision)],
  ['answerable questions with such a citation (recall)', ({ figures }) => percent(figures.citationRecall)],
  ['… with the words that answer in the sentences shown', ({ figures }) => percent(figures.keyWordsShown)],
  ['… with them in the quotes', ({ figures }) => percent(figures.keyWordsQuoted)],
  ['unanswerable questions declined', ({ figures }) => percent(figures.refusalRate)],
  ['answerable questions declined', ({ figures }) => percent(figures.falseRefusalRate)],
  ['answers in the words of the model', ({ figures }) => percent(figures.writtenShare)],
  ['quotes instead, by reason', ({ figures }) => faultsOf(figures)],
  [
    'sentences shown: quoted, supported, partly',
    ({ figures: { sentences } }) => `${sentences.quoted}, ${sentences.supported}, ${sentences.partly}`,
  ],
  ['shown though not supported in every word', ({ figures }) => percent(figures.partlyShare)],
  ['sentences dropped by the check', ({ figures }) => String(figures.sentences.dropped)],
  [
    'first sentence shown, p50 / p95',
    ({
      figures: {
        firstSentence: { p50, p95 },
      },
    }) => `${seconds(p50)} / ${seconds(p95)}`,
  ],
  [
    'whole answer, p50 / p95',
    ({
      figures: {
        latency: { p50, p95 },
      },
    }) => `${seconds(p50)} / ${seconds(p95)}`,
  ],
  ['tokens read / written', ({ figures: { tokens } }) => `${tokens.input} / ${tokens.output}`],
  ['cost of 1,000 questions', costOf],
];

function markdownTable(columns: readonly AnswersColumn[]): string {
  const names = columns.map(({ name }) => ` ${name.replaceAll('|', '\\|')} |`).join('');
  const lines = rows.map(([what, cell]) => `| ${what} |${columns.map((column) => ` ${cell(column)} |`).join('')}`);
  return [`| |${names}`, `|---|${columns.map(() => '---|').join('')}`, ...lines].join('\n');
}

/**
 * A Markdown table: a line for each figure, a column for each way to answer, the quotes first.
 * @param reports Over the same questions, at least one; the quotes are those of the first.
 */
export function answersTable(reports: readonly [AnswersReport, ...AnswersReport[]]): string {
  const quotes = { name: 'quotes', figures: reports[0].extractive, dollars: null };
  const models = reports.flatMap(({ written }) => written ?? []);
  return markdownTable([quotes, ...models.map(({ model, ...rest }) => ({ name: model, ...rest }))]);
}
