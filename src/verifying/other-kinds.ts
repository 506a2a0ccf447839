import { termsOf } from '../language/terms.js';
import type { AskedThing } from './asked-thing.js';
import type { Both, Disputant } from './disputant.js';
import type { Statement, StatementWord } from './statement.js';
import { areSynonyms } from './synonyms.js';
import { formOf } from './word-forms.js';

/** The same word, another form or a synonym of it. */
const surely = 0.85;
/** A word of a sentence that meets one of the question so well is no word of another kind. */
const saidFrom = 0.6;
/** A document that has so many first letters of a word knows it, whatever its ending. */
const shownBy = 5;

/** They tell how many and no kind. */
const quantifiers: ReadonlySet<string> = new Set(
  'many few several some more most all both own great large small whole total same'.split(' '),
);

/** The word right before one that names a kind of it: "border treaty"; `undefined` where nothing or a name stands there. */
function kindBefore({ words, tokens, text }: Statement, at: number): StatementWord | undefined {
  const [before, own] = [words[at - 1], words[at]];
  if (before === undefined || own === undefined || before.isName || before.isFigure) return undefined;
  const isNext = tokens.every(({ start }) => start < before.end || start >= own.start);
  const word = text.slice(before.start, before.end);
  // "Last year saw exports shrink": no kind of exports.
  const isNone = quantifiers.has(word.toLowerCase()) || /(?:ly|ed)$/u.test(word) || formOf(word) !== termsOf(word)[0];
  return isNext && !isNone ? before : undefined;
}

/** With one of these before it a thing is another: the deputy mayor is not the mayor. */
const others =
  /\b(?:former|ex|late|deputy|vice|acting|assistant|interim|honorary|next|previous|future|second|third|junior|return|single|annual|monthly|reduced|\p{L}+['’]s?)[ -]$/iu;

/** "the former mayor": one side speaks of another than the question does. */
function isOfAnother({ statement: question }: AskedThing, { statement, asked }: Disputant): boolean {
  return question.words.some(({ start }, at) => {
    const match = asked[0]?.[at];
    const own = match === undefined || match.strength < surely ? undefined : statement.words[match.at];
    if (own === undefined || others.test(question.text.slice(0, start))) return false;
    return others.test(statement.text.slice(0, own.start));
  });
}

/** True for a word that meets one of the question. */
function isAsked({ kinds }: AskedThing, { statement, asked }: Disputant, word: StatementWord): boolean {
  return (asked[0] ?? []).some(
    ({ at, strength, opposite }) =>
      statement.words[at] === word && strength >= saidFrom && (!opposite || kinds.has('polarity')),
  );
}

function isKnownTo({ documentText }: Disputant, { text }: Statement, { start, end }: StatementWord): boolean {
  return documentText.toLowerCase().includes(text.slice(start, end).toLowerCase().slice(0, shownBy));
}

/** "the fishing treaty" and "the border treaty": of a word of the question each side names another kind. */
export function nameOtherKinds(asked: AskedThing, [one, other]: Both<Disputant>): boolean {
  return asked.statement.words.some((_, at) => {
    const kinds = [one, other].map((side) => {
      const match = side.asked[0]?.[at];
      const kind = match === undefined || match.strength < surely ? undefined : kindBefore(side.statement, match.at);
      return kind === undefined || isAsked(asked, side, kind) ? undefined : kind;
    });
    const [first, second] = kinds;
    if (first === undefined || second === undefined || first.term === second.term) return false;
    if (areSynonyms(first.term, second.term)) return false;
    return !isKnownTo(other, one.statement, first) && !isKnownTo(one, other.statement, second);
  });
}

const owner = /^(?:(?:the|an?) )?(?:\p{L}+ )?(?<thing>\p{L}+) of (?:the )?(?:\p{L}+ )?$/iu;

/** They tell of the whole: "the depth of the cave", "the owner of the hotel". */
const ofWhole =
  /^(?:number|price|cost|length|height|depth|width|weight|age|size|population|share|amount|total|date|name|owner|winner|author|founder|designer|leader|head|end|beginning|start|opening)$/iu;

/** "the bridge of the Tarn project" where the question is of the project: a part of it, or something about it. */
function isOfPart({ statement: question }: AskedThing, { statement, asked }: Disputant): boolean {
  const own = asked[0] ?? [];
  const [about] = question.names;
  const match = own[about?.words[0] ?? -1];
  const start = statement.words[match?.at ?? -1]?.start;
  if (match === undefined || match.strength < surely || start === undefined) return false;
  const found = owner.exec(statement.text.slice(0, start));
  const thing = found?.groups?.thing;
  if (thing === undefined || ofWhole.test(thing)) return false;
  const place = statement.text.indexOf(`${thing} of`);
  const at = statement.words.findIndex((word) => word.start === place);
  return at >= 0 && !own.some((one) => one.at === at && one.strength >= saidFrom);
}

const plural = /[^s]s$/u;

/** "the music schools are not open": what is denied of some kind of a thing may well be true of the others. */
export function namesOneKind(asked: AskedThing, [one, other]: Both<Disputant>): boolean {
  const { text, words } = asked.statement;
  const narrows = (side: Disputant, { documentText }: Disputant): boolean =>
    words.some(({ start, end }, at) => {
      const match = side.asked[0]?.[at];
      if (match === undefined || match.strength < surely || !plural.test(text.slice(start, end))) return false;
      const kind = kindBefore(side.statement, match.at);
      if (kind === undefined || documentText.toLowerCase().includes(kind.term.slice(0, shownBy))) return false;
      return !isAsked(asked, side, kind);
    });
  return narrows(one, other) || narrows(other, one);
}

/** True when one side is of a part of what is asked, or of what goes by nearly the same name, and the other is not. */
export function differInThing(asked: AskedThing, [one, other]: Both<Disputant>): boolean {
  if (isOfPart(asked, one) !== isOfPart(asked, other)) return true;
  return isOfAnother(asked, one) !== isOfAnother(asked, other);
}
