import { describe, expect, it } from 'vitest';
import type { Loopback } from '../support/discord/loopback.js';
import { withArticleBot } from '../support/with-article-bot.js';

let discord: Loopback;

withArticleBot((here) => {
  ({ discord } = here);
});

/** Waits until whatever was sent before has been handled: a later question is answered after an earlier one is seen. */
async function afterAnother(): Promise<void> {
  const marker = await discord.member('zoe').says('<@BOT> how long did the talks last?');
  await discord.answerTo(marker);
}

function answersTo(message: { readonly id: string }) {
  const zoe = discord.member('zoe');
  return zoe.sees(discord.general).filter(({ reference }) => reference === message.id);
}

describe('a mention', () => {
  it('is answered by one message that refers to it, after typing was shown', async () => {
    const question = await discord.member('anna').says('<@BOT> how long did the talks last?');
    const answer = await discord.answerTo(question);
    expect(answer.reference).toBe(question.id);
    expect(answer.text).toContain('**15 hours**');
    expect(answer.buttons).toContain('Show passage');
    expect(discord.typingIn(discord.general)).toHaveLength(1);
    await afterAnother();
    expect(answersTo(question)).toHaveLength(1);
  });

  it('alone says how to ask, and under somebody’s question asks that', async () => {
    const anna = discord.member('anna');
    const bare = await anna.says('<@BOT>');
    const hint = await discord.answerTo(bare, { isFinal: () => true });
    expect(hint.text).toContain('after my name');
    // The bot cannot read a message that is not for it, unless it is the one that a mention replies to; Discord blanks it.
    const question = await discord.member('ben').says('how long did the talks last?');
    const mention = await anna.says('<@BOT>', { replyTo: question });
    expect((await discord.answerTo(mention, { isFinal: () => true })).reference).toBe(mention.id);
  });

  it('in a channel where embeds would vanish is answered in text, with sources that no quote can imitate', async () => {
    const view = 1n << 10n;
    const send = 1n << 11n;
    const history = 1n << 16n;
    const plain = discord.home.channel('plain', { botPermissions: view | send | history });
    const question = await discord.member('anna').says('<@BOT> how long did the talks last?', { in: plain });
    const answer = await discord.answerTo(question);
    expect(answer.embeds).toEqual([]);
    expect(answer.text).toContain('**15 hours**');
    expect(answer.text).toMatch(/^\[1\] Russia Direct, ¶ 9/mu);
  });

  it('in a channel where the bot may not write is answered nowhere, and whoever asked first is told in private', async () => {
    const view = 1n << 10n;
    const closed = discord.home.channel('closed', { botPermissions: view });
    const [anna, ben] = [discord.member('anna'), discord.member('ben')];
    for (const who of [anna, anna, ben]) await who.says('<@BOT> how long did the talks last?', { in: closed });
    await discord.until(() => anna.sees(anna.direct).length > 0, 'a word in private');
    await afterAnother();
    expect(discord.requests.filter(({ path }) => path.includes(closed.id))).toEqual([]);
    const [told, ...more] = anna.sees(anna.direct);
    expect(told?.text).toMatch(/may not write in #closed.+Send Messages/u);
    expect(more).toEqual([]);
    expect(ben.sees(ben.direct)).toEqual([]);
  });

  it.each([
    [50_013, /may not write in #general/u],
    [50_001, /may not write in #general/u],
    [160_002, /may not read back in #general.+Read Message History/u],
  ])('that Discord answers with %d is told in private, and the channel is left alone', async (code, notice) => {
    discord.fails({ kind: 'error', status: 403, code, route: /^POST \/channels\/\d+\/messages$/u });
    const anna = discord.member('anna');
    await anna.says('<@BOT> how long did the talks last?');
    await discord.until(() => anna.sees(anna.direct).length > 0, 'a word in private');
    const [told] = anna.sees(anna.direct);
    expect(told?.text).toMatch(notice);
    await anna.says('<@BOT> how long did the talks last?');
    await discord.answerTo(await anna.says('how long did the talks last?', { in: anna.direct }));
    expect(anna.sees(discord.general).map(({ author }) => author)).toEqual(['anna', 'anna']);
    expect(anna.sees(anna.direct).filter(({ text }) => text.includes('#general'))).toHaveLength(1);
  });
});

describe('a message that is not for the bot', () => {
  it.each([
    ['speaks to nobody', 'how long did the talks last?'],
    ['mentions everyone', '@everyone how long did the talks last?'],
    ['names the bot without mentioning it', '@parley how long did the talks last?'],
  ])('is left alone when it %s', async (_, content) => {
    const message = await discord.member('anna').says(content);
    await afterAnother();
    expect(answersTo(message)).toEqual([]);
  });

  it('is left alone as a reply to the bot whose mention was switched off: Discord withholds its text', async () => {
    const anna = discord.member('anna');
    const question = await anna.says('<@BOT> who met in Geneva?');
    const answer = await discord.answerTo(question);
    const silent = await anna.says('and how long did it last?', { replyTo: answer, ping: false });
    await afterAnother();
    expect(answersTo(silent).length).toBeLessThanOrEqual(1);
  });
});

describe('a follow-up', () => {
  it('by reply is understood with what it replies to', async () => {
    const anna = discord.member('anna');
    const answer = await discord.answerTo(await anna.says('<@BOT> who met in Geneva?'));
    const followUp = await discord.member('ben').says('and how long did it last?', { replyTo: answer });
    const further = await discord.answerTo(followUp);
    expect(further.text).toContain('Understood as');
    expect(further.text).toContain('15 hours');
  });

  it('in a thread is understood from what was said in the thread, by anybody', async () => {
    const thread = discord.thread(discord.general, { name: 'the talks' });
    const first = await discord.member('anna').says('<@BOT> who met in Geneva?', { in: thread });
    await discord.answerTo(first);
    const second = await discord.member('ben').says('<@BOT> and how long did it last?', { in: thread });
    expect((await discord.answerTo(second)).text).toContain('15 hours');
  });

  it('to a slash command is understood as well', async () => {
    const anna = discord.member('anna');
    const reply = await anna.runs('ask', { question: 'Who met in Geneva?' });
    const [answer] = reply.messages;
    if (answer === undefined) throw new Error('There is no answer.');
    const further = await anna.says('and how long did it last?', { replyTo: answer });
    expect((await discord.answerTo(further)).text).toContain('15 hours');
  });
});

describe('a direct message', () => {
  it('is answered without a mention, and its follow-up without a reply', async () => {
    const anna = discord.member('anna');
    const first = await anna.says('who met in Geneva?', { in: anna.direct });
    expect((await discord.answerTo(first)).text).toContain('Lavrov');
    const second = await anna.says('and how long did it last?', { in: anna.direct });
    expect((await discord.answerTo(second)).text).toContain('15 hours');
  });

  it('without text is told how to ask, and not by a name that it needs none of', async () => {
    const anna = discord.member('anna');
    const picture = await anna.says('', { in: anna.direct });
    const hint = await discord.answerTo(picture, { isFinal: () => true });
    expect(hint.text).toMatch(/Write me your question in words\. For example: “.+\?”/u);
    expect(hint.text).not.toContain('after my name');
  });
});
