import { describe, expect, it } from 'vitest';
import type { Loopback } from '../support/discord/loopback.js';
import { withArticleBot } from '../support/with-article-bot.js';

let discord: Loopback;

withArticleBot((here) => {
  ({ discord } = here);
});

describe('/ask', () => {
  it('answers with the quoted sentence, its source and what kind of answer it is', async () => {
    const anna = discord.member('anna');
    const reply = await anna.runs('ask', { question: 'How long did the talks last?' });
    const [message] = reply.messages;
    expect(reply.isEphemeral).toBe(false);
    expect(message?.text).toContain('**15 hours**');
    expect(message?.text).toContain('[1] Russia Direct');
    expect(message?.text).toContain('¶ 9');
    expect(message?.text).toContain('September 2016');
    expect(message?.buttons).toEqual(['Show passage', '👍', '👎', 'Dispute']);
  });

  it('shows a private answer to its asker alone, who may share it once', async () => {
    const [anna, ben] = [discord.member('anna'), discord.member('ben')];
    const reply = await anna.runs('ask', { question: 'Who met in Geneva?', private: true });
    const [message] = reply.messages;
    expect(reply.isEphemeral).toBe(true);
    expect(ben.sees(discord.general)).toEqual([]);
    if (message === undefined) throw new Error('There is no answer.');
    const shared = await anna.presses(message, 'Share');
    expect(shared.isEphemeral).toBe(false);
    expect(ben.sees(discord.general).map(({ text }) => text)).toEqual([shared.messages[0]?.text]);
    const again = await anna.presses(message, 'Share');
    expect(again.isEphemeral).toBe(true);
    expect(ben.sees(discord.general)).toHaveLength(1);
  });

  it('declines what the text does not say, and shows what is near it as no answer', async () => {
    const reply = await discord.member('anna').runs('ask', { question: 'Which hotel did the ministers stay at?' });
    const text = reply.messages[0]?.text ?? '';
    expect(text).toMatch(/\bnot\b|no answer/u);
    expect(text).toContain('Nearest passages');
    expect(text).toMatch(/¶ \d+/u);
  });
});
