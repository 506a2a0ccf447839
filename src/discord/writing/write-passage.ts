import type { Words } from '../wording/words.js';
import { composeMessages } from './compose-messages.js';
import { type Excerpt, excerpt } from './excerpt.js';
import type { MessageLayout, OutgoingMessage } from './outgoing-message.js';
import type { Block } from './pack-blocks.js';
import { passageButtons } from './passage-buttons.js';
import { passageRoom } from './passage-room.js';
import type { PassageView } from './passage-view.js';
import { fullName, openLink } from './source-lines.js';

export interface PassageOptions {
  /** Id of the record whose citations are paged through. */
  readonly record: string;
  /** Of this citation, from 0. */
  readonly index: number;
  readonly count: number;
  /** True for a passage that was near to a question nobody could answer from it. */
  readonly isNearest?: boolean;
  readonly layout: MessageLayout;
  readonly words: Words;
}

/** Most characters of a neighbouring paragraph. */
const neighbourRoom: Readonly<Record<MessageLayout, number>> = { embed: 250, text: 60 };

function paragraphOf({ citation, paragraph, offset, isCurrent }: PassageView, longestMarkdown: number): Excerpt {
  const { quote } = citation;
  const [text, start] = isCurrent ? [paragraph, offset] : [quote, 0];
  return excerpt(text, { longest: longestMarkdown, longestMarkdown, bold: [start, start + quote.length] });
}

interface Draw {
  readonly body: readonly Block[];
  readonly notes: readonly string[];
}

function drawParagraphs(view: PassageView, { layout, words }: Pick<PassageOptions, 'layout' | 'words'>): Draw {
  const texts = words.results.passage;
  const { citation, before, after, isCurrent } = view;
  const { alone, besideNeighbours } = passageRoom[layout];
  const { markdown, isShortened } = paragraphOf(view, alone);
  const hasNeighbours = isCurrent && markdown.length <= besideNeighbours;
  const beside = (label: string, text: string | null): readonly Block[] =>
    text === null || !hasNeighbours
      ? []
      : [{ text: `-# ${label}\n> ${excerpt(text, { longest: neighbourRoom[layout] }).markdown}` }];
  return {
    body: [
      ...beside(texts.before, before),
      { text: `-# ¶ ${citation.paragraph}\n> ${markdown}` },
      ...beside(texts.after, after),
    ],
    notes: [...(isCurrent ? [] : [texts.changed]), ...(isShortened ? [texts.tooLong] : [])],
  };
}

/** The paragraph around a quote, with the quote in bold, its neighbours above and below, and buttons to the others. */
export function writePassage(view: PassageView, options: PassageOptions): OutgoingMessage {
  const { record, index, count, isNearest = false, layout, words } = options;
  const { citation } = view;
  const { body, notes } = drawParagraphs(view, options);
  const place = `[${citation.n}] ${fullName(citation, words)}, ¶ ${citation.paragraph}`;
  const write = (link: string): readonly OutgoingMessage[] =>
    composeMessages(
      {
        opening: [],
        title: isNearest ? words.results.passage.nearest : null,
        body,
        sections: [{ heading: words.results.source, lines: [`${place}${link}`] }],
        closing: notes.length === 0 ? null : notes.join(' '),
        tone: isNearest ? 'no-answer' : 'neutral',
        components: passageButtons({ record, index, count }),
      },
      layout,
      words,
    );
  const linked = write(openLink(citation.url, layout, words));
  // A text of 2,000 characters may be too short for a long paragraph and an address.
  const [message] = linked.length === 1 ? linked : write('');
  if (message === undefined) throw new Error('A passage needs a message.');
  return message;
}
