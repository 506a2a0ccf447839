import { PermissionFlagsBits } from 'discord-api-types/v10';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { customIdOf } from '#src/discord/custom-id.js';
import { followUpInput } from '#src/discord/writing/follow-up-form.js';
import { StateError } from '#src/state/state-error.js';
import type { StateStore } from '#src/state/state-store.js';
import type { Actor, LoopbackChannel } from '../support/discord/actor.js';
import { type Loopback, startLoopback } from '../support/discord/loopback.js';
import type { Reply } from '../support/discord/reply.js';
import { type RunningBot, runBotAgainst } from '../support/run-bot-against.js';
import { scriptedDesk, scriptedQuote } from '../support/scripted-desk.js';

let discord: Loopback;
let bot: RunningBot;
let boss: Actor;
let anna: Actor;
let talks: LoopbackChannel;

beforeEach(async () => {
  discord = await startLoopback();
  boss = discord.member('boss', { permissions: PermissionFlagsBits.ManageGuild });
  anna = discord.member('anna');
  talks = discord.home.channel('talks');
  bot = await runBotAgainst(discord, { desk: scriptedDesk() });
});
afterEach(async () => {
  await bot.stop();
  await discord.stop();
  expect(discord.violations).toEqual([]);
});

function textOf({ messages }: Reply): string {
  return messages.map(({ text }) => text).join('\n');
}

function withoutSettings(state: StateStore): StateStore {
  return {
    ...state,
    settings: { ...state.settings, of: () => Promise.reject(new StateError('The disk is full.', 'Make room.')) },
  };
}

/** Every way to ask something in a place, by a command, a menu or a form. */
async function asksInEveryWay(who: Actor, place: LoopbackChannel): Promise<readonly (readonly [string, Reply])[]> {
  const said = await who.says('The talks lasted nine hours.', { in: place });
  const under = await who.says('Ask about this', { in: place });
  const customId = customIdOf({ action: 'follow-up-form', message: said.id });
  const values = { [followUpInput]: 'and who else?' };
  return [
    ['ask', await who.runs('ask', { question: 'Who met?' }, { in: place })],
    ['public ask', await who.runs('ask', { question: 'Who met?', private: false }, { in: place })],
    ['summary', await who.runs('summary', {}, { in: place })],
    ['check', await who.runs('check', { claim: 'It lasted nine hours.' }, { in: place })],
    ['digest', await who.runs('digest', { private: false }, { in: place })],
    ['Ask about this', await who.opensMenu('Ask about this', said)],
    ['Check', await who.opensMenu('Check against the documents', said)],
    ['form', await discord.forges(who, { customId, values, in: place, under })],
  ];
}

describe('where moderators do not want answers', () => {
  it('whoever asks in any way is told so alone, moderators too', async () => {
    const thread = discord.thread(talks, { name: 'the talks' });
    await boss.runs('settings channel', { channel: talks, answers: false });
    for (const [who, place] of [
      [anna, talks],
      [boss, talks],
      [anna, thread],
    ] as const)
      for (const [way, reply] of await asksInEveryWay(who, place)) {
        expect([way, reply.isEphemeral]).toEqual([way, true]);
        expect([way, textOf(reply)]).toEqual([way, expect.stringContaining('do not answer in this channel')]);
        expect(textOf(reply)).toContain('ask in another one');
      }
  });

  it('mentions and replies are left alone, in a thread as well', async () => {
    const answered = await discord.answerTo(await anna.says('<@BOT> who met?', { in: talks }));
    await boss.runs('settings channel', { channel: talks, answers: false });
    const thread = discord.thread(talks, { name: 'the talks' });
    const ignored = [
      await anna.says('<@BOT> who met?', { in: talks }),
      await anna.says('and then?', { in: talks, replyTo: answered }),
      await anna.says('<@BOT> who met?', { in: thread }),
    ];
    await discord.answerTo(await anna.says('<@BOT> who met?'));
    for (const { id, channelId } of ignored) {
      const place = channelId === talks.id ? talks : thread;
      expect(anna.sees(place).filter(({ reference }) => reference === id)).toEqual([]);
    }
    expect(discord.typingIn(thread)).toEqual([]);
  });

  it('no form is opened for a question that would not be answered', async () => {
    const answered = await discord.answerTo(await anna.says('<@BOT> who met?', { in: talks }));
    await boss.runs('settings channel', { channel: talks, answers: false });
    const reply = await anna.opensMenu('Ask about this', answered);
    expect(reply.modal).toBeUndefined();
    expect(textOf(reply)).toContain('do not answer in this channel');
  });

  it('an answer from before is not shared after', async () => {
    const [mine] = (await anna.runs('ask', { question: 'Who met?', private: true }, { in: talks })).messages;
    if (mine === undefined) throw new Error('There is no answer.');
    await boss.runs('settings channel', { channel: talks, answers: false });
    const reply = await anna.presses(mine, 'Share');
    expect(reply.isEphemeral).toBe(true);
    expect(textOf(reply)).not.toContain(scriptedQuote);
    await boss.runs('settings reset', { setting: 'answers', channel: talks });
    expect(textOf(await anna.presses(mine, 'Share'))).toContain(scriptedQuote);
  });

  it('the whole server may be closed but for some channels, which are named to those who see them', async () => {
    const hidden = discord.home.channel('hidden', { botPermissions: PermissionFlagsBits.ViewChannel });
    await boss.runs('settings server', { answers: false });
    expect(textOf(await anna.runs('ask', { question: 'Who met?' }))).toContain('no other one here');
    await boss.runs('settings channel', { channel: talks, answers: true });
    await boss.runs('settings channel', { channel: hidden, private: true });
    const refused = textOf(await anna.runs('ask', { question: 'Who met?' }));
    expect(refused).toContain('Please ask in #talks.');
    expect(refused).not.toContain('hidden');
    expect(textOf(await anna.runs('ask', { question: 'Who met?' }, { in: talks }))).toContain(scriptedQuote);
  });

  it('direct messages and other servers are no part of it', async () => {
    const elsewhere = discord.guild();
    const carol = discord.member('carol', { guild: elsewhere });
    await boss.runs('settings server', { answers: false, private: true });
    expect(textOf(await anna.runs('ask', { question: 'Who met?' }, { in: anna.direct }))).toContain(scriptedQuote);
    const there = await carol.runs('ask', { question: 'Who met?' }, { in: elsewhere.general });
    expect(there.isEphemeral).toBe(false);
    expect(textOf(there)).toContain(scriptedQuote);
  });
});

