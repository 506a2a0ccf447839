import { type NounPhrase, nounPhrasesOf } from './noun-phrases.js';

/** What "it" is called after a question that only has a verb for it: "who met in Geneva?", "and how long did it last?". */
const events: readonly (readonly [verb: RegExp, noun: string])[] = [
  [/\b(?:meet|meets|met)\b/iu, 'the meeting'],
  [/\b(?:talk|talks|talked|negotiat(?:e|es|ed))\b/iu, 'the talks'],
  [/\bagree(?:s|d)?\b/iu, 'the agreement'],
  [/\b(?:sign|signs|signed)\b/iu, 'the signing'],
  [/\bannounce(?:s|d)?\b/iu, 'the announcement'],
  [/\bdecide(?:s|d)?\b/iu, 'the decision'],
  [/\bvisit(?:s|ed)?\b/iu, 'the visit'],
  [/\battack(?:s|ed)?\b/iu, 'the attack'],
  [/\bbomb(?:s|ed)?\b/iu, 'the bombing'],
  [/\binvade(?:s|d)?\b/iu, 'the invasion'],
  [/\bwithdr(?:aws?|ew)\b/iu, 'the withdrawal'],
  [/\b(?:vote|votes|voted)\b/iu, 'the vote'],
  [/\bpropose(?:s|d)?\b/iu, 'the proposal'],
  [/\bpromise(?:s|d)?\b/iu, 'the promise'],
  [/\b(?:fight|fights|fought)\b/iu, 'the fighting'],
];

/** The event that a question is about, as a noun with its place: "the meeting in Geneva". */
export function eventIn(question: string, asked: readonly NounPhrase[] = nounPhrasesOf(question)): string | undefined {
  const noun = events.find(([verb]) => verb.test(question))?.[1];
  if (noun === undefined) return undefined;
  const place = asked.find(({ kind, isAside }) => kind === 'place' && isAside);
  return place === undefined ? noun : `${noun} in ${place.text}`;
}
