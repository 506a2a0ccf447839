import type { DocumentMetadata } from '../../../types.js';
import { english } from '../../wording/english.js';
import { composeMessages } from '../compose-messages.js';
import { counted } from '../counted.js';
import type { OutgoingMessage } from '../outgoing-message.js';
import type { Block } from '../pack-blocks.js';
import { openLink } from '../source-lines.js';
import { documentTitle, grouped, idFact, originFacts } from './document-lines.js';

/** `live` as it is, or what the next re-index makes of it. */
export type Standing = 'live' | 'new' | 'changed' | 'leaving';

export interface ListedOfCorpus {
  readonly id: string;
  readonly metadata: DocumentMetadata;
  /** UTF-16 units of its text. */
  readonly length: number;
  readonly standing: Standing;
}

export interface CorpusList {
  /** The server's own. */
  readonly own: readonly ListedOfCorpus[];
  readonly shared: readonly ListedOfCorpus[];
  /** Whether this server's moderators look after the shared ones too. */
  readonly isHome: boolean;
}

/** More would be several screens that nobody reads; the list of choices finds the others. */
const mostOwn = 40;
const mostShared = 20;

const staged: Readonly<Record<Standing, string | null>> = {
  live: null,
  new: 'staged: goes live with /reindex run',
  changed: 'staged to replace what is live: goes live with /reindex run',
  leaving: 'staged to be removed: goes with /reindex run',
};

/** What the next re-index makes of a document, with its mark; empty for one that stays as it is. */
export function stagedLines(standing: Standing): readonly string[] {
  const words = staged[standing];
  return words === null ? [] : [`🕓 **${words}**`];
}

function documentBlock({ id, metadata, length, standing }: ListedOfCorpus): Block {
  const facts = [idFact(id), ...originFacts(metadata), counted(length, 'character')];
  const line = `${facts.join(' · ')}${openLink(metadata.url, 'embed', english)}`;
  return { text: [documentTitle(metadata), line, ...stagedLines(standing)].join('\n') };
}

function listBlocks(documents: readonly ListedOfCorpus[], most: number): readonly Block[] {
  // What somebody has to do something about must not be what is left out.
  const waiting = documents.filter(({ standing }) => standing !== 'live');
  const live = documents.filter(({ standing }) => standing === 'live');
  const more = documents.length - most;
  return [
    ...[...waiting, ...live].slice(0, most).map(documentBlock),
    ...(more > 0 ? [{ text: `and ${grouped.format(more)} more: /corpus show finds them by their names` }] : []),
  ];
}

function ownBlocks({ own }: CorpusList): readonly Block[] {
  if (own.length === 0) return [{ text: '**This server has no documents of its own.** /corpus add adds one.' }];
  return [{ text: '**Documents of this server**' }, ...listBlocks(own, mostOwn)];
}

function sharedBlocks({ shared, isHome }: CorpusList): readonly Block[] {
  if (shared.length === 0) return [];
  const care = isHome
    ? 'files in the folder corpus/, changed there by the operator and published here with /reindex run'
    : 'read-only here: files in the folder corpus/, changed there by the operator';
  return [{ text: `**Shared documents** (${care})` }, ...listBlocks(shared, mostShared)];
}

/** The documents of a server, what is staged for them, and those that all servers see. */
export function writeCorpusList(list: CorpusList): readonly OutgoingMessage[] {
  const waiting = list.own.filter(({ standing }) => standing !== 'live').length;
  const characters = list.own.reduce((sum, { length }) => sum + length, 0);
  return composeMessages(
    {
      opening: [],
      title: null,
      body: [...ownBlocks(list), ...sharedBlocks(list)],
      sections: [],
      closing: [
        `${counted(list.own.length, 'document')} of this server, ${counted(characters, 'character')}`,
        waiting === 0
          ? 'nothing is staged'
          : `${grouped.format(waiting)} staged: /reindex preview shows what would change`,
      ].join('; '),
      tone: 'neutral',
      components: [],
    },
    'embed',
    english,
  );
}
