import { describe, expect, it } from 'vitest';
import type { Desk } from '#src/desk.js';
import type { Loopback } from '../support/discord/loopback.js';
import type { SeenMessage } from '../support/discord/seen-message.js';
import type { RunningBot } from '../support/run-bot-against.js';
import { withArticleBot } from '../support/with-article-bot.js';

let discord: Loopback;
let desk: Desk;
let bot: RunningBot;

withArticleBot((here) => {
  ({ discord, desk, bot } = here);
});

async function asked(question: string, isPrivate = false): Promise<SeenMessage> {
  const { messages } = await discord.member('anna').runs('ask', { question, private: isPrivate });
  const [message] = messages;
  if (message === undefined) throw new Error('There is no answer.');
  return message;
}

/** The id of the record that the buttons under an answer name. */
function recordOf({ components }: SeenMessage): string {
  const [, record] = /"custom_id":"up:(\w{12})"/u.exec(JSON.stringify(components)) ?? [];
  if (record === undefined) throw new Error('The answer has no buttons.');
  return record;
}

describe('Show passage', () => {
  it('shows whoever pressed the quote in bold inside its paragraph, and nobody else', async () => {
    const answer = await asked('How long did the talks last?');
    const ben = discord.member('ben');
    const reply = await ben.presses(answer, 'Show passage');
    expect(reply.isEphemeral).toBe(true);
    const text = reply.messages[0]?.text ?? '';
    expect(text).toMatch(/\*\*The fact that the talks lasted 15 hours.+on the spot\.\*\*/u);
    expect(text).toContain('¶ 9');
    const paragraph = desk.generation.documents[0]?.text.split('\n\n')[8] ?? '';
    expect(text).toContain(paragraph.slice(0, 40));
  });

  it('pages through the citations in place', async () => {
    const answer = await asked('Who met in Geneva?');
    const anna = discord.member('anna');
    const reply = await anna.presses(answer, 'Show passage');
    const [first] = reply.messages;
    if (first === undefined) throw new Error('There is no passage.');
    expect(first.buttons).toContain('▶');
    const [second] = (await anna.presses(first, '▶')).messages;
    expect(second?.id).toBe(first.id);
    expect(second?.text).toContain('[2]');
    expect(second?.text).not.toBe(first.text);
    if (second === undefined) throw new Error('There is no second passage.');
    expect((await anna.presses(second, '◀')).messages[0]?.text).toBe(first.text);
  });

  it('is there under a declined answer too, for its nearest passages', async () => {
    const answer = await asked('Which hotel did the ministers stay at?');
    const reply = await discord.member('anna').presses(answer, 'Show passage');
    expect(reply.messages[0]?.text).toMatch(/¶ \d+/u);
  });
});

describe('thumbs', () => {
  it('count the last vote of each member', async () => {
    const answer = await asked('How long did the talks last?');
    const id = recordOf(answer);
    const [anna, ben] = [discord.member('anna'), discord.member('ben')];
    await anna.presses(answer, '👍');
    await ben.presses(answer, '👍');
    const reply = await ben.presses(answer, '👎');
    expect(reply.isEphemeral).toBe(true);
    expect(await bot.state.feedback.votes(id)).toEqual({ up: 1, down: 1 });
  });
});

describe('Dispute', () => {
  it('asks what is wrong, thanks, and keeps it', async () => {
    const answer = await asked('How long did the talks last?');
    const id = recordOf(answer);
    const ben = discord.member('ben');
    const form = await ben.presses(answer, 'Dispute');
    expect(form.modal?.inputs.map(({ label }) => label)).toEqual(['What is wrong?']);
    const reply = await ben.submits(form, { 'What is wrong?': 'They lasted 14 hours.' });
    expect(reply.isEphemeral).toBe(true);
    expect(reply.messages[0]?.text).toContain('Thank you');
    expect(await bot.state.feedback.disputes(id)).toMatchObject([{ member: ben.id, text: 'They lasted 14 hours.' }]);
  });

  it('with blanks alone notes nothing, and says so', async () => {
    const answer = await asked('How long did the talks last?');
    const ben = discord.member('ben');
    const reply = await ben.submits(await ben.presses(answer, 'Dispute'), { 'What is wrong?': '   ' });
    expect(reply.messages[0]?.text).toContain('nothing was noted');
    expect(await bot.state.feedback.disputes(recordOf(answer))).toEqual([]);
  });
});

describe('a button', () => {
  it('of something that is gone says so, to whoever pressed', async () => {
    const answer = await asked('How long did the talks last?');
    await bot.state.records.forgetBefore(Number.MAX_SAFE_INTEGER);
    for (const button of ['Show passage', '👍']) {
      const reply = await discord.member('anna').presses(answer, button);
      expect(reply.isEphemeral).toBe(true);
      expect(reply.messages[0]?.text).toContain('I no longer have this');
    }
  });
});

describe('Ask about this', () => {
  it('takes somebody’s message for a question, and answers in private', async () => {
    const question = await discord.member('ben').says('How long did the talks last?');
    const reply = await discord.member('anna').opensMenu('Ask about this', question);
    expect(reply.isEphemeral).toBe(true);
    expect(reply.messages[0]?.text).toContain('**15 hours**');
    expect(reply.messages[0]?.buttons).toContain('Share');
  });

  it('on an answer of its own asks for a follow-up', async () => {
    const answer = await asked('Who met in Geneva?');
    const anna = discord.member('anna');
    const form = await anna.opensMenu('Ask about this', answer);
    const reply = await anna.submits(form, { 'Your question': 'and how long did it last?' });
    expect(reply.messages[0]?.text).toContain('15 hours');
  });

  it('on a message without text says that there is none', async () => {
    const picture = await discord.member('ben').says('');
    const reply = await discord.member('anna').opensMenu('Ask about this', picture);
    expect(reply.messages[0]?.text).toContain('no text');
  });
});
