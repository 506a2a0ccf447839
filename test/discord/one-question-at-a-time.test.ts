import { PermissionFlagsBits } from 'discord.js';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Desk } from '#src/desk.js';
import { openArticleDesk } from '../support/article-desk.js';
import { deferred } from '../support/deferred.js';
import { type Loopback, startLoopback } from '../support/discord/loopback.js';
import type { Reply } from '../support/discord/reply.js';
import { type RunningBot, runBotAgainst } from '../support/run-bot-against.js';

const question = 'How long did the talks last?';
const answered = '15 hours';

let desk: Desk;
let discord: Loopback;
let bot: RunningBot;
/** Slow questions by what they ask: whether they came to the desk, and the word of the test that they wait for. */
let slowOnes: Map<string, { readonly came: ReturnType<typeof deferred>; readonly goOn: ReturnType<typeof deferred> }>;
/** Those that came to the desk, in their order. */
let atDesk: string[];

function slowOne(text: string) {
  const known = slowOnes.get(text) ?? { came: deferred(), goOn: deferred() };
  slowOnes.set(text, known);
  return known;
}

beforeAll(async () => {
  desk = await openArticleDesk();
});
afterAll(() => desk.close());
beforeEach(async () => {
  slowOnes = new Map();
  atDesk = [];
  const slow: Desk = {
    ...desk,
    generation: desk.generation,
    async ask(text) {
      if (text.startsWith('Slow')) {
        atDesk.push(text);
        slowOne(text).came.resolve();
        await slowOne(text).goOn.promise;
      }
      return desk.ask(question);
    },
  };
  discord = await startLoopback();
  bot = await runBotAgainst(discord, { desk: slow, limits: { running: 8 } });
});
afterEach(async () => {
  for (const { goOn } of slowOnes.values()) goOn.resolve();
  await bot.stop();
  await discord.stop();
  expect(discord.violations).toEqual([]);
});

function textOf({ messages }: Reply): string {
  return messages.map((message) => message.text).join('\n');
}

describe('a member who asks again before there is an answer', () => {
  it('is answered one question at a time, four wait, and further ones are turned away to them alone', async () => {
    const [anna, ben] = [discord.member('anna'), discord.member('ben')];
    const ask = (number: number) => anna.runs('ask', { question: `Slow ${number}` }, { until: 'acknowledged' });
    const taken = [await ask(1)];
    await slowOne('Slow 1').came.promise;
    for (const number of [2, 3, 4, 5]) taken.push(await ask(number));
    const seenByBen = ben.sees(discord.general).length;
    const tooMany = await ask(6);
    await tooMany.until(({ messages }) => messages.length > 0 && messages[0]?.text !== '', 'a word to anna');
    expect(textOf(tooMany)).toContain('A question of yours is under way and 4 more wait behind it');
    expect(tooMany.isEphemeral).toBe(true);
    expect(ben.sees(discord.general)).toHaveLength(seenByBen);
    const mention = await anna.says('<@BOT> Slow 7');
    const turnedAway = await discord.answerTo(mention, { isFinal: () => true });
    expect(turnedAway.text).toContain('this one was not taken');

    // Others do not wait for anna, nor do her own presses.
    const bens = await ben.runs('ask', { question });
    expect(textOf(bens)).toContain(answered);
    const [answer] = bens.messages;
    if (answer === undefined) throw new Error('There is no answer.');
    expect(textOf(await anna.presses(answer, 'Show passage'))).toContain(answered);

    for (const [index, reply] of taken.entries()) {
      const asked = `Slow ${index + 1}`;
      await slowOne(asked).came.promise;
      expect(atDesk.at(-1)).toBe(asked);
      slowOne(asked).goOn.resolve();
      await reply.settled();
      expect(textOf(reply)).toContain(answered);
    }
    expect(textOf(await anna.runs('ask', { question }))).toContain(answered);
  });

  it('as a moderator waits for nothing', async () => {
    const maria = discord.member('maria', { permissions: PermissionFlagsBits.ManageGuild });
    const slow = await maria.runs('ask', { question: 'Slow 1' }, { until: 'acknowledged' });
    await slowOne('Slow 1').came.promise;
    expect(textOf(await maria.runs('ask', { question }))).toContain(answered);
    slowOne('Slow 1').goOn.resolve();
    await slow.settled();
  });
});
