/** Asks about the document as a publication: only then is its notice an answer, and then nothing else is. */
const asPublication =
  /\b(?:disclaimers?|copyright(?:ed)?|licen[cs]e[ds]?|editorial (?:position|line|stance)|(?:official|staff|house|publisher['’]?s|outlet['’]?s|editors?['’]?|(?:\p{Lu}\p{L}+ )+['’]?s?) ?(?:own )?(?:position|view|opinion|stance) on (?:this|the) (?:article|text|piece)|(?:position|views?|opinion|stance|line) of (?:the )?(?:publisher|staff|editors?|outlet|newspaper|magazine|website)|(?:does|do|did) (?:this|the) (?:article|text|piece|opinion|author['’]?s (?:opinion|views?)) (?:reflect|represent|speak|express)|(?:publisher|website|outlet|magazine|editors?)(?: itself| themselves)? (?:agree|endorse|share|support|stand(?:s|ing)? behind)s?|whose (?:opinion|views?) (?:is|are) (?:this|these))\b/iu;

export function asksAboutDocument(question: string): boolean {
  return asPublication.test(question);
}

const itself = `(?:this|(?:this|the) (?:article|text|piece|page|post|report|story|analysis))`;
const publishing = '(?:published|written|posted|printed|released|updated|uploaded)';
const ofPublication = new RegExp(
  String.raw`\b(?:when|where|by whom|who) (?:was|is|were|has|had) ${itself} (?:been )?(?:first )?${publishing}\b|\bwho (?:wrote|published|posted|edited) ${itself}(?=\W*$)|\bwho(?: is|['’]s)? (?:the )?(?:author|writer|publisher|editor) of ${itself}(?=\W*$)`,
  'iu',
);

/**
 * Asks when or by whom the document itself was published, which is known of a document and said by none of its sentences:
 * any sentence with a date would look like an answer.
 */
export function asksOfPublication(question: string): boolean {
  return ofPublication.test(question);
}
