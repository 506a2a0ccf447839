import { gapClause, gapNone, gapSentence, type PlainWords } from './plain-words.js';
import { wordSet } from './word-set.js';

/** What a model was told, as an order against it calls it. */
export const toldBefore = wordSet(
  'instruction instructions prompt prompts directive directives programming guardrails safeguards',
);
/** The same, in words that people use of other things as well. */
export const perhapsToldBefore = wordSet(
  'rule rules guideline guidelines guidance directions commands orders context constraints restrictions training information content text conversation told said assignments assignment tasks task statements requests questions input inputs sentences words chat',
);
export const earlier = wordSet(
  'previous prior above preceding earlier foregoing initial original system given before existing past',
);

/** What a model writes. */
export const ownOutput = wordSet(
  'response responses reply replies answer answers output outputs explanation elucidation completion',
);
export const perhapsOwnOutput = wordSet('message messages summary summaries solution implementation text translation');

/** What a text calls a model. */
export const modelNames = wordSet(
  'ai ais llm llms chatbot chatbots chatgpt gpt gpt4 gpt3 claude gemini copilot llama bot bots dan jailbroken summarizer summariser agi',
);

export const users = wordSet('user users');
export const readers = wordSet('reader readers asker requester recipient customer customers visitor visitors people');

export const languages = wordSet(
  `english french german spanish italian portuguese russian chinese mandarin cantonese japanese korean arabic hebrew hindi
  turkish dutch swedish norwegian danish finnish polish czech greek latin ukrainian vietnamese thai swahili esperanto klingon
  bengali urdu persian farsi romanian hungarian`,
);

/** Ways to write that only a machine is asked for. */
export const transformations = wordSet(
  `base64 base32 base16 base58 base85 hex hexadecimal binary morse rot13 caesar cipher ciphers encode encoded encoding encrypt
  encrypted emoji emojis emoticons reverse reversed backward backwards anagram anagrams anagrammed scramble scrambled jumble
  jumbled misspell misspelled misspelling misspellings typo typos vowels consonants alphabet alphanumeric letters characters
  symbols leetspeak uppercase lowercase json xml yaml unicode substitution substitute homophonic spaces punctuation palindrome acrostic
  atbash pig ascii`,
);

const connectives = wordSet(
  'and then but also please now instead just always kindly simply immediately first finally next so or do',
);
const modals = wordSet('must should shall will need to can have');
const addressed = wordSet('you assistant ai model llm chatbot bot system');

/**
 * Whether a verb is told to somebody: it begins a sentence or a clause, or follows "please", "you must" and the like. "He
 * told them to ignore it" and "critics ignore it" are no orders.
 */
export function isOrdered({ words, gaps }: PlainWords, at: number): boolean {
  if (gaps[at] !== gapNone) return true;
  const before = words[at - 1] ?? '';
  if (connectives.has(before)) return true;
  if (!modals.has(before)) return false;
  const subject = before === 'to' ? at - 3 : at - 2;
  return addressed.has(words[subject] ?? '') && (before !== 'to' || modals.has(words[at - 2] ?? ''));
}

/** Whether an order says not to: "do not tell", "never mention", "stop following", "without telling". */
export function isForbidden(reading: PlainWords, at: number): boolean {
  const { words } = reading;
  const before = words[at - 1] ?? '';
  if (before === 'never' || before === "don't" || before === 'dont') return isOrdered(reading, at - 1);
  if (before === 'not') return words[at - 2] === 'do' ? isOrdered(reading, at - 2) : modals.has(words[at - 2] ?? '');
  return before === 'without' || (before === 'stop' && isOrdered(reading, at - 1));
}

/**
 * The place of the first word of a set after `at` in the same sentence, at most `reach` words away; -1 when there is none.
 */
export function findAfter({ words, gaps }: PlainWords, at: number, set: ReadonlySet<string>, reach: number): number {
  const end = Math.min(words.length, at + 1 + reach);
  for (let next = at + 1; next < end; next++) {
    if (gaps[next] === gapSentence) return -1;
    if (set.has(words[next] ?? '')) return next;
  }
  return -1;
}

/** Whether the words from `at` on are these, with nothing but space between them. */
export function isPhrase({ words, gaps }: PlainWords, at: number, phrase: readonly string[]): boolean {
  return phrase.every((word, i) => words[at + i] === word && (i === 0 || gaps[at + i] !== gapSentence));
}

/** Whether a clause ends right before the word at `at`: a colon, a comma, the end of the sentence. */
export function isBorder({ words, gaps }: PlainWords, at: number): boolean {
  return at >= words.length || (gaps[at] ?? gapNone) >= gapClause;
}

const linkWords = wordSet('http https www com net org xyz io info biz');

/** Words around the one at `at`, enough for a long sentence: the work for one trigger never depends on the piece. */
export function wordsAround({ words }: PlainWords, at: number): readonly string[] {
  return words.slice(Math.max(0, at - 30), at + 40);
}

/** Whether an address of a site or of a mailbox stands nearby. */
export function hasLinkAround(reading: PlainWords, at: number): boolean {
  return wordsAround(reading, at).some((word) => linkWords.has(word));
}
