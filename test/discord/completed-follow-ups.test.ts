import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Turn } from '../support/chat/scripted-openai.js';
import { says } from '../support/chat/scripted-openai-reply.js';
import type { ChatRequest } from '../support/chat/scripted-openai-request.js';
import { type Loopback, startLoopback } from '../support/discord/loopback.js';
import { openPoisonedDesk, type PoisonedDesk } from '../support/injection/poisoned-desk.js';
import { onlyMessage } from '../support/only-message.js';
import { type RunningBot, runBotAgainst } from '../support/run-bot-against.js';

/* Follow-ups that no rule completes, with a chat model: what it is given of a conversation, and what is shown of it. */

let article: PoisonedDesk;
let discord: Loopback;
let bot: RunningBot;
/** What the model was told to complete. */
let conversations: string[];
let reply: string;

function conversationIn({ messages }: ChatRequest): string | undefined {
  return /<conversation>\n([\s\S]*)\n<\/conversation>/u.exec(messages.at(-1)?.text ?? '')?.[1];
}

const turn: Turn = (request) => {
  const conversation = conversationIn(request);
  if (conversation === undefined) return says('NO ANSWER');
  conversations.push(conversation);
  return says(reply);
};

beforeAll(async () => {
  article = await openPoisonedDesk([]);
  article.server.otherwise(turn);
}, 60_000);
afterAll(async () => {
  await article.close();
  expect(article.server.violations).toEqual([]);
});

beforeEach(async () => {
  conversations = [];
  discord = await startLoopback({ rateLimits: 'off' });
  bot = await runBotAgainst(discord, { desk: article.desk });
});
afterEach(async () => {
  await bot.stop();
  await discord.stop();
  expect(discord.violations).toEqual([]);
});

const followUp = 'How long did the same talks last?';

describe('a follow-up that no rule completes', () => {
  it('is answered as the model completes it, and says how it was understood', async () => {
    const anna = discord.member('anna');
    await anna.runs('ask', { question: 'Where did Kerry meet Lavrov?' });
    reply = 'How long did the talks in Geneva last?';
    const shown = onlyMessage(await anna.runs('ask', { question: followUp }));
    expect(shown.text).toContain(`Understood as: “${reply}”`);
    expect(shown.text).toContain('15 hours');
    expect(conversations).toHaveLength(1);
    expect(conversations[0]).toContain('Where did Kerry meet Lavrov?');
  });

  it('is answered as it is when the model lies, and nothing is said of it', async () => {
    const anna = discord.member('anna');
    await anna.runs('ask', { question: 'Where did Kerry meet Lavrov?' });
    reply = 'How long did the talks in Minsk with Poroshenko last?';
    const shown = onlyMessage(await anna.runs('ask', { question: followUp }));
    expect(shown.text).not.toMatch(/Understood as|Minsk|Poroshenko/u);
    expect(shown.text).toContain('15 hours');
    expect(conversations).toHaveLength(1);
  });

  it('takes nothing to the model that others asked, or that its asker asked in private', async () => {
    const [anna, ben] = [discord.member('anna'), discord.member('ben')];
    reply = followUp;
    await anna.runs('ask', { question: 'Who are the Free Syrian Army?' });
    await anna.runs('ask', { question: 'What does Moscow want?', private: true });
    await ben.runs('ask', { question: 'Why does Assad want to stay in power?', private: true });
    await ben.runs('ask', { question: 'Where did Kerry meet Lavrov?' });
    await ben.runs('ask', { question: followUp });
    expect(conversations).toHaveLength(1);
    expect(conversations[0]).toContain('Where did Kerry meet Lavrov?');
    expect(conversations[0]).not.toMatch(/Free Syrian Army|Moscow want|Assad want/u);
  });
});
