/** What kind of words would answer a question. */
export type Want =
  | 'person'
  | 'place'
  | 'organisation'
  | 'date'
  | 'duration'
  | 'number'
  | 'money'
  | 'percent'
  | 'reason'
  | 'definition'
  | 'yes-no'
  | 'quote'
  | 'thing';

const nounsByWant: readonly (readonly [readonly Want[], string])[] = [
  [
    ['person'],
    `person people man men woman women president presidents minister ministers leader leaders king queen emperor author authors
    writer writers scientist scientists player players politician politicians general generals philosopher philosophers director
    actor actress artist artists poet composer husband wife son daughter brother sister father mother mathematician physicist
    chemist historian engineer economist commander official officials diplomat diplomats candidate candidates secretary
    chancellor ruler rulers explorer inventor architect singer musician pope bishop archbishop monk senator governor mayor
    founder successor predecessor prince princess duke earl professor journalist spokesman critic captain owner `,
  ],
  [
    ['place'],
    `country countries city cities place places town towns village state states province region regions continent river rivers
    lake ocean sea island mountain location locations capital area district county territory street neighborhood
    neighbourhood venue site building castle nation nations republic port borough suburb`,
  ],
  [
    ['organisation'],
    `organisation organisations organization organizations company companies group groups agency agencies party parties
    university universities school college team teams club institution institutions government governments ministry army
    militia militias corporation firm newspaper newspapers magazine publisher publication church bank network department
    faction factions movement body committee broadcaster band union side sides`,
  ],
  [['date'], 'year years date dates month day century decade era period season weekday time'],
  [['percent', 'number'], 'percentage percent proportion fraction share'],
  [
    ['number'],
    `number numbers amount population distance temperature height depth weight rate ratio score speed length size width altitude
    elevation density area total count age quantity volume capacity frequency mass diameter`,
  ],
  [['money', 'number'], 'price cost salary sum budget revenue income fine fee profit wage debt gdp'],
  [['duration'], 'duration lifespan'],
  [['reason'], 'reason reasons cause causes purpose motive motives motivation explanation rationale'],
  [['definition'], 'meaning definition'],
  [['quote'], 'quote quotation words opinion view views position stance'],
  [['person', 'organisation'], 'mediator mediators participants signatories members ally allies'],
];
const wantsOfNoun: ReadonlyMap<string, readonly Want[]> = new Map(
  nounsByWant.flatMap(([wants, nouns]) => nouns.split(/\s+/).map((noun) => [noun, wants] as const)),
);
/** "What" + one of these + noun: the noun still says what is asked. */
const beforeNoun = new Set(
  `is are was were the a an of his her its their s 's name names exact main first last other specific kind type current new
  former precise total average two three most major biggest largest possible likely day's world's country's nationality
  known official original certain approximate same final next primary chief real overall`.split(/\s+/),
);
const auxiliary =
  /^(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|may|might|must|shall|isn't|aren't|wasn't|weren't|don't|doesn't|didn't|hasn't|haven't|hadn't|can't|couldn't|won't|wouldn't|shouldn't|am)\b/;
const interrogative =
  /\b(?:how (?:long|many|much|far|old|tall|deep|big|large|high|fast|wide|heavy|hot|cold|often|frequently|soon|recently|come)|how|who(?:m|se)?(?:'s)?|when|where|why|what(?:'s)?|which)\b/g;

/** A clause in front, as in "When the talks ended, who …": its word is no question word. */
const subordinate =
  /^(?:when|where|while|if|after|before|as|since|once|although|because)\b(?!\s+(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|may|might|must|exactly|and|or)\b)[^,?]{8,160},\s*/;

function fromHow(phrase: string, rest: string): readonly Want[] {
  switch (phrase) {
    case 'how long':
      return /^\s*ago\b/.test(rest) ? ['date', 'duration'] : ['duration'];
    case 'how many':
      return /^\s*(?:more |full |whole )?(?:seconds|minutes|hours|days|weeks|months|years|decades|centuries)\b/.test(
        rest,
      )
        ? ['number', 'duration']
        : ['number'];
    case 'how much':
      if (/^\s*(?:more |longer )?time\b/.test(rest)) return ['duration'];
      return /^\s*of\b/.test(rest) ? ['percent', 'number'] : ['money', 'number', 'percent'];
    case 'how old':
      return ['number', 'duration'];
    case 'how often':
    case 'how frequently':
      return ['number', 'duration'];
    case 'how soon':
    case 'how recently':
      return ['date', 'duration'];
    case 'how come':
      return ['reason'];
    case 'how':
      return ['thing'];
    default:
      return ['number'];
  }
}

function fromWhat(rest: string): readonly Want[] {
  const after = rest.trimStart();
  if (/^(?:caused|causes|made|makes|led|motivated|prompted|drove|triggered|provoked|explains)\b/.test(after))
    return ['reason'];
  if (/^(?:do|does|did)\b.*\b(?:mean|stand for|refer to|signify)$/.test(after)) return ['definition'];
  if (/^(?:is|are|was|were|do|does|did)\b.*\bfor$/.test(after)) return ['reason'];
  if (
    /^(?:do|does|did|has|have|had|would)\b.*\b(?:say|said|claim|claimed|argue|argued|tell|told|state|promise|promised|call|called|think|believe|declare|announce|write|suggest|respond|reply|comment|admit|warn|predict|stress|emphasi[sz]e)\b/.test(
      after,
    )
  ) {
    return ['quote'];
  }
  if (/^time\b/.test(after)) return ['date'];
  const words = after.split(/[^\p{L}\p{N}'-]+/u, 9);
  for (const [index, word] of words.entries()) {
    const wants = wantsOfNoun.get(word);
    if (wants !== undefined && !(index > 0 && word === 'time')) return wants;
    if (!beforeNoun.has(word) && index > 0 && !(index < 3 && /(?:al|ic|an|ish|ese|ous|ive|ed|est)$/.test(word))) break;
    if (!beforeNoun.has(word) && index === 0 && words.length > 1 && auxiliary.test(word)) break;
  }
  if (
    /^(?:is|are|was|were|a|an|'s)\b\s+(?:(?:a|an|the|meant by)\s+)?[^?]{1,40}$/.test(after) &&
    words.length <= 6 &&
    !/ of |'s /.test(after)
  )
    return ['definition', 'thing'];
  return ['thing'];
}

function fromInterrogative(phrase: string, rest: string): readonly Want[] {
  if (phrase.startsWith('how')) return fromHow(phrase, rest);
  if (phrase.startsWith('who')) {
    const short =
      phrase === 'who' && /^\s*(?:is|was|are|were)\s+(?:the\s+)?[\p{L}'-]+(?:\s[\p{L}'-]+){0,2}$/u.test(rest);
    return short ? ['person', 'organisation', 'definition'] : ['person', 'organisation'];
  }
  if (phrase === 'when') return ['date'];
  if (phrase === 'where') return ['place'];
  if (phrase === 'why') return ['reason'];
  return fromWhat(phrase === "what's" ? ` is ${rest}` : rest);
}

/** Requests that do not begin with a question word: "Name the city …", "Explain why …", "Define …". */
function fromRequest(core: string): readonly Want[] | undefined {
  if (/^(?:define|definition of|meaning of|the meaning of)\b/.test(core)) return ['definition'];
  if (/^(?:describe|explain|summari[sz]e|discuss)\b/.test(core))
    return ['thing', ...(core.startsWith('explain') ? (['reason'] as const) : [])];
  if (/^quote\b/.test(core)) return ['quote'];
  const asked =
    /^(?:name|list|give|find|identify|state|specify|provide|show|mention)(?: me| us)?(?: the| a| an| all| some)?\s+(.*)$/.exec(
      core,
    );
  if (asked?.[1] !== undefined) return fromWhat(asked[1]);
  return undefined;
}

/**
 * What a question wants, from its lower-case text without politeness and closing punctuation. Several when it asks several
 * things ("who and when") or one that takes several forms; empty when the text asks nothing that can be seen.
 */
export function wantsOf(core: string): ReadonlySet<Want> {
  const wants = new Set<Want>();
  const main = core.replace(subordinate, '');
  const request = fromRequest(main);
  const firstWord = /[?.!]\s/.test(main) ? main.slice(main.search(/[?.!]\s/) + 2) : '';
  if (auxiliary.test(main) && !/\bor\s+(?:who|what|when|where|why|how)\b/.test(main)) {
    wants.add('yes-no');
    // "Was it Kerry who …?" asks for a name as well.
    if (firstWord === '' && !/^(?:is|was) it\b.*\b(?:who|when|where|why)\b/.test(main)) return wants;
  }
  for (const match of main.matchAll(interrogative)) {
    const phrase = match[0].replace(/^(who(?:m|se)?)'s$/, '$1');
    const before = main.slice(0, match.index).trimEnd();
    const rest = main.slice(match.index + match[0].length);
    if (!asks(before, rest, wants.size > 0)) continue;
    for (const want of fromInterrogative(phrase, rest)) wants.add(want);
    if (/\bfor$/.test(before) && /^\s*(?:what|which)?\s*(?:reason|purpose)/.test(phrase + rest)) wants.add('reason');
  }
  if (wants.size === 0) for (const want of request ?? []) wants.add(want);
  if (request?.includes('reason') && /^explain\s+(?:why|how)\b/.test(main)) wants.add('reason');
  return wants;
}

/** Whether a question word at this place asks, or only joins a clause ("the man who signed"). */
function asks(before: string, rest: string, already: boolean): boolean {
  if (before === '' || /[?.!:;]$/.test(before)) return true;
  if (
    /(?:^|[,\s])(?:in|on|at|by|from|to|with|of|for|under|during|about|since|until|against|into|through|after|before|between|near)$/.test(
      before,
    )
  ) {
    return !already || /[,]\s*\w+$/.test(before);
  }
  if (/(?:,|\band|\bor)$/.test(before))
    return (
      /^\s*(?:$|and\b|or\b|is\b|are\b|was\b|were\b|did\b|does\b|do\b|has\b|have\b|had\b|can\b|will\b|\?)/.test(rest) ||
      !already
    );
  if (already) return false;
  return rest.trim() === '' || !/^(?:\w+\s)*\w+$/.test(before) || before.split(' ').length <= 12;
}
