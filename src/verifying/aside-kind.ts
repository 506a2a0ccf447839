import { readQuestion } from '../language/question.js';
import type { Aside } from '../types.js';

const subject =
  "(?:the|a|an|this|that|these|those|it|he|she|they|we|i|you|u|there|any|some|all|his|her|its|their|our|my|your|anyone|someone|everyone|\\p{L}[\\p{L}.'’-]*)";
const inverted = new RegExp(
  `^(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|isn't|aren't|wasn't|weren't|don't|doesn't|didn't|hasn't|haven't|won't|wouldn't|can't|couldn't|shouldn't) (?:not )?${subject} \\S`,
  'iu',
);
const asked =
  /^(?:who|whom|whose|what|when|where|why|which|how)(?:'s|\b)(?: (?:many|much|long|often|far|old|come|exactly|about|the hell|on earth|\p{L}+)){0,3} (?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should)\b(?!.*,)/iu;
const askedOfSubject = /^(?:who|what|which \p{L}+) \p{L}+(?:s|ed)\b(?!.*(?:,| (?:is|was|are|were) ))/iu;
/** "When the talks ended, …" and "What matters is …" state something. */
const stating = /^(?:when|where|what|how|who|which)\b.*(?:,|\b(?:is|was) (?:that|the)\b)/iu;

const order =
  /^(?:please|pls|plz|kindly|summari[sz]e|ignore|disregard|check|tell|show|give|write|explain|read|look (?:at|up|it)|stop|let's|lets|list|find|translate|remember to|go (?:and|to|read)|try|quote|compare|answer|repeat|print|verify|fact[- ]?check|don't (?:forget|you|believe|trust|post|ping)|do not (?:forget|post)|shut up|google|cite|post|share|use|click|vote|join|come on|ban|kick|mute|delete|forget)\b(?! (?:is|was|are|were|has|have|had|will)\b)/iu;

/** "Check points were set up": a noun that is spelt like an order. */
const told = /^\p{L}+ \p{L}+s (?:was|were|are|have|had)\b/iu;

const taste =
  'great|amazing|awesome|awful|terrible|horrible|stupid|dumb|idiotic|ridiculous|absurd|nonsense|crap|bullshit|garbage|trash|rubbish|biased|boring|beautiful|brilliant|pathetic|disgusting|shameful|shame|sad|funny|hilarious|cool|nice|lovely|fantastic|wonderful|perfect|overrated|underrated|disappointing|interesting|annoying|embarrassing|silly|naive|laughable|insane|crazy|wild|epic|cringe|based|sus|joke|disgrace|worst|best|unfair|wrong of|worth reading|well written|badly written|fascinating|depressing|scary|hypocritical|hypocrites?|liars?|clowns?|idiots?|morons?';
const judged = new RegExp(
  `(?:^|\\b)(?:is|are|was|were|be|been|seems?|sounds?|looks?|feels?|that's|it's|this's|its|thats|what|such|so)\\b(?: (?:not|just|really|so|pretty|very|quite|too|kind of|kinda|such|an?|the|absolutely|totally|completely|simply|truly|honestly|rather|most|more|another|pure|total|complete|a bit|ever)){0,4} (?:${taste})\\b`,
  'iu',
);
const felt =
  /^(?:i|we) (?:really |do |don't |just |would |'d |also |kinda |still )*(?:love|hate|like|dislike|prefer|hope|wish|feel|doubt|wonder|agree|disagree|want|enjoy|enjoyed|loved|hated|fear|worry|care|trust|support)\b|^(?:glad|happy|sad|sorry|love|hate|hope|hopefully|unfortunately for us)\b|\bmy (?:favou?rite|opinion|view|take)\b/iu;
const ought =
  /\bshould(?:n't| not| never)? (?:never )?have\b|\bought to have\b|^(?:we|you|they|people|everyone|everybody|somebody|someone|nobody|i|he|she|one)(?: all)? (?:should|shouldn't|ought|must|need to|needs to|have to|has to)\b|\b(?:shame|good|bad) on (?:you|them|him|her)\b/iu;
const namelessTaste = /^(?:what a|such a|so|how|pure|total|absolute(?:ly)?|complete) [\p{L}' -]+[.!]*$/iu;

const chatter =
  /^(?:(?:thanks?|thank you|thx|ty|cheers|lol|lmao|rofl|haha+|hehe+|ok|okay|k|yes|yeah|yep|no|nope|nah|sure|right|exactly|true|same|this|agreed|indeed|(?:good|nice) (?:morning|night|evening|afternoon|point|one|job|work|try)|gm|gn|hi|hey|hello|bye|cya|see (?:you|ya)|brb|welcome|np|no problem|nice|wow|oh|ah|hmm+|well|congrats|great|cool|interesting|sorry|oops|whatever|that helps|got it|i see|everyone|everybody|all|guys|folks|there|so much|a lot|very much|for (?:that|this|sharing|the link)|and|then|man|bro|dude|mate|again)[\s,.!…:;)(-]*)+$/iu;

/**
 * What a sentence is when it claims nothing; `undefined` for a claim. `core` is the sentence without hedges.
 * In doubt it is a claim: one that no document covers is told so.
 */
export function asideKind(sentence: string, core: string): Aside['kind'] | undefined {
  const plain = sentence.replaceAll('’', "'");
  if (!/[\p{L}\p{N}]/u.test(core) || chatter.test(core) || chatter.test(plain)) return 'small-talk';
  const { kind } = readQuestion(core);
  if (kind === 'greeting' || kind === 'empty') return 'small-talk';
  if (/\?["'”’)\]\s]*$/u.test(plain.replaceAll(/\p{Extended_Pictographic}/gu, ''))) return 'question';
  if (inverted.test(core) || askedOfSubject.test(core) || (asked.test(core) && !stating.test(core))) return 'question';
  if (kind === 'instruction' || ((order.test(core) || order.test(plain)) && !told.test(core))) return 'instruction';
  if (judged.test(core) || felt.test(core) || ought.test(core) || namelessTaste.test(core)) return 'opinion';
  return undefined;
}
