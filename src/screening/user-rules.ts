import type { OrderRule, OrderSign } from './order-sign.js';
import { findAfter, isBorder, isOrdered, readers, users, wordsAround } from './order-words.js';
import { gapNone, gapSentence, type PlainWords } from './plain-words.js';
import { wordSet } from './word-set.js';

const usesUsers: OrderSign = {
  severity: 'high',
  explanation: 'It says what users should be told or led to.',
};
const conditional: OrderSign = {
  severity: 'medium',
  explanation: 'It says what to answer when somebody asks.',
};

const leadsTo = wordSet(
  'visit click download install send enter provide pay call buy purchase contact sign log http https www verify that',
);

/** "Tell the user to visit …". */
function readsUsers(reading: PlainWords, at: number): OrderSign | undefined {
  if (!isOrdered(reading, at)) return undefined;
  const isLed = wordsAround(reading, at).some((word) => leadsTo.has(word));
  if (findAfter(reading, at, users, 3) !== -1) return { ...usesUsers, severity: isLed ? 'high' : 'medium' };
  if (findAfter(reading, at, readers, 2) === -1 || !isLed) return undefined;
  return { ...usesUsers, severity: 'low' };
}

const sayVerbs = wordSet('answer respond reply say state claim tell mention recommend insist assert conclude');

const asking = wordSet('ask asks asked');

/** "If anyone asks about it, say …" and "Always answer that …". */
function readsCondition(reading: PlainWords, at: number): OrderSign | undefined {
  const { words, gaps } = reading;
  if (words[at] === 'always') {
    const isSaid = gaps[at] !== gapNone && sayVerbs.has(words[at + 1] ?? '');
    return isSaid ? conditional : undefined;
  }
  const asked = findAfter(reading, at, asking, 4);
  if (asked === -1) return undefined;
  for (let place = asked + 1; place < Math.min(words.length, asked + 16); place++) {
    if (isBorder(reading, place) && gaps[place] !== gapSentence && sayVerbs.has(words[place] ?? '')) {
      const isUser = words.slice(at, place).some((word) => users.has(word));
      return isUser ? { ...conditional, severity: 'high' } : conditional;
    }
  }
  return undefined;
}

/** Orders about the people who ask: what they are told, and when. */
export const userRules: readonly OrderRule[] = [
  {
    triggers: [
      ...wordSet(`tell inform ask direct redirect encourage urge advise convince persuade warn instruct invite remind notify push nudge
      recommend lead point trick mislead suggest prompt get make guide refer send`),
    ],
    read: readsUsers,
  },
  { triggers: ['always', 'if', 'when', 'whenever'], read: readsCondition },
];
