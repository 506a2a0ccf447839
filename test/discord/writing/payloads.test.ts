import type { InteractionEditReplyOptions, MessageCreateOptions, MessageReplyOptions } from 'discord.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { languages } from '#src/discord/wording/language.js';
import { wordsOf } from '#src/discord/wording/words-of.js';
import { disputeForm } from '#src/discord/writing/dispute-form.js';
import { followUpForm } from '#src/discord/writing/follow-up-form.js';
import { linkTarget } from '#src/discord/writing/link-target.js';
import type { OutgoingMessage } from '#src/discord/writing/outgoing-message.js';
import { writeNotice } from '#src/discord/writing/write-notice.js';
import { specification } from '../../support/discord/specification.js';
import { shownButtons, shownMarks, textOutsideQuotes } from '../../support/read-message.js';
import {
  acceptForms,
  answers,
  checks,
  corrections,
  digests,
  gaps,
  messageUrl,
  moderation,
  others,
  passages,
  record,
  remarks,
  reviews,
  soFar,
  summaries,
  summarySoFar,
  written,
  writtenSummaryMessages,
} from './hostile-messages.js';
import { forModerators, moderator, reindexings } from './hostile-moderation.js';

/** Limits of Discord's that its specification does not hold. */
function sizesOf({ content, embeds, components }: OutgoingMessage): void {
  expect(content.length).toBeLessThanOrEqual(2000);
  expect(content.trim() !== '' || embeds.length > 0).toBe(true);
  let sum = 0;
  for (const { title = '', description, fields = [], footer, author } of embeds) {
    expect(author).toBeUndefined();
    expect(description?.length ?? 1).toBeGreaterThan(0);
    for (const { name, value } of fields) {
      expect(name.trim()).not.toBe('');
      expect(value.trim()).not.toBe('');
      sum += name.length + value.length;
    }
    sum += title.length + (description?.length ?? 0) + (footer?.text.length ?? 0);
  }
  expect(sum).toBeLessThanOrEqual(6000);
  const customIds = components.flatMap((row) =>
    row.components.map((button) => ('custom_id' in button ? button.custom_id : '')),
  );
  expect(new Set(customIds).size).toBe(customIds.length);
}

const catalogues = languages.map(wordsOf);
const allResults = catalogues.map(({ results }) => results);

/** What may be struck through: quotes, perhaps behind a verdict, and two lines of our own. */
const struck = new RegExp(
  catalogues
    .flatMap(({ results: { check, answer, correction }, colon, quoted }) => [
      `(?:(?:${Object.values(check.verdicts).join('|')})${colon})?${quoted('.*')}`,
      answer.declined.replaceAll('.', '\\.'),
      /~~(.+)~~/u.exec(correction.leftOver)?.[1] ?? '',
    ])
    .map((line) => `^${line}$`)
    .join('|'),
  'u',
);
const sourceEnd = new RegExp(`, ¶ \\d+(?: · (?:${allResults.map(({ open }) => open).join('|')}))?$`, 'u');

/** What nobody may bring into a message: everything but the marks that the writer itself draws. */
function marksOf(messages: readonly OutgoingMessage[], more: readonly string[] = []): void {
  for (const { kind, url: target, text: label } of shownMarks(messages)) {
    // The one mention: the moderator who did something, whom Discord names without calling them.
    if (kind === 'mention') expect(label).toBe(`<@${moderator}>`);
    else expect(['bold', 'quote', 'small', 'link', 'code', ...more]).toContain(kind);
    if (kind === 'code') expect(label).toMatch(/^\/[a-z]+$/u);
    if (kind !== 'link') continue;
    const isMessage = allResults.some(({ digest }) => digest.message === label);
    if (!isMessage) expect(allResults.map(({ open }) => open)).toContain(label);
    if (isMessage) expect(target).toBe(messageUrl);
    else expect(linkTarget(target ?? null)).toBe(target);
  }
}

const invisible =
  // oxlint-disable-next-line no-control-regex -- these are what it looks for
  /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u00AD\u061C\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF\u{E0000}-\u{E0FFF}]/u;

