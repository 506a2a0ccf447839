import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Mention, MentionKind } from '#src/language/mention.js';
import { mentionsOf } from '#src/language/mentions.js';

const marks: Readonly<Record<MentionKind, string>> = {
  person: 'person',
  place: 'place',
  organisation: 'org',
  date: 'date',
  duration: 'duration',
  number: 'number',
  money: 'money',
  percent: 'percent',
};

/** The text with its mentions in brackets: "[Kerry|person] flew to [Geneva|place]." */
function marked(text: string): string {
  let written = '';
  let at = 0;
  for (const { kind, start, end } of mentionsOf(text)) {
    written += `${text.slice(at, start)}[${text.slice(start, end)}|${marks[kind]}]`;
    at = end;
  }
  return written + text.slice(at);
}

const unmarked = (sentence: string): string => sentence.replaceAll(/\[([^|\]]+)\|[a-z]+\]/g, '$1');

/** Checks a sentence that says itself what is expected of it. */
function expectMarks(sentence: string): void {
  expect(marked(unmarked(sentence))).toBe(sentence);
}

const wordsOf = (text: string, kind: MentionKind): string[] =>
  mentionsOf(text)
    .filter((mention) => mention.kind === kind)
    .map(({ start, end }) => text.slice(start, end));

describe('people', () => {
  it.each([
    'Russian Foreign Minister [Sergei Lavrov|person] arrived late.',
    'The answer came from [U.S.|place] Secretary of State [John Kerry|person] himself.',
    'Then Prime Minister [Golda Meir|person] spoke to President [Sadat|person].',
    'Dr. [Amara Okafor|person] and Prof. [J. K. Lindqvist|person] disagree.',
    'It was painted by [Vincent van Gogh|person] for his brother [Theo|person].',
    'The raid killed [Osama bin Laden|person] in [Abbottabad|place].',
    'General [Charles de Gaulle|person] left for [London|place].',
    'The king was [William the Conqueror|person], and his wife [Matilda of Flanders|person].',
    'Queen [Victoria|person] never saw it.',
    'The physicist [Lise Meitner|person] fled.',
    'According to [Orhan|person], nobody asked.',
    '[Assad|person] is determined to stay.',
    'The [Kurds|person] and the [Americans|person] disagreed, as the [French|person] had.',
    'In the end [Bjarnfried|person] said nothing.',
    'Sultan [Mehmed II|person] took the city.',
    '[Angela Merkel|person]’s answer was short.',
    'The theory of [Aristotle|person] and of [Newton|person] differ.',
    '[John F. Kennedy|person] was shot.',
  ])('%s', expectMarks);

  it('takes the kind of a doubtful name from elsewhere in the text', () => {
    const text = 'Senator Aldous Brimworth spoke first. The hall liked him. Later, in Brimworth, they saw a leader.';
    expect(wordsOf(text, 'place')).toEqual(['Brimworth']);
    const listed = 'They traded with Denmark, Iceland and Vanhavn.';
    expect(wordsOf(listed, 'place')).toEqual(['Denmark', 'Iceland', 'Vanhavn']);
  });
});

describe('places', () => {
  it.each([
    'They met in [Geneva|place], [Switzerland|place], and not in [Vienna|place].',
    'Troops entered [Aleppo|place] and [Greater Syria|place].',
    'It flows from [Lake Tana|place] to the [Mediterranean Sea|place].',
    'The town of [Grünwettersbach|place] lies near [Karlsruhe|place].',
    'He was earl of [Hereford|place].',
    'The museum is on the [Isle of Man|place].',
    'He moved from [New York|place] to [Los Angeles|place].',
    '[Moscow|place] answered before [Washington|place] did.',
    'The [Palace of Culture|place] stands in [Warsaw|place].',
    'They shelled [Stratford-upon-Avon|place].',
    'The Battle of [Hastings|place] changed [England|place].',
    'An [US|place]-Russian deal was made for us.',
    'It cannot ignore the [West|place].',
    'Its embassies in [Saudi Arabia|place] and the [United Arab Emirates|place] closed.',
  ])('%s', expectMarks);
});

