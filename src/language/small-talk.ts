const courtesies: readonly RegExp[] = [
  /^(?:hi|hello|hey|hiya|howdy|greetings|yo|good (?:morning|afternoon|evening|day|night)|dear (?:bot|all))\b(?: (?:there|all|everyone|everybody|guys|folks|parley|bot|friend))?[\s,!.:;–—-]*/,
  /^(?:please|pls|kindly|thanks|thank you|thx|ok|okay|alright|well|so|um|uh|hmm|excuse me|sorry|quick question|question|just (?:wondering|curious)|parley|bot|btw|by the way|also)\b(?: (?:in advance|so much|very much|a lot))?[\s,!.:;–—-]*/,
  /^(?:can|could|would|will|might)(?: you| u| anyone| anybody| someone| somebody|n't you)(?: please| kindly| perhaps| possibly| just)?(?: be so kind as to| be able to)? (?:tell|explain to|remind|inform|help|show|let)(?: me| us)?(?: know| understand| find out)?(?: please)?(?: about)?[\s,:]*/,
  /^(?:please )?(?:tell|remind|inform)(?: me| us)(?: please)?(?: about)?[\s,:]*/,
  /^(?:i|we)(?: am|'m|'d| would| was| were|'re| are)? ?(?:just )?(?:like|love|want|need|wonder(?:ing)?|curious|interested|trying)(?: to)?(?: know| learn| find out| understand| ask)?(?: about| if you (?:know|could tell me))?[\s,:]*(?=(?:who|what|when|where|why|which|how|whether|if|in what|in which)\b)/,
  /^(?:do|does|did|would|could)(?: you| u| anyone| anybody| someone| somebody)(?: happen to| even)? (?:know|remember|recall|have any idea|have a clue)(?: of)?[\s,:]*(?=(?:who|what|when|where|why|which|how|whether|if|in what|in which|the)\b)/,
  /^(?:any|have you any|got any) (?:idea|ideas|clue)s?[\s,:]*(?=(?:who|what|when|where|why|which|how)\b)/,
  /^(?:according to|based on|from|in) (?:the|this|that|your) (?:article|text|document|documents|author|report|passage|source|sources)\b[\s,:]*(?=(?:who|what|when|where|why|which|how|is|are|was|were|do|does|did)\b)/,
];

const mentionOfBot = /^(?:<@[!&]?\d+>|@\w+)[\s,:]*/;

/** A message in lower case without the greetings, thanks and pleas before its question; may be empty. */
export function withoutCourtesies(lower: string): string {
  let core = lower.trim();
  for (let rounds = 0; rounds < 8; rounds += 1) {
    const before = core;
    core = core.replace(mentionOfBot, '');
    for (const courtesy of courtesies) core = core.replace(courtesy, '');
    if (core === before) break;
  }
  return core;
}

const smallTalk: readonly RegExp[] = [
  /^(?:how are (?:you|u|things)|how(?:'s| is) it going|how do you do|how have you been|how(?:'s| is) your day|what(?:'s| is) up|sup|wassup|you ok)(?: doing| feeling| going)?(?: today| now| right now)?$/,
  /^(?:who|what) (?:are|r) (?:you|u)(?: exactly)?$|^what(?:'s| is) your (?:name|purpose|favou?rite [a-z]+)$|^what can (?:you|u) do(?: for (?:me|us))?$/,
  /^(?:are you|r u) (?:a |an )?(?:bot|robot|human|person|ai|real|alive|there|ok|okay|sentient|conscious|chatgpt|awake|online)(?: person| human)?$/,
  /^(?:who|what) (?:made|created|built|programmed|developed|wrote) (?:you|u)$|^(?:how old are you|where are you(?: from)?|where do you live|do you (?:sleep|dream|love me|like me|have feelings))$/,
  /^(?:can you |please )?tell (?:me |us )?(?:a|another|some) (?:funny |good )?jokes?$|^(?:a|another|got a|know any) (?:good )?jokes?$|^make me laugh$/,
  /^(?:what(?:'s| is)|how(?:'s| is)) the weather(?: like)?(?: (?:today|tomorrow|now|right now|outside|here|tonight))*$/,
  /^what(?:'s| is) the (?:weather|temperature)(?: like)? in [a-z ]{2,30} (?:today|tomorrow|now|right now)$/,
  /^what (?:time|day) is it(?: now| today)?$|^what(?:'s| is) (?:today's date|the time|the date today)$/,
  /^(?:nice|good|great|pleased) to (?:meet|see) you$|^(?:bye|goodbye|good bye|see you|see ya|cya|later|cheers|good job|well done|good bot|bad bot|nice|cool|great|awesome|lol|haha+|wow|yes|no|nope|yep|yeah|sure|fine|perfect|got it|i see|thanks?|ty|thank you|thank you so much|i love you|i hate you|you(?:'re| are) (?:great|awesome|stupid|useless|funny|the best))$/,
];

/** Asks what the one who answers thinks, or would do in the asker's place; of that no document tells. */
const opinions: readonly RegExp[] = [
  /\bin (?:your|ur) (?:own |honest |personal |humble )*(?:opinion|view)\b|^what(?:'s| is|s) (?:your|ur) (?:own |honest |personal )*(?:opinion|view|take)\b/,
  /^(?:who|which|what)(?: \w+)? (?:do|would) (?:you|u) (?:like|prefer|hate|love|support|trust|choose)\b/,
  /^(?:what )?(?:do|would|don't) (?:you|u) (?:personally |really |honestly )?(?:think|believe|feel|like|trust|support|agree|prefer)\b(?!.*\b(?:author|writer|article|text|document)\b)/,
  /^should (?:i|we) (?:be|worry|trust|care|buy|vote|believe|go|do|panic)\b/,
];

/** Clause-initial orders to the assistant; anchored, because "why did they ignore the rules?" is a question. */
const orders: readonly RegExp[] = [
  /(?:^|[.!?;,:]\s+|\band\s+|\bthen\s+|^[^.!?]{0,40}\bplease\s+)(?:ignore|disregard|forget|override|bypass)\s+(?:(?:all|any|every|everything|of|the|your|my|our|these|those|previous|prior|above|earlier|preceding|other|safety|system|given)\s+){1,5}(?:instructions?|prompts?|rules|guidelines|restrictions|directions|directives|constraints|limitations|training|messages?)\b/,
  /^(?:ignore|forget|disregard) (?:everything|all|what)\b.{0,20}\b(?:above|before|said|told|know|instructed|previous)\b/,
  /^(?:please )?(?:write|compose|draft|generate|create|make up|make|sing|draw|paint|code)(?: me| us)?(?: an?| some| the| my)?(?: [a-z-]+){0,2} (?:poems?|haikus?|songs?|sonnets?|limericks?|stor(?:y|ies)|essays?|jokes?|letters?|emails?|e-mails?|code|scripts?|programs?|functions?|raps?|tweets?|recipes?|images?|pictures?|logos?|lyrics|novels?|riddles?|screenplays?|blog posts?|cover letters?|fanfics?)\b/,
  /^translate\b/,
  /^(?:act|behave|respond|answer|speak|talk|reply) (?:as if you|as though you|like (?:a|an|[a-z]+ and)|as (?:a|an|if|my|the)|only (?:in|with)|in the style)\b/,
  /^(?:pretend|roleplay|role-play|role play|imagine (?:that )?you|simulate|you are now|you're now|from now on|repeat after me|repeat the (?:words|text|phrase|above|following)|say (?:the word|hello|hi|"|'|after me|something))\b/,
  /^(?:reveal|print|show|output|display|repeat|give|leak|expose|tell)(?: me| us)?(?: all| of)? (?:your|the) (?:full |entire |hidden |secret |initial |original |discord |bot )?(?:system prompt|prompt|system message|instructions|configuration|source code|api key|token|bot token|password|secrets?|credentials|environment variables)\b/,
  /^(?:what(?:'s| is| are)|show) your (?:system prompt|prompt|instructions|rules|api key|token|bot token|password)\b/,
  /^(?:enter|enable|activate|switch to|turn on) (?:developer|debug|dan|god|admin|jailbreak|root|unrestricted) mode\b/,
  /^(?:ban|kick|mute|unban|timeout|dm|ping|delete|remove|role) (?:<@|@|all messages|the channel|this channel|this server|everyone|that user|this user)/,
  /^(?:play (?:a song|some music|music|despacito|a game)|roll (?:a )?(?:dice|die|d\d+)|flip a coin|set (?:a|an) (?:timer|alarm|reminder)|remind me to|sing (?:for|to) (?:me|us))\b/,
  /^(?:what(?:'s| is)|calculate|compute|solve|evaluate|how much is)[\s:]+[-(]?\d[\d\s+*/x×÷^().=%-]*[+*/x×÷^-][\d\s+*/x×÷^().=%-]*$/,
];

/** What a message is when it asks nothing of the documents; `undefined` when in doubt. */
export function smallTalkKind(lower: string, core: string): 'greeting' | 'instruction' | undefined {
  if (core === '') return 'greeting';
  const plain = core.replace(/[\s?!.,;:)(]+$/, '');
  const whole = lower.trim().replace(/[\s?!.,;:)(]+$/, '');
  if (smallTalk.some((pattern) => pattern.test(plain) || pattern.test(whole))) return 'greeting';
  if (opinions.some((pattern) => pattern.test(plain))) return 'greeting';
  if (orders.some((pattern) => pattern.test(core) || pattern.test(whole))) return 'instruction';
  return undefined;
}
