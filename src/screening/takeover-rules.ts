import type { OrderRule, OrderSign } from './order-sign.js';
import { findAfter, hasLinkAround, isOrdered, isPhrase, modelNames, toldBefore, wordsAround } from './order-words.js';
import { gapClause, gapNone, type PlainWords } from './plain-words.js';
import { wordSet } from './word-set.js';

const newTask: OrderSign = { severity: 'high', explanation: 'It announces a new task or new instructions.' };
const mode: OrderSign = { severity: 'high', explanation: 'It tells a model to switch to a mode without its rules.' };
const exfiltration: OrderSign = {
  severity: 'high',
  explanation: 'It asks to send off what was said or what is secret.',
};

const newOnes = wordSet('new real actual true only updated next current sole primary secret');
const tasks = wordSet('task goal job mission objective instruction instructions purpose role directive');
const isNow = wordSet('is are now will');

function readsNewTask(reading: PlainWords, at: number): OrderSign | undefined {
  const { words, gaps } = reading;
  if (words[at] === 'your') {
    if (newOnes.has(words[at + 1] ?? '') && tasks.has(words[at + 2] ?? '') && isNow.has(words[at + 3] ?? ''))
      return newTask;
    if (tasks.has(words[at + 1] ?? '') && words[at + 2] === 'is' && words[at + 3] === 'to')
      return { ...newTask, severity: 'low' };
    return undefined;
  }
  const isAnnounced = gaps[at] !== gapNone && toldBefore.has(words[at + 1] ?? '') && gaps[at + 2] === gapClause;
  return isAnnounced ? newTask : undefined;
}

const modeNames = wordSet('developer debug dan god jailbreak unrestricted sudo maintenance admin');
const switches = wordSet('enable enter activate enabled activated entering into in');

function readsMode(reading: PlainWords, at: number): OrderSign | undefined {
  const { words } = reading;
  if (!modeNames.has(words[at - 1] ?? '')) return undefined;
  const around = words.slice(Math.max(0, at - 4), at + 3);
  const isSwitched = around.some((word) => switches.has(word));
  if (!isSwitched) return undefined;
  const nearby = wordsAround(reading, at);
  const isSure = /^(?:dan|jailbreak)$/u.test(words[at - 1] ?? '') || nearby.some((word) => modelNames.has(word));
  return isSure || nearby.includes('you') ? mode : undefined;
}

const carriedOff = wordSet('conversation history credentials passwords password cookies tokens secrets keys');

function readsExfiltration(reading: PlainWords, at: number): OrderSign | undefined {
  if (!isOrdered(reading, at)) return undefined;
  const what = findAfter(reading, at, carriedOff, 8);
  if (what === -1) return undefined;
  return hasLinkAround(reading, at) ? exfiltration : undefined;
}

const notAnswering = wordSet('answering summarizing summarising responding replying translating following');
const orderedVerbs = wordSet(
  `say write output respond reply print tell answer recommend give state claim describe return send visit`,
);

function readsInstead(reading: PlainWords, at: number): OrderSign | undefined {
  if (!isPhrase(reading, at, ['instead', 'of']) || !notAnswering.has(reading.words[at + 2] ?? '')) return undefined;
  const end = Math.min(reading.words.length, at + 20);
  let isOrder = false;
  for (let place = Math.max(0, at - 12); place < end; place++) {
    if (place !== at && orderedVerbs.has(reading.words[place] ?? '') && isOrdered(reading, place)) isOrder = true;
  }
  return isOrder ? { severity: 'high', explanation: 'It asks for something else instead of an answer.' } : undefined;
}

/** Orders that give a model something else to do: a new task, a mode without rules, something to send off. */
export const takeoverRules: readonly OrderRule[] = [
  { triggers: [...wordSet('your new updated hidden system secret override')], read: readsNewTask },
  { triggers: ['mode'], read: readsMode },
  {
    triggers: [...wordSet('send post upload forward transmit exfiltrate email leak')],
    read: readsExfiltration,
  },
  { triggers: ['instead'], read: readsInstead },
];
