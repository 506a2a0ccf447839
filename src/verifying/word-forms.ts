import { termsOf } from '../language/terms.js';

/** Irregular forms that no stemmer joins: base, then its other forms. */
const irregular = `be was were been; begin began begun; bet bets; bind bound; break broke broken; bring brought; build built;
  buy bought; catch caught; choose chose chosen; come came; deal dealt; draw drew drawn; drive drove driven; eat ate eaten;
  fall fell fallen; feed fed; feel felt; fight fought; find found; flee fled; fly flew flown; forbid forbade forbidden;
  forget forgot forgotten; freeze froze frozen; get got gotten; give gave given; go went gone goes; grow grew grown; hear heard;
  hide hid hidden; hold held; keep kept; know knew known; lay laid; lead led; leave left; lend lent; lose lost; make made;
  mean meant; meet met; pay paid; prove proven; ride rode ridden; ring rang rung; rise rose risen; run ran; say said;
  see saw seen; seek sought; sell sold; send sent; shake shook shaken; shoot shot; show shown; shrink shrank shrunk; sing sang sung;
  sink sank sunk; sit sat; sleep slept; speak spoke spoken; speech speeches; spend spent; stand stood; steal stole stolen;
  stick stuck; strike struck stricken; swear swore sworn; sweep swept; swim swam swum; take took taken; teach taught;
  tell told; think thought; throw threw thrown; understand understood; undergo underwent undergone; wake woke woken; wear wore worn;
  win won; withdraw withdrew withdrawn; withhold withheld; write wrote written; withstand withstood; overcome overcame;
  overthrow overthrew overthrown; undertake undertook undertaken; person people; child children; man men; woman women;
  bad badly worse worst; good well better best; centre center; defence defense; labour labor; programme program;
  favour favor; honour honor; neighbour neighbor; organise organize; recognise recognize; criticise criticize; realise realize;
  militarily military; criticism criticize; criticisms criticize; fifth fifths; choice choose; belief believe; proof prove;
  success succeed; loss lose; death die; growth grow; arrival arrive; refusal refuse; speechless speech; agreed agreement agree;
  decision decide; decisions decide; response respond; defense defend; departure depart; resignation resign; recognition recognize;
  cooperation cooperate; victory win; victories win; winner win; defeat defeats`;

const baseOf: ReadonlyMap<string, string> = new Map(
  irregular
    .split(';')
    .map((line) => line.trim().split(/\s+/))
    .flatMap(([base = '', ...forms]) => forms.map((form) => [form, base] as const)),
);

/** "won" is a form of "win", and that of "victory": all three must end in one, or "grew" is no form of "grow". */
function lastBase(word: string): string {
  const base = baseOf.get(word.toLowerCase());
  return base === undefined ? word : lastBase(base);
}

/** Words as they stand in texts, with their forms: a sentence asks for that of each of its words several times. */
const knownForms = new Map<string, string | undefined>();
/** Hostile input with endless or endlessly long new words must not grow the table without bound. */
const mostKnownForms = 100_000;
/** A longer word is a reference into its text, which it would keep in memory. */
const longestKnownWord = 12;

/** The term of one word (language/terms.ts) with irregular forms joined: "met" and "meet" are one; `undefined` for a stop word. */
export function formOf(word: string): string | undefined {
  const known = knownForms.get(word);
  if (known !== undefined || knownForms.has(word)) return known;
  const form = termsOf(lastBase(word))[0];
  if (word.length <= longestKnownWord) {
    if (knownForms.size >= mostKnownForms) knownForms.clear();
    knownForms.set(word, form);
  }
  return form;
}

/** Verbs that a second word makes another verb, by the terms of both: verb → second word → meaning. */
const phrasal: ReadonlyMap<string, ReadonlyMap<string, string>> = (() => {
  const found = new Map<string, Map<string, string>>();
  const listed = `rule out: exclude; set up: establish; break down: collapse; call off: cancel; turn down: reject; give up: abandon;
  carry out: perform; take part: participate; take place: happen; take over: seize; put off: delay; point out: note; step down: resign;
  fall apart: collapse; back down: concede; hold up: delay; pull out: withdraw; find out: discover; go up: rise;
  go down: fall; shut down: close`;
  for (const line of listed.split(';')) {
    const [verb = '', meaning = ''] = line.split(':').map((part) => part.trim());
    const [first = '', second = ''] = verb.split(/\s+/u).map((word) => formOf(word) ?? '');
    found.set(first, (found.get(first) ?? new Map()).set(second, formOf(meaning) ?? meaning));
  }
  return found;
})();

/** The term of a verb and the word after it where the two are one verb of another meaning. */
export function phrasalForm(verb: string, second: string): string | undefined {
  return phrasal.get(verb)?.get(second);
}