describe('organisations', () => {
  it.each([
    'The [Free Syrian Army|org] fought [Jabhat Fateh al-Sham|org] and [ISIS|org].',
    'A [Joint Implementation Center|org] will open in [Vienna|place].',
    'Mistrust came from the [Pentagon|org] and the [CIA|org].',
    'The [Ministry of Trade and Industry|org] refused.',
    'She studied at the [University of Oslo|org].',
    'It joined the [European Union|org] and later [NATO|org].',
    'Shares of [Harlow & Finch Ltd|org] fell.',
    'The [UN Security Council|org] met.',
    'Members of [al-Qaeda|org] and [Hamas|org] fled.',
    'The [House of Lords|org] rejected it.',
    'An essay in [Russia Direct|org] says so.',
    'The [Turkish military|org] is fighting the [Kurds|person].',
  ])('%s', expectMarks);
});

describe('dates', () => {
  it.each([
    'They met on [Friday, Sept. 9, 2016|date], to talk.',
    'It was signed on [9 September 2016|date] and on [September 10th|date].',
    'A hostage was released in [Spring 2015|date].',
    'In the [10th and 11th centuries|date] they came.',
    'During the [late 1990s|date] and in [1066|date] it rained.',
    'He called [last week|date], and again [two years ago|date].',
    'The war of [1939–45|date] ended in [May 1945|date].',
    'It began [around 1294|date] and ended in [476 AD|date].',
    'The meeting on [2016-09-09|date] began at [5:30 p.m.|date] sharp.',
    'It may rain; they march on in [March|date].',
    'The [nineteenth century|date] was long.',
    'In [recent years|date] and until [today|date] nothing moved.',
    'On the [9th of September|date] it was over.',
  ])('%s', expectMarks);

  it.each([
    ['1500 men and 2,016 horses', ['1500', '2,016'], []],
    ['$1990 and 2000 km', ['2000 km'], []],
    ['In 1990 women voted', [], ['1990']],
  ])('tells years from counts in "%s"', (text, numbers, dates) => {
    expect(wordsOf(text, 'number')).toEqual(numbers);
    expect(wordsOf(text, 'date')).toEqual(dates);
  });
});

describe('amounts', () => {
  it.each([
    'The talks lasted [15 hours|duration].',
    'It should hold for [at least one week|duration].',
    'A [five-year|duration] plan and a pause of [two and a half years|duration].',
    'He waited for [decades|duration], or [half an hour|duration].',
    'Out of the total of [nine|number] such attempts.',
    '[Twenty-one|number] ships and [three hundred and five|number] men.',
    'Between [16,000 to 35,000|number] came, [about 300|number] stayed.',
    '[Hundreds of thousands|number] fled; [two-thirds|number] returned.',
    'The [US$5 billion|money] loan, and [3|number] [$7|money].',
    'It went to bin [US$5|money].',
    'It costs [$4.5 million|money], or [500 euros|money], or [€20|money].',
    'Some [12 %|percent] said yes, [3.5 percent|percent] no, and [40%|percent] nothing.',
    'One has to ask; this one of them is the last one.',
    'The river is [300 km|number] long.',
    'They shot [twice|number] on the [third|number] day.',
  ])('%s', expectMarks);

  it('does not take a rate for a length of time', () => {
    expect(wordsOf('It runs 500 projects a year.', 'duration')).toEqual([]);
    expect(wordsOf('It took a year.', 'duration')).toEqual(['a year']);
  });
});

describe('capitals that name nothing', () => {
  it.each([
    'Previously, nobody knew.',
    'Experts continue to speculate.',
    'However, the talks failed. Meanwhile, they ate.',
    'Establishment of such a body took time.',
    'Russian officials didn’t hide it.',
    'The Syrian ceasefire agreement still faces serious challenges ahead.',
    'Oxygen is a gas. Fighting went on. Negotiations failed.',
    'Photosynthesis needs light.',
    '“This is it,” said nobody.',
  ])('%s', expectMarks);

  it('sees only known names in a text that is all capitals', () => {
    expect(marked('KERRY AND LAVROV MEET IN GENEVA ON FRIDAY')).toBe(
      '[KERRY|person] AND [LAVROV|person] MEET IN [GENEVA|place] ON [FRIDAY|date]',
    );
  });
});

