/** What a lower-case word can be in a date or an amount. One word has one role; the rules look at its neighbours. */
export type QuantityRole =
  | 'one'
  | 'cardinal'
  | 'magnitude'
  | 'article'
  | 'vague'
  | 'ordinal'
  | 'month'
  | 'month-short'
  | 'weekday'
  | 'season'
  | 'century'
  | 'time-unit'
  | 'measure'
  | 'currency'
  | 'percent'
  | 'relative'
  | 'deictic'
  | 'qualifier'
  | 'early'
  | 'holiday'
  | 'era'
  | 'fraction'
  | 'multiple';

const wordsByRole: Readonly<Record<QuantityRole, string>> = {
  one: 'one',
  cardinal: `zero two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety`,
  magnitude: `hundred thousand million billion trillion dozen hundreds thousands millions billions trillions dozens bn mn lakh crore`,
  article: 'a an',
  vague: 'several many few some numerous couple countless',
  ordinal: `first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth
    sixteenth seventeenth eighteenth nineteenth twentieth thirtieth fortieth fiftieth hundredth thousandth millionth`,
  month: 'january february march april may june july august september october november december',
  'month-short': 'jan feb mar apr jun jul aug sep sept oct nov dec',
  weekday: 'monday tuesday wednesday thursday friday saturday sunday',
  season: 'spring summer autumn winter fall',
  century: 'century centuries millennium millennia',
  'time-unit': `second seconds minute minutes hour hours day days week weeks fortnight fortnights month months year years
    decade decades night nights weekend weekends generation generations millisecond milliseconds nanosecond nanoseconds
    microsecond microseconds hr hrs yr yrs min mins semester semesters term terms`,
  measure: `km kilometer kilometers kilometre kilometres m metre metres meter meters cm centimeter centimeters centimetre
    centimetres mm mile miles feet foot ft inch inches yard yards acre acres hectare hectares kg kilogram kilograms gram
    grams tonne tonnes ton tons pound pounds lb lbs ounce ounces litre litres liter liters gallon gallons barrel barrels
    degrees degree celsius fahrenheit volts volt watts watt kw mw mwh kwh hz khz mhz ghz joules joule newtons newton
    kelvin pascals psi atm bits bit bytes byte kb mb gb tb mph knots square cubic times fold`,
  currency: `dollar dollars euro euros rouble roubles ruble rubles rupee rupees yen yuan renminbi franc francs mark marks
    pesos peso lira liras cents cent pence shilling shillings usd eur gbp rmb hryvnia hryvnias sterling ducats florins crowns
    złoty zloty krona kronor won dinars dinar rials rial riyals shekels guilders livres`,
  percent: 'percent percentage pct',
  relative: 'last next this past previous following coming recent preceding same',
  deictic: 'today yesterday tomorrow tonight noon midday midnight nowadays dawn dusk',
  qualifier: `about around approximately roughly nearly almost over exactly only circa some under`,
  early: 'early late mid',
  holiday: 'christmas easter ramadan thanksgiving halloween passover hanukkah pentecost lent',
  era: `cambrian ordovician silurian devonian carboniferous permian triassic jurassic cretaceous paleocene eocene oligocene
    miocene pliocene pleistocene holocene paleozoic mesozoic cenozoic paleogene neogene quaternary antiquity renaissance
    neolithic paleolithic mesolithic prehistory`,
  fraction: 'half third thirds quarter quarters fifths eighths tenths twelfths',
  multiple: 'twice thrice',
};

/** Every word above with its role; "second" and "third" are ordinals first, as the rules expect. */
export const quantityRoles: ReadonlyMap<string, QuantityRole> = new Map(
  (Object.keys(wordsByRole) as QuantityRole[])
    .flatMap((role) =>
      wordsByRole[role]
        .trim()
        .split(/\s+/)
        .map((word) => [word, role] as const),
    )
    .toReversed(),
);