function judge(messages: readonly OutgoingMessage[], marks: readonly string[] = []): void {
  expect(messages.length).toBeGreaterThan(0);
  for (const message of messages) {
    const { allowedMentions, ...body } = message;
    expect(allowedMentions).toEqual({ parse: [], repliedUser: false });
    const sent = { ...body, allowed_mentions: { parse: [], replied_user: false } };
    for (const name of ['MessageCreateRequest', 'IncomingWebhookUpdateRequestPartial'])
      expect(specification().faultsOf(name, sent)).toEqual([]);
    sizesOf(message);
    const all = JSON.stringify(message.embeds) + message.content;
    expect(all.isWellFormed()).toBe(true);
    expect(message.content + message.embeds.map(({ description }) => description).join('')).not.toMatch(invisible);
  }
  marksOf(messages, marks);
  // Lines that begin as a source does are drawn by code, each with its paragraph.
  for (const line of textOutsideQuotes(messages).match(/^\[\d+\].*$/gmu) ?? []) expect(line).toMatch(sourceEnd);
  const buttons = messages.map((message) => shownButtons([message]).length);
  expect(buttons.slice(0, -1).every((count) => count === 0)).toBe(true);
}

function faultsOf(form: object): readonly string[] {
  return specification().faultsOf('ModalInteractionCallbackRequestData', form);
}

/** Not shrunk: reading ever shorter messages takes minutes, and the one that failed is printed with its seed. */
const hostileRuns = { numRuns: 60, endOnFailure: true } as const;

describe('whatever the documents, the members and the questions hold', () => {
  it.each([
    ['answers', answers],
    ['answers that a model wrote', written],
    ['checks', checks],
    ['summaries', summaries],
    ['summaries that a model wrote', writtenSummaryMessages],
    ['digests', digests],
    ['passages', passages],
    ['items of the review', reviews],
    ['notes of moderators', remarks],
    ['unanswered questions', gaps],
    ['settings and the audit log', moderation],
    ['what moderators see of a re-index', reindexings],
    ['what moderators see', forModerators],
  ])('%s are messages that Discord takes, with no mark, link or mention but our own', (_, messages) => {
    fc.assert(
      fc.property(messages, (made) => judge(made)),
      hostileRuns,
    );
  });

  it.each([
    ['an answer', soFar],
    ['a summary', summarySoFar],
  ])('%s so far is one such message, without buttons', (_, messages) => {
    fc.assert(
      fc.property(messages, (message) => {
        if (message === null) return;
        judge([message]);
        expect(shownButtons([message])).toEqual([]);
      }),
      hostileRuns,
    );
  });

  it('corrections are such messages, and what is struck through in them ends where it should', () => {
    fc.assert(
      fc.property(corrections, (messages) => {
        for (const message of messages) judge([message], ['strike']);
        for (const { kind, text } of shownMarks(messages)) if (kind === 'strike') expect(text).toMatch(struck);
      }),
      hostileRuns,
    );
  });

  it('an item of the review has its buttons', () => {
    fc.assert(
      fc.property(reviews, (messages) => {
        expect(shownButtons(messages).slice(0, 2)).toEqual(['Accept', 'Reject']);
      }),
      hostileRuns,
    );
  });

  it('the list of sources, help and notices are such messages, too', () => {
    fc.assert(
      fc.property(others, (messages) => {
        for (const message of messages) judge([message]);
      }),
      hostileRuns,
    );
  });

  it('forms are such forms', () => {
    for (const words of languages.map(wordsOf)) {
      for (const readers of ['moderators', 'nobody'] as const)
        expect(faultsOf(disputeForm(record, readers, words))).toEqual([]);
      expect(faultsOf(followUpForm('123456789012345678', words))).toEqual([]);
    }
    fc.assert(
      fc.property(acceptForms, (form) => {
        expect(faultsOf(form)).toEqual([]);
        expect(JSON.stringify(form).isWellFormed()).toBe(true);
        expect(JSON.stringify(form)).not.toContain('\\ud8');
      }),
      hostileRuns,
    );
  });
});

it('a message is what the client takes, as it is', () => {
  const message: OutgoingMessage = writeNotice('So it is.', 'notice');
  const taken: [MessageCreateOptions, MessageReplyOptions, InteractionEditReplyOptions] = [message, message, message];
  expect(taken[0].allowedMentions?.parse).toEqual([]);
});
