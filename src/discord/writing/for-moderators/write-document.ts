import type { Survey } from '../../../survey-document.js';
import type { DocumentMetadata } from '../../../types.js';
import { english } from '../../wording/english.js';
import { composeMessages } from '../compose-messages.js';
import { counted } from '../counted.js';
import { excerpt } from '../excerpt.js';
import type { OutgoingMessage } from '../outgoing-message.js';
import { shownDate } from '../shown-date.js';
import { openLink } from '../source-lines.js';
import { documentTitle, idFact } from './document-lines.js';
import { type Standing, stagedLines } from './write-corpus.js';
import { surveyBlocks } from './write-staged.js';

export interface ShownDocument {
  readonly id: string;
  readonly metadata: DocumentMetadata;
  /** UTF-16 units of its text. */
  readonly length: number;
  /** Of its file. */
  readonly bytes: number;
  readonly standing: Standing;
  /** `null` where nobody counted. */
  readonly counts: { readonly paragraphs: number; readonly passages: number } | null;
  /** Its first lines. */
  readonly beginning: string;
  /** The last act by which it came; `null` for files of the folder, and where the log no longer says. */
  readonly added: {
    readonly act: 'added' | 'replaced';
    readonly by: string;
    /** Milliseconds since 1970. */
    readonly at: number;
  } | null;
  readonly isShared: boolean;
  /** Of what is staged. */
  readonly screening: Survey['screening'] | null;
}

const longestValue = 200;
const longestBeginning = 700;
const kibibyte = 1024;

function sizeOf(bytes: number): string {
  const kib = bytes / kibibyte;
  if (kib < 1) return counted(bytes, 'byte');
  return kib < kibibyte ? `${kib.toFixed(1)} KiB` : `${(kib / kibibyte).toFixed(1)} MiB`;
}

function line(label: string, value: string | null): readonly string[] {
  const { markdown } = excerpt(value ?? '', { longest: longestValue });
  return markdown === '' ? [] : [`${label}: ${markdown}`];
}

function addedLine({ added, isShared }: ShownDocument): readonly string[] {
  if (isShared) return ['A file in the folder corpus/, changed there by the operator'];
  if (added === null) return [];
  const day = shownDate(new Date(added.at).toISOString().slice(0, 10), english) ?? '';
  const by = excerpt(added.by, { longest: longestValue }).markdown || 'somebody';
  return [`${added.act === 'added' ? 'Added' : 'Replaced'} by ${by} on ${day}`];
}

function factLines(document: ShownDocument): readonly string[] {
  const { id, metadata, length, bytes, counts } = document;
  const { publisher, author, date, licence, url, titleIsDescriptive } = metadata;
  const parts = counts === null ? [] : [counted(counts.paragraphs, 'paragraph'), counted(counts.passages, 'passage')];
  return [
    idFact(id),
    ...(titleIsDescriptive ? ['The title only describes it: the document gives none'] : []),
    ...line('From', publisher),
    ...line('Author', author),
    ...line('Date', shownDate(date, english)),
    ...line('Licence', licence),
    ...(url === null ? [] : line('Address', url).map((words) => `${words}${openLink(url, 'embed', english)}`)),
    [counted(length, 'character'), ...parts, sizeOf(bytes)].join(' · '),
    ...addedLine(document),
  ];
}

/** One document as its moderators see it. */
export function writeDocument(document: ShownDocument): readonly OutgoingMessage[] {
  const { metadata, standing, beginning, screening } = document;
  const words = excerpt(beginning, { longest: longestBeginning }).markdown;
  return composeMessages(
    {
      opening: [],
      title: null,
      body: [
        { text: [documentTitle(metadata), ...stagedLines(standing)].join('\n') },
        { text: factLines(document).join('\n') },
        ...(words === '' ? [] : [{ text: `-# It begins\n> ${words}` }]),
        ...(screening === null ? [] : surveyBlocks(screening)),
      ],
      sections: [],
      closing: null,
      tone: 'neutral',
      components: [],
    },
    'embed',
    english,
  );
}
