import { dateInWords } from '../../language/date-in-words.js';
import type { ShownResult } from '../../state/seams/records.js';
import type { Draft } from './compose-messages.js';
import { excerpt } from './excerpt.js';
import { fitInto, type ShowRoom } from './fit-messages.js';
import { nobodyMentioned, type OutgoingMessage } from './outgoing-message.js';
import type { Block } from './pack-blocks.js';
import type { ShowOptions } from './show-options.js';
import { type Superseded, supersededLines } from './superseded-lines.js';
import { answerDraft } from './write-answer.js';
import { checkDraft } from './write-check.js';
import { summaryDraft } from './write-summary.js';

export interface CorrectionOptions extends ShowOptions {
  /** When it is corrected: milliseconds since 1970. */
  readonly at: number;
  /** Messages that there are to be edited, at least 1. */
  readonly mostMessages: number;
}

export interface Correction {
  /** What the messages show until now. */
  readonly before: ShownResult;
  /** What stands in its place; of the same kind. */
  readonly now: ShownResult;
}

const longestStruck = 300;
const mostStruck = 6;

function draftOf(result: ShownResult, options: ShowOptions, room: ShowRoom): Draft {
  switch (result.kind) {
    case 'answer':
      return answerDraft(result.answer, options, room);
    case 'check':
      return checkDraft(result.check, options, room);
    case 'summary':
      return summaryDraft(result.summary, options, room);
  }
}

/** Escaping leaves no bare tilde in what others wrote, so that the line ends where it should. */
function struckBlock({ lead, quote }: Superseded, room: ShowRoom): Block {
  const longest = Math.min(longestStruck, room.quote);
  const quoted = quote === null ? '' : `“${excerpt(quote, { longest }).markdown}”`;
  return { text: `~~${lead}${quoted}~~`, isTight: true };
}

function struckBlocks(lines: readonly Superseded[], room: ShowRoom): readonly Block[] {
  const blocks = lines.slice(0, mostStruck).map((line) => struckBlock(line, room));
  const more = lines.length - mostStruck;
  return more > 0 ? [...blocks, { text: `-# and ${more} more`, isTight: true }] : blocks;
}

/** Whether it says anything of what the documents say. */
function saysSomething({ now }: Correction): boolean {
  switch (now.kind) {
    case 'answer':
      return now.answer.outcome === 'answered';
    case 'check':
      return now.check.claims.some(({ verdict }) => verdict !== 'not-covered');
    case 'summary':
      return now.summary.points.length > 0;
  }
}

function correctedLine(at: number): Block {
  const date = dateInWords(new Date(at).toISOString().slice(0, 10));
  return { text: `✏️ **Corrected on ${date}: the documents changed.**` };
}

function correctionDraft(correction: Correction, options: CorrectionOptions, room: ShowRoom): Draft {
  const draft = draftOf(correction.now, options, room);
  return {
    ...draft,
    body: [
      correctedLine(options.at),
      ...struckBlocks(supersededLines(correction.before, correction.now), room),
      ...(saysSomething(correction) ? [] : [{ text: 'The documents no longer say this.' }]),
      ...draft.body,
    ],
  };
}

/** For what is too long to stand in the messages that are there. */
function briefDraft({ now }: Correction, options: CorrectionOptions, room: ShowRoom): Draft {
  const { opening, closing, tone, components } = draftOf(now, options, room);
  const advice = 'What they say now is too long to stand here: ask again to read it.';
  return {
    opening,
    title: null,
    body: [correctedLine(options.at), { text: advice }],
    sections: [],
    closing,
    tone,
    components,
  };
}

/** A message that showed a further part of what was corrected, and has nothing to show any more. */
const leftOver: OutgoingMessage = {
  content: '~~The rest of this~~ is corrected above.',
  embeds: [],
  components: [],
  allowedMentions: nobodyMentioned,
};

/**
 * What a result's messages show once it is corrected, one for each of them: the day, what no longer holds struck through,
 * and what stands in its place with its sources and buttons.
 */
export function writeCorrection(correction: Correction, options: CorrectionOptions): readonly OutgoingMessage[] {
  const { layout, mostMessages } = options;
  const messages =
    fitInto((room) => correctionDraft(correction, options, room), layout, mostMessages) ??
    fitInto((room) => briefDraft(correction, options, room), layout, mostMessages);
  if (messages === null) throw new RangeError(`Not even the shortest correction fits into ${mostMessages} messages.`);
  return [...messages, ...Array.from({ length: mostMessages - messages.length }, () => leftOver)];
}
