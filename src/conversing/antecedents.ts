import { readQuestion } from '../language/question.js';
import type { Answer } from '../types.js';
import { eventIn } from './event-nouns.js';
import { type NounPhrase, nounPhrasesOf } from './noun-phrases.js';
import type { PronounKind } from './pronouns.js';

const mostTogether = 3;

function textsJoined(phrases: readonly NounPhrase[]): string | undefined {
  const texts = [...new Set(phrases.map(({ text }) => text))].slice(0, mostTogether);
  if (texts.length === 0) return undefined;
  return texts.length === 1 ? texts[0] : `${texts.slice(0, -1).join(', ')} and ${texts.at(-1)}`;
}

/** The marked words of an answer that are a name. */
function highlightedPhrases({ citations }: Answer): readonly NounPhrase[] {
  return citations.flatMap(({ quote, start, highlight }) => {
    if (highlight.length === 0) return [];
    const [from, to] = [highlight[0] - start, highlight[1] - start];
    return nounPhrasesOf(quote).filter((phrase) => phrase.end > from && phrase.start < to && phrase.kind !== 'thing');
  });
}

/** Names in the sentence that answers best: the first with marked words, or else the first. */
function quotedPhrases({ citations }: Answer): readonly NounPhrase[] {
  const citation = citations.find(({ highlight }) => highlight.length > 0) ?? citations[0];
  return citation === undefined ? [] : nounPhrasesOf(citation.quote).filter(({ kind }) => kind !== 'thing');
}

function ofKind(phrases: readonly NounPhrase[], ...kinds: readonly NounPhrase['kind'][]): readonly NounPhrase[] {
  return phrases.filter(({ kind }) => kinds.includes(kind));
}

function person(asked: readonly NounPhrase[], answer: Answer): string | undefined {
  const one =
    ofKind(asked, 'person')[0] ??
    ofKind(highlightedPhrases(answer), 'person')[0] ??
    ofKind(quotedPhrases(answer), 'person')[0];
  return one?.text;
}

function several(question: string, asked: readonly NounPhrase[], answer: Answer): string | undefined {
  const people = ofKind(asked, 'person');
  const plural = asked.filter(({ isPlural, isAside }) => isPlural && !isAside);
  const bodies = ofKind(asked, 'organisation', 'place').filter(({ isAside }) => !isAside);
  const organisations = ofKind(bodies, 'organisation');
  if (people.length > 1) return textsJoined(people);
  if (plural.length > 0) return textsJoined(plural.slice(0, 1));
  if (organisations.length > 0) return textsJoined(organisations.slice(0, 2));
  if (readQuestion(question).wants.has('person')) {
    const named = ofKind(quotedPhrases(answer), 'person', 'group');
    if (named.length > 0) return textsJoined(named);
  }
  return (
    textsJoined(bodies.slice(0, 2)) ??
    textsJoined(ofKind(highlightedPhrases(answer), 'person', 'group', 'organisation'))
  );
}

function thing(question: string, asked: readonly NounPhrase[], answer: Answer): string | undefined {
  const candidates = ofKind(asked, 'thing', 'organisation', 'place').filter(({ isAside }) => !isAside);
  const one = candidates.find(({ isPlural }) => !isPlural) ?? candidates[0];
  return one?.text ?? eventIn(question, asked) ?? ofKind(highlightedPhrases(answer), 'organisation')[0]?.text;
}

function place(asked: readonly NounPhrase[], answer: Answer): string | undefined {
  const one =
    ofKind(asked, 'place')[0] ??
    ofKind(highlightedPhrases(answer), 'place')[0] ??
    // "the U.S. Secretary of State" names a place and is in none; "in Geneva" is.
    ofKind(quotedPhrases(answer), 'place').find(({ isAside }) => isAside);
  return one?.text;
}

/** What a pronoun stands for after a question and its answer; `undefined` when neither names anything that fits. */
export function antecedentIn(kind: PronounKind, question: string, answer: Answer): string | undefined {
  const asked = nounPhrasesOf(question);
  switch (kind) {
    case 'person':
      return person(asked, answer);
    case 'several':
      return several(question, asked, answer);
    case 'thing':
      return thing(question, asked, answer);
    case 'fact':
      return ofKind(asked, 'thing')[0]?.text ?? eventIn(question, asked);
    case 'place':
      return place(asked, answer);
  }
}

/** Names of the people who answer a who-question, for "When was it that … met?". */
export function peopleIn(answer: Answer): string | undefined {
  return textsJoined(ofKind(quotedPhrases(answer), 'person'));
}
