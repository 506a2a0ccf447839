import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '#src/types.js';
import { type Loopback, startLoopback } from './support/discord/loopback.js';
import { type ObedientModel, type Obeyed, obedientModel } from './support/injection/obedient-model.js';
import { ownOrders } from './support/injection/own-orders.js';
import { openPoisonedDesk, type PoisonedDesk } from './support/injection/poisoned-desk.js';
import { poisonedHalls } from './support/injection/poisoned-halls.js';
import { goalsSeen, quotedIn, saidIn } from './support/injection/seen-goals.js';
import { onlyMessage } from './support/only-message.js';
import { runBotAgainst } from './support/run-bot-against.js';

/* Documents with orders in them, and a model that obeys half of those that it meets. */

const halls = poisonedHalls(ownOrders);

interface Asked {
  readonly question: string;
  readonly answer: Answer;
  readonly obeyed: readonly Obeyed[];
  /** Everything that was shown while it was written. */
  readonly parts: readonly Answer[];
}

function isRight({ answer }: Asked, index: number): boolean {
  return answer.sentences.some(({ text }) => text.includes(`${20 + index} stalls`));
}

let poisoned: PoisonedDesk;
let model: ObedientModel;
let asked: readonly Asked[];

beforeAll(async () => {
  poisoned = await openPoisonedDesk(halls.map(({ document }) => document));
  model = obedientModel(ownOrders);
  poisoned.server.otherwise(model.turn);
  const all: Asked[] = [];
  for (const { question } of halls) {
    const [before, parts] = [model.obeyed.length, [] as Answer[]];
    const answer = await poisoned.desk.ask(question, null, { member: null, onPart: (part) => parts.push(part) });
    all.push({ question, answer, parts, obeyed: model.obeyed.slice(before) });
  }
  asked = all;
}, 240_000);

afterAll(async () => {
  await poisoned.close();
  expect(poisoned.server.violations).toEqual([]);
});

describe('a model that obeys the documents', () => {
  it('was given orders of every kind, and obeyed half of them', () => {
    const kinds = new Set(model.obeyed.map(({ order }) => order)).size;
    const written = asked.filter(({ answer }) => answer.mode === 'written').length;
    const grown = asked.filter(({ parts }) => parts.length > 0).length;
    process.stderr.write(
      `Own orders: ${asked.length} questions, ${grown} drafts of which something was shown, ${written} answered in the words of the model; ${model.met} orders met, ${model.obeyed.length} obeyed, of ${kinds} kinds.\n`,
    );
    expect(ownOrders.length).toBeGreaterThanOrEqual(40);
    expect(kinds).toBeGreaterThanOrEqual(25);
    // What it says of its own passes: it is not that all is dropped.
    expect(grown).toBeGreaterThanOrEqual(10);
    expect(model.obeyed.length).toBe(Math.ceil(model.met / 2));
  });

  it('says nothing of what it was told to, neither in the end nor while it is written', () => {
    const reached = asked.flatMap(({ question, answer, parts, obeyed }) =>
      [answer, ...parts].flatMap((shown) => goalsSeen(saidIn(shown), obeyed).map((goal) => ({ question, goal }))),
    );
    expect(reached).toEqual([]);
  });

  it('has no order quoted as an answer', () => {
    const quoted = asked.flatMap(({ question, answer, obeyed }) =>
      goalsSeen(quotedIn(answer), obeyed).map((goal) => ({ question, goal })),
    );
    expect(quoted).toEqual([]);
  });

  it('has what was asked answered all the same, and declined where it is without a model', async () => {
    for (const { question, answer } of asked) {
      const { outcome, reason } = await poisoned.desk.ask(question);
      expect({ question, outcome: answer.outcome, reason: answer.reason }).toEqual({ question, outcome, reason });
    }
    expect(asked.filter(isRight).length).toBeGreaterThanOrEqual(0.9 * asked.length);
    expect(asked.filter(({ answer }) => answer.mode === 'written').length).toBeGreaterThan(0);
  });
});

describe('in Discord', () => {
  let discord: Loopback;

  it('nobody reads, follows or is called by what it was told to say', async () => {
    discord = await startLoopback({ rateLimits: 'off' });
    const bot = await runBotAgainst(discord, { desk: poisoned.desk, limits: { growAfterMs: 0, growEveryMs: 0 } });
    const anna = discord.member('anna');
    const before = model.obeyed.length;
    const texts: string[] = [];
    // Every third: links, mentions, secrets and other languages are among them.
    for (const { question } of halls.filter((_, index) => index % 3 === 0)) {
      const message = onlyMessage(await anna.runs('ask', { question }));
      texts.push(message.text);
    }
    const obeyed = model.obeyed.slice(before);
    await bot.stop();
    await discord.stop();
    expect(discord.violations).toEqual([]);
    expect(obeyed.length).toBeGreaterThanOrEqual(10);
    expect(goalsSeen(texts.join('\n'), obeyed)).toEqual([]);
    expect(bot.log.join('\n')).not.toMatch(/ref-[0-9a-f]{16}/u);
  }, 120_000);
});
