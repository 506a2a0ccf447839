import { composeMessages } from './compose-messages.js';
import { excerpt } from './excerpt.js';
import type { MessageLayout, OutgoingMessage } from './outgoing-message.js';

export interface HelpOptions {
  /** Questions that the documents answer; the first three are shown. */
  readonly examples: readonly string[];
  /** Whether whoever asks may use what is for moderators. */
  readonly forModerators: boolean;
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
  '`/quality` shows how well I answer, `/privacy` what I keep about you.',
];

const moderating = [
  '`/corpus` adds, replaces and removes documents, `/reindex` publishes that or takes it back.',
  '`/review` has what members found wrong, `/gaps` what they asked in vain.',
  '`/settings` says where I answer and how often, `/audit` who did what.',
];

/** What Parley does, with up to three questions to try; for moderators their commands, too. */
export function writeHelp({ examples, forModerators, layout }: HelpOptions): OutgoingMessage {
  const tried = examples
    .slice(0, mostExamples)
    .map((example) => `> “${excerpt(example, { longest: longestExample }).markdown}”`);
  const [message] = composeMessages(
    {
      opening: [],
      title: null,
      body: [{ text: purpose }],
      sections: [
        ...(tried.length === 0 ? [] : [{ heading: 'Try', lines: tried }]),
        { heading: 'How', lines: ways },
        ...(forModerators ? [{ heading: 'For moderators', lines: moderating }] : []),
      ],
      closing: null,
      tone: 'neutral',
      components: [],
    },
    layout,
  );
  if (message === undefined) throw new Error('Help needs a message.');
  return message;
}
