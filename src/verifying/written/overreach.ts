import type { Statement } from '../statement.js';

/** What a sentence claims over and above what its source says, by words that no alignment weighs. */
export type Overreach = 'cause' | 'extent' | 'rank' | 'speaker';

const cause =
  /\b(?:because|due to|owing to|thanks to|as a (?:direct )?result|as a consequence|caus(?:e|es|ed|ing)|led to|leads? to|leading to|result(?:s|ed|ing)? (?:in|from)|so that|therefore|thus|hence|consequently|which is why|that is why|reasons?|since|stem(?:s|med|ming) from|prompt(?:s|ed|ing)|trigger(?:s|ed|ing)?|in response to|responsible for|contribut\p{L}+ to|made \p{L}+ possible|driven by|explain(?:s|ed)?|forced|brought about|in order to|allow(?:s|ed|ing)?|enabl(?:e|es|ed|ing)|provok(?:e|es|ed|ing)|factors?|depend(?:s|ed)? on|guided by|motivat\p{L}+|given that)\b/iu;

const causeClaimed =
  /\b(?:because|due to|owing to|thanks to|as a (?:direct )?result|as a consequence|caus(?:e|es|ed|ing)|led to|leading to|result(?:s|ed|ing)? (?:in|from)|so that|therefore|thus|hence|consequently|which is why|that is why|stem(?:s|med|ming) from|prompt(?:s|ed|ing)|trigger(?:s|ed|ing)?|in response to|contribut\p{L}+ to|driven by|forced|brought about)\b/iu;

/** "is due to choose" tells when, and no cause. */
const planned =
  /\b(?:is|are|was|were|been) due to (?!(?:the|a|an|its|his|her|their|this|that|these|those|\p{L}+ing|\p{L}+tion)\b)/giu;

const extents: readonly (readonly [claimed: RegExp, source: RegExp])[] = [
  [
    /\b(?:every|everyone|everybody|all(?! of (?:this|that|it)\b))\b/iu,
    /\b(?:all|every\p{L}*|each|both|any\p{L}*|whole|entire|no|none|without exception|always)\b/iu,
  ],
  [
    /\b(?:always|entire(?:ly)?|altogether|complete(?:ly)?|full(?:y)?|whole|total(?:ly)?|unanimous(?:ly)?|permanent(?:ly)?|without exception|any)\b/iu,
    /\b(?:all|every\p{L}*|always|entire(?:ly)?|altogether|complete(?:ly)?|full\p{L}*|whole|total(?:ly)?|unanimous(?:ly)?|permanent(?:ly)?|each|any|everything)\b/iu,
  ],
  [
    /\b(?:only|solely|exclusively|alone|nothing but|no one but|never)\b/iu,
    /\b(?:only|solely|exclusively|alone|nothing|never|no|not|just|without|cannot)\b|n['’]t\b/iu,
  ],
  [
    /\b(?:most of|majority|mostly|mainly|largely)\b/iu,
    /\b(?:most\p{L}*|majority|main\p{L}*|largely|first and foremost|key)\b/iu,
  ],
];

/** These say nothing of an extent or a rank. */
const idle =
  /\b(?:(?:above|after|at|in|first of|not) all|all the same|at (?:first|last|least|most|best|worst)|in the first place|first and foremost|not only|last (?:week|month|year|night|day))\b/giu;

/** "only two workers" is two. */
const onlySoMany =
  /\bonly (?=\p{Nd}|(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|a (?:few|third|quarter|half|fifth|tenth))\b)/giu;

const rank =
  /\b(?:first|last|final(?:ly)?|(?:the )?(?:biggest|largest|greatest|smallest|worst|best|highest|lowest|strongest|weakest|main|chief|primary|sole|leading|most \p{L}+|least \p{L}+))\b/iu;

const rankInSource =
  /\b(?:first|last|final\p{L}*|\p{L}+est|most|least|main|chief|primary|sole|leading|key|one of the|major|foremost|best|worst|top|essential)\b/iu;

/** "World War I" speaks for nobody. */
const ownVoice = /(?<![\p{L}.])(?:(?<!\p{Lu}\p{L}*\s)I|[Ww]e|[Mm]y|[Oo]ur|us|me|[Yy]ou|[Yy]our)(?![\p{L}.])/u;

const universal = /^(?:every|all|any|each|no|anyone|everyone|whoever)$/u;

const narrows =
  /^(?:longer|larger|smaller|older|younger|more|less|over|under|above|below|who|that|which|whose|with|without|from|in|of|aged|except)$/u;

/** "every vessel must …" where the sentence has "every vessel longer than twelve metres must …". */
function widensGroup(claim: Statement, sentence: Statement): boolean {
  return claim.words.some((word) => {
    if (!universal.test(claim.tokens[word.token - 1]?.lower ?? '')) return false;
    if (narrows.test(claim.tokens[word.token + 1]?.lower ?? '')) return false;
    const same = sentence.words.filter(
      (one) => one.term === word.term && universal.test(sentence.tokens[one.token - 1]?.lower ?? ''),
    );
    return (
      same.length > 0 &&
      same.every((one) => {
        const next = sentence.tokens[one.token + 1];
        return next !== undefined && next.gap === ' ' && narrows.test(next.lower);
      })
    );
  });
}

/** The stretches of text that a sentence may rest on. */
function anyHolds(pattern: RegExp, sources: readonly Statement[]): boolean {
  return sources.some(({ text }) => pattern.test(text));
}

/**
 * What a written sentence claims that words beside words do not show: a cause where its source gives none, "all" where it
 * says some, the first or largest where it ranks nothing; or it speaks in a voice of its own. `undefined` for none of these.
 * @param sources The sentences that it rests on. @param unquoted The sentence without what it quotes.
 */
export function overreachOf(claim: Statement, unquoted: string, sources: readonly Statement[]): Overreach | undefined {
  const [sentence] = sources;
  if (sentence !== undefined && widensGroup(claim, sentence)) return 'extent';
  if (ownVoice.test(unquoted) && !anyHolds(ownVoice, sources)) return 'speaker';
  if (causeClaimed.test(unquoted.replaceAll(planned, ' ')) && !anyHolds(cause, sources)) return 'cause';
  const plain = unquoted.replaceAll(idle, ' ').replaceAll(onlySoMany, ' ');
  for (const [claimed, source] of extents) {
    if (claimed.test(plain) && !anyHolds(source, sources)) return 'extent';
  }
  return rank.test(plain) && !anyHolds(rankInSource, sources) ? 'rank' : undefined;
}
