/** Asks about the document as a publication: only then is its notice an answer, and then nothing else is. */
const asPublication =
  /\b(?:disclaimers?|copyright(?:ed)?|licen[cs]e[ds]?|editorial (?:position|line|stance)|(?:official|staff|house|publisher['’]?s|outlet['’]?s|editors?['’]?|(?:\p{Lu}\p{L}+ )+['’]?s?) ?(?:own )?(?:position|view|opinion|stance) on (?:this|the) (?:article|text|piece)|(?:position|views?|opinion|stance|line) of (?:the )?(?:publisher|staff|editors?|outlet|newspaper|magazine|website)|(?:does|do|did) (?:this|the) (?:article|text|piece|opinion|author['’]?s (?:opinion|views?)) (?:reflect|represent|speak|express)|(?:publisher|website|outlet|magazine|editors?)(?: itself| themselves)? (?:agree|endorse|share|support|stand(?:s|ing)? behind)s?|whose (?:opinion|views?) (?:is|are) (?:this|these))\b/iu;

export function asksAboutDocument(question: string): boolean {
  return asPublication.test(question);
}
