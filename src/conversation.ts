import { antecedentIn } from './conversing/antecedents.js';
import { completeFragment, withoutConnective } from './conversing/ellipsis.js';
import { nounPhrasesOf } from './conversing/noun-phrases.js';
import { outwardPronounsOf, type Pronoun } from './conversing/pronouns.js';
import type { Turn } from './conversing/turn.js';
import { readQuestion } from './language/question.js';
import { termsWithPlaces } from './language/terms.js';

/** People lean on what was just said; beyond this a name fits by chance. */
const turnsRemembered = 3;
/** A pasted text is no follow-up. */
const longestFollowUp = 300;

/** Nouns that mean nothing without "of what", and words that say "besides". */
const relational =
  /^(?:(?:main|first|second|real|exact|key|biggest|most important)\s+)?(?:reasons?|results?|outcomes?|goals?|purposes?|aims?|causes?|consequences?|effects?|conditions?|terms|details?|difference|alternatives?|responses?|reactions?|significance|point|date|place|number|participants?)$/iu;
const asks =
  /^(?:who|whom|whose|what|when|where|why|which|how|is|are|was|were|do|does|did|has|have|had|can|could|will|would|should)\b/iu;
const takesPart = /\b(?:tak\w+|took) (?:part|place)\b/iu;
const besides = /\b(?:else|others?)\b/iu;

/** What the earlier question was about, for a follow-up that no rule completes: its names and nouns, or its words. */
function topicOf(question: string): string {
  const phrases = nounPhrasesOf(question).map(({ text }) => text);
  const words =
    phrases.length > 0 ? phrases : termsWithPlaces(question).map(({ start, end }) => question.slice(start, end));
  return [...new Set(words)].join(', ');
}

function withTopic(question: string, turn: Turn): string {
  const topic = topicOf(turn.answer.question);
  const core = question.trim().replace(/[\s?!.]+$/u, '');
  return topic === '' ? question : `${core.charAt(0).toUpperCase()}${core.slice(1)} (about ${topic})?`;
}

function possessiveOf(name: string): string {
  return /s$/iu.test(name) ? `${name}'` : `${name}'s`;
}

/** The question with its pronouns replaced; `undefined` when none of them fits anything that was said. */
function withoutPronouns(question: string, pronouns: readonly Pronoun[], turns: readonly Turn[]): string | undefined {
  let text: string | undefined;
  for (const { kind, start, end, isPossessive, isWhatWasSaid } of pronouns.toReversed()) {
    let found: string | undefined;
    if (isWhatWasSaid) continue;
    for (const { answer } of turns) found ??= antecedentIn(kind, answer.question, answer);
    if (found === undefined) continue;
    const named = isPossessive ? possessiveOf(found) : kind === 'place' ? `in ${found}` : found;
    text ??= question;
    text = text.slice(0, start) + named + text.slice(end);
  }
  return text === undefined ? undefined : text.charAt(0).toUpperCase() + text.slice(1);
}

/** Nothing in the question says what it is about: "What was the reason?", "Who else took part?", "What happened next?" */
function lacksSubject(question: string): boolean {
  const phrases = nounPhrasesOf(question);
  const { terms, names } = readQuestion(question);
  if (names.length > 0) return false;
  if (phrases.length > 0) {
    return (
      phrases.every(({ text }) => relational.test(text.replace(/^(?:the|a|an)\s+/iu, ''))) &&
      !/\b(?:of|for|behind|to)\s+\p{L}/iu.test(question)
    );
  }
  return besides.test(question) || (terms.length <= (takesPart.test(question) ? 2 : 1) && asks.test(question));
}

/**
 * A follow-up as a question that is understood by itself, from at most the last three turns, latest last; a question
 * that leans on nothing comes back as it is, and so does one that nothing earlier explains.
 */
export function standaloneQuestion(question: string, earlier: readonly Turn[]): string {
  const turns = turnsLeanedOn(earlier).toReversed();
  const [last] = turns;
  if (last === undefined || question.length > longestFollowUp) return question;
  const { kind } = readQuestion(question);
  if (kind === 'greeting' || kind === 'instruction' || kind === 'empty') return question;

  const core = withoutConnective(question);
  const fragment = completeFragment(core, turns) ?? completeFragment(question.trim(), turns);
  if (fragment !== undefined) return fragment;
  const pronouns = outwardPronounsOf(core);
  if (pronouns.length > 0) return withoutPronouns(core, pronouns, turns) ?? withTopic(core, last);
  return lacksSubject(core) ? withTopic(core, last) : question;
}

/** What points back to something said, besides pronouns. */
const pointingBack =
  /\bthe (?:same|former|latter|others?)\b|\b(?:instead|afterwards|beforehand|likewise)\b|\b(?:the|that|this|which|other) ones?\b(?!\s+(?:of|who|that|which)\b)|\b(?:these|those|such)\s+(?!(?:articles?|texts?|documents?|reports?|sources?|pages?|who|that|which|as)\b)\p{L}|\bthen\s*\?\s*$/iu;
const guessed = / \(about .+\)\?$/su;

/** Whether a question that the rules are through with still leans on what was said, or has their guess at it. */
export function isLeftOpen(question: string): boolean {
  if (question.length > longestFollowUp) return false;
  return guessed.test(question) || outwardPronounsOf(question).length > 0 || pointingBack.test(question);
}

/** The turns that a follow-up may lean on, oldest first. */
export function turnsLeanedOn(earlier: readonly Turn[]): readonly Turn[] {
  // Small talk between two questions leaves the subject where it was.
  return earlier.slice(-turnsRemembered).filter(({ answer }) => answer.reason !== 'off-topic');
}