describe('where answers are private by default', () => {
  it('commands answer in private unless the member says otherwise; mentions answer in the open', async () => {
    await boss.runs('settings channel', { channel: talks, private: true });
    const place = { in: talks };
    expect((await anna.runs('ask', { question: 'Who met?' }, place)).isEphemeral).toBe(true);
    expect((await anna.runs('summary', {}, place)).isEphemeral).toBe(true);
    expect((await anna.runs('ask', { question: 'Who met?', private: false }, place)).isEphemeral).toBe(false);
    expect((await anna.runs('ask', { question: 'Who met?' })).isEphemeral).toBe(false);
    const answer = await discord.answerTo(await anna.says('<@BOT> who met?', place));
    expect(answer.text).toContain(scriptedQuote);
    const thread = discord.thread(talks, { name: 'the talks' });
    expect((await anna.runs('ask', { question: 'Who met?' }, { in: thread })).isEphemeral).toBe(true);
  });

  it('what was private stays so, and can be shared', async () => {
    await boss.runs('settings server', { private: true });
    const [mine] = (await anna.runs('ask', { question: 'Who met?' })).messages;
    expect(mine?.buttons).toContain('Share');
    const kept = await bot.state.personal.of(anna.id);
    expect(kept.records.map(({ isPrivate }) => isPrivate)).toEqual([true]);
  });

  it('a channel may be open where the server is private', async () => {
    await boss.runs('settings server', { private: true });
    await boss.runs('settings channel', { channel: talks, private: false });
    expect((await anna.runs('ask', { question: 'Who met?' }, { in: talks })).isEphemeral).toBe(false);
    expect((await anna.runs('ask', { question: 'Who met?' })).isEphemeral).toBe(true);
  });
});

describe('while the settings of a server cannot be read', () => {
  it('questions are answered, those by command in private', async () => {
    await bot.stop();
    bot = await runBotAgainst(discord, { desk: scriptedDesk(), around: withoutSettings });
    const reply = await anna.runs('ask', { question: 'Who met?' });
    expect(reply.isEphemeral).toBe(true);
    expect(textOf(reply)).toContain(scriptedQuote);
    const answer = await discord.answerTo(await anna.says('<@BOT> who met?'));
    expect(answer.text).toContain(scriptedQuote);
    await bot.stop();
    expect(bot.log.join('\n')).toContain('The disk is full.');
  });
});

it('the settings of the servers that it is in are read when the bot starts', async () => {
  expect((await anna.runs('ask', { question: 'Who met?' })).isEphemeral).toBe(false);
});

it('the settings of a server that the bot joins are read at once', async () => {
  const elsewhere = discord.guild();
  await discord.delivered();
  const carol = discord.member('carol', { guild: elsewhere });
  const reply = await carol.runs('ask', { question: 'Who met?' }, { in: elsewhere.general });
  expect(reply.isEphemeral).toBe(false);
});
