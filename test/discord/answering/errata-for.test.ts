import type { Client } from 'discord.js';
import { beforeEach, describe, expect, it } from 'vitest';
import { errataFor } from '#src/discord/answering/errata-for.js';
import type { BotParts } from '#src/discord/bot-parts.js';
import type { ShownResult } from '#src/state/seams/records.js';
import { madeUpAnswer, madeUpDecline } from '../../support/made-up-answer.js';
import { recordingLog } from '../connection/recording-log.js';
import { quietParts } from '../quiet-parts.js';

const guild = '100000000000000001';
const quote = 'So it was.';
const answered: ShownResult = { kind: 'answer', question: 'q', answer: madeUpAnswer('q', [{ quote }]) };
const nearest = [{ document: 'made-up', title: 'T', paragraph: 1, start: 0, end: 1, quote }];
const declined: ShownResult = { kind: 'answer', question: 'q', answer: madeUpDecline('q', { nearest }) };

let parts: BotParts;
let log: ReturnType<typeof recordingLog>;

beforeEach(async () => {
  log = recordingLog();
  parts = quietParts(undefined as unknown as Client, { desk: {}, log });
  const record = 'K3fq0Zp81LmN';
  const { state } = parts;
  await state.records.keep({
    id: record,
    result: answered,
    guild,
    channel: '1',
    asker: '1',
    isPrivate: false,
    shownAt: 0,
  });
  await state.feedback.dispute({ record, member: '1', text: 'No.', at: 0 });
  const erratum = { guild, document: 'made-up', quote, text: 'It was not.', at: 0 };
  const audited = { guild, actor: '1', at: 0, act: 'review accept', subject: null, before: null, after: null };
  const { items } = await state.reviews.open(guild, { limit: 1 });
  await state.reviews.accept(guild, items[0]?.number ?? 0, { golden: null, erratum }, audited);
});

describe('the notes under a result', () => {
  it('are those on what it cites, of the server where it is shown', async () => {
    expect(await errataFor(answered, guild, parts)).toMatchObject([{ text: 'It was not.' }]);
    expect(await errataFor(answered, '100000000000000002', parts)).toEqual([]);
    expect(await errataFor(answered, null, parts)).toEqual([]);
  });

  it('are none under a declined answer, which cites nothing', async () => {
    expect(await errataFor(declined, guild, parts)).toEqual([]);
  });

  it('are left out, and that is logged, when they cannot be read', async () => {
    await parts.state.close();
    expect(await errataFor(answered, guild, parts)).toEqual([]);
    expect(log.lines.map(({ level }) => level)).toEqual(['error']);
    expect(log.text()).not.toContain(quote);
  });
});
