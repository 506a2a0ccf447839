import { dateInWords } from '../language/date-in-words.js';
import { whoExplained } from '../language/written-wording.js';
import type { Aside, Check, CheckedClaim, Citation, Verdict } from '../types.js';
import type { Paint } from './paint.js';
import { cautionLines, sentenceRuns } from './render-written.js';
import { type Run, wrapText } from './wrap-text.js';

export interface CheckLook {
  /** Columns; `Infinity` where nothing is wrapped. */
  readonly width: number;
  readonly paint: Paint;
}

const verdictWords: Readonly<Record<Verdict, string>> = {
  supported: 'Supported',
  contradicted: 'Contradicted',
  'not-covered': 'Not covered',
};
const asideWords: Readonly<Record<Aside['kind'], string>> = {
  question: 'a question',
  opinion: 'an opinion',
  instruction: 'an instruction',
  'small-talk': 'no statement',
};

function quoteRuns({ quote, highlight, start, n }: Citation, paint: Paint): readonly Run[] {
  const mark: Run = { text: ` [${n}]`, mark: paint.dim };
  if (highlight.length === 0) return [{ text: `“${quote}”` }, mark];
  const [from, to] = [highlight[0] - start, highlight[1] - start];
  return [
    { text: `“${quote.slice(0, from)}` },
    { text: quote.slice(from, to), mark: paint.bold },
    { text: `${quote.slice(to)}”` },
    mark,
  ];
}

function verdictRun(verdict: Verdict, paint: Paint): Run {
  const marks = { supported: paint.good, contradicted: paint.caution, 'not-covered': paint.bold };
  return { text: `${verdictWords[verdict]}:`, mark: marks[verdict] };
}

function claimLines(
  { text, verdict, reason, citations, explanation }: CheckedClaim,
  { width, paint }: CheckLook,
): readonly string[] {
  const lines = [wrapText([verdictRun(verdict, paint), { text: ` ${text}` }], { width })];
  if (reason !== null) lines.push(wrapText([{ text: reason }], { width, lead: '  ' }));
  for (const sentence of explanation) {
    lines.push(wrapText(sentenceRuns(sentence, citations, paint), { width, lead: '  ' }));
    lines.push(...cautionLines(sentence, { width, paint }));
  }
  if (verdict === 'not-covered' && citations.length > 0) lines.push('  Nearest sentences (they do not decide it):');
  for (const citation of citations) lines.push(wrapText(quoteRuns(citation, paint), { width, lead: '  - ' }));
  return lines;
}

function sourceLine({ n, publisher, title, paragraph, url }: Citation, width: number): string {
  const where = publisher === null ? '' : `${publisher}, `;
  const text = `${where}“${title}”, ¶ ${paragraph}${url === null ? '' : `, ${url}`}`;
  return wrapText([{ text }], { width, lead: `[${n}] ` });
}

function explainedBy({ claims, writing }: Check, { width, paint }: CheckLook): readonly string[] {
  if (writing === null || claims.every(({ explanation }) => explanation.length === 0)) return [];
  return [wrapText([{ text: whoExplained(writing, writing.model), mark: paint.dim }], { width })];
}

function asideLines(asides: readonly Aside[], { width }: CheckLook): readonly string[] {
  if (asides.length === 0) return [];
  return [
    'Not checked:',
    ...asides.map(({ text, kind }) => wrapText([{ text: `${text} (${asideWords[kind]})` }], { width, lead: '  - ' })),
  ];
}

/**
 * A check for a person at a terminal, without a newline at the end; its first word is the first claim's verdict. Nothing
 * of the documents or the message can move the cursor or change how a line reads: see plain-text.ts.
 *
 */
export function renderCheck(check: Check, look: CheckLook): string {
  const { claims, asides, asOf, omitted } = check;
  const { width, paint } = look;
  const blocks: (readonly string[])[] = claims.map((claim) => claimLines(claim, look));
  if (claims.length === 0) blocks.push([paint.caution('There is nothing here to check: no statement of fact.')]);
  if (omitted > 0) {
    const [what, them] = omitted === 1 ? ['claim', 'it'] : ['claims', 'them'];
    blocks.push([
      wrapText([{ text: `${omitted} more ${what} not checked; check ${them} in a message of their own.` }], { width }),
    ]);
  }
  blocks.push(asideLines(asides, look));
  const citations = claims.flatMap((claim) => claim.citations);
  if (citations.length > 0) {
    const date = asOf === null ? [] : [wrapText([{ text: `As of ${dateInWords(asOf)}.`, mark: paint.dim }], { width })];
    const sources = citations.map((citation) => sourceLine(citation, width));
    blocks.push([paint.bold('Sources'), ...sources, ...date, ...explainedBy(check, look)]);
  }
  return blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n');
}
