import { describe, expect, it } from 'vitest';
import { asksAboutDocument, asksOfPublication } from '#src/answering/about-document.js';
import { focusOf } from '#src/answering/focus.js';
import { outcomeAsked, tellsOutcome } from '#src/answering/outcome-question.js';
import { termsOf } from '#src/language/terms.js';
import { readText } from './read-text.js';

function term(word: string): string {
  return termsOf(word)[0] ?? '';
}

describe('the thing a question asks for', () => {
  it.each([
    ['which hotel hosted the talks', 'hotel'],
    ['What sort of weapons were given to the opposition?', 'weapons'],
    ['how many officers will each country send', 'officers'],
    ['how old is Kerry', 'old'],
    ['Which building in Vienna will house the center?', 'building'],
    ['what language were the talks held in', 'language'],
    ['who is the leader of the front?', 'leader'],
    ['what time of day did it start', 'time'],
  ])('of %j is %j', (question, thing) => {
    expect(focusOf(question)).toBe(term(thing));
  });

  it.each(['what did Kerry say', 'who met in Geneva?', 'why now?', 'What is the agreement?', ''])(
    'of %j is not named',
    (question) => {
      expect(focusOf(question)).toBeUndefined();
    },
  );
});

describe('a question about how an agreement went on', () => {
  it.each([
    'did the ceasefire hold?',
    'when did the September truce collapse',
    'how long did the ceasefire last?',
    'Was the agreement implemented?',
  ])('is %j', (question) => {
    expect(outcomeAsked(question)).toBeDefined();
  });

  it.each([
    'how long should the ceasefire hold?',
    'what must happen before the deal can succeed?',
    'why was the agreement a surprise?',
    'who is made responsible if the process breaks down?',
    'who made the deal?',
  ])('is not %j', (question) => {
    expect(outcomeAsked(question)).toBeUndefined();
  });

  it.each([
    ['Kerry met Lavrov. Then, did the truce or the deal hold?', 'truce'],
    ['Hold on:\nwhen did the pact collapse?', 'pact'],
  ])('%j asks for the first agreement behind the question', (question, agreement) => {
    expect(outcomeAsked(question)?.subject).toEqual(termsOf(agreement));
  });

  it('is none where the outcome stands before, or on another line', () => {
    expect(outcomeAsked('It failed. When was the deal?')).toBeUndefined();
    expect(outcomeAsked('is this the deal\nthat failed')).toBeUndefined();
  });

  it('is told from others at once, however long it is', () => {
    const began = performance.now();
    outcomeAsked('is deal '.repeat(1_000));
    expect(performance.now() - began).toBeLessThan(1_000);
  });

  const asked = outcomeAsked('did the ceasefire hold?') ?? { subject: [] };

  it.each([
    ['The ceasefire held for nine days.', true],
    ['The ceasefire collapsed within a week.', true],
    ['The ceasefire did hold until the 19th.', true],
    ['The ceasefire should hold for at least one week.', false],
    ['Kerry said that the ceasefire should hold.', false],
    ['They hold talks in Geneva.', false],
  ])('is answered by %j: %j', (sentence, tells) => {
    expect(tellsOutcome(asked, readText(sentence))).toBe(tells);
  });
});

describe('a question about the document as a publication', () => {
  it.each([
    'does this article reflect the position of Russia Direct?',
    'is there a disclaimer?',
    'What is the editorial line?',
    'whose copyright is it',
    "is that the publisher's view on this article",
    'is the publisher itself standing behind these views?',
    "whose opinion is this, the staff's or the author's",
  ])('is %j', (question) => {
    expect(asksAboutDocument(question)).toBe(true);
  });

  it.each([
    "what is Russia's position on Assad?",
    'whose opinion is it that the deal will hold?',
    'do the staff of the embassy support the deal?',
    'what is the official position of the US on joint operations?',
    'what does the author think of the deal?',
    'what did the opposition say about the agreement',
  ])('is not %j', (question) => {
    expect(asksAboutDocument(question)).toBe(false);
  });
});

describe('when or by whom a document was published', () => {
  it.each([
    'when was this published?',
    'When was the article written',
    'who wrote this',
    'who is the author of this article?',
    "who's author of the text",
    'Where was this first posted?',
  ])('“%s” asks it', (question) => {
    expect(asksOfPublication(question)).toBe(true);
  });

  it.each([
    'When was the agreement published?',
    'who wrote this agreement?',
    'Who is the author of this plan?',
    'when was this agreed?',
    'Why does the author call this a surprise?',
    'Who published the text of the deal?',
  ])('“%s” asks something else', (question) => {
    expect(asksOfPublication(question)).toBe(false);
  });
});
