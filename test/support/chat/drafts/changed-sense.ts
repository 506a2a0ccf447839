import { changed, upperFirst } from './sentence-parts.js';

const negations: readonly (readonly [RegExp, string])[] = [
  [/\b(did|does|do|is|are|was|were|has|have|could|would)n['’]t\b/u, '$1'],
  [/\b(?:cannot|can['’]t)\b/u, 'can'],
  [/(?<!\b(?:may|if|even)) not (?!only\b|necessarily\b|officially\b)/u, ' '],
  [/\b(be|had|is|are) no (?!longer\b|further\b|more\b)/u, '$1 '],
  [/\b(is|are|was|were|could|should|will|can)\b(?! (?:not|no)\b)/u, '$1 not'],
  [/\b(has|have)\b(?! (?:to|not|no)\b)/u, '$1 not'],
];

/** The first negation goes; without one, the first verb gets one. */
export function flipped(sentence: string): readonly string[] {
  if (/\bmay not\b|\bunclear\b|\bnot only\b/u.test(sentence)) return [];
  for (const [pattern, replacement] of negations) {
    const [text] = changed(sentence, pattern, replacement);
    if (text !== undefined) return [text];
  }
  return [];
}

const conditions: readonly (readonly [RegExp, string])[] = [
  [/\bshould hold\b/u, 'held'],
  [/\bshould last\b/u, 'lasted'],
  [/\bshould pass\b/u, 'passed'],
  [/\bshould provide\b/u, 'provided'],
  [/\bshould create\b/u, 'created'],
  [/\bcould attempt\b/u, 'attempted'],
  [/\bcould try\b/u, 'tried'],
  [/\b(?:appears|seems) (?=willing|ready)/u, 'is '],
  [/\bappears that\b/u, 'is certain that'],
  [/\bis (?:to be established|planned)\b/u, 'has been established'],
  [/\bwill serve\b/u, 'served'],
  [/\bwill amount\b/u, 'amounted'],
  [/\bwill allow\b/u, 'has allowed'],
  [/\bwill participate\b/u, 'have participated'],
  [/\bwill take part\b/u, 'have taken part'],
  [/\bnow has to (prove|show)\b/u, 'has now shown'],
  [/\bnow it has to prove itself\b/u, 'now it has proved itself'],
  [/\bmust now prove\b/u, 'has now proved'],
  [/\bneed to be convinced\b/u, 'have been convinced'],
  [/\bmust also be convinced\b/u, 'have also been convinced'],
  [/, if needed\b/u, ''],
  [/\bIf needed, /u, ''],
  [/\bis determined to (stay|remain)\b/u, 'will $1'],
  [/\ba possible breakdown\b/u, 'the breakdown'],
];

/** As if what should, could or will be had been. */
export function unconditional(sentence: string): readonly string[] {
  return conditions.flatMap(([pattern, replacement]) => changed(sentence, pattern, replacement));
}

const attributions: readonly RegExp[] = [
  /^According to (?!the author)[^,]+, /u,
  /^In one (?:version of events|of the versions),? /u,
  /^(?:One version says|Some alleged|There were allegations|It can be assumed) that /u,
  /^.*\b(?:can|may) claim (?:all they want )?that /u,
  /^.*\bvoiced (?:on numerous occasions )?the idea that /u,
  /^The author assumes that /u,
];

/** Without who says so; what comes after a second "but in reality" is the author's again and goes too. */
export function unattributed(sentence: string): readonly string[] {
  return attributions.flatMap((pattern) =>
    changed(sentence, pattern, '').map((text) => upperFirst(text.replace(/, but in reality .*$/u, '.'))),
  );
}
