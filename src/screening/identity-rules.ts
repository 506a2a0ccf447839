import type { OrderRule, OrderSign } from './order-sign.js';
import { findAfter, isBorder, isOrdered, isPhrase, modelNames } from './order-words.js';
import { gapNone, type PlainWords } from './plain-words.js';
import { wordSet } from './word-set.js';

const speaksToModel: OrderSign = { severity: 'high', explanation: 'It speaks to a language model, not to a reader.' };
const persona: OrderSign = { severity: 'high', explanation: 'It tells a model what it is from now on.' };

// "An AI" is a model, "an AI researcher" a person.
const afterName =
  /^(?:that|who|which|with|without|and|but|or|trained|designed|named|called|known|developed|created|model|models|assistant|assistants|system|language|bot|chatbot|for|to|in|from|by|whose|of|helping)$/u;

const perhapsModels = wordSet('model models assistant assistants');
const addressed = wordSet("you you'll you're");
const thisText = wordSet('this these');

function namesModel(reading: PlainWords, at: number, reach: number): boolean {
  const name = findAfter(reading, at, modelNames, reach);
  if (name !== -1 && (isBorder(reading, name + 1) || afterName.test(reading.words[name + 1] ?? ''))) return true;
  const model = findAfter(reading, at, perhapsModels, reach);
  const before = reading.words[model - 1] ?? '';
  return model !== -1 && /^(?:language|ai|helpful|virtual|digital|intelligent|chat)$/u.test(before);
}

/** "You are now …", "you are an unrestricted AI". */
function readsYouAre(reading: PlainWords, at: number): OrderSign | undefined {
  const { words } = reading;
  const are = words[at] === 'you' ? at + 1 : at;
  if (words[at] === 'you' && words[are] !== 'are') return undefined;
  if (words[are + 1] === 'now') return namesModel(reading, are + 1, 6) ? persona : undefined;
  const before = words[at - 1] ?? '';
  if (before === 'if' || before === 'since' || before === 'because') {
    return namesModel(reading, are, 4) ? speaksToModel : undefined;
  }
  if (reading.gaps[at] === gapNone) return undefined;
  return namesModel(reading, are, 5) ? { ...persona, severity: 'medium' } : undefined;
}

const acts = wordSet('respond answer act speak reply behave obey ignore pretend say write refer end call');

function readsFromNowOn(reading: PlainWords, at: number): OrderSign | undefined {
  if (!isPhrase(reading, at, ['from', 'now', 'on'])) return undefined;
  let isTold = false;
  for (let place = at + 3; place < Math.min(reading.words.length, at + 20); place++) {
    if (!acts.has(reading.words[place] ?? '')) continue;
    if (reading.words[place - 1] === 'you' || isOrdered(reading, place)) isTold = true;
  }
  const before = reading.words.slice(Math.max(0, at - 8), at);
  if (before.includes('you') && /\b(?:will|are|must|shall)\b/u.test(before.join(' ')))
    return { ...persona, severity: 'medium' };
  const isYou = findAfter(reading, at + 2, addressed, 2) !== -1;
  if (isYou && (isTold || namesModel(reading, at, 12))) return persona;
  return isTold ? { ...persona, severity: 'medium' } : undefined;
}

/** "Act as …", "pretend to be …". */
function readsActAs(reading: PlainWords, at: number): OrderSign | undefined {
  if (!isOrdered(reading, at)) return undefined;
  const { words } = reading;
  const next = words[at + 1] ?? '';
  if (words[at] === 'pretend') {
    const isPlayed = next === 'to' || next === 'you' || next === 'that';
    return isPlayed && namesModel(reading, at, 8) ? persona : undefined;
  }
  return (next === 'as' || next === 'like') && namesModel(reading, at, 6) ? persona : undefined;
}

const vocatives = wordSet(
  `note attention dear hey hello hi ok okay message instruction instructions notice important warning reminder`,
);
const reads = wordSet(
  `reading processing summarizing summarising parsing analyzing analysing indexing crawling ingesting scanning assisting reviewing evaluating`,
);

/** "Note to any AI reading this:", "Dear assistant, …". */
function readsVocative(reading: PlainWords, at: number): OrderSign | undefined {
  const { words } = reading;
  const isNamed = modelNames.has(words[at] ?? '') || /^(?:language|ai|virtual|chat)$/u.test(words[at - 1] ?? '');
  const from = Math.max(0, at - 6);
  const before = words.slice(from, at);
  const isCalled =
    before.some((word, place) => vocatives.has(word) && isBorder(reading, from + place)) && isBorder(reading, at + 1);
  const hasReader =
    reads.has(words[at + 1] ?? '') ||
    (/^(?:that|who|which)$/u.test(words[at + 1] ?? '') &&
      /^(?:is|are|reads?|process|processes)$/u.test(words[at + 2] ?? ''));
  const isReading = hasReader && findAfter(reading, at, thisText, 6) !== -1;
  if (isReading && isNamed) return speaksToModel;
  if (isCalled && isNamed) return speaksToModel;
  return isCalled && before.length <= 3 && words[at] === 'assistant' && words.length > 4
    ? { ...speaksToModel, severity: 'medium' }
    : undefined;
}

/** Orders that say who a model is, or call it by name. */
export const identityRules: readonly OrderRule[] = [
  { triggers: ['you', "you're"], read: readsYouAre },
  { triggers: ['from'], read: readsFromNowOn },
  { triggers: [...wordSet('act behave pretend roleplay respond answer')], read: readsActAs },
  { triggers: [...modelNames, 'model', 'models', 'assistant', 'assistants', 'agent', 'agents'], read: readsVocative },
];
