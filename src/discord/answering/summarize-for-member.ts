import { ParleyError } from '../../errors.js';
import type { SummaryRequest } from '../../summarize.js';
import type { SummaryLength } from '../../types.js';
import { busyReply, keepShown } from './answer-member.js';
import type { BotParts } from '../bot-parts.js';
import type { Reply } from '../replying/reply.js';
import { readSection } from './section-choices.js';
import type { Asking } from './turns-before.js';
import { writeNotice } from '../writing/write-notice.js';
import { writeSummary } from '../writing/write-summary.js';

export interface MemberSummary extends Asking {
  /** As chosen from the list or typed; `null` for the whole document. */
  readonly section: string | null;
  readonly length: SummaryLength;
  readonly focus: string | null;
}

function notice(text: string): Reply {
  return { messages: [writeNotice(text, 'notice')], record: null };
}

/** What was asked for, in a line that others understand. */
function describe({ section, length, focus }: MemberSummary): string {
  const of = section === null ? '' : ` of ${section}`;
  const about = focus === null ? '' : `, above all about ${focus}`;
  return `A ${length} summary${of}${about}`;
}

/** A summary for a member; a section that does not exist is told, not guessed. */
export async function summarizeForMember(asked: MemberSummary, parts: BotParts): Promise<Reply> {
  const { section, length, focus } = asked;
  const chosen = section === null || section.trim() === '' ? {} : readSection(parts.desk.generation, section);
  if (chosen === null) {
    return notice(`There is no section “${section}”. Choose one from the list while you type, or leave it out.`);
  }
  const request: SummaryRequest = {
    length,
    ...(chosen.document === undefined ? {} : { document: chosen.document }),
    ...(chosen.paragraphs == null ? {} : { paragraphs: chosen.paragraphs }),
    ...(focus === null || focus.trim() === '' ? {} : { focus }),
  };
  try {
    const summary = await parts.queue.run(() => parts.desk.summarize(request));
    if (summary === 'busy') return busyReply();
    const question = describe(asked);
    const record = await keepShown({ kind: 'summary', question, summary }, asked, parts);
    const { isPrivate } = asked;
    return {
      messages: writeSummary(summary, { record, isPrivate, echo: null, understoodAs: null, layout: 'embed' }),
      record,
    };
  } catch (error) {
    // A range outside the document, or a part without text: the member can mend it.
    if (error instanceof ParleyError && error.name === 'UsageError') return notice(error.line);
    throw error;
  }
}
