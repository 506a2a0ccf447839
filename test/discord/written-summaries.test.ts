import { EventEmitter, once } from 'node:events';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Desk, WaitingRequest, WrittenSummaryRequest } from '#src/desk.js';
import { writtenWording } from '#src/language/written-wording.js';
import type { Check, Summary } from '#src/types.js';
import type { Actor } from '../support/discord/actor.js';
import { type Loopback, startLoopback } from '../support/discord/loopback.js';
import { madeUpCheck, madeUpCitation, madeUpClaim, madeUpSummary } from '../support/made-up-results.js';
import { madeUpWriting, madeUpWrittenSummary } from '../support/made-up-written.js';
import { onlyMessage } from '../support/only-message.js';
import { type RunningBot, runBotAgainst } from '../support/run-bot-against.js';
import { scriptedDesk, scriptedQuote } from '../support/scripted-desk.js';

const points = [
  { text: 'The talks took 15 hours.', quote: scriptedQuote },
  { text: 'Both sides came to Geneva.', quote: 'They met in Geneva.' },
] as const;
const whole = madeUpWrittenSummary([...points, { quote: 'They agreed.' }]);

/** A desk whose model writes when the test says so. */
interface HeldDesk extends Desk {
  readonly begun: Promise<WrittenSummaryRequest>;
  readonly ends: { give(summary: Summary): void };
  readonly checked: WaitingRequest[];
}

function heldDesk(check: Check): HeldDesk {
  const begun = valueLater<WrittenSummaryRequest>();
  const ends = valueLater<Summary>();
  const checked: WaitingRequest[] = [];
  return {
    ...scriptedDesk(),
    begun: begun.value,
    ends,
    checked,
    async summarize(_, __, written) {
      if (written === undefined) return madeUpSummary([scriptedQuote]);
      if ((await written.mayWrite?.()) !== true) return madeUpSummary([scriptedQuote]);
      begun.give(written);
      return ends.value;
    },
    async check(_, __, written) {
      if (written === undefined) return madeUpCheck([]);
      checked.push(written);
      return (await written.mayWrite?.()) === true ? check : madeUpCheck([]);
    },
  };
}

/** A value that the test gives later. */
function valueLater<T>(): { readonly value: Promise<T>; give(value: T): void } {
  const given = new EventEmitter();
  return { value: once(given, 'given').then(([value]) => value as T), give: (value) => given.emit('given', value) };
}

const claim = {
  ...madeUpClaim('The talks lasted nine hours.', 'contradicted', [madeUpCitation(1, scriptedQuote)]),
  explanation: [
    {
      text: 'They took 15 hours.',
      citations: [1],
      attribution: null,
      standing: 'supported',
      caution: null,
      unsaid: [],
    },
  ],
} as const;

let discord: Loopback;
let desk: HeldDesk;
let bot: RunningBot;
let anna: Actor;

beforeEach(async () => {
  discord = await startLoopback({ rateLimits: 'off' });
  desk = heldDesk({ ...madeUpCheck([claim]), writing: madeUpWriting() });
  bot = await runBotAgainst(discord, { desk, limits: { growAfterMs: 0, growEveryMs: 0 } });
  anna = discord.member('anna');
});
afterEach(async () => {
  await bot.stop();
  await discord.stop();
  expect(discord.violations).toEqual([]);
});

describe('a summary while it is written', () => {
  it('shows the points that have passed, and in the end the whole with its buttons, in one message', async () => {
    const reply = await anna.runs('summary', {}, { until: 'acknowledged' });
    const draft = await desk.begun;
    expect(draft.member).not.toBeNull();
    draft.onPart?.(madeUpWrittenSummary(points.slice(0, 1)));
    await reply.until(({ messages }) => messages.some(({ text }) => text.includes(points[0].text)), 'the first point');
    const part = onlyMessage(reply);
    expect(part.text).toContain(writtenWording.goesOn);
    expect(part.text).not.toContain(points[1].text);
    expect(part.buttons).toEqual([]);
    desk.ends.give(whole);
    await reply.until(({ messages }) => messages.some(({ buttons }) => buttons.length > 0), 'the whole');
    const final = onlyMessage(reply);
    expect(final.id).toBe(part.id);
    expect(final.text).not.toContain(writtenWording.goesOn);
    for (const { text } of points) expect(final.text).toContain(text);
    expect(final.text).toContain('“They agreed.” [3]');
    expect(final.text).toContain('Written by ollama:llama3.2');
    expect(final.buttons.length).toBeGreaterThan(0);
  });

  it('holds up nobody: another question is answered meanwhile', async () => {
    const reply = await anna.runs('summary', {}, { until: 'acknowledged' });
    await desk.begun;
    for (const who of ['ben', 'cleo', 'dora'])
      expect(
        onlyMessage(await discord.member(who).runs('ask', { question: 'How long did the talks last?' })).text,
      ).toContain('15 hours');
    desk.ends.give(whole);
    await reply.settled();
  });

  it('tells the operator of a fault, and members nothing', async () => {
    const reply = await anna.runs('summary', {}, { until: 'acknowledged' });
    await desk.begun;
    desk.ends.give(madeUpSummary([scriptedQuote], { writing: madeUpWriting({ fault: 'unavailable' }) }));
    const final = onlyMessage(await reply.settled());
    expect(final.text).toContain(scriptedQuote);
    expect(final.text).not.toMatch(/ollama|Written|model/u);
    expect(bot.log.join('\n')).toContain('"fault":"unavailable"');
  });
});

describe('a check with explanations', () => {
  it.each(['the command', 'the menu'])('by %s shows them beside the verdict, for that member', async (way) => {
    const reply =
      way === 'the command'
        ? await anna.runs('check', { claim: claim.text })
        : await anna.opensMenu('Check against the documents', await discord.member('ben').says(claim.text));
    const { text } = onlyMessage(reply);
    expect(text).toContain('They took 15 hours. [1]');
    expect(text).toContain('Explained by ollama:llama3.2');
    expect(desk.checked).toHaveLength(1);
    expect(desk.checked[0]?.member).not.toBeNull();
  });
});
