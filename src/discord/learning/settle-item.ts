import type { Audited } from '../../state/seams/audit.js';
import type { Acceptance, Erratum, ReviewItem } from '../../state/seams/feedback.js';
import type { ShownResult } from '../../state/seams/records.js';
import type { Citation } from '../../types.js';
import type { BotParts } from '../bot-parts.js';
import { nameOf } from '../moderating/name-of.js';
import type { Moderator } from '../moderating/respond-to-moderator.js';
import { tellModerators } from '../moderating/tell-moderators.js';
import { citationsOf } from '../writing/citations-of.js';
import { visibleText } from '../writing/visible-text.js';
import { recordOfItem } from './review-page.js';

type SettleParts = Pick<BotParts, 'state' | 'now' | 'client' | 'settings' | 'log'>;

export type Settler = Pick<Moderator, 'guild' | 'user'>;

/** What a moderator filled in; `null` where there was no form, because nothing is cited. */
export interface FilledIn {
  readonly note: string;
  /** As it was typed. */
  readonly citation: string;
}

const nothingFollows: Acceptance = { golden: null, erratum: null };

/** That an item is not open, or not this server's; `null` when it is. */
function whyNotOpen(number: number, item: ReviewItem | null): string | null {
  if (item === null) return `There is no item ${number} in the review of this server.`;
  if (item.state === 'open') return null;
  return `Item ${number} was ${item.state} before, perhaps by another moderator. Nothing was changed.`;
}

function entryOf(
  { guild, user }: Settler,
  number: number,
  act: 'accept' | 'reject',
  after: string,
  at: number,
): Audited {
  return { guild, actor: user, at, act: `review ${act}`, subject: `item ${number}`, before: 'open', after };
}

/** Rejects an item; gives what came of it, in words for the moderator. */
export async function rejectItem(settler: Settler, number: number, parts: SettleParts): Promise<string> {
  const { guild, user } = settler;
  const { reviews } = parts.state;
  const entry = entryOf(settler, number, 'reject', 'rejected', parts.now());
  if (!(await reviews.reject(guild, number, entry))) return notSettled(guild, number, parts);
  await tellModerators(guild, `${nameOf(user, parts)} rejected item ${number} of the review.`, parts);
  return `Item ${number} is rejected.`;
}

/** For an item that another moderator settled in the meantime. */
async function notSettled(guild: string, number: number, { state }: SettleParts): Promise<string> {
  const item = await state.reviews.find(guild, number);
  return whyNotOpen(number, item) ?? `Item ${number} could not be settled just now. Please try again.`;
}

/** What follows, in words for people; the audit log gets them too, and so no text of a member's is among them. */
function describe({ golden, erratum }: Acceptance): string {
  if (golden !== null && erratum !== null)
    return 'a note stands under what cites the passage from now on, and the question is asked again at each publish';
  if (golden !== null) return 'the question is asked again at each publish';
  if (erratum !== null) return 'a note stands under what cites the passage from now on';
  return 'it is noted in the audit log, and nothing else comes of it';
}

function chosen(citations: readonly Citation[], typed: string): Citation | undefined {
  const [, digits] = /^\[?(\d{1,3})\]?$/u.exec(typed.trim()) ?? [];
  return citations.find(({ n }) => n === Number(digits));
}

/** Only an answer gives a question: a check or a summary has none that could be asked again. */
function acceptanceOf(
  result: ShownResult | undefined,
  { document, quote }: Citation,
  note: string,
  { guild, at }: Pick<Erratum, 'guild' | 'at'>,
): Acceptance {
  const question = result?.kind === 'answer' ? result.answer.question : null;
  const text = visibleText(note);
  return {
    golden: question === null ? null : { guild, question, wrong: { document, quote }, at },
    erratum: text === '' ? null : { guild, document, quote, text, at },
  };
}

/**
 * Accepts an item: the passage that is wrong as an answer gives a golden question, and what the moderator wrote a note
 * under whatever cites it in this server. Gives what came of it, in words for the moderator.
 */
export async function acceptItem(
  settler: Settler,
  number: number,
  filledIn: FilledIn | null,
  parts: SettleParts,
): Promise<string> {
  const { guild, user } = settler;
  const { reviews } = parts.state;
  const item = await reviews.find(guild, number);
  if (item?.state !== 'open') return whyNotOpen(number, item) ?? '';
  const record = await recordOfItem(item, parts);
  const citations = record === null ? [] : citationsOf(record.result);
  const citation = filledIn === null ? undefined : chosen(citations, filledIn.citation);
  if (filledIn !== null && citations.length > 0 && citation === undefined)
    return `Item ${number} stays open: “${filledIn.citation}” is none of its citations. Press Accept again and choose one from 1 to ${citations.length}.`;
  const at = parts.now();
  const acceptance =
    citation === undefined
      ? nothingFollows
      : acceptanceOf(record?.result, citation, filledIn?.note ?? '', { guild, at });
  const entry = entryOf(settler, number, 'accept', `accepted: ${describe(acceptance)}`, at);
  if (!(await reviews.accept(guild, number, acceptance, entry))) return notSettled(guild, number, parts);
  await tellModerators(
    guild,
    `${nameOf(user, parts)} accepted item ${number} of the review: ${describe(acceptance)}.`,
    parts,
  );
  return `Item ${number} is accepted: ${describe(acceptance)}.`;
}
