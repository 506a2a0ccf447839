import { peopleIn } from './antecedents.js';
import { auxiliaries, type NounPhrase, nounPhrasesOf } from './noun-phrases.js';
import type { Turn } from './turn.js';

const questionWord = String.raw`(?:who|whom|whose|what|when|where|why|which|how(?:\s+(?:long|many|much|often|far|come))?)`;

/** A question word and nothing that says about what: "why?", "since when?", "who else exactly?", "when was that?". */
const bare = new RegExp(
  String.raw`^((?:(?:for|since|until|till|with|by|from|to|at|in)\s+)?${questionWord}(?:\s+else)?)(?:\s+(?:exactly|precisely|so|again|ones?|then))*$`,
  'iu',
);
/** "when was that?" asks what "when?" asks; "what is it?" does not. */
const bareWithPronoun =
  /^((?:since )?(?:when|where|why|how))\s+(?:is|was|are|were|did|does|will)\s+(?:that|this|it)(?:\s+(?:happen|take place|so|be))?$/iu;
const another = /^(?:(?:what|how)\s+about|and|or)\s+(.+)$/iu;
const asksForMore =
  /^(?:(?:tell|show) me more|more|more details?(?: please)?|any (?:more )?details?|go on|continue|elaborate|explain|really|is that (?:so|true|right)|are you sure|anything else|what else(?: is there)?|please (?:explain|elaborate|continue|go on)|say more|can you (?:explain|elaborate))$/iu;
const participle =
  /(?:ed|en|met|held|made|set|put|led|said|sent|told|done|found|won|lost|built|left|meant|seen|known|shown|drawn|agreed)$/iu;
const startsClause = new RegExp(String.raw`^(?:${questionWord}|${[...auxiliaries].join('|')})\b`, 'iu');
const longestOther = 7;

const connective = /^(?:(?:and|but|so|or|ok|okay|also|then|well|now)\b[\s,]*)+/iu;

/** Without the "and" or "but" that ties a question to the one before. */
export function withoutConnective(question: string): string {
  return question.trim().replace(connective, '');
}