describe('the article', () => {
  const article = readFileSync(new URL('../../corpus/syria-ceasefire-2016.txt', import.meta.url), 'utf8');

  it.each<[MentionKind, string[]]>([
    [
      'person',
      ['John Kerry', 'Sergey Lavrov', 'Sergei Lavrov', 'Kerry', 'Lavrov', 'Donald Trump', 'Assad', 'Obama', 'Kurds'],
    ],
    ['place', ['Geneva', 'Vienna', 'Aleppo', 'Moscow', 'Washington', 'U.S.', 'Switzerland', 'Damascus', 'Ukraine']],
    [
      'organisation',
      [
        'Jabhat Fateh al-Sham',
        'Jabhat al-Nusra',
        'Free Syrian Army',
        'Joint Implementation Center',
        'CIA',
        'Pentagon',
        'ISIS',
      ],
    ],
    ['date', ['Sept. 9', 'Friday, Sept. 9, 2016', 'Spring 2015', 'recent years']],
    ['duration', ['15 hours', 'at least one week']],
    ['number', ['nine']],
  ])('has its %ss', (kind, expected) => {
    expect(wordsOf(article, kind)).toEqual(expect.arrayContaining(expected));
  });

  it('has no name in the words that only begin its sentences', () => {
    const names = new Set(mentionsOf(article).map(({ start, end }) => article.slice(start, end)));
    for (const word of [
      'Experts',
      'Previously',
      'However',
      'Meanwhile',
      'Establishment',
      'Recommended',
      'Photo',
      'Syrian',
      'Russian',
      'Thus',
    ]) {
      expect(names).not.toContain(word);
    }
  });
});

const prose = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...'The U.S. Dr. Kerry of the King Lake "May 9 , 2016 1990s $ 4.5 million % US$5 C$7 % one-two three and - – al-Sham bin d’Or ’s 10th century . ? \n New York İ ß 𝒜 \ud800 Ministry Russian a few weeks ago'.split(
          ' ',
        ),
      ),
      fc.string({ unit: 'binary', maxLength: 6 }),
    ),
    { maxLength: 60 },
  )
  .chain((parts) => fc.constantFrom(' ', '', ', ').map((separator) => parts.join(separator)));

function expectSound(text: string, mentions: readonly Mention[]): void {
  let free = 0;
  for (const { start, end } of mentions) {
    expect(start).toBeGreaterThanOrEqual(free);
    expect(end).toBeGreaterThan(start);
    expect(end).toBeLessThanOrEqual(text.length);
    expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
    free = end;
  }
}

describe('any text at all', () => {
  it('gives mentions inside the text, in order, none over another', () => {
    fc.assert(
      fc.property(prose, (text) => expectSound(text, mentionsOf(text))),
      { numRuns: 2_000 },
    );
  });

  it.each([
    ['capitals', 'Russian '],
    ['names without a gap', 'Zorvath-'],
    ['figures', '9 1990 12% '],
    ['initials', 'A. B. U.S. '],
    ['names', 'Kerry, Lavrov and Zorvath '],
    ['one word', 'a'],
    ['apostrophes', "d'"],
    ['number words', 'two hundred and '],
  ])('takes time in proportion to the length: %s', (_name, piece) => {
    // Processor time, because other programs share the machine.
    const millisecondsFor = (length: number): number => {
      const text = piece.repeat(length / piece.length);
      const began = process.cpuUsage();
      mentionsOf(text);
      const { user, system } = process.cpuUsage(began);
      return (user + system) / 1_000;
    };
    millisecondsFor(25_000);
    const short = Math.min(...[1, 2, 3].map(() => millisecondsFor(25_000)));
    const long = Math.min(...[1, 2, 3].map(() => millisecondsFor(100_000)));
    // Quadratic growth would be 16; the floor keeps a collection of garbage from deciding.
    expect(long).toBeLessThan(10 * Math.max(short, 15));
  });
});
