import type { Words } from '../wording/words.js';
import { composeMessages } from './compose-messages.js';
import { excerpt } from './excerpt.js';
import type { MessageLayout, OutgoingMessage } from './outgoing-message.js';
import type { Block } from './pack-blocks.js';
import { dateOrNull, shownDate } from './shown-date.js';
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
  readonly words: Words;
}

/** More would be several screens that nobody reads. */
const mostListed = 30;
const longestTitle = 150;
const longestName = 60;

function documentBlock(document: ListedDocument, { layout, words }: Pick<SourcesOptions, 'layout' | 'words'>): Block {
  const { sources } = words.pages;
  const { id, title, publisher, date, url, characters } = document;
  const publisherName = excerpt(publisher ?? '', { longest: longestName }).markdown;
  const facts = [
    publisherName === '' ? '' : sources.from(publisherName),
    shownDate(date, words) ?? '',
    sources.characters(characters),
    excerpt(id, { longest: longestName }).markdown,
  ];
  const name = `📄 **${excerpt(title, { longest: longestTitle }).markdown || sources.untitled}**`;
  return { text: `${name}\n${facts.filter((fact) => fact !== '').join(' · ')}${openLink(url, layout, words)}` };
}

function indexLine({ generation, createdAt }: SourcesOptions['indexes'][number], { pages }: Words): string {
  const made = dateOrNull(createdAt.slice(0, 10));
  const name = visibleText(generation.slice(0, longestName));
  return made === null ? name : pages.sources.made(name, made);
}

/** The documents that answers come from. */
export function writeSources(
  documents: readonly ListedDocument[],
  { indexes, layout, words }: SourcesOptions,
): readonly OutgoingMessage[] {
  const { sources } = words.pages;
  const more = documents.length - mostListed;
  return composeMessages(
    {
      opening: [],
      title: sources.title(documents.length),
      body: [
        ...documents.slice(0, mostListed).map((document) => documentBlock(document, { layout, words })),
        ...(more > 0 ? [{ text: words.results.more(more) }] : []),
      ],
      sections: [],
      closing: sources.indexes(indexes.length, indexes.map((index) => indexLine(index, words)).join('; ')),
      tone: 'neutral',
      components: [],
    },
    layout,
    words,
  );
}
