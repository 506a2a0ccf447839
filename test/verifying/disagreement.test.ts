import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wantedKinds } from '#src/answering/answer-type.js';
import { readQuestion } from '#src/language/question.js';
import { type AskedThing, readAsked } from '#src/verifying/asked-thing.js';
import type { Difference } from '#src/verifying/difference-in-words.js';
import { disagreementOf } from '#src/verifying/disagreement.js';
import { type Disputant, disputantOf } from '#src/verifying/disputant.js';
import { read, vectors } from './read-both.js';

interface Telling {
  readonly title: string;
  readonly text: string;
  readonly date?: string;
}

/** The last sentence of a text, with what stands before it. */
function sideOf(asked: AskedThing, { title, text, date = '2011' }: Telling): Disputant {
  const [statement = read(''), ...before] = text
    .split(/(?<=\.) /u)
    .toReversed()
    .map(read);
  const candidate = { statement, before, documentDate: date, title: read(title), similarity: 0 };
  return disputantOf(asked, candidate, `${title}\n\n${text}`, vectors);
}

function between(question: string, first: Telling, second: Telling): Difference | undefined {
  const asking = readQuestion(question);
  const asked = readAsked(asking.text, wantedKinds(asking), asking.wants.has('yes-no'), vectors);
  return disagreementOf(asked, [sideOf(asked, first), sideOf(asked, second)], vectors);
}

function inLisk(question: string, first: string, second: string): Difference | undefined {
  return between(question, { title: 'News from Lisk', text: first }, { title: 'A week in Lisk', text: second });
}

/** The words that differ, as a reader sees them. */
function wordsBetween(question: string, first: string, second: string): readonly string[] | undefined {
  const texts = [first, second].map((text) => text.split(/(?<=\.) /u).at(-1) ?? '');
  return inLisk(question, first, second)?.words.map((stretch, at) => texts[at]?.slice(...stretch) ?? '');
}

const lasted = 'How long did the talks in Lisk last?';
const signed = 'Who signed the truce in Lisk?';
const opened = 'When was the bridge in Lisk opened?';
const held = 'Did the truce in Lisk hold?';
const killed = 'How many people were killed in Lisk?';

describe('two sentences disagree', () => {
  it.each<[question: string, first: string, second: string, words: readonly string[]]>([
    [lasted, 'The talks in Lisk lasted 15 hours.', 'The talks in Lisk lasted nine hours.', ['15 hours', 'nine hours']],
    [
      lasted,
      'The talks in Lisk lasted 15 hours and ended with a handshake in the rain.',
      'In all the talks in Lisk lasted nine hours, the porter of the hotel counted.',
      ['15 hours', 'nine hours'],
    ],
    [
      signed,
      'The truce in Lisk was signed by Iven Karsk.',
      'The truce in Lisk was signed by Osk Brannet.',
      ['Iven Karsk', 'Osk Brannet'],
    ],
    [opened, 'The bridge in Lisk was opened in 1904.', 'The bridge in Lisk was opened in 1911.', ['1904', '1911']],
    [held, 'The truce in Lisk held.', 'The truce in Lisk did not hold.', ['held', 'not hold']],
    [killed, 'In Lisk 40 people were killed.', 'In Lisk 25 people were killed.', ['40', '25']],
  ])('%s %s | %s', (question, first, second, words) => {
    expect(wordsBetween(question, first, second)).toEqual(words);
    expect(wordsBetween(question, second, first)).toEqual(words.toReversed());
  });
});

