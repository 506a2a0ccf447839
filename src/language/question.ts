import { knownNameSpans } from './known-names.js';
import { nameSpans } from './name-mentions.js';
import { nationalityWords } from './nationality-words.js';
import { mentionOf, quantitySpans } from './quantity-mentions.js';
import { type Want, wantsOf } from './question-wants.js';
import { smallTalkKind, withoutCourtesies } from './small-talk.js';
import { termsOf } from './terms.js';
import { type WordToken, wordTokensOf } from './word-tokens.js';

export type { Want } from './question-wants.js';

/**
 * `instruction` and `greeting` are told from questions with caution: in doubt it is a question. A `statement` neither asks
 * nor requests ("ceasefire date", "Kerry met Lavrov."), and may still be meant as a question.
 */
export type QuestionKind = 'question' | 'statement' | 'instruction' | 'greeting' | 'empty';

/** What somebody wrote, read as a question about the documents. */
export interface Question {
  /** As it was written. */
  readonly text: string;
  /** Never empty for a question: `thing` when nothing more exact shows. */
  readonly wants: ReadonlySet<Want>;
  /** Stemmed, each once, in reading order, without greetings and pleas (see terms.ts). */
  readonly terms: readonly string[];
  /** Names, nationalities, dates and numbers, as written, each once. */
  readonly names: readonly string[];
  /** Years from 1000 to 2100 that it mentions; of a decade its first. */
  readonly years: readonly number[];
  /** It asks for what is not, or who did not. */
  readonly negated: boolean;
  readonly kind: QuestionKind;
}

