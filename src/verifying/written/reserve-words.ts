import type { FindingKind } from '../finding.js';

/** Words by which a sentence itself gives a thing as somebody's word, as a guess, or under a condition. */
export const keeps: Readonly<Partial<Record<FindingKind, RegExp>>> = {
  report:
    /\b(?:according to|alleg\p{L}*|accus\p{L}*|claim(?:s|ed|ing)?|rumou?r\p{L}*|versions?|theor(?:y|ies)|said|says?|told|stated?|argu(?:es?|ed)|report(?:s|ed|edly)|observ\p{L}*|judging|insist\p{L}*|den(?:y|ies|ied)|voic(?:es?|ed)|ideas?|view|opinion|suggest\p{L}*|believ\p{L}*|speculat\p{L}*|predict\p{L}*|warn\p{L}*|estimat\p{L}*|reckon\p{L}*|counts?|counted|puts?|speaks?|spoke|calls?|called|attribut\p{L}*|account|hop(?:es?|ed)|wants?|wanted|expects?|expected|intends?|fear(?:s|ed)?|thinks?|caution(?:s|ed|ing)|counter(?:s|ed)|repl(?:ies|ied)|responds?|responded|answer(?:s|ed)|admit(?:s|ted)|conced(?:es|ed)|acknowledg(?:es|ed)|confess(?:es|ed)|stress(?:es|ed)|emphasi[sz](?:es|ed)|underlin(?:es|ed)|contend(?:s|ed)|assert(?:s|ed)|maintain(?:s|ed) that|vow(?:s|ed)|pledg(?:es|ed)|label(?:s|led|ed)|describ(?:es|ed)|brand(?:s|ed)|dub(?:s|bed)|point(?:s|ed) out|regard(?:s|ed)|doubt(?:s|ed)|charg(?:es|ed) that)\b/iu,
  guess:
    /\b(?:likely|assum\p{L}*|plausible|probabl\p{L}*|perhaps|about|around|roughly|estimat\p{L}*|presum\p{L}*|seem\p{L}*|appear\p{L}*|looks?|sounds?|may|might|could|possibl\p{L}*|suppos\p{L}*|apparently)\b/iu,
  condition: /\b(?:if|unless|provided|whether|should|would|could|in case|as long as|otherwise|only when)\b/iu,
  mood: /\b(?:if|ha(?:s|ve) to|must|should|would|could|may|might|will|needs?)\b/iu,
};

/** Words by which a sentence keeps that a thing is somebody's aim. */
export const keepsAim =
  /\b(?:goals?|aims?|aimed|objectives?|hop(?:e|es|ed|ing)|wish\p{L}*|want\p{L}*|demand\p{L}*|propos\p{L}*|intend\p{L}*|plan(?:s|ned|ning)?|decid\p{L}*|decisions?|purposes?|tasks?|in order)\b/iu;

/** Words by which a sentence keeps that somebody holds it. */
export const saysWhose =
  /\b(?:according to|estimat\p{L}*|reckon\p{L}*|calculat\p{L}*|likely|plausible|seem\p{L}*|appear\p{L}*|sounds?|perhaps|probabl\p{L}*|may|might|about|counts?|puts?|speaks?|calls?|called|attribut\p{L}*|account|considers?|alleg\p{L}*|accus\p{L}*|claim\p{L}*|ideas?|notions?|views?|opinions?|theor(?:y|ies)|versions?|hop(?:e|es|ed|ing)|fear\p{L}*|belie\p{L}*|promis\p{L}*|suggest\p{L}*|argu\p{L}*|assum\p{L}*|rumou?r\p{L}*|threat\p{L}*|propos\p{L}*|plan\p{L}*|demand\p{L}*|warn\p{L}*|predict\p{L}*|report\p{L}*|speculat\p{L}*|sa(?:id|ys?)|told|want\p{L}*|insist\p{L}*|chances?|risks?|likelihood|possib\p{L}*|judging|observ\p{L}*|voic\p{L}*|call(?:s|ed|ing)? for|accept\p{L}*|thinks?|thought|caution(?:s|ed|ing)|counter(?:s|ed)|repl(?:ies|ied)|responds?|responded|answer(?:s|ed)|admit(?:s|ted)|conced(?:es|ed)|acknowledg(?:es|ed)|confess(?:es|ed)|stress(?:es|ed)|emphasi[sz](?:es|ed)|underlin(?:es|ed)|contend(?:s|ed)|assert(?:s|ed)|maintain(?:s|ed) that|vow(?:s|ed)|pledg(?:es|ed)|label(?:s|led|ed)|describ(?:es|ed)|brand(?:s|ed)|dub(?:s|bed)|point(?:s|ed) out|regard(?:s|ed)|doubt(?:s|ed)|charg(?:es|ed) that)\b/iu;

