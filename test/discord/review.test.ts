import { PermissionFlagsBits } from 'discord.js';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Desk } from '#src/desk.js';
import { commandDefinitions } from '#src/discord/commands/all-commands.js';
import { type ComponentAction, customIdOf } from '#src/discord/custom-id.js';
import { citationInput, noteInput } from '#src/discord/writing/for-moderators/accept-form.js';
import { openArticleDesk } from '../support/article-desk.js';
import type { Actor } from '../support/discord/actor.js';
import { type Loopback, startLoopback } from '../support/discord/loopback.js';
import type { LoopbackGuild } from '../support/discord/loopback-guild.js';
import type { Reply } from '../support/discord/reply.js';
import type { SeenMessage } from '../support/discord/seen-message.js';
import { type RunningBot, runBotAgainst } from '../support/run-bot-against.js';

let desk: Desk;
let discord: Loopback;
let bot: RunningBot;
let anna: Actor;
let mara: Actor;
let isPassageGone: boolean;
let elsewhere: LoopbackGuild;
let otto: Actor;

const moderating = { permissions: PermissionFlagsBits.ManageGuild };

beforeAll(async () => {
  desk = await openArticleDesk();
});
afterAll(() => desk.close());

beforeEach(async () => {
  discord = await startLoopback();
  elsewhere = discord.guild({ name: 'Elsewhere' });
  anna = discord.member('anna');
  mara = discord.member('mara', moderating);
  otto = discord.member('otto', { guild: elsewhere, ...moderating });
  isPassageGone = false;
  const generations: Desk['generations'] = async (guild) => (isPassageGone ? [] : desk.generations(guild));
  bot = await runBotAgainst(discord, { desk: { ...desk, generations } });
});
afterEach(async () => {
  await bot.stop();
  await discord.stop();
  expect(discord.violations).toEqual([]);
});

function first({ messages: [message, ...more] }: Pick<Reply, 'messages'>): SeenMessage {
  if (message === undefined || more.length > 0) throw new Error('There is not one message.');
  return message;
}

async function asks(question: string, who = anna, isPrivate = false): Promise<SeenMessage> {
  return first(await who.runs('ask', { question, private: isPrivate }));
}

async function disputes(answer: SeenMessage, words: string, who = anna): Promise<void> {
  await who.submits(await who.presses(answer, 'Dispute'), { 'What is wrong?': words });
}

const howLong = 'How long did the talks last?';
const where = 'Who met in Geneva?';

async function opens(who = mara): Promise<SeenMessage> {
  const reply = await who.runs('review');
  expect(reply.isEphemeral).toBe(true);
  return first(reply);
}

/** Presses Accept and sends its form as it stands, or with other words. */
async function accepts(
  page: SeenMessage,
  values: Readonly<Record<string, string>> = {},
  who = mara,
): Promise<SeenMessage> {
  return first(await who.submits(await who.presses(page, 'Accept'), values));
}

async function audited(guild = discord.home): Promise<readonly object[]> {
  return (await bot.state.audit.entries({ guild: guild.id, limit: 50 })).map(({ actor, act, subject, after }) => ({
    actor,
    act,
    subject,
    after,
  }));
}

