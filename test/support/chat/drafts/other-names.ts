import { pick } from './random.js';

/** Names that a sentence can exchange without becoming odd: whoever knows nothing believes either. */
const classes: readonly (readonly string[])[] = [
  ['Kerry', 'Lavrov', 'Obama', 'Trump', 'Assad', 'Merkel', 'Erdogan', 'Hollande', 'Clinton', 'Rouhani'],
  ['Moscow', 'Washington', 'Damascus', 'Tehran', 'Ankara', 'Beijing', 'Riyadh'],
  ['Geneva', 'Vienna', 'Aleppo', 'Astana', 'Raqqa', 'Mosul', 'Brussels', 'Homs'],
  ['Russia', 'Syria', 'Ukraine', 'Iran', 'Iraq', 'Georgia', 'China', 'Jordan', 'the United States'],
  ['Russians', 'Americans', 'Syrians', 'Kurds', 'Iranians', 'Saudis', 'Druze'],
  ['Russian', 'American', 'Syrian', 'Turkish', 'Iranian', 'Saudi', 'Lebanese'],
  ['Republicans', 'Democrats', 'Greens'],
  ['Republican', 'Democratic'],
  ['Pentagon', 'CIA', 'FBI', 'Senate', 'Treasury'],
  ['ISIS', 'al-Qaeda', 'Hezbollah'],
  ['Jabhat Fateh al-Sham', 'Ahrar al-Sham', 'Jaysh al-Islam'],
  ['Free Syrian Army', 'Southern Front', 'Syrian Democratic Forces'],
];

function escaped(name: string): string {
  return name.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
}

/** Inside a longer name it is another one: "Russia Direct", "Syrian Army". */
function occurrence(name: string): RegExp {
  return new RegExp(
    `(?<![\\p{L}-])(?:(?:John|Sergei|Sergey|Donald|Bashar) )?${escaped(name)}(?![\\p{L}-]| (?:Direct|Army|Federation))`,
    'u',
  );
}

function withRightArticle(sentence: string): string {
  return sentence.replace(/\b([Aa])n? (?=\p{Lu})(?=(.))/gu, (_, a: string, next: string) => {
    return /[AEIO]/u.test(next) ? `${a}n ` : `${a} `;
  });
}

/** The sentence with the first of its names of each class replaced by one that the passage doesn't have: at most two. */
export function otherNames(sentence: string, passage: string, random: () => number): readonly string[] {
  return classes
    .flatMap((names) => {
      const found = names.find((name) => occurrence(name).test(sentence));
      const others = names.filter((name) => !passage.includes(name) && !sentence.includes(name));
      if (found === undefined || others.length === 0) return [];
      return [withRightArticle(sentence.replace(occurrence(found), pick(others, random)))];
    })
    .slice(0, 2);
}
