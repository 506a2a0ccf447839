import type { OrderRule, OrderSign } from './order-sign.js';
import {
  earlier,
  findAfter,
  isForbidden,
  isOrdered,
  perhapsToldBefore,
  readers,
  toldBefore,
  users,
} from './order-words.js';
import { gapNone, type PlainWords } from './plain-words.js';
import { wordSet } from './word-set.js';

const setsAside: OrderSign = {
  severity: 'high',
  explanation: 'It tells whoever reads it to set aside the instructions they were given.',
};
const secrecy: OrderSign = {
  severity: 'high',
  explanation: 'It tells whoever reads it to keep something from the user.',
};
const disclosure: OrderSign = { severity: 'high', explanation: 'It asks for the instructions that a model was given.' };

const all = wordSet('all any your everything every these those');

/** Words up to `reach` after `at`, in the same sentence, as a test for sets. */
function holds(reading: PlainWords, at: number, reach: number, ...sets: readonly ReadonlySet<string>[]): boolean {
  return sets.some((set) => findAfter(reading, at, set, reach) !== -1);
}

const pointingBack = wordSet('above before');

function readsAside(reading: PlainWords, at: number): OrderSign | undefined {
  const { words } = reading;
  const verb = words[at] ?? '';
  const isDenied = verb === 'follow' || verb === 'obey' || verb === 'following' || verb === 'listen' || verb === 'heed';
  if (isDenied ? !isForbidden(reading, at) : !isOrdered(reading, at)) return undefined;
  const told = findAfter(reading, at, toldBefore, 9);
  if (told !== -1) {
    const qualified = words.slice(at + 1, told + 6).some((word) => earlier.has(word) || all.has(word));
    return qualified ? setsAside : undefined;
  }
  const object = words[at + 1] ?? '';
  if ((object === 'everything' || object === 'all') && holds(reading, at + 1, 4, earlier, perhapsToldBefore))
    return setsAside;
  if (object === 'everything' && /^(?:you|i|that|we)$/u.test(words[at + 2] ?? ''))
    return { ...setsAside, severity: 'medium' };
  if (object === 'the' && words[at + 2] === 'above' && reading.gaps[at + 3] !== gapNone) return setsAside;
  const perhaps = findAfter(reading, at, perhapsToldBefore, 7);
  if (perhaps === -1) return undefined;
  const between = words.slice(at + 1, perhaps);
  const isEarlier = between.some((word) => earlier.has(word)) || holds(reading, perhaps, 3, pointingBack);
  if (isEarlier && between.some((word) => all.has(word))) return setsAside;
  return isEarlier ? { ...setsAside, severity: 'medium' } : undefined;
}

const whatIsKept = new Set([...toldBefore, ...users]);

function readsSecrecy(reading: PlainWords, at: number): OrderSign | undefined {
  if (!isForbidden(reading, at)) return undefined;
  if (holds(reading, at, 5, whatIsKept)) return secrecy;
  return holds(reading, at, 3, readers) ? { ...secrecy, severity: 'low' } : undefined;
}

const ownWords = wordSet('your system initial hidden secret original previous above prior');
const secretsHeld = new Set([...toldBefore, ...wordSet('passphrase secret secrets configuration')]);

const dumps = wordSet('print output repeat leak reveal dump');

function readsDisclosure(reading: PlainWords, at: number): OrderSign | undefined {
  if (!isOrdered(reading, at)) return undefined;
  const told = findAfter(reading, at, secretsHeld, 8);
  if (told === -1) return undefined;
  const between = reading.words.slice(at + 1, told);
  const isDumped = dumps.has(reading.words[at] ?? '') && between.includes('all');
  if (!isDumped && !between.some((word) => ownWords.has(word))) return undefined;
  return between.length < 8 ? disclosure : undefined;
}

const questions =
  /\b(?:(?:what|which) (?:are|were|is|was)|how (?:are|were) you|spellcheck|quote|recite|summari[sz]e|translate)\b/u;
const whose = wordSet('your initial system original exact first');

/** "What are your instructions?" */
function readsQuestionForPrompt(reading: PlainWords, at: number): OrderSign | undefined {
  const before = reading.words.slice(Math.max(0, at - 6), at);
  const isAsked = before.includes('your') && questions.test(before.join(' '));
  return isAsked && before.slice(-2).some((word) => whose.has(word))
    ? { ...disclosure, severity: 'medium' }
    : undefined;
}

/** Orders against what a model was told before: set aside, kept from users, given away. */
export const overrideRules: readonly OrderRule[] = [
  {
    triggers: [
      ...wordSet('ignore disregard forget override bypass discard neglect dismiss follow following obey listen heed'),
    ],
    read: readsAside,
  },
  {
    triggers: [
      ...wordSet(
        'tell telling mention mentioning reveal revealing inform informing disclose disclosing let letting alert alerting notify notifying warn warning',
      ),
    ],
    read: readsSecrecy,
  },
  {
    triggers: [
      ...wordSet('reveal print repeat show output display leak share disclose list expose return write tell give'),
    ],
    read: readsDisclosure,
  },
  { triggers: ['prompt', 'prompts', 'instructions', 'instruction'], read: readsQuestionForPrompt },
];