// Patterns read no further than this; a longer message is a pasted text, and its question stands at the front.
const readLength = 2_000;
const notPlainInLowerCase = new Set(
  `polish western eastern northern southern latin orthodox liberal republican democratic socialist goth gothic frank pole lombard
  vandal hun dane oriental creole han inca maya lao finn moor scot slav atlantic roman swiss conservative mass gallic norse
  hindi pashtun communist fascist royalist mongol savage pasha catholic baptist puritan quaker`.split(/\s+/),
);
const negation = /\b(?:not|never|no|without|except|neither|nor|none|nobody|nothing|cannot|unable|\p{L}+n['’]t)\b/u;
const falseNegation =
  /\b(?:no\.? \d|no doubt|no one knows|why not|if not|whether or not|or not|not only|no longer than|no later than)\b/;
const anythingReadable = /[\p{L}\p{N}]/u;
const asking =
  /^(?:who|whom|whose|when|where|why|what|which|how|is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|may|might|must|name|list|explain|describe|define|give|find|identify|summari[sz]e|compare|tell|show|quote|discuss)\b|\?/;

const requesting = /\b(?:tell|show|give|remind|inform|help|explain to|repeat)\b(?: (?:me|us|the|what)\b)/;

/** True when letters are capitals throughout, so that case says nothing. */
function isShouted(text: string): boolean {
  if (text !== text.toUpperCase() || text === text.toLowerCase()) return false;
  // One pattern over the whole text would try every pair of places in it: seconds for a message of 2,000 capitals.
  return text.split(/\s/u).filter((word) => /\p{Lu}{2}/u.test(word)).length > 1;
}

function isWithoutCapitals(tokens: readonly WordToken[]): boolean {
  return tokens.every(
    ({ shape, word }, index) => index === 0 || shape === 'lower' || shape === 'figure' || word === 'I',
  );
}

function namesIn(text: string, tokens: readonly WordToken[], caseless: boolean): { names: string[]; dates: string[] } {
  const taken = new Uint8Array(tokens.length);
  const places: { start: number; words: string }[] = [];
  const dates: string[] = [];
  for (const span of quantitySpans(text, tokens)) {
    taken.fill(1, span.first, span.end);
    const mention = mentionOf(text, tokens, span);
    if (mention === undefined) continue;
    const words = text.slice(mention.start, mention.end);
    if (span.kind === 'date') dates.push(words);
    if (/\p{N}/u.test(words) || span.kind !== 'number' || !/^(?:first|second|third)$/.test(words))
      places.push({ start: mention.start, words });
  }
  const spans = caseless ? knownNameSpans(tokens, taken) : nameSpans(tokens, taken);
  for (const { first, end } of spans) {
    const start = tokens[first]?.start ?? 0;
    places.push({ start, words: text.slice(start, tokens[end - 1]?.end) });
    taken.fill(1, first, end);
  }
  for (const [index, { lower, start, end, shape }] of tokens.entries()) {
    const root = lower.endsWith('s') && !nationalityWords.has(lower) ? lower.slice(0, -1) : lower;
    if (taken[index] === 1 || !nationalityWords.has(root)) continue;
    if (shape === 'lower' || caseless ? caseless && !notPlainInLowerCase.has(root) : true)
      places.push({ start, words: text.slice(start, end) });
  }
  const ordered = places.toSorted((one, other) => one.start - other.start);
  return { names: [...new Set(ordered.map(({ words }) => words))], dates };
}

function yearsIn(text: string, dates: readonly string[]): readonly number[] {
  const found = dates.flatMap((date) => date.match(/(?<!\p{N})(?:1\d{3}|20\d{2}|2100)(?!\p{N})/gu) ?? []);
  // "2016 ceasefire terms" in a question means the year even where grammar would read a count.
  const loose = text.slice(0, readLength).match(/(?<![\p{N}.,$€£])(?:19\d{2}|20\d{2})(?![\p{N}%]|[.,]\d)/gu) ?? [];
  return [...new Set([...found, ...loose].map(Number))];
}

function kindOf(lower: string, core: string): QuestionKind {
  if (!anythingReadable.test(lower)) return 'empty';
  const smallTalk = smallTalkKind(lower, core);
  if (smallTalk !== undefined) return smallTalk;
  if (asking.test(core) || requesting.test(lower) || lower.includes('?')) return 'question';
  return wantsOf(core.replace(/[\s?!.]+$/, '')).size > 0 && !/[.!]$/.test(core) ? 'question' : 'statement';
}

/** Reads what somebody wrote, of any length and in any case, as a question. Never throws. */
export function readQuestion(text: string): Question {
  const shouted = isShouted(text);
  const plain = shouted
    ? text.toLowerCase().replace(/\b(the|by|and|of|from|in) us\b/g, '$1 US')
    : text.replace(/\b([Tt]he) us\b/g, '$1 US');
  const lower = plain.slice(0, readLength).toLowerCase().replaceAll('’', "'").replaceAll(/\s+/g, ' ').trim();
  const core = withoutCourtesies(lower);
  const kind = kindOf(lower, core);
  const tokens = wordTokensOf(plain.slice(0, readLength));
  const { names, dates } = namesIn(
    plain.length === text.length ? text : plain,
    tokens,
    shouted || isWithoutCapitals(tokens),
  );
  const wants =
    kind === 'empty' || kind === 'greeting' ? new Set<Want>() : new Set(wantsOf(core.replace(/[\s?!.]+$/, '')));
  if (wants.size === 0 && (kind === 'question' || kind === 'statement')) wants.add('thing');
  const searched = core === '' || plain.length > readLength ? plain : withoutLength(plain, lower, core);
  return {
    text,
    wants,
    terms: [...new Set(termsOf(searched))],
    names,
    years: yearsIn(plain, dates),
    negated: negation.test(core.replace(falseNegation, ' ')),
    kind,
  };
}

/** The text from where its core begins, in its own case; the whole of it when the two cannot be laid side by side. */
function withoutLength(text: string, lower: string, core: string): string {
  const collapsed = text.replaceAll(/\s+/g, ' ').trim();
  return lower.endsWith(core) && collapsed.length === lower.length ? collapsed.slice(lower.length - core.length) : text;
}