function withoutMark(question: string): string {
  return question.trim().replace(/[\s?!.]+$/u, '');
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The question taken apart: its question words, and what follows. */
function clauseOf(question: string): { readonly asking: string; readonly rest: string; readonly hasSubject: boolean } {
  const words = withoutMark(question).split(/\s+/u);
  const auxiliary = words.slice(0, 6).findIndex((word) => auxiliaries.has(word.toLowerCase()));
  const opens = new RegExp(String.raw`^(?:\w+\s+)?${questionWord}\b`, 'iu').test(question);
  if (auxiliary >= 0 && (opens || auxiliary === 0)) {
    const verb = words[auxiliary]?.toLowerCase() ?? '';
    const next = words[auxiliary + 1] ?? '';
    const isSubject = auxiliary > 0 && !/^d(?:o|oes|id)$/u.test(verb) && participle.test(next);
    return {
      asking: words.slice(0, auxiliary).join(' '),
      rest: words.slice(auxiliary).join(' '),
      hasSubject: !isSubject,
    };
  }
  if (!opens) return { asking: '', rest: words.join(' '), hasSubject: true };
  const asking = /^(?:which|whose|how)$/iu.test(words[0] ?? '') ? 2 : 1;
  return { asking: words.slice(0, asking).join(' '), rest: words.slice(asking).join(' '), hasSubject: false };
}

const plurals: Readonly<Record<string, string>> = { was: 'were', is: 'are', has: 'have', does: 'do' };

/** The earlier question asked with other question words: "How long did the talks last?", "why" → "Why did the talks last?" */
function askWith(words: string, turns: readonly Turn[]): string | undefined {
  const lower = words.toLowerCase();
  const besides = lower.endsWith(' else');
  // "Who else?" adds to the last answer that said who, which need not be the last answer.
  const turn = turns.find(
    ({ answer }) => !besides || clauseOf(answer.question).asking.toLowerCase() === lower.replace(/ else$/u, ''),
  );
  if (turn === undefined) return undefined;
  const { asking, rest, hasSubject } = clauseOf(turn.answer.question);
  if (besides || (/^(?:who|what)\b/u.test(lower) && !hasSubject)) return `${capitalised(words)} ${rest}?`;
  if (hasSubject && startsClause.test(rest))
    return `${capitalised(words)} ${rest.charAt(0).toLowerCase()}${rest.slice(1)}?`;
  if (hasSubject) return `${capitalised(words)}: ${rest}?`;
  const isPerson = /^who/iu.test(asking);
  const people = isPerson ? peopleIn(turn.answer) : undefined;
  const subject = people ?? (isPerson ? 'they' : 'this');
  const isPlural = people === undefined ? isPerson : people.includes(' and ');
  const agreeing = isPlural
    ? rest.replace(/^(?:was|is|has|does)\b/iu, (verb) => plurals[verb.toLowerCase()] ?? verb)
    : rest;
  return `${capitalised(words)} was it that ${subject} ${agreeing}?`;
}

const actors: ReadonlySet<NounPhrase['kind']> = new Set(['person', 'group', 'place', 'organisation']);

/** The phrase of the earlier question whose place `other` takes. */
function counterpartOf(other: string, question: string): NounPhrase | undefined {
  const phrases = nounPhrasesOf(question);
  const preposition = /^(in|at|on|from|to|with|for|by|against)\s/iu.exec(other)?.[1];
  if (preposition !== undefined) {
    return phrases.find(({ start }) =>
      new RegExp(String.raw`\b${preposition}\s+$`, 'iu').test(question.slice(0, start)),
    );
  }
  const kind = nounPhrasesOf(other)[0]?.kind ?? 'thing';
  const sameKind =
    phrases.find((phrase) => phrase.kind === kind && !phrase.isAside) ?? phrases.find((phrase) => phrase.kind === kind);
  return sameKind ?? phrases.find((phrase) => actors.has(kind) && actors.has(phrase.kind) && !phrase.isAside);
}

/** The earlier question asked about something else: "What does the U.S. want?", "Russia" → "What does Russia want?" */
function askAbout(other: string, question: string): string {
  const asked = withoutMark(question);
  const counterpart = counterpartOf(other, question);
  const preposition = /^(?:in|at|on|from|to|with|for|by|against)\s+/iu.exec(other)?.[0];
  if (asked.toLowerCase().includes(other.toLowerCase())) return `${asked}?`;
  if (counterpart === undefined) {
    return preposition === undefined ? `${asked} (about ${other})?` : `${asked} ${other}?`;
  }
  return `${asked.slice(0, counterpart.start)}${other.slice(preposition?.length ?? 0)}${asked.slice(counterpart.end)}?`;
}

/**
 * A fragment completed from the questions before it (`turns`, latest first); `undefined` when `fragment` is a sentence of its own. `fragment` has
 * no connective ("and", "but") before a clause.
 */
export function completeFragment(fragment: string, turns: readonly Turn[]): string | undefined {
  const question = turns[0]?.answer.question;
  if (question === undefined) return undefined;
  const core = withoutMark(fragment);
  if (asksForMore.test(core)) return capitalised(withoutConnective(question));
  const words = bare.exec(core)?.[1] ?? bareWithPronoun.exec(core)?.[1];
  if (words !== undefined) return askWith(words, turns);
  const other = another.exec(core)?.[1];
  if (other !== undefined && !startsClause.test(other) && other.split(/\s+/u).length <= longestOther)
    return askAbout(other, question);
  const isName = nounPhrasesOf(core).some(
    ({ start, end, kind }) => start === 0 && end === core.length && kind !== 'date',
  );
  return isName && fragment.trim().endsWith('?') ? askAbout(core, question) : undefined;
}
