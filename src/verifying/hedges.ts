const sure = '(?:(?:pretty|fairly|quite|very|almost|absolutely|totally|100%|not) )?(?:sure|certain|positive|convinced)';
const article = '(?:the|this|that) (?:article|text|document|author|piece|paper|report|analysis)';

/** What people put before a statement without changing what it says. */
const before = new RegExp(
  `^(?:${[
    `(?:i|we) (?:really |do |still |also |just |always )?(?:think|thought|believe|believed|guess|suppose|reckon|assume|heard|read|saw|remember|recall|know|understand|gather|bet|swear|mean|'d say|would say|feel like)(?: somewhere| it)?(?: that)?`,
    `(?:i'm|i am|im|we're|we are) ${sure}(?: that)?`,
    `${sure}(?: that)?(?= \\S+ \\S+)`,
    `if (?:i|we) (?:remember|recall|understand|understood|read)(?: it| this)?(?: correctly| rightly| right| well)?`,
    `(?:as|so) far as (?:i|we) (?:know|can tell|remember|understand|recall|am aware)`,
    `from what (?:i|we)(?:'ve| have)? (?:read|heard|seen|understand|understood|gather)`,
    `to (?:my|the best of my) knowledge`,
    `(?:in my (?:humble )?opinion|imo|imho|afaik|iirc|fyi|btw|by the way|tbh|to be honest|honestly|tl;?dr|fwiw|afaict|ngl|lol|lmao|haha+|well|so|also|and|but|ok|okay|yeah|yep|yes|nope|no|hey|hi|hello|hmm+|um+|uh|oh|wow|wait|look|listen|guys|actually|basically|apparently|supposedly|obviously|clearly|frankly|remember|note|fun fact|fact|update|correction|reminder|claim|news|breaking)(?=[\\s,:;.–—-])`,
    `(?:it is|it's|its) (?:true|a fact|well known|clear|obvious|also true) that`,
    `(?:the )?(?:fact|truth|point|thing) is(?: that)?`,
    `did you know(?: that)?`,
    `everyone knows(?: that)?`,
    `(?:according to|in|as per) ${article},?`,
    `${article} (?:says|said|states|claims|writes|mentions|notes|argues|explains|tells us|reports)(?: that)?`,
    `(?:it|they) say[s]? (?:in ${article} )?that`,
  ].join('|')})[\\s,:;.…–—-]+`,
  'iu',
);
const after =
  /[\s,;–—-]+(?:right|i think|i guess|i believe|i suppose|iirc|afaik|imo|imho|tbh|lol|lmao|haha+|though|tho|btw|fyi|apparently|as far as i know|if i remember correctly|if i recall|no doubt|smh)[\s.!…]*$/iu;
const emojiEnds =
  /^(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u200D|\s)+|(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u200D|\s)+$/gu;
const rounds = 6;

/** A sentence without hedges and fillers at its ends: "I think Kerry met Lavrov, iirc" is "Kerry met Lavrov". May be empty. */
export function withoutHedges(sentence: string): string {
  let core = sentence.replaceAll('’', "'").replaceAll(emojiEnds, '').trim();
  for (let round = 0; round < rounds; round++) {
    const next = core.replace(before, '').replace(after, '').replaceAll(emojiEnds, '').trim();
    if (next === core) break;
    core = next;
  }
  return core;
}
