import type { DocumentFormat } from '../../../stage-document.js';
import type { Survey } from '../../../survey-document.js';
import type { DocumentMetadata } from '../../../types.js';
import { english } from '../../wording/english.js';
import { composeMessages } from '../compose-messages.js';
import { counted } from '../counted.js';
import { excerpt } from '../excerpt.js';
import type { OutgoingMessage } from '../outgoing-message.js';
import type { Block } from '../pack-blocks.js';
import { openLink } from '../source-lines.js';
import { documentTitle, idFact, originFacts } from './document-lines.js';
import { findingBlocks } from './write-findings.js';

export interface StagedDocument {
  readonly id: string;
  readonly metadata: DocumentMetadata;
  /** UTF-16 units of its text. */
  readonly length: number;
  readonly format: DocumentFormat;
  /** `null` where the format has none. */
  readonly pages: number | null;
  readonly survey: Pick<Survey, 'passages' | 'screening'>;
  /** True when something is live under its id. */
  readonly replaces: boolean;
  /** The id of another document of the server with the same title; `null` for none. */
  readonly namesake: string | null;
}

const formats: Readonly<Record<DocumentFormat, string>> = {
  plain: 'text',
  markdown: 'Markdown',
  html: 'HTML page',
  pdf: 'PDF',
  docx: 'Word document',
};

/** Two screens; the preview and the file itself have the rest. */
const mostFindings = 12;
const longestQuote = 300;
const longestId = 100;

/** What a document says that it should not, under a line that says how much there is. */
export function surveyBlocks({ findings, omitted }: Survey['screening']): readonly Block[] {
  const count = findings.length + omitted;
  if (count === 0) return [{ text: '**Looked through on its own**: nothing suspicious.' }];
  const blocks = findingBlocks(findings, { longest: longestQuote });
  const more = count - Math.min(blocks.length, mostFindings);
  return [
    { text: `**Looked through on its own**: ${counted(count, 'thing')} to see before it goes live.` },
    ...blocks.slice(0, mostFindings),
    ...(more === 0 ? [] : [{ text: `and ${counted(more, 'less serious one')}` }]),
  ];
}

function readBlock({ id, metadata, length, format, pages, survey }: StagedDocument): Block {
  const file = pages === null ? formats[format] : `${formats[format]}, ${counted(pages, 'page')}`;
  const facts = [
    idFact(id),
    file,
    counted(length, 'character'),
    counted(survey.passages, 'passage'),
    ...originFacts(metadata),
  ];
  return { text: `${documentTitle(metadata)}\n${facts.join(' · ')}${openLink(metadata.url, 'embed', english)}` };
}

function namesakeLine(namesake: string): string {
  const other = excerpt(namesake, { longest: longestId }).markdown;
  return `⚠️ Another document has this title: ${other}. If this is its new version, take this one back with /corpus discard and use /corpus replace.`;
}

/** What was read from a file and staged, and what to see in it before it is published. */
export function writeStaged(staged: StagedDocument): readonly OutgoingMessage[] {
  const { survey, replaces, namesake } = staged;
  const isSerious = survey.screening.findings.some(({ severity }) => severity === 'high');
  return composeMessages(
    {
      opening: [],
      title: null,
      body: [
        { text: 'Staged. Nothing is live until /reindex run.' },
        readBlock(staged),
        ...(namesake === null ? [] : [{ text: namesakeLine(namesake) }]),
        ...(replaces ? [{ text: 'Until then its earlier version answers.' }] : []),
        ...surveyBlocks(survey.screening),
      ],
      sections: [],
      closing: '/reindex preview also compares it with the other documents; /corpus discard takes it back.',
      tone: isSerious ? 'no-answer' : 'neutral',
      components: [],
    },
    'embed',
    english,
  );
}
