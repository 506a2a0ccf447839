import { formOf } from './word-forms.js';

/** Names of one thing: the first word of a line stands for all of it. Capitals speak for their governments (see `capitals`). */
const sameNames = `usa america american americans washington yankee yanks
russia russian russians moscow kremlin
syria syrian syrians damascus
turkey turkish turks turk ankara turkiye
iran iranian iranians tehran persia persian
iraq iraqi iraqis baghdad
israel israeli israelis jerusalem
britain british briton britons uk london england english
france french paris
germany german germans berlin
china chinese beijing
japan japanese tokyo
india indian indians delhi
ukraine ukrainian ukrainians kyiv kiev
poland polish warsaw
italy italian italians rome
spain spanish madrid
egypt egyptian egyptians cairo
lebanon lebanese beirut
jordan jordanian jordanians amman
qatar qatari qataris doha
austria austrian austrians vienna
switzerland swiss bern
canada canadian canadians ottawa
mexico mexican mexicans
brazil brazilian brazilians brasilia
australia australian australians canberra
korea korean koreans
pakistan pakistani pakistanis islamabad
afghanistan afghan afghans kabul
colombia colombian colombians bogota
greece greek greeks athens
norway norwegian norwegians oslo
sweden swedish swedes stockholm
denmark danish danes copenhagen
finland finnish finns helsinki
netherlands dutch
belgium belgian belgians brussels
hungary hungarian hungarians budapest
serbia serbian serbs belgrade
croatia croatian croats zagreb
georgia georgian georgians tbilisi
europe european europeans
kurd kurdish kurds
isis isil daesh
republican republicans gop
democrat democrats democratic
cia c.i.a
sergei sergey
assad's assad
nusra al-nusra`;

/** Cities that stand for a country except after "in", "near" or "outside": "met in Moscow" says where. */
const capitals: ReadonlySet<string> = new Set(
  `washington moscow damascus ankara tehran baghdad jerusalem london paris berlin beijing tokyo delhi kyiv kiev warsaw rome
  madrid cairo beirut amman doha vienna bern ottawa canberra islamabad kabul bogota athens oslo stockholm copenhagen helsinki
  brussels budapest belgrade zagreb tbilisi brasilia`.split(/\s+/),
);
const beforePlace: ReadonlySet<string> = new Set(['in', 'near', 'outside', 'inside', 'at']);

const nameOf: ReadonlyMap<string, string> = new Map(
  sameNames
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .flatMap(([first = '', ...others]) => [first, ...others].map((word) => [word, formOf(first) ?? first] as const)),
);

/** Names of two words that are one: their terms, and the term they stand for. */
const pairs: ReadonlyMap<string, string> = new Map([
  ['unit state', 'usa'],
  ['unit kingdom', 'britain'],
  ['great britain', 'britain'],
  ['islam state', 'isi'],
  ['unit nation', 'un'],
  ['white hous', 'usa'],
  ['european union', 'eu'],
  ['soviet union', 'ussr'],
]);

/** The one term for all names of a thing; `undefined` when the word is nobody's other name. */
export function sameNameOf(lower: string, before: string | undefined): string | undefined {
  if (capitals.has(lower) && before !== undefined && beforePlace.has(before)) return undefined;
  return nameOf.get(lower);
}

export function sameNameOfPair(first: string, second: string): string | undefined {
  return pairs.get(`${first} ${second}`);
}

/** True for a city that stands for its country. */
export function isCapital(lower: string): boolean {
  return capitals.has(lower);
}
