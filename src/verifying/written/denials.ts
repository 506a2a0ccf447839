/** Words that deny, in whatever way. */
const denial =
  /\b(?:not?|never|none|nobody|nothing|neither|nor|without|cannot|lack\p{L}*|fail\p{L}*|absen(?:t|ce)|rule[sd]? out|exclud\p{L}*|hardly|barely|scarcely|unlikely|un(?:able|clear|certain|willing|known|confirmed|official\p{L}*|expected\p{L}*|resolved|changed|finished|aware)|im(?:possib|prob)\p{L}*|den(?:y|ies|ied|ial)|refus\p{L}*|reluctan\p{L}*|stopped|ended|instead of|rather than|inabilit\p{L}*|incap\p{L}*|yet to|difficult|hard|only|reject\p{L}*|oppos(?:e|es|ed)|free of|against|short of|un(?!der|it|i[ov]|til|less|cle|anim|ions?\b)\p{L}{4,}|in(?:stab|suffic|complet|adequa|valid|visib|secur|effecti|direct|accura)\p{L}+|illegal|irregular|impossib\p{L}*)\b|n['’]t\b/iu;

/** Words that deny plainly, and those among them that do not. */
const denies = /\b(?:not|never|nobody|nothing|neither|nor|no|none|cannot)\b|n['’]t\b/iu;

const harmless = /\bnot (?:only|just|necessarily)\b|\bno (?:doubt|longer than|later than)\b/giu;

/** "not" where the sentence denies nothing in any way, whatever word it is said of. */
export function deniesAlone(claim: string, sentence: string): boolean {
  return deniesPlainly(claim) && !denial.test(sentence);
}

/** "if one objects" where the sentence has "unless one objects", or the other way round. */
export function turnsCondition(claim: string, sentence: string): boolean {
  const [own, theirs] = [claim, sentence].map((text) => ({
    ifs: /\bif\b/iu.test(text),
    unless: /\bunless\b/iu.test(text),
  }));
  if (own === undefined || theirs === undefined || deniesPlainly(claim) || deniesPlainly(sentence)) return false;
  return (
    (own.ifs && !own.unless && theirs.unless && !theirs.ifs) || (own.unless && !own.ifs && theirs.ifs && !theirs.unless)
  );
}

/** "Not because I trust him, …": nothing of that is so. */
export function deniesReason(claim: string, sentence: string): boolean {
  return /\bnot (?:because|that|as if)\b/iu.test(sentence) && !denies.test(claim);
}

function deniesPlainly(text: string): boolean {
  return denies.test(text.replaceAll(harmless, ' '));
}

const against = /\bagainst\b/iu;

const anyAgainst =
  /\b(?:against|oppos\p{L}*|anti|resist\p{L}*|reject\p{L}*|criti\p{L}*|object\p{L}*|versus)\b|\banti-/iu;

const inFavour = /\b(?:vot(?:e|es|ed|ing) (?:\p{L}+ )?(?:for|in favou?r)|in favou?r of)\b/iu;

const anyFavour = /\b(?:for|favou?r\p{L}*|support\p{L}*|back(?:s|ed|ing)?|yes|approv\p{L}*)\b/iu;

/** "against" where the sentence has nothing of the kind, or "in favour" where it has "against" alone. */
export function turnsSides(claim: string, sentence: string): boolean {
  if (against.test(claim)) return !anyAgainst.test(sentence);
  return inFavour.test(claim) && !anyFavour.test(sentence);
}
