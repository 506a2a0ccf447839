import { ParagraphsError, ParleyError } from '../../errors.js';
import type { SummaryRequest } from '../../summarize.js';
import type { Summary, SummaryLength } from '../../types.js';
import type { BotParts } from '../bot-parts.js';
import type { Meanwhile } from '../replying/meanwhile.js';
import { noticeReply } from '../replying/notice-reply.js';
import type { Reply } from '../replying/reply.js';
import type { Words } from '../wording/words.js';
import { visibleText } from '../writing/visible-text.js';
import { writeSummary, writeSummarySoFar } from '../writing/write-summary.js';
import { busyReply } from './busy-reply.js';
import { type Kept, keepAndWrite } from './keep-and-write.js';
import { noteWritingFault } from './note-writing-fault.js';
import { readSection, type SectionReading } from './section-choices.js';
import type { Asking } from './turns-before.js';
import { writeInTurn } from './write-in-turn.js';

export interface MemberSummary extends Asking {
  /** As chosen from the list or typed; `null` for the whole document. */
  readonly section: string | null;
  readonly length: SummaryLength;
  readonly focus: string | null;
  readonly words: Words;
}

/** The most recently dated one. */
const wholeDocument = { kind: 'section', document: null, paragraphs: null } as const;

/** What was asked for, in a line that others understand. */
function describe({ section, length, focus }: MemberSummary): string {
  const of = section === null ? '' : ` of ${section}`;
  const about = focus === null ? '' : `, above all about ${focus}`;
  return `A ${length} summary${of}${about}`;
}

/** Why a section was not taken: it is told, not guessed. */
function refusalOf(
  section: string,
  reading: Exclude<SectionReading, { readonly kind: 'section' }>,
  { notices }: Words,
): string {
  if (reading.kind === 'unknown') return notices.section.unknown(section);
  const [first = '', second = ''] = reading.names;
  return notices.section.ambiguous(section, reading.names.length, first, second);
}

/** A summary for a member, of the section that was chosen or named without a doubt. */
export async function summarizeForMember(
  asked: MemberSummary,
  parts: BotParts,
  { signal, hurry, show }: Meanwhile,
): Promise<Reply> {
  const { section, length, focus, words } = asked;
  const reading =
    section === null || visibleText(section) === ''
      ? wholeDocument
      : readSection(await parts.desk.generations(asked.guild), section, words);
  if (reading.kind !== 'section') return noticeReply(refusalOf(section ?? '', reading, words));
  const { document, paragraphs } = reading;
  const request: SummaryRequest = {
    length,
    ...(document === null ? {} : { document }),
    ...(paragraphs === null ? {} : { paragraphs }),
    ...(focus === null || focus.trim() === '' ? {} : { focus }),
  };
  try {
    const { guild, asker: member, isPrivate } = asked;
    const shown = { isPrivate, echo: null, understoodAs: null, layout: 'embed', words } as const;
    const onPart = (soFar: Summary): void => {
      const message = writeSummarySoFar(soFar, shown);
      if (message !== null) show(message);
    };
    const summary = await writeInTurn(
      (waiting) => parts.desk.summarize(request, guild, { member, onPart, ...waiting }),
      { hurry, signal },
      parts,
    );
    if (summary === 'busy') return busyReply(words);
    noteWritingFault(summary.writing, parts);
    const question = describe(asked);
    const write = (kept: Kept) => writeSummary(summary, { ...shown, ...kept });
    return await keepAndWrite({ kind: 'summary', question, summary }, asked, write, parts);
  } catch (error) {
    // A range outside the document, or a part without text: the member can mend it.
    if (error instanceof ParagraphsError) return noticeReply(words.facts.noParagraphs(error));
    // The document went just now.
    if (error instanceof ParleyError && error.name === 'UsageError')
      return noticeReply(words.notices.section.unknown(section ?? ''));
    throw error;
  }
}
