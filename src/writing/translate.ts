import { canary } from '../answering/written/canary.js';
import { withoutFormatting, withoutInvisible } from '../answering/written/draft-formatting.js';
import { isNoAnswer } from '../answering/written/draft-reader.js';
import { forbiddenIn } from '../answering/written/forbidden-content.js';
import { questionTranslationPrompt, sentenceTranslationPrompt } from '../answering/written/translation-prompt.js';
import { mentionsOf } from '../language/mentions.js';
import { checkedIn, languageOf } from './language-of.js';
import { saidLine, withoutQuotationMarks } from './said-line.js';
import { say } from './say.js';
import type { Writer, WrittenFor } from './writer.js';

const longestQuestion = 300;
/** A translation that is so many times shorter or longer is none. */
const mostStretch = 3;
/** In a shorter sentence no language can be told. */
const tellsLanguageFrom = 30;

/** The figures of a text in any script's digits, without the dots and commas that languages put into them differently. */
function figuresIn(text: string): string {
  const plain = text
    .normalize('NFKC')
    .replaceAll(/\p{Nd}/gu, (digit) => String(digitOf(digit)))
    .replaceAll(/(?<=\d)[.,'’\u066B\u066C\s\u00A0\u202F](?=\d{3}(?!\d))/gu, '');
  return (plain.match(/\d+/gu) ?? [])
    .map(Number)
    .toSorted((a, b) => a - b)
    .join(' ');
}

/** Digits stand in blocks of ten, the zero of each first. */
function digitOf(digit: string): number {
  const code = digit.codePointAt(0) ?? 0;
  let zero = code;
  while (code - zero < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return code < 0x80 ? code - 0x30 : code - zero;
}

function isLatin(text: string): boolean {
  return !/[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u.test(text);
}

function keepsPersons(original: string, translated: string): boolean {
  if (!isLatin(translated)) return true;
  const words = translated.toLowerCase();
  return mentionsOf(original)
    .filter(({ kind }) => kind === 'person')
    .every(({ start, end }) => words.includes(original.slice(start, end).split(/\s+/u).at(-1)?.toLowerCase() ?? ''));
}

function isAsLong(original: string, translated: string): boolean {
  const ratio = translated.length / original.length;
  // Chinese says in one character what takes English four.
  return ratio <= mostStretch && ratio >= 1 / (isLatin(translated) ? mostStretch : 3 * mostStretch);
}

const forbidden = forbiddenIn({ system: '', canary });

async function isTranslation(original: string, translated: string, language: string): Promise<boolean> {
  if (translated === '' || forbidden(translated) !== undefined) return false;
  if (figuresIn(original) !== figuresIn(translated) || !isAsLong(original, translated)) return false;
  return translated.length < tellsLanguageFrom || (await languageOf(translated)) === language;
}

/**
 * A question in English, or `null` when the model gave none that has the same figures.
 * @throws the signal's reason when nobody waits any more
 */
export async function questionInEnglish(question: string, writer: Writer, whom: WrittenFor): Promise<string | null> {
  if (question.length > longestQuestion) return null;
  const { text: said } = await say(questionTranslationPrompt(question, canary), writer, whom);
  const english = withoutQuotationMarks(saidLine(said));
  if (english.length > longestQuestion || isNoAnswer({ text: english })) return null;
  return (await isTranslation(question, english, checkedIn)) ? english : null;
}

const numberedLine = /^\s*\[?(\d{1,2})[.):\]]\s*(.+)$/u;

/**
 * Sentences in another language, in their order; one whose translation has other figures, lacks a person or is in another
 * language stays as it is. `null` when none could be translated.
 * @param language ISO 639-1
 * @throws the signal's reason when nobody waits any more
 */
export async function inLanguage(
  sentences: readonly string[],
  language: string,
  writer: Writer,
  whom: WrittenFor,
): Promise<readonly string[] | null> {
  const name = new Intl.DisplayNames(['en'], { type: 'language' }).of(language) ?? language;
  const { text: said } = await say(sentenceTranslationPrompt(sentences, name, canary), writer, whom);
  const lines = new Map<number, string>();
  for (const line of withoutInvisible(said ?? '').split('\n')) {
    const [, number, text = ''] = numberedLine.exec(line) ?? [];
    if (number !== undefined && !lines.has(Number(number))) lines.set(Number(number), withoutFormatting(text));
  }
  const translated: string[] = [];
  let isAny = false;
  for (const [index, original] of sentences.entries()) {
    const text = lines.get(index + 1) ?? '';
    const isGood = (await isTranslation(original, text, language)) && keepsPersons(original, text);
    translated.push(isGood ? text : original);
    isAny ||= isGood;
  }
  return isAny ? translated : null;
}
