import { composeMessages } from './compose-messages.js';
import { excerpt } from './excerpt.js';
import type { MessageLayout, OutgoingMessage } from './outgoing-message.js';
import type { Block } from './pack-blocks.js';
import { shownDate } from './shown-date.js';
import { openLink } from './source-lines.js';
import { visibleText } from './visible-text.js';

/** A document that is searched. */
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
  /** Of the shared collection, then of the server's own. */
  readonly indexes: readonly {
    readonly generation: string;
    /** ISO 8601, UTC. */
    readonly createdAt: string;
  }[];
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

function indexLine({ generation, createdAt }: SourcesOptions['indexes'][number]): string {
  const made = shownDate(createdAt.slice(0, 10));
  return `${visibleText(generation.slice(0, longestName))}${made === null ? '' : `, made on ${made}`}`;
}

/** The documents that answers come from. */
export function writeSources(
  documents: readonly ListedDocument[],
  { indexes, layout }: SourcesOptions,
): readonly OutgoingMessage[] {
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
      closing: `${indexes.length === 1 ? 'Index' : 'Indexes'} ${indexes.map(indexLine).join('; ')}.`,
      tone: 'neutral',
      components: [],
    },
    layout,
  );
}
