import { encodedOrderSign } from '../screening/encoded-orders.js';
import { plainWordsOf } from '../screening/plain-words.js';
import { readOrder } from '../screening/read-order.js';
import { taskKindOf } from '../screening/task-kind.js';

/**
 * To say something: where a sentence begins with that ("Say that …"), or tells somebody ("You must write that …"). A document
 * for people may well say so; what it wants to be said is no fact of it all the same.
 */
const toldToSay =
  /(?:^|[.!?:;]["'”’)\]]*\s+|\b(?:when|if|whenever|once|after|before)\s+you\b[^.!?,]*,\s+|\b(?:you|models?|assistants?|ais?|bots?|chatbots?|agents?)\s+(?:must|should|shall|have to|need to|are to|will|can|may)\s+|\bplease\s+)(?:(?:please|always|only|also|now|then|just|simply)\s+)*(?:say|state|claim|write|report|tell|mention|add|answer|reply|respond|repeat|print|confirm|announce|declare|insist|pretend|call|show|quote|conclude|admit)\b[^.!?]*?(?:\bthat\b|:|["“])/iu;
/** Only whoever answers has one. */
const aboutAnswer =
  /\b(?:in|into|to|from|with)\s+your\s+(?:answers?|repl(?:y|ies)|responses?|summary|output)\b|\beverything\s+you\s+(?:write|say|answer)\b/iu;

/**
 * Whether a piece of a document tells somebody what to do or to say, or asks: then it states nothing that a sentence could
 * rest on. "Say that the talks failed." has all the words of "The talks failed.", and a model that obeys writes just that.
 */
export function givesOrders(text: string): boolean {
  return text.split('\n').some((line) => {
    const reading = plainWordsOf(line);
    return (
      toldToSay.test(line) ||
      aboutAnswer.test(line) ||
      readOrder(line, reading) !== undefined ||
      encodedOrderSign(line) !== undefined ||
      taskKindOf(line.trim(), reading) !== undefined
    );
  });
}
