import { sentenceSpans } from '../language/sentences.js';
import { encodedOrderSign } from './encoded-orders.js';
import type { HiddenText, Turns } from './finding.js';
import type { OrderSign } from './order-sign.js';
import { plainWordsOf } from './plain-words.js';
import { readOrder } from './read-order.js';

const longestQuote = 500;
/** What is looked at in one go, and how far two of them overlap, so that no order is cut in two. */
const window = 2_000;
const overlap = 300;

function shownQuote(text: string): string {
  const quote = text.slice(0, longestQuote);
  const last = quote.charCodeAt(quote.length - 1);
  return last >= 0xd800 && last <= 0xdbff ? quote.slice(0, -1) : quote;
}

function signIn(text: string): OrderSign | undefined {
  return readOrder(text, plainWordsOf(text)) ?? encodedOrderSign(text);
}

/** Where a text says something to a model: what, and where the sentence that says it begins. */
async function orderIn(text: string, turns: Turns): Promise<{ sign: OrderSign; from: number } | undefined> {
  for (let from = 0; from < text.length; from += window - overlap) {
    const stretch = text.slice(from, from + window);
    const sign = signIn(stretch);
    if (sign !== undefined) {
      const spans = sentenceSpans(stretch);
      const own = spans.find(({ start, end }) => signIn(stretch.slice(start, end)) !== undefined);
      return { sign, from: from + (own?.start ?? 0) };
    }
    if (turns.due()) await turns.pause();
  }
  return undefined;
}

/** What the source keeps from its readers, each text once: menus and notes for screen readers mostly, or orders. */
export async function* hiddenFindings(hidden: readonly string[], turns: Turns): AsyncGenerator<HiddenText> {
  const seen = new Set<string>();
  for (const whole of hidden) {
    const text = whole.trim();
    if (turns.due()) await turns.pause();
    if (text === '' || seen.has(text)) continue;
    seen.add(text);
    const order = await orderIn(text, turns);
    yield order === undefined
      ? {
          kind: 'hidden-text',
          severity: 'low',
          quote: shownQuote(text),
          explanation: 'The source hides this from its readers.',
        }
      : {
          kind: 'hidden-text',
          severity: 'high',
          quote: shownQuote(text.slice(order.from)),
          explanation: `The source hides this from its readers. ${order.sign.explanation}`,
        };
  }
}