describe('/review', () => {
  it('shows the oldest dispute with the member’s words, the question and the quote, and not who it was', async () => {
    await disputes(await asks(howLong), 'It was fourteen.');
    await disputes(await asks(where), 'Second one.');
    const page = await opens();
    expect(page.text).toContain('item 1');
    expect(page.text).toContain('It was fourteen');
    expect(page.text).toContain(howLong);
    expect(page.text).toContain('15 hours');
    expect(page.text).toContain('¶ 9');
    expect(page.text).toContain('2 items are open');
    expect(page.text).not.toMatch(/anna/u);
    expect(JSON.stringify([page.embeds, page.content, page.components])).not.toContain(anna.id);
    expect(page.buttons).toEqual(['Accept', 'Reject', 'Next']);
  });

  it('shows a claim with its verdict', async () => {
    const check = first(await anna.runs('check', { claim: 'The talks lasted nine hours.' }));
    await disputes(check, 'Nobody said nine.');
    const page = await opens();
    expect(page.text).toContain('**Contradicted**');
    expect(page.text).toContain('The talks lasted nine hours');
    expect(page.text).toContain('15 hours');
  });

  it('shows a 👎 with its count', async () => {
    const answer = await asks(howLong);
    for (const name of ['ben', 'carl']) await discord.member(name).presses(answer, '👎');
    const page = await opens();
    expect(page.text).toContain('👎 2');
    expect(page.text).toContain('15 hours');
    expect(page.text).toContain('only open item');
  });

  it('goes to the next one and round again', async () => {
    for (const words of ['one', 'two', 'three']) await disputes(await asks(howLong), `Dispute ${words}.`);
    let page = await opens();
    const seen = [page.text];
    for (let presses = 0; presses < 3; presses += 1) {
      const next = first(await mara.presses(page, 'Next'));
      expect(next.id).toBe(page.id);
      page = next;
      seen.push(page.text);
    }
    expect(seen.map((text) => /Dispute (\w+)/u.exec(text)?.[1])).toEqual(['one', 'two', 'three', 'one']);
  });

  it('says that nothing is open', async () => {
    expect((await opens()).text).toContain('Nothing is open');
  });

  it('shows what its asker alone saw only once they dispute it, having been told who reads that', async () => {
    const answer = await asks(howLong, anna, true);
    await anna.presses(answer, '👎');
    expect((await opens()).text).toContain('Nothing is open');
    const form = await anna.presses(answer, 'Dispute');
    await anna.submits(form, { 'What is wrong?': 'Private doubt.' });
    expect((await opens()).text).toContain('Private doubt');
  });
});

