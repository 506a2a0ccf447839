import { answerFigures } from '#src/evaluating/answer-figures.js';
import { answersTable } from '#src/evaluating/answers-table.js';
import { quantile } from '#src/evaluating/measures.js';
import type { Trial, TriedQuestion, TriedSentence } from './trial.js';

/** So many of each kind are told in full. */
const toldInFull = { shown: 12, written: 6, dropped: 8 } as const;
const longestTold = 320;

function inOneLine(text: string): string {
  const line = text
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(/[|<>*_`\\[\]]/gu, (sign) => `\\${sign}`)
    .trim();
  return line.length <= longestTold ? line : `${line.slice(0, longestTold)}…`;
}

const reasons: Readonly<Record<string, string>> = {
  'not-given': 'cites a passage that it was not given',
  quotation: 'quotes what does not stand there',
  'states-nothing': 'states nothing',
  unsaid: 'has words that the passages do not have',
  score: 'is too far from what the passages say',
  broken: 'was cut off',
  'unknown-sign': 'has a sign that no passage has',
  address: 'has an address',
  mention: 'mentions somebody',
  machinery: 'has markup of a model',
  canary: 'gives away the canary',
  instructions: 'speaks of itself or of its rules',
  doubted: 'was doubted by a second opinion',
};

function reasonOf({ reason }: TriedSentence): string {
  return reason === null
    ? 'supported'
    : (reasons[reason] ?? `differs from the passage: ${reason.replaceAll('-', ' ')}`);
}

function countBy(sentences: readonly TriedSentence[]): string {
  const counts = new Map<string, number>();
  for (const sentence of sentences) counts.set(reasonOf(sentence), (counts.get(reasonOf(sentence)) ?? 0) + 1);
  const lines = [...counts].toSorted(([, a], [, b]) => b - a).map(([reason, count]) => `| ${reason} | ${count} |`);
  return ['| why | sentences |', '|---|---|', ...lines].join('\n');
}

function transcript({ golden, spoken, examined, answer }: TriedQuestion): string {
  const became = examined.map(
    (one) =>
      `    - ${one.outcome === 'dropped' ? `dropped, ${reasonOf(one)}` : `**${one.outcome}**`}: ${inOneLine(one.text)}`,
  );
  const shown = answer.mode === 'written' ? answer.sentences.map(({ text }) => text).join(' ') : null;
  return [
    `- *${inOneLine(golden.question)}*${golden.answerable ? '' : ' (the article does not say)'}`,
    `  - It said: ${inOneLine(spoken?.said ?? '') || 'nothing'}`,
    '  - Of this:',
    ...became,
    `  - Shown: ${shown === null ? `the quotes (${answer.writing?.fault ?? 'no fault'})` : inOneLine(shown)}`,
  ].join('\n');
}

/** Seconds of the milliseconds that there are. */
function seconds(values: readonly number[], share: number): string {
  return `${((quantile(values, share) ?? 0) / 1000).toFixed(0)} s`;
}

function quotesOf({ answer, quoted }: TriedQuestion): string {
  const sentence = answer.sentences.map(({ text, citations, caution }) => {
    const quotes = citations.map((mark) => `“${inOneLine(answer.citations[mark - 1]?.quote ?? '')}”`).join(' ');
    return `${inOneLine(text)} ${caution === null ? '' : `(${inOneLine(caution)}) `}← ${quotes}`;
  });
  return `  - ${sentence.join('\n  - ')}${quoted.outcome === 'declined' ? ' (declined in quotes)' : ''}`;
}

/** What a run came to, as a section of docs/written-answers.md. */
export function renderTrial({ model, date, context, questions }: Trial): string {
  const asked = questions.filter(({ spoken }) => spoken !== null);
  const sentences = asked.flatMap(({ examined }) => examined);
  const dropped = sentences.filter(({ outcome }) => outcome === 'dropped');
  const written = asked.filter(({ answer }) => answer.mode === 'written');
  const others = asked.filter(({ answer }) => answer.mode !== 'written');
  const drafts = asked.flatMap(({ spoken }) => spoken?.draftMs ?? []);
  const firsts = asked.flatMap(({ spoken }) => spoken?.firstMs ?? []);
  const unmarked = sentences.filter(({ marks }) => marks.length === 0).length;
  const table = answersTable([
    {
      questions: questions.length,
      answerable: questions.filter(({ golden }) => golden.answerable).length,
      extractive: answerFigures(questions.map((one) => ({ ...one, answer: one.quoted, ...timesOf(one) }))),
      written: { model, figures: answerFigures(questions), dollars: null },
    },
  ]);
  const parts = [
    `\`${model}\` in Parley's own process, ${date}: ${questions.length} questions taken evenly from golden/held-out.jsonl; ${questions.length - asked.length} were declined or answered in quotes before anybody asked the model, which was asked the other ${asked.length}. It reads ${context} tokens at once, so ${asked.filter(({ spoken }) => (spoken?.leftOut ?? 0) > 0).length} of its prompts lack the last passages. First word after ${seconds(firsts, 0.5)} (p95 ${seconds(firsts, 0.95)}), whole draft after ${seconds(drafts, 0.5)} (p95 ${seconds(drafts, 0.95)}), on a machine that was busy with other things.`,
    `It wrote ${sentences.length} different sentences, ${unmarked} without a mark. **${dropped.length} were dropped, ${sentences.length - dropped.length} passed**; readers saw its words under ${written.length} of the ${asked.length} questions, and the quotes under the others.`,
    table,
    countBy(dropped),
    `What readers saw of it, sentence by sentence, each with what it cites${written.length > toldInFull.shown ? `; the first ${toldInFull.shown} answers` : ''}:`,
    written
      .slice(0, toldInFull.shown)
      .map((one) => `- *${inOneLine(one.golden.question)}*\n${quotesOf(one)}`)
      .join('\n') || 'Nothing.',
    `Drafts as they came, ${toldInFull.dropped} of those that became quotes:`,
    others.slice(0, toldInFull.dropped).map(transcript).join('\n'),
  ];
  return parts.join('\n\n');
}

function timesOf({ quoted }: TriedQuestion): { readonly firstMs: number; readonly totalMs: number } {
  return { firstMs: quoted.timings.totalMs, totalMs: quoted.timings.totalMs };
}
