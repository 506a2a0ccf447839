import type { Match } from '../alignment.js';
import { nameTheSame, type Statement, type StatementWord } from '../statement.js';

const article = /^(?:the|its|their|his|her|these|those|our|all|\p{L}+[’']s?)$/u;
const part =
  /^(?:one|two|three|four|five|six|seven|eight|nine|ten|some|most|many|several|few|half|part|parts|third|thirds|quarter|quarters|tenth|tenths|majority|minority|members?|none|neither|\p{Nd}\S*)$/u;
const reach = 4;

/** The word by which a sentence speaks of a part of something: "one member of the Greens". */
function partBefore({ tokens }: Statement, { token }: StatementWord): string | undefined {
  let at = token - 1;
  while (at >= 0 && token - at <= reach && tokens[at]?.lower !== 'of') {
    const lower = tokens[at]?.lower ?? '';
    if (!article.test(lower) && !/^(?:eight|nine|ten|two|three|four|five|six|seven|\p{Nd}\S*)$/u.test(lower))
      return undefined;
    at -= 1;
  }
  if (tokens[at]?.lower !== 'of') return undefined;
  for (let back = at - 1; back >= Math.max(0, at - 2); back--) {
    const lower = tokens[back]?.lower ?? '';
    if (part.test(lower)) return lower;
  }
  return undefined;
}

/** "The Greens abstained" where the sentence has "one member of the Greens": what begins the claim is there only in part. */
export function takesPartForWhole(claim: Statement, sentence: Statement, matches: readonly Match[]): boolean {
  const [first] = claim.words;
  if (first === undefined || first.token > 1 || part.test(claim.tokens[first.token]?.lower ?? '')) return false;
  if (claim.tokens.slice(0, first.token).some(({ lower }) => part.test(lower))) return false;
  const match = matches[0];
  const met = match === undefined || match.strength < 0.85 ? undefined : sentence.words[match.at];
  if (met === undefined) return false;
  const same = sentence.words.filter((one) => one === met || nameTheSame(one, met));
  return same.every((one) => partBefore(sentence, one) !== undefined);
}