describe('Accept', () => {
  it('opens a form without a word in it, and makes a golden question and a note under future answers', async () => {
    await disputes(await asks(howLong), 'It was fourteen.');
    const page = await opens();
    const form = await mara.presses(page, 'Accept');
    expect(form.modal?.inputs.map(({ label, value, maxLength }) => ({ label, value, maxLength }))).toEqual([
      { label: 'Note for future readers', value: '', maxLength: 300 },
    ]);
    const after = first(await mara.submits(form, { 'Note for future readers': 'A source says 14 hours.' }));
    expect(after.id).toBe(page.id);
    expect(after.text).toContain('Item 1 is accepted');
    expect(after.text).toContain('Nothing is open');
    expect(after.buttons).toEqual([]);

    const [golden] = await bot.state.reviews.golden(discord.home.id);
    expect(golden).toMatchObject({ question: howLong, wrong: { document: 'syria-ceasefire-2016' } });
    expect(golden?.wrong.quote).toContain('15 hours');
    expect(await audited()).toEqual([
      { actor: mara.id, act: 'review accept', subject: 'item 1', after: expect.stringContaining('accepted') },
    ]);
    expect(JSON.stringify(await audited())).not.toMatch(/fourteen|14 hours/u);

    const again = await asks(howLong);
    expect(again.text).toMatch(
      /15 hours[\s\S]*Note by this server's moderators \(\d{1,2} \p{L}+ \d{4}\): A source says 14 hours\. \[1\][\s\S]*Sources/u,
    );
  });

  it('asks which citation where there are several, and takes the one that is chosen', async () => {
    const answer = await asks(where);
    await disputes(answer, 'Not the caption.');
    const page = await opens();
    const form = await mara.presses(page, 'Accept');
    expect(form.modal?.inputs.map(({ label, value }) => ({ label, value }))[1]).toEqual({
      label: expect.stringMatching(/^Which citation\? 1–[2-9]$/u),
      value: '1',
    });
    const label = form.modal?.inputs[1]?.label ?? '';
    const wrong = first(await mara.submits(form, { [label]: '99' }));
    expect(wrong.text).toContain('stays open');
    expect(wrong.text).toContain('Not the caption');
    expect(await bot.state.reviews.golden(discord.home.id)).toEqual([]);
    await accepts(wrong, { [label]: '2', 'Note for future readers': 'Not the caption.' });
    const record = /"custom_id":"up:(\w{12})"/u.exec(JSON.stringify(answer.components))?.[1] ?? '';
    const { result } = (await bot.state.records.find(record)) ?? {};
    if (result?.kind !== 'answer') throw new Error('That is no answer.');
    const [golden] = await bot.state.reviews.golden(discord.home.id);
    expect(golden?.wrong.quote).toBe(result.answer.citations[1]?.quote);
    expect((await asks(where)).text).toMatch(/Note by this server's moderators .*: Not the caption\. \[2\]/u);
  });

  it('unedited shows nobody what the member wrote to the moderators', async () => {
    await disputes(await asks(howLong), 'Canary words.');
    await accepts(await opens());
    expect((await asks(howLong)).text).not.toContain('Canary');
    expect(await bot.state.reviews.golden(discord.home.id)).toHaveLength(1);
  });

  it('with an empty note leaves none, and still asks the question again', async () => {
    await disputes(await asks(howLong), 'It was fourteen.');
    await accepts(await opens(), { 'Note for future readers': ' \u200B ' });
    expect(await bot.state.reviews.golden(discord.home.id)).toHaveLength(1);
    expect((await asks(howLong)).text).not.toContain('Note by');
  });

  it.each([
    ['check', { claim: 'The talks lasted nine hours.' }],
    ['summary', { length: 'short', private: true }],
  ] as const)('of a %s leaves a note and no question', async (command, options) => {
    await disputes(first(await anna.runs(command, options)), 'This is doubted.');
    await accepts(await opens(), { 'Note for future readers': 'This is doubted.' });
    expect(await bot.state.reviews.golden(discord.home.id)).toEqual([]);
    const again = first(await anna.runs(command, options));
    expect(again.text).toMatch(/Note by this server's moderators .*: This is doubted\./u);
    const shared = first(await anna.presses(again, 'Share'));
    expect(shared.text).toContain('This is doubted.');
  });

  it('of what is no longer kept is noted in the audit log, and nothing else comes of it', async () => {
    await disputes(await asks(howLong), 'It was fourteen.');
    await bot.state.records.forgetBefore(Number.MAX_SAFE_INTEGER);
    const page = await opens();
    expect(page.text).toContain('It was fourteen');
    expect(page.text).toContain('no longer kept');
    const after = first(await mara.presses(page, 'Accept'));
    expect(after.text).toContain('Item 1 is accepted');
    expect(await audited()).toMatchObject([{ act: 'review accept', after: expect.stringContaining('nothing else') }]);
    expect(await bot.state.reviews.golden(discord.home.id)).toEqual([]);
  });

  it('of a declined answer is noted, for it quotes nothing', async () => {
    await discord.member('ben').presses(await asks('Which hotel did the ministers stay at?'), '👎');
    const after = first(await mara.presses(await opens(), 'Accept'));
    expect(after.text).toContain('Item 1 is accepted');
    expect(await bot.state.reviews.golden(discord.home.id)).toEqual([]);
  });
});

describe('a form that cannot be made in time', () => {
  it('does not open, and decides nothing: the moderator is asked to press again', async () => {
    await bot.stop();
    let looks = 0;
    bot = await runBotAgainst(discord, {
      desk,
      around: (state) => ({
        ...state,
        reviews: {
          ...state.reviews,
          find(guild, number) {
            looks += 1;
            return looks === 1 ? new Promise(() => undefined) : state.reviews.find(guild, number);
          },
        },
      }),
    });
    await disputes(await asks(howLong), 'It was fourteen.');
    const page = await opens();
    const reply = await mara.presses(page, 'Accept');
    expect(reply.modal).toBeUndefined();
    expect(reply.acknowledgedAfterMs).toBeLessThan(3000);
    const again = first(reply);
    expect(again.text).toContain('press Accept again');
    expect(again.text).toContain('It was fourteen.');
    expect((await mara.presses(again, 'Accept')).modal).toBeDefined();
    expect((await bot.state.reviews.find(discord.home.id, 1))?.state).toBe('open');
  });
});

describe('Reject', () => {
  it('closes the item, writes it down and shows the next in its place', async () => {
    await disputes(await asks(howLong), 'One.');
    await disputes(await asks(where), 'Two.');
    const page = await opens();
    const next = first(await mara.presses(page, 'Reject'));
    expect(next.id).toBe(page.id);
    expect(next.text).toContain('Item 1 is rejected');
    expect(next.text).toContain('Two.');
    expect(await audited()).toEqual([{ actor: mara.id, act: 'review reject', subject: 'item 1', after: 'rejected' }]);
    expect((await asks(howLong)).text).not.toContain('Note by');
  });
});

/** Another item, of a declined answer, so that Accept needs no form. */
async function reopened(who: Actor): Promise<SeenMessage> {
  await discord.member('ben').presses(await asks('Which hotel did the ministers stay at?'), '👎');
  return opens(who);
}

const notes = async (who = mara): Promise<SeenMessage> => first(await who.runs('review', { show: 'notes' }));
const acceptsWith = async (words: string, question = howLong): Promise<void> => {
  await disputes(await asks(question), 'Canary words.');
  await accepts(await opens(), { 'Note for future readers': words });
};

function withdrawIn({ components }: SeenMessage): string {
  return /note-withdraw:\d+/u.exec(JSON.stringify(components))?.[0] ?? '';
}

describe('/review show: notes', () => {
  it('shows what was accepted, the last first, and withdraws a note with its golden question', async () => {
    await acceptsWith('A first note.');
    await acceptsWith('A second note.');
    const page = await notes();
    expect(page.text).toContain('A second note.');
    expect(page.text).toContain(howLong);
    expect(page.text).toContain('15 hours');
    expect(page.buttons).toEqual(['Withdraw', 'Next']);
    const next = first(await mara.presses(page, 'Next'));
    expect(next.text).toContain('A first note.');
    const after = first(await mara.presses(next, 'Withdraw'));
    expect(after.id).toBe(page.id);
    expect(after.text).toMatch(/Withdrawn: a note and a golden question[\s\S]*A second note\./u);
    expect(after.buttons).toEqual(['Withdraw']);
    expect(await bot.state.reviews.golden(discord.home.id)).toHaveLength(1);
    const { text } = await asks(howLong);
    expect(text).toContain('A second note.');
    expect(text).not.toContain('A first note.');
    expect((await audited())[0]).toEqual({
      actor: mara.id,
      act: 'review withdraw',
      subject: expect.stringMatching(/^accepted on /u),
      after: 'withdrawn',
    });
    expect(JSON.stringify(await audited())).not.toMatch(/first note|talks last/u);
  });

  it('says where the passage is no longer in the documents', async () => {
    await acceptsWith('A note.');
    expect((await notes()).text).not.toContain('do not have this passage');
    isPassageGone = true;
    expect((await notes()).text).toContain('The documents do not have this passage now.');
  });

  it('tells the second of two moderators that it is gone', async () => {
    await acceptsWith('A note.');
    const page = await notes();
    expect(first(await mara.presses(page, 'Withdraw')).text).toContain('is there');
    const nina = discord.member('nina', moderating);
    const again = await discord.forges(nina, { customId: withdrawIn(page), in: discord.general, under: page });
    expect(again.messages[0]?.text).toContain('not there any more');
    expect((await audited()).filter((entry) => JSON.stringify(entry).includes('withdraw'))).toHaveLength(1);
  });

  it('is nobody else’s: no member’s, and no other server’s', async () => {
    await acceptsWith('A note.');
    const page = await notes();
    expect((await notes(otto)).text).toContain('is there');
    const theirs = await discord.forges(otto, { customId: withdrawIn(page), in: elsewhere.general, under: page });
    expect(theirs.messages[0]?.text).toContain('not there any more');
    const member = await discord.forges(anna, { customId: withdrawIn(page), in: discord.general, under: page });
    expect(member.messages[0]?.text).toMatch(/moderator|permission/u);
    expect(await bot.state.reviews.golden(discord.home.id)).toHaveLength(1);
  });
});

describe('an item that two moderators have before them', () => {
  it('is settled by the first; the second is told so, whatever they press', async () => {
    const nina = discord.member('nina', moderating);
    await disputes(await asks(howLong), 'One.');
    const [hers, other, form] = [await opens(mara), await opens(nina), await nina.presses(await opens(nina), 'Accept')];
    await mara.presses(hers, 'Reject');
    for (const told of [
      first(await nina.presses(other, 'Reject')),
      first(await nina.submits(form, { 'Note for future readers': 'Too late.' })),
    ])
      expect(told.text).toContain('was rejected before, perhaps by another moderator');
    expect(first(await nina.presses(await reopened(nina), 'Accept')).text).toContain('is accepted');
    expect((await bot.state.reviews.find(discord.home.id, 1))?.state).toBe('rejected');
    expect((await asks(howLong)).text).not.toContain('Too late');
    expect((await audited()).filter((entry) => JSON.stringify(entry).includes('item 1'))).toHaveLength(1);
  });
});

describe('a plain member', () => {
  it('is not offered the command, and refused at every door of it', async () => {
    await disputes(await asks(howLong), 'Canary words.');
    await expect(anna.runs('review')).rejects.toThrow();
    const under = first(await anna.runs('help'));
    const forgeries: readonly ComponentAction[] = [
      { action: 'review-accept', item: 1 },
      { action: 'review-reject', item: 1 },
      { action: 'review-next', item: 0 },
    ];
    const form = {
      customId: customIdOf({ action: 'accept-form', item: 1 }),
      values: { [noteInput]: 'Forged note.', [citationInput]: '1' },
    };
    for (const forgery of [...forgeries.map((action) => ({ customId: customIdOf(action) })), form]) {
      for (const place of [discord.general, anna.direct]) {
        const help = place === anna.direct ? first(await anna.runs('help', {}, { in: anna.direct })) : under;
        const reply = await discord.forges(anna, { ...forgery, in: place, under: help });
        expect(reply.modal).toBeUndefined();
        expect(reply.messages.map(({ text }) => text).join()).toMatch(/moderator|permission/u);
        expect(reply.messages.map(({ text }) => text).join()).not.toContain('Canary');
        if (place === discord.general) expect(reply.isEphemeral).toBe(true);
      }
    }
    expect((await bot.state.reviews.find(discord.home.id, 1))?.state).toBe('open');
    expect(await audited()).toEqual([]);
  });

  it('is refused the command, should a server offer it to them', async () => {
    await disputes(await asks(howLong), 'Canary words.');
    discord.registers(commandDefinitions.map((command) => ({ ...command, default_member_permissions: null })));
    const reply = await anna.runs('review');
    expect(reply.isEphemeral).toBe(true);
    expect(reply.messages[0]?.text).toMatch(/moderator|permission/u);
    expect(reply.messages[0]?.text).not.toContain('Canary');
  });

  it('who lost the permission in between is refused too', async () => {
    await disputes(await asks(howLong), 'One.');
    const page = await opens();
    const form = await mara.presses(page, 'Accept');
    discord.member('mara', { permissions: 0n });
    expect((await mara.submits(form, { 'Note for future readers': 'Mine.' })).messages[0]?.text).toContain('moderator');
    expect((await mara.presses(page, 'Reject')).messages[0]?.text).toContain('moderator');
    expect((await bot.state.reviews.find(discord.home.id, 1))?.state).toBe('open');
  });
});

describe('a moderator of another server', () => {
  it('sees and settles nothing of this one, also by number', async () => {
    await disputes(await asks(howLong), 'Canary words.');
    expect((await opens(otto)).text).toContain('Nothing is open');
    const under = first(await otto.runs('review'));
    for (const customId of [
      customIdOf({ action: 'review-accept', item: 1 }),
      customIdOf({ action: 'review-reject', item: 1 }),
      customIdOf({ action: 'review-next', item: 0 }),
    ]) {
      const reply = await discord.forges(otto, { customId, in: elsewhere.general, under });
      expect(reply.modal).toBeUndefined();
      expect(reply.messages[0]?.text).not.toContain('Canary');
    }
    const values = { [noteInput]: 'Forged note.', [citationInput]: '1' };
    const customId = customIdOf({ action: 'accept-form', item: 1 });
    const reply = await discord.forges(otto, { customId, values, in: elsewhere.general, under });
    expect(reply.messages[0]?.text).toContain('no item 1');
    expect(reply.isEphemeral).toBe(true);
    expect((await bot.state.reviews.find(discord.home.id, 1))?.state).toBe('open');
    expect(await audited(elsewhere)).toEqual([]);
  });

  it('never sees this one’s notes under the same passage', async () => {
    await disputes(await asks(howLong), 'Canary words.');
    await accepts(await opens(), { 'Note for future readers': 'Canary words.' });
    expect((await asks(howLong)).text).toContain('Canary words.');
    const theirs = first(await otto.runs('ask', { question: howLong }));
    expect(theirs.text).toContain('15 hours');
    expect(theirs.text).not.toContain('Canary');
    const direct = first(await anna.runs('ask', { question: howLong }, { in: anna.direct }));
    expect(direct.text).not.toContain('Canary');
  });
});

it('what was settled is told in the log channel, and no word of the member’s', async () => {
  const channel = discord.home.channel('log');
  await mara.runs('settings server', { log_channel: channel });
  // What somebody calls themselves is for nobody to be taken for another.
  const nina = discord.member('nina', { permissions: PermissionFlagsBits.ManageGuild, displayName: 'mara' });
  await disputes(await asks(howLong), 'Canary words.');
  await disputes(await asks(howLong), 'Canary words.');
  await accepts(await opens());
  await nina.presses(await opens(nina), 'Reject');
  // The first line is about the setting itself.
  const told = mara
    .sees(channel)
    .map(({ text }) => text)
    .slice(1);
  expect(told).toEqual([
    expect.stringMatching(/@mara accepted item 1 of the review/u),
    expect.stringMatching(/@nina rejected item 2 of the review/u),
  ]);
  expect(told.join()).not.toContain('Canary');
});

describe('hostile words', () => {
  it('of a member and of a note come alive nowhere, and stay out of the log', async () => {
    const hostile = '@everyone <@&1> [open](https://phish.example) **loud** ||x||\n# BIG ```js\ncanary-4711';
    await disputes(await asks(howLong), hostile);
    const page = await opens();
    const after = await accepts(page, { 'Note for future readers': hostile });
    const answer = await asks(howLong);
    for (const { text } of [page, answer]) {
      expect(text).toContain('canary-4711');
      expect(text).not.toContain('](https://phish');
      expect(text).not.toMatch(/(?<!\\)@everyone/u);
      expect(text).not.toMatch(/^# BIG/mu);
    }
    expect(after.text).not.toContain('canary');
    expect(bot.log.join('\n')).not.toContain('canary-4711');
  });
});

it('a member of a server is told who reads a dispute, and in a direct message that nobody does', async () => {
  const inServer = await anna.presses(await asks(howLong), 'Dispute');
  const direct = first(await anna.runs('ask', { question: howLong }, { in: anna.direct }));
  const inDirect = await anna.presses(direct, 'Dispute');
  const told = await Promise.all(
    [inServer, inDirect].map((form) => anna.submits(form, { 'What is wrong?': 'It was fourteen.' })),
  );
  expect(told.map(({ messages }) => messages[0]?.text.includes('moderators'))).toEqual([true, false]);
});
