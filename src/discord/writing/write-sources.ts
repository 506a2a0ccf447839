import { composeMessages } from './compose-messages.js';
import { excerpt } from './excerpt.js';
import type { MessageLayout, OutgoingMessage } from './outgoing-message.js';
import type { Block } from './pack-blocks.js';
import { shownDate } from './shown-date.js';
import { openLink } from './source-lines.js';
import { visibleText } from './visible-text.js';

/** A document of the live generation. */
export interface ListedDocument {
  readonly id: string;
  readonly title: string;
  readonly publisher: string | null;
  readonly date: string | null;
  readonly url: string | null;
  /** Length of its text in UTF-16 units. */
  readonly characters: number;
}

export interface SourcesOptions {
  readonly generation: string;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  readonly layout: MessageLayout;
}

/** More would be several screens that nobody reads. */
const mostListed = 30;
const longestTitle = 150;
const longestName = 60;

const grouped = new Intl.NumberFormat('en');

function documentBlock(document: ListedDocument, layout: MessageLayout): Block {
  const { id, title, publisher, date, url, characters } = document;
  const publisherName = excerpt(publisher ?? '', { longest: longestName }).markdown;
  const facts = [
    publisherName === '' ? '' : `From ${publisherName}`,
    shownDate(date) ?? '',
    `${grouped.format(characters)} characters`,
    excerpt(id, { longest: longestName }).markdown,
  ];
  const name = `📄 **${excerpt(title, { longest: longestTitle }).markdown || 'Untitled'}**`;
  return { text: `${name}\n${facts.filter((fact) => fact !== '').join(' · ')}${openLink(url, layout)}` };
}

/** The documents that answers come from. */
export function writeSources(
  documents: readonly ListedDocument[],
  { generation, createdAt, layout }: SourcesOptions,
): readonly OutgoingMessage[] {
  const indexed = shownDate(createdAt.slice(0, 10));
  const more = documents.length - mostListed;
  return composeMessages(
    {
      opening: [],
      title: documents.length === 1 ? 'One document' : `${grouped.format(documents.length)} documents`,
      body: [
        ...documents.slice(0, mostListed).map((document) => documentBlock(document, layout)),
        ...(more > 0 ? [{ text: `and ${grouped.format(more)} more` }] : []),
      ],
      sections: [],
      closing: `Index ${visibleText(generation)}${indexed === null ? '' : `, made on ${indexed}`}.`,
      tone: 'neutral',
      components: [],
    },
    layout,
  );
}
