import type { Words } from '../wording/words.js';
import { composeMessages } from './compose-messages.js';
import { excerpt } from './excerpt.js';
import type { MessageLayout, OutgoingMessage } from './outgoing-message.js';

export interface HelpOptions {
  /** Questions that the documents answer; the first three are shown. */
  readonly examples: readonly string[];
  /** Whether whoever asks may use what is for moderators. */
  readonly forModerators: boolean;
  readonly layout: MessageLayout;
  readonly words: Words;
}

const mostExamples = 3;
const longestExample = 150;

/** What Parley does, with up to three questions to try; for moderators their commands, too. */
export function writeHelp({ examples, forModerators, layout, words }: HelpOptions): OutgoingMessage {
  const { help } = words.pages;
  const tried = examples
    .slice(0, mostExamples)
    .map((example) => `> ${words.quoted(excerpt(example, { longest: longestExample }).markdown)}`);
  const [message] = composeMessages(
    {
      opening: [],
      title: null,
      body: [{ text: help.purpose }],
      sections: [
        ...(tried.length === 0 ? [] : [{ heading: help.tryHeading, lines: tried }]),
        { heading: help.howHeading, lines: help.ways },
        ...(forModerators ? [{ heading: help.moderatorsHeading, lines: help.moderating }] : []),
      ],
      closing: null,
      tone: 'neutral',
      components: [],
    },
    layout,
    words,
  );
  if (message === undefined) throw new Error('Help needs a message.');
  return message;
}
