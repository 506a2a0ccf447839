import type { OrderRule, OrderSign } from './order-sign.js';
import {
  findAfter,
  hasLinkAround,
  isOrdered,
  isPhrase,
  languages,
  ownOutput,
  perhapsOwnOutput,
  transformations,
  users,
  wordsAround,
} from './order-words.js';
import { gapClause, gapSentence, type PlainWords } from './plain-words.js';
import { wordSet } from './word-set.js';

const shapesAnswer = (severity: OrderSign['severity']): OrderSign => ({
  severity,
  explanation: 'It says what an answer about this text should contain or how it should be written.',
});

/** What people ask of each other as well ("include the order number in your reply"): a weaker sign. */
const humanVerbs = wordSet(
  `send submit include provide give write enter add post keep state explain type check use mark choose record`,
);

const answerVerbs =
  wordSet(`add include integrate insert append incorporate mention modify change alter adjust enhance convert encode encrypt translate
  render express write provide give deliver present format replace reverse scramble jumble swap use start begin end finish
  conclude make keep limit phrase compose output print return say misspell shift embed weave promote recommend suggest
  rearrange substitute combine group anagram introduce apply craft create generate transform rewrite rephrase restate flip
  invert obfuscate cipher disguise mask slip infuse inject respond reply answer display show put place turn switch spell type
  remove omit avoid highlight emphasize emphasise stress advertise endorse offer share state send submit frame structure
  spread weave sprinkle attach prepend prefix precede follow supplement augment tailor summarize summarise repeat mirror
  integrating modifying adding including inserting ensure guarantee employ enter post explain type check mark choose record`);

/** "your reply", "your final answer", "the response": the place of the noun, or -1. */
function outputAfter(reading: PlainWords, at: number, reach: number): number {
  const { words, gaps } = reading;
  const end = Math.min(words.length, at + 1 + reach);
  for (let place = at + 1; place < end && gaps[place] !== gapSentence; place++) {
    if (words[place] !== 'your') continue;
    for (let noun = place + 1; noun <= place + 2; noun++) {
      if (gaps[noun] === gapSentence) break;
      const word = (words[noun] ?? '').replace(/'s$/u, '');
      if (ownOutput.has(word) || perhapsOwnOutput.has(word)) return noun;
    }
  }
  return -1;
}

/** What nobody asks of a person's reply. */
const machineVerbs =
  wordSet(`integrate incorporate modify alter enhance encode encrypt translate infuse inject embed weave convert render misspell scramble
  reverse insert append anagram rearrange substitute obfuscate jumble transform integrating modifying`);

/** How surely an order about an answer is for a machine. */
function machineSign(reading: PlainWords, at: number, noun: string): OrderSign {
  const verb = reading.words[at] ?? '';
  const nearby = wordsAround(reading, at);
  if (nearby.some((word) => transformations.has(word) || users.has(word))) return shapesAnswer('high');
  const isHuman = humanVerbs.has(verb);
  if (isHuman && perhapsOwnOutput.has(noun)) return shapesAnswer('low');
  if (!isHuman && nearby.some((word) => languages.has(word))) return shapesAnswer('high');
  const isMachine = hasLinkAround(reading, at) || (machineVerbs.has(verb) && !perhapsOwnOutput.has(noun));
  return shapesAnswer(isMachine ? 'high' : 'medium');
}

function readsAnswerOrder(reading: PlainWords, at: number): OrderSign | undefined {
  const { words } = reading;
  if (!isOrdered(reading, at)) {
    const isRequest = /^(?:can|could|would|will)$/u.test(words[at - 2] ?? '') && words[at - 1] === 'you';
    if (!isRequest) return undefined;
  }
  const noun = outputAfter(reading, at, 24);
  return noun === -1 ? undefined : machineSign(reading, at, words[noun] ?? '');
}

const inside = wordSet('in within into throughout during to at of with');
const noOrder = wordSet(
  'i we you he she they it the a an this that these there if when as and but or which who what to of in on for from by',
);
const required = wordSet('must should shall will has needs');

/** "In your response, …" and "Your answer must …". */
function readsOutputFirst(reading: PlainWords, at: number): OrderSign | undefined {
  const { words, gaps } = reading;
  const noun = outputAfter(reading, at - 1, 1);
  if (noun === -1) return undefined;
  const word = words[noun] ?? '';
  if (inside.has(words[at - 1] ?? '') && gaps[noun + 1] === gapClause) {
    const verb = words[noun + 1] === 'please' ? noun + 2 : noun + 1;
    if (!noOrder.has(words[verb] ?? '')) return machineSign(reading, verb, word);
  }
  if (!required.has(words[noun + 1] ?? '') || perhapsOwnOutput.has(word)) return undefined;
  const asked = /^(?:be|include|contain|end|start|begin|mention|say|consist|to)$/u.test(words[noun + 2] ?? '');
  return asked ? machineSign(reading, noun, word) : undefined;
}

const lettersOf = wordSet(`vowels consonants letters letter characters character typos misspellings anagrams spaces`);

/** "Replace vowels with symbols": nobody does that to a text by hand. */
function readsLetters(reading: PlainWords, at: number): OrderSign | undefined {
  if (!isOrdered(reading, at) || findAfter(reading, at, lettersOf, 3) === -1) return undefined;
  return shapesAnswer('medium');
}

const only = wordSet('only exclusively solely exactly nothing');

/** "Answer only with …", "respond in French". */
function readsFormat(reading: PlainWords, at: number): OrderSign | undefined {
  const { words } = reading;
  const isRequest = /^(?:can|could|would|will)$/u.test(words[at - 2] ?? '') && words[at - 1] === 'you';
  if (!isRequest && !isOrdered(reading, at)) return undefined;
  const next = words[at + 1] ?? '';
  if (findAfter(reading, at, transformations, 8) !== -1) return shapesAnswer('medium');
  if ((next === 'in' || next === 'only') && findAfter(reading, at, languages, 3) !== -1) return shapesAnswer('high');
  const limited = findAfter(reading, at, only, 2);
  const how = words[limited + 1] ?? '';
  if (limited !== -1 && /^(?:with|in|using|as|the|by)$/u.test(how)) return shapesAnswer('medium');
  return isPhrase(reading, at + 1, ['as', 'if']) ? shapesAnswer('medium') : undefined;
}

const shown = wordSet('following subsequent below given provided specified next this');
const putsIn =
  /^(?:incorporat|insert|includ|add|embed|employ|integrat|utili[sz]|introduc|inclusion|merg|blend|append|inject)/u;

/** "Include the following code snippet in …": how-tos say it too. */
function readsCode(reading: PlainWords, at: number): OrderSign | undefined {
  const { words } = reading;
  const before = words.slice(Math.max(0, at - 8), at);
  if (!before.some((word) => shown.has(word)) || !before.some((word) => putsIn.test(word))) return undefined;
  const isAnswer = wordsAround(reading, at).some((word) => ownOutput.has(word));
  return { severity: isAnswer ? 'medium' : 'low', explanation: 'It asks to put a piece of code into what is written.' };
}

/** Orders about the answer that a model writes. */
export const answerRules: readonly OrderRule[] = [
  { triggers: [...answerVerbs], read: readsAnswerOrder },
  { triggers: ['your'], read: readsOutputFirst },
  {
    triggers: [...wordSet('answer respond reply speak write talk communicate output express')],
    read: readsFormat,
  },
  {
    triggers: [
      ...wordSet('replace substitute scramble reverse rearrange jumble misspell encode shift swap convert remove'),
    ],
    read: readsLetters,
  },
  { triggers: ['code'], read: readsCode },
];