/** Words by which a sentence keeps that something is held, possible or still to come. */
export const keepsReserve =
  /\b(?:if|unless|whether|should|would|could|may|might|must|can|will|possibl\p{L}*|potential\p{L}*|alleg\p{L}*|accus\p{L}*|claim\p{L}*|according to|idea|ideas|notion|views?|opinions?|theor(?:y|ies)|versions?|hop(?:e|es|ed|ing)|fear\p{L}*|belie\p{L}*|promis\p{L}*|suggest\p{L}*|argu\p{L}*|assum\p{L}*|rumou?r\p{L}*|likel\p{L}*|risk\p{L}*|threat\p{L}*|propos\p{L}*|plan\p{L}*|demand\p{L}*|warn\p{L}*|predict\p{L}*|report\p{L}*|speculat\p{L}*|said|says?|told|plausible|seem\p{L}*|appear\p{L}*|expect\p{L}*|want\p{L}*|goals?|aims?|aimed|intend\p{L}*|tr(?:y|ies|ied|ying)|attempt\p{L}*|need\p{L}*|ha(?:s|ve) to|ought|judging|observ\p{L}*|based on|blam\p{L}*|responsib\p{L}*|den(?:y|ied|ies)|consider\p{L}*)\b/iu;

export const keepsPossible =
  /\b(?:if|should|would|could|may|might|possibl\p{L}*|potential\p{L}*|in case|alleg\p{L}*|propos\p{L}*|plan\p{L}*|expect\p{L}*|likely|suppos\p{L}*|attempt\p{L}*|intend\p{L}*|future)\b/iu;

/** Words by which a sentence says whose a thing is: they need not stand in the passage. */
export const cueWord =
  /^(?:caution(?:s|ed)|counter(?:s|ed)|repl(?:y|ies|ied)|respond(?:s|ed)?|answer(?:s|ed)?|stress(?:es|ed)|emphasi[sz]e[sd]?|underline[sd]?|contend(?:s|ed)|assert(?:s|ed)|describe[sd]?|label(?:s|led|ed)?|points?|pointed|according|alleg\p{L}*|accus\p{L}*|claim(?:s|ed|ing)?|sa(?:id|ys?)|saying|stat(?:es?|ed)|report(?:s|ed|edly)?|judging|observ\p{L}*|view|opinion|whatever|reality|argu(?:es?|ed)|believ(?:es?|ed)|holds|thinks?|writes?|wrote|adds?|added|warn(?:s|ed)|explain(?:s|ed)|notes?|noted|conclude[sd]?|insist(?:s|ed)|maintain(?:s|ed)|authors?|article|text|writer|words|phrase|term|expression|so-called|people|persons?|anyone|someone|everyone|nobody|things?)$/iu;

/** Words that only join others, or say how sure or how general a thing is: they need not stand in the passage. */
export const linkWord =
  /^(?:per|while|although|though|despite|however|meanwhile|moreover|furthermore|additionally|addition|besides|instead|rather|contrast|contrary|whatsoever|still|now|then|thus|therefore|since|because|both|some|also|too|as well|following|concerning|regarding|overall|under|over|during|upon|among|amid|within|whether|due|so|such|itself|himself|herself|themselves|own|otherwise|particular|particularly|specifically|namely|effectively|essentially|respectively|for|its|their|onwards|down)$/iu;

/** Verbs that say little themselves, whatever stands in their place. */
export const carriesOthers =
  /^(?:(?:took|taken?|takes) place|see(?:s|n)?|saw|regard(?:s|ed)?|consider(?:s|ed)?|view(?:s|ed)?|call(?:s|ed)?|describe[sd]?|treat(?:s|ed)?|amount(?:s|ed)?|serve[sd]?|r[ua]ns?|hold|holds|held|manage[sd]?|succeed(?:s|ed)?|sit|sits|sat|put|puts|remain(?:s|ed)?|stay(?:s|ed)?|include[sd]?|involve[sd]?|represent(?:s|ed)?|concern(?:s|ed)?|face[sd]?|give|gives|gave|given|provide[sd]?|create[sd]?|offer(?:s|ed)?|take|takes|took|taken|bring|brings|brought|come|comes|came|follow(?:s|ed)?|mark(?:s|ed)?|constitute[sd]?|count(?:s|ed)?|speak|speaks|spoke|express(?:es|ed)?|voice[sd]?|note[sd]?|use[sd]?|ha(?:s|ve|d)|make|makes|made|get|gets|got|find|finds|found|turn(?:s|ed)?|pass(?:es|ed)?|occur(?:s|red)?|happen(?:s|ed)?|mean|means|meant|want(?:s|ed)?|host(?:s|ed)?|start(?:s|ed)?|begin|begins|began|continue[sd]?|add(?:s|ed)?|contain(?:s|ed)?|consist(?:s|ed)?|lie|lies|lay|appear(?:s|ed)?|seem(?:s|ed)?)$/u;

/** A word that says so little ("one", "now") is in no mood. */
export const leastWeight = 0.3;

/** A word is the same one, or the noun of the same verb, when it is met so well. */
export const surely = 0.85;
