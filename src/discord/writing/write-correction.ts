import type { ShownResult } from '../../state/seams/records.js';
import type { Words } from '../wording/words.js';
import type { Draft } from './compose-messages.js';
import { excerpt } from './excerpt.js';
import { fitInto, type ShowRoom } from './fit-messages.js';
import { nobodyMentioned, type OutgoingMessage } from './outgoing-message.js';
import type { Block } from './pack-blocks.js';
import type { ShowOptions } from './show-options.js';
import { dayOf } from './shown-date.js';
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
function struckBlock({ lead, quote }: Superseded, room: ShowRoom, { quoted }: Words): Block {
  const longest = Math.min(longestStruck, room.quote);
  const said = quote === null ? '' : quoted(excerpt(quote, { longest }).markdown);
  return { text: `~~${lead}${said}~~`, isTight: true };
}

function struckBlocks(lines: readonly Superseded[], room: ShowRoom, words: Words): readonly Block[] {
  const blocks = lines.slice(0, mostStruck).map((line) => struckBlock(line, room, words));
  const more = lines.length - mostStruck;
  return more > 0 ? [...blocks, { text: `-# ${words.results.more(more)}`, isTight: true }] : blocks;
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

function correctedLine({ at, words }: CorrectionOptions): Block {
  return { text: `✏️ **${words.results.correction.correctedOn(dayOf(at))}**` };
}

function correctionDraft(correction: Correction, options: CorrectionOptions, room: ShowRoom): Draft {
  const draft = draftOf(correction.now, options, room);
  const { words } = options;
  return {
    ...draft,
    body: [
      correctedLine(options),
      ...struckBlocks(supersededLines(correction.before, correction.now, words), room, words),
      ...(saysSomething(correction) ? [] : [{ text: words.results.correction.gone }]),
      ...draft.body,
    ],
  };
}

/** For what is too long to stand in the messages that are there. */
function briefDraft({ now }: Correction, options: CorrectionOptions, room: ShowRoom): Draft {
  const { opening, closing, tone, components } = draftOf(now, options, room);
  return {
    opening,
    title: null,
    body: [correctedLine(options), { text: options.words.results.correction.tooLong }],
    sections: [],
    closing,
    tone,
    components,
  };
}

/** A message that showed a further part of what was corrected, and has nothing to show any more. */
function leftOver({ results }: Words): OutgoingMessage {
  return { content: results.correction.leftOver, embeds: [], components: [], allowedMentions: nobodyMentioned };
}

/**
 * What a result's messages show once it is corrected, one for each of them: the day, what no longer holds struck through,
 * and what stands in its place with its sources and buttons.
 */
export function writeCorrection(correction: Correction, options: CorrectionOptions): readonly OutgoingMessage[] {
  const { mostMessages, words } = options;
  const messages =
    fitInto((room) => correctionDraft(correction, options, room), options, mostMessages) ??
    fitInto((room) => briefDraft(correction, options, room), options, mostMessages);
  if (messages === null) throw new RangeError(`Not even the shortest correction fits into ${mostMessages} messages.`);
  return [...messages, ...Array.from({ length: mostMessages - messages.length }, () => leftOver(words))];
}