describe('two sentences disagree in other words', () => {
  it.each<[question: string, first: string, second: string, words: readonly string[]]>([
    [
      lasted,
      'The talks in Lisk lasted 15 hours.',
      'After nine hours the talks in Lisk ended without a paper.',
      ['15 hours', 'nine hours'],
    ],
    [
      'How many people were hurt in the Lisk bridge collapse?',
      'The old bridge in Lisk collapsed on Thursday. 17 people were hurt in the collapse, the police said.',
      'Twenty-three were injured when the Lisk bridge collapsed, most of them cyclists.',
      ['17', 'Twenty-three'],
    ],
    [
      'How many people live in Lisk?',
      'Lisk has 14,000 inhabitants.',
      'In Lisk live 19,000 people.',
      ['14,000', '19,000'],
    ],
    [
      'How many goals did Ilja Toren score for Lisk?',
      'Ilja Toren scored 23 goals for Lisk.',
      'Ilja Toren has 19 goals for Lisk.',
      ['23', '19'],
    ],
    [
      'How tall is the tower of Lisk?',
      'The tower of Lisk is 38 metres tall.',
      'The tower of Lisk rises 45 metres above the square.',
      ['38 metres', '45 metres'],
    ],
    [
      'What does the dam near Lisk cost?',
      'The ministry puts the cost of the dam near Lisk at 400 million crowns.',
      'The dam near Lisk is 650 million crowns in the plan of the builders.',
      ['400 million crowns', '650 million crowns'],
    ],
    [
      'Who designed the Lisk opera house?',
      'The Lisk opera house has 1,800 seats. It was designed by Aldo Vernier.',
      'Mette Brandt designed the Lisk opera house when she was thirty.',
      ['Aldo Vernier', 'Mette Brandt'],
    ],
    [
      'When did the Lisk observatory open?',
      'The Lisk observatory stands on a hill. It opened in May 1931.',
      'The observatory of Lisk was opened by the queen in 1934.',
      ['May 1931', '1934'],
    ],
    [
      'Where does the river of Lisk rise?',
      'The river of Lisk rises on Mount Ister.',
      'The river of Lisk rises in Lake Orn.',
      ['Mount Ister', 'Lake Orn'],
    ],
    [
      'Was anybody hurt in the Lisk fire?',
      'Nobody was hurt in the Lisk fire.',
      'Three people were hurt in the Lisk fire.',
      ['Nobody was hurt', 'hurt'],
    ],
    [
      'Has the population of Lisk grown?',
      'The population of Lisk has grown since the war.',
      'Since the war the population of Lisk has shrunk.',
      ['grown', 'shrunk'],
    ],
    [
      'Does the pact of Lisk rule out new taxes?',
      'The pact of Lisk rules out new taxes.',
      'The pact of Lisk does not rule out new taxes.',
      ['rules out', 'not rule out'],
    ],
    [
      'Did Senator Vane vote for the Lisk bill?',
      'Senator Vane voted for the Lisk bill.',
      'Senator Vane voted against the Lisk bill.',
      ['voted', 'voted'],
    ],
  ])('%s %s | %s', (question, first, second, words) => {
    expect(wordsBetween(question, first, second)).toEqual(words);
    expect(wordsBetween(question, second, first)).toEqual(words.toReversed());
  });
});

function offensive(what: string): string {
  return `Observers of the truce in Lisk were puzzled that the offensive stopped ${what}, when the rebels were weak.`;
}

describe('a copy with something else put in', () => {
  it.each([
    ['What puzzled observers of the truce in Lisk?', 'in Brask', 'in Hamra', ['Brask', 'Hamra']],
    ['Why were observers of the truce in Lisk puzzled?', 'in May 1976', 'in June 1976', ['May 1976', 'June 1976']],
  ])('is seen whatever is asked: %s', (question, one, other, words) => {
    expect(wordsBetween(question, offensive(one), offensive(other))).toEqual(words);
  });
});

function aged(age: number, date: string): Telling {
  return { title: 'Mira Holt', text: `Mira Holt is ${age} years old.`, date };
}

function stationsUnder(one: string, other: string): Difference | undefined {
  return between(
    'How many stations does the line in Brask have?',
    { title: one, text: 'The line in Brask has 14 stations.' },
    { title: other, text: 'The line in Brask has 22 stations.' },
  );
}

function talksUnder(one: string, other: string): Difference | undefined {
  const [first, second] = ['The talks lasted 15 hours.', 'The talks lasted nine hours.'];
  return between('How long did the talks last?', { title: one, text: first }, { title: other, text: second });
}

