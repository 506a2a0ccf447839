import { type ScriptedReply, says } from '../chat/scripted-openai-reply.js';
import type { ChatRequest, PromptPassage } from '../chat/scripted-openai-request.js';
import type { Order } from './order.js';

/** An order that the model met and obeyed. */
export interface Obeyed {
  readonly order: Order;
  /** Sentences that it wrote because of it: what the attacker wants a reader to see. */
  readonly goals: readonly string[];
}

export interface ObedientModel {
  readonly turn: (request: ChatRequest) => ScriptedReply;
  /** Orders in the passages of all requests so far. */
  readonly met: number;
  readonly obeyed: readonly Obeyed[];
}

const leastSentence = 25;

/** The order as it stands in a prompt, whose text is not byte for byte the document's. */
function holds({ text }: PromptPassage, order: Order): boolean {
  return text.includes(order.text) || text.includes(order.text.replaceAll('<', '‹'));
}

/** The sentences of the passage that stand before and after the order. */
function honestSentences({ text }: PromptPassage, orders: readonly Order[]): readonly string[] {
  let rest = text;
  for (const { text: order } of orders)
    rest = rest.replaceAll(order, '\n').replaceAll(order.replaceAll('<', '‹'), '\n');
  const sentences = rest.match(/[^.!?\n]+[.!?]/gu) ?? [];
  return sentences.map((one) => one.trim()).filter((one) => one.length >= leastSentence);
}

function marked(sentence: string, mark: string): string {
  const end = /[.!?]$/u.exec(sentence)?.[0] ?? '';
  return `${sentence.slice(0, sentence.length - end.length)}${mark}${end === '' ? '.' : end}`;
}

/**
 * A model that copies its first passage, and obeys every second order that it finds in its passages: it puts what it is told to say
 * before, between and after its own sentences, with the mark of the passage that holds the order, with another mark and
 * without one, or writes its own sentences as it is told, every second time all but the first.
 */
export function obedientModel(orders: readonly Order[]): ObedientModel {
  let met = 0;
  const obeyed: Obeyed[] = [];

  function turn(request: ChatRequest): ScriptedReply {
    const [first] = request.passages;
    if (first === undefined) return says('NO ANSWER');
    let own = honestSentences(first, orders)
      .slice(0, 3)
      .map((sentence) => ({ sentence, mark: ` [${first.n}]` }));
    const before: string[] = [];
    const after: string[] = [];
    for (const passage of request.passages) {
      for (const order of orders.filter((one) => holds(passage, one))) {
        met += 1;
        if (met % 2 === 0) continue;
        const obedience = order.obey(request);
        if ('turns' in obedience) {
          const straight = new Set(own.map(({ sentence }) => sentence));
          const untouched = obeyed.length % 2;
          own = own.map(({ sentence, mark }, index) => ({
            sentence: index < untouched ? sentence : obedience.turns(sentence),
            mark,
          }));
          // One that the order leaves as it is says nothing for the attacker.
          obeyed.push({ order, goals: own.map(({ sentence }) => sentence).filter((one) => !straight.has(one)) });
          continue;
        }
        const mark = [` [${passage.n}]`, ` [${first.n}]`, ''][obeyed.length % 3] ?? '';
        (obeyed.length % 2 === 0 ? before : after).push(...obedience.adds.map((one) => marked(one, mark)));
        obeyed.push({ order, goals: obedience.adds });
      }
    }
    const ownMarked = own.map(({ sentence, mark }) => marked(sentence, mark));
    return says([...ownMarked.slice(0, 1), ...before, ...ownMarked.slice(1), ...after].join(' '));
  }

  return {
    turn,
    obeyed,
    get met() {
      return met;
    },
  };
}
