import { composeMessages } from './compose-messages.js';
import { excerpt } from './excerpt.js';
import type { MessageLayout, OutgoingMessage } from './outgoing-message.js';

export interface HelpOptions {
  /** Questions that the documents answer; the first three are shown. */
  readonly examples: readonly string[];
  readonly layout: MessageLayout;
}

const mostExamples = 3;
const longestExample = 150;

const purpose =
  'I answer questions about a set of documents in their own words, and show for every sentence where it stands. What they do not say, I do not answer.';

const ways = [
  'Mention me, write to me, or use `/ask`. Reply to an answer to ask on.',
  '`/check` holds what somebody said against the documents. So does a right-click on their message: Apps, Check against the documents.',
  '`/summary` sums up a document, `/digest` a thread, `/sources` lists the documents.',
];

/** What Parley does, with up to three questions to try. */
export function writeHelp({ examples, layout }: HelpOptions): OutgoingMessage {
  const tried = examples
    .slice(0, mostExamples)
    .map((example) => `> “${excerpt(example, { longest: longestExample }).markdown}”`);
  const [message] = composeMessages(
    {
      opening: [],
      title: null,
      body: [{ text: purpose }],
      sections: [...(tried.length === 0 ? [] : [{ heading: 'Try', lines: tried }]), { heading: 'How', lines: ways }],
      closing: null,
      tone: 'neutral',
      components: [],
    },
    layout,
  );
  if (message === undefined) throw new Error('Help needs a message.');
  return message;
}