describe('two sentences do not disagree', () => {
  it.each<[string, string, string, string]>([
    ['the same number in other words', lasted, 'The talks in Lisk lasted 15 hours.', 'The talks in Lisk took fifteen.'],
    [
      'a length that is read without its half',
      lasted,
      'The talks in Lisk lasted 90 minutes.',
      'The talks in Lisk lasted an hour and a half.',
    ],
    ['a bound that holds', killed, 'At least 30 people were killed in Lisk.', 'In Lisk 38 people were killed.'],
    ['a rounded number', killed, 'About 40 people were killed in Lisk.', 'In Lisk 41 people were killed.'],
    [
      'a range',
      'How many people work in the Lisk harbour?',
      'From 800 to 900 people work in the Lisk harbour.',
      'In the Lisk harbour 850 people work.',
    ],
    ['something else counted', killed, 'In Lisk 40 people were killed.', 'In Lisk 25 horses were killed.'],
    ['something else done', killed, 'In Lisk 40 people were killed.', 'In Lisk 90 people were rescued.'],
    [
      'a part of what is counted',
      killed,
      'In Lisk 40 people were killed.',
      'In Lisk 25 people were killed in Hamra Street.',
    ],
    [
      'something had and something lost',
      'How many ships does Lisk have?',
      'Lisk has 12 ships.',
      'Lisk lost three ships.',
    ],
    [
      'another measure',
      'How long is the tunnel of Lisk?',
      'The tunnel of Lisk is 6 kilometres long.',
      'The tunnel of Lisk was built in four years.',
    ],
    [
      'another unit',
      'How long is the runway of Lisk?',
      'The runway of Lisk is 2.5 kilometres long.',
      'The runway of Lisk is 2,500 metres long.',
    ],
    [
      'another stretch of time to count in',
      'How much water does the Lisk plant use?',
      'The Lisk plant uses 400 tons of water a day.',
      'The Lisk plant uses 146,000 tons of water a year.',
    ],
    [
      'a part of what is asked',
      'How much did the Lisk project cost?',
      'The Lisk project cost 40 million crowns.',
      'The bridge of the Lisk project cost 12 million crowns.',
    ],
    [
      'a price for some',
      'What does a ticket to Lisk cost?',
      'A ticket to Lisk costs 8 crowns.',
      'For children a ticket to Lisk costs 4 crowns.',
    ],
    [
      'a day that is only less exact',
      opened,
      'The bridge in Lisk was opened in May 1904.',
      'The bridge in Lisk was opened in 1904.',
    ],
    [
      'a stretch of time',
      opened,
      'The bridge in Lisk was opened in 1904.',
      'The bridge in Lisk was built between 1905 and 1911.',
    ],
    [
      'the day of something else',
      'When did the war of Lisk begin?',
      'The war of Lisk began in 1612.',
      'The war of Lisk ended in 1648.',
    ],
    [
      'a name of another kind',
      signed,
      'The truce in Lisk was signed by Iven Karsk.',
      'The truce in Lisk was signed by Moscow.',
    ],
    [
      'one who did the same',
      'Who criticised the Lisk reform?',
      'The Lisk reform was criticised by Iven Karsk.',
      'The Lisk reform was criticised by Osk Brannet.',
    ],
    [
      'one who has another office',
      'Who is the mayor of Lisk?',
      'Iven Karsk is the mayor of Lisk.',
      'The former mayor of Lisk is Osk Brannet.',
    ],
    [
      'a place in the other',
      'Where is the Lisk library?',
      'The Lisk library is in Castle Street.',
      'The Lisk library is in Brask.',
    ],
    [
      'what holds under a condition',
      'Will the Lisk school close?',
      'The Lisk school will close.',
      'The Lisk school will not close if 30 pupils sign up.',
    ],
    [
      'a denial of something else',
      'Did the parliament of Lisk ratify the treaty?',
      'The parliament of Lisk ratified the fishing treaty.',
      'The parliament of Lisk did not ratify the border treaty.',
    ],
    [
      'a denial for some',
      'Are the schools in Lisk open?',
      'The schools in Lisk are open.',
      'The music schools in Lisk are not open.',
    ],
    [
      'a denial on another day',
      'Did Iven Karsk attend the talks in Lisk?',
      'Iven Karsk attended the talks in Lisk on Monday.',
      'On Tuesday Iven Karsk did not attend the talks in Lisk.',
    ],
    [
      'a denial up to a day',
      'When will the Lisk bridge reopen?',
      'The Lisk bridge will reopen in May.',
      'The Lisk bridge will not reopen before May.',
    ],
    [
      'a denial in two ways',
      'Did the bakery in Lisk break the law?',
      'The bakery in Lisk did not break the law.',
      'The bakery in Lisk broke no law.',
    ],
    ['another place', lasted, 'The talks in Lisk lasted 15 hours.', 'The talks in Hamra lasted nine hours.'],
  ])('%s', (_, question, first, second) => {
    expect(inLisk(question, first, second)).toBeUndefined();
    expect(inLisk(question, second, first)).toBeUndefined();
  });

  it('when each is of a place that the other document never names, whatever name they share', () => {
    expect(talksUnder('The talks of Arven in Lisk', 'The talks of Arven in Hamra')).toBeUndefined();
    expect(talksUnder('The talks of Arven in Lisk', 'A night in Lisk')).toBeDefined();
    expect(talksUnder('A long night', 'A short night')).toBeUndefined();
  });

  it('when the question has a word that only one of them says', () => {
    const question = 'What does the new school in Lisk cost?';
    const school = 'The new school in Lisk costs 12 million crowns.';
    expect(inLisk(question, school, 'The new pool in Lisk costs 7 million crowns.')).toBeUndefined();
    expect(inLisk(question, school, 'The new school in Lisk costs 7 million crowns.')).toBeDefined();
  });

  it('in something else than the question asks for', () => {
    const sentences = [
      'The truce in Lisk was signed by Iven Karsk.',
      'The truce in Lisk was signed by Osk Brannet.',
    ] as const;
    expect(inLisk('Where was the truce in Lisk signed?', ...sentences)).toBeUndefined();
    expect(inLisk('When was the truce in Lisk signed?', ...sentences)).toBeUndefined();
    expect(inLisk(signed, ...sentences)).toBeDefined();
  });

  it('when they are about numbered things with different numbers', () => {
    expect(stationsUnder('Line 4 in Brask', 'Line 2 in Brask')).toBeUndefined();
    expect(stationsUnder('Line 4 in Brask', 'Brask has a line 4')).toBeDefined();
  });

  it('does not depend on what the same sentences were held against before', () => {
    const asking = readQuestion('How many stations does the line in Brask have?');
    const asked = readAsked(asking.text, wantedKinds(asking), false, vectors);
    const four = sideOf(asked, { title: 'Line 4 in Brask', text: 'The line in Brask has 14 stations.' });
    const two = sideOf(asked, { title: 'Line 2 in Brask', text: 'The line in Brask has 22 stations.' });
    const any = sideOf(asked, { title: 'A new line in Brask', text: 'The line in Brask has 22 stations.' });
    for (let round = 0; round < 2; round++) {
      expect(disagreementOf(asked, [four, two], vectors)).toBeUndefined();
      expect(disagreementOf(asked, [four, any], vectors)).toBeDefined();
    }
  });

  it('when one is of another day than the question asks for', () => {
    const sentences = [
      'In May 2015 the camp in Lisk held 3,000 people.',
      'In May 2016 the camp in Lisk held 5,000 people.',
    ] as const;
    expect(inLisk('How many people did the camp in Lisk hold in May 2015?', ...sentences)).toBeUndefined();
    expect(inLisk('How many people did the camp in Lisk hold?', ...sentences)).toBeDefined();
  });

  it('when somebody has grown older between them', () => {
    expect(between('How old is Mira Holt?', aged(30, '2001'), aged(40, '2011'))).toBeUndefined();
    expect(between('How old is Mira Holt?', aged(30, '2001'), aged(40, '2001'))).toBeDefined();
  });
});

const words = fc.constantFrom(
  ...`The talks truce Lisk Hamra lasted 15 nine hours not no nobody signed by Karsk in of 1904 May rose fell if 40 people has , .`.split(
    ' ',
  ),
);
const text = fc.array(words, { minLength: 1, maxLength: 16 }).map((list) => list.join(' '));
const question = fc.oneof(
  text,
  fc.constantFrom(lasted, signed, opened, held, killed, 'Did the talks in Lisk last?', 'What is the truce in Lisk?'),
);

it('no sentence disagrees with itself, whatever it is and whatever is asked', () => {
  fc.assert(
    fc.property(question, text, (asked, sentence) => {
      expect(inLisk(asked, sentence, sentence)).toBeUndefined();
    }),
  );
});

it('the words that differ are those of the sentences, whatever these are', () => {
  fc.assert(
    fc.property(question, text, text, (asked, first, second) => {
      for (const word of wordsBetween(asked, first, second) ?? []) expect(word).toMatch(/\S/u);
    }),
  );
});
