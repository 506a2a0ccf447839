import { ApplicationCommandOptionType, PermissionFlagsBits } from 'discord.js';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Desk } from '#src/desk.js';
import { messageCommands, slashCommands } from '#src/discord/commands/all-commands.js';
import type { SlashCommand } from '#src/discord/commands/command.js';
import { createButtons, forms } from '#src/discord/components/all-components.js';
import { type ActionName, type ComponentAction, customIdOf } from '#src/discord/custom-id.js';
import { openArticleDesk } from '../support/article-desk.js';
import type { Actor } from '../support/discord/actor.js';
import { type Loopback, startLoopback } from '../support/discord/loopback.js';
import type { OptionValue } from '../support/discord/option-payload.js';
import type { Reply } from '../support/discord/reply.js';
import type { SeenMessage } from '../support/discord/seen-message.js';
import { type RunningBot, runBotAgainst } from '../support/run-bot-against.js';
import { withQuotas } from './with-quotas.js';

/*
 * Every command, menu, button and form that there is, used by a member whose quota is used up. A new one has to refuse
 * them, or to stand in one of these lists with a reason.
 */

/** They make next to no work; and whoever is over a limit may still ask what is kept about them. */
const freeCommands: readonly string[] = ['help', 'sources', 'privacy', 'quality'];
/** For moderators, who are not held to quotas; everybody else is refused for that. */
const moderatorsCommands: readonly string[] = ['corpus', 'reindex', 'settings', 'audit', 'review', 'gaps'];
const moderatorsActions: readonly ActionName[] = [
  'publish',
  'publish-cancel',
  'reindex-stop',
  'rollback',
  'rollback-cancel',
  'review-accept',
  'note-withdraw',
  'note-next',
  'review-reject',
  'review-next',
  'accept-form',
];
const freeActions: readonly ActionName[] = [
  // Opens a form, which counts when it comes back.
  'dispute',
  'privacy-delete',
  'privacy-keep',
];

const refusal = 'as often as one member may';
const hour = 3_600_000;

let desk: Desk;
let discord: Loopback;
let bot: RunningBot;
let anna: Actor;
let ben: Actor;
/** What anna may press buttons under. */
let under: SeenMessage;

beforeAll(async () => {
  desk = await openArticleDesk();
});
afterAll(() => desk.close());
beforeEach(async () => {
  discord = await startLoopback();
  const once = { [discord.home.id]: { member: { count: 1, windowMs: hour } } };
  bot = await runBotAgainst(discord, { desk, collections: withQuotas(desk, once) });
  [anna, ben] = [discord.member('anna'), discord.member('ben')];
  await anna.runs('check', { claim: 'The talks lasted 15 hours.' });
  const help = await anna.runs('help');
  under = help.messages[0] as SeenMessage;
});
afterEach(async () => {
  await bot.stop();
  await discord.stop();
  expect(discord.violations).toEqual([]);
});

function isTold({ messages }: Reply): boolean {
  return messages.some(({ text }) => text.includes(refusal));
}

/** Expects that a member is refused, alone, and that nobody else sees anything of it. */
async function expectRefused(door: string, act: () => Promise<Reply>): Promise<void> {
  const before = ben.sees(discord.general);
  const reply = await act();
  await reply.until(isTold, `a refusal of ${door}`);
  const told = reply.messages.find(({ text }) => text.includes(refusal));
  expect([door, told?.isEphemeral]).toEqual([door, true]);
  expect(ben.sees(discord.general)).toEqual(before);
}

type Options = NonNullable<SlashCommand['data']['options']>;

/** Something for every option that has to be there. */
function filled(options: Options): Record<string, OptionValue> {
  const required = options.filter((option) => 'required' in option && option.required === true);
  return Object.fromEntries(
    required.map((option): [string, OptionValue] => {
      if ('choices' in option && option.choices?.[0] !== undefined) return [option.name, option.choices[0].value];
      switch (option.type) {
        case ApplicationCommandOptionType.String:
          return [option.name, 'How long did the talks last?'];
        case ApplicationCommandOptionType.Integer:
        case ApplicationCommandOptionType.Number:
          return [option.name, 1];
        case ApplicationCommandOptionType.Boolean:
          return [option.name, true];
        case ApplicationCommandOptionType.Attachment:
          return [option.name, { name: 'a.txt', content: 'A text.' }];
        default:
          return [option.name, ben];
      }
    }),
  );
}

/** Every way to run a command: itself, or each of its subcommands. */
function waysToRun(name: string, options: Options): readonly (readonly [line: string, Record<string, OptionValue>])[] {
  const { Subcommand, SubcommandGroup } = ApplicationCommandOptionType;
  const below = options.filter(({ type }) => type === Subcommand || type === SubcommandGroup);
  if (below.length === 0) return [[name, filled(options)]];
  return below.flatMap((option) => waysToRun(`${name} ${option.name}`, ('options' in option && option.options) || []));
}

/** A custom id of every kind; what its parts name is not there. */
function exampleOf(action: ActionName): string {
  const parts = {
    record: 'AAAAAAAAAAAA',
    index: 0,
    message: '1017654321098765432',
    collection: 'own',
    fingerprint: 'AAAAAAAAAAAA',
    generation: '20261124-101500-abcd',
    live: 'none',
    item: 1,
  };
  return customIdOf({ action, ...parts } as unknown as ComponentAction);
}

function isCounted(action: string): action is ActionName {
  return ![...moderatorsActions, ...freeActions].includes(action as ActionName);
}

describe('a member whose quota is used up', () => {
  it('is refused at every slash command', async () => {
    const counted = slashCommands.filter(({ data }) => ![...freeCommands, ...moderatorsCommands].includes(data.name));
    expect(counted.map(({ data }) => data.name)).toEqual(expect.arrayContaining(['ask', 'summary', 'check', 'digest']));
    for (const { data } of counted)
      for (const [line, options] of waysToRun(data.name, data.options ?? []))
        await expectRefused(`/${line}`, () => anna.runs(line, options));
  });

  it('is refused at every entry of a message’s menu', async () => {
    const said = await ben.says('The talks lasted 15 hours.');
    expect(messageCommands.length).toBeGreaterThan(1);
    for (const { data } of messageCommands) await expectRefused(data.name, () => anna.opensMenu(data.name, said));
  });

  it('is refused at every button', async () => {
    const counted = Object.keys(createButtons()).filter(isCounted);
    expect(counted).toEqual(expect.arrayContaining(['passage', 'page', 'share', 'up', 'down']));
    for (const action of counted)
      await expectRefused(action, () =>
        discord.forges(anna, { customId: exampleOf(action), in: discord.general, under }),
      );
  });

  it('is refused when a form comes back', async () => {
    const counted = Object.keys(forms).filter(isCounted);
    expect(counted).toEqual(expect.arrayContaining(['dispute-form', 'follow-up-form']));
    const values = { 'what-is-wrong': 'It is wrong.', question: 'And who met?' };
    for (const action of counted)
      await expectRefused(action, () =>
        discord.forges(anna, { customId: exampleOf(action), values, in: discord.general, under }),
      );
  });

  it('is refused in a mention and a reply, and not at what counts for nothing', async () => {
    const mention = await anna.says('<@BOT> how long did the talks last?');
    expect((await discord.answerTo(mention, { isFinal: () => true })).text).toContain(refusal);
    for (const line of ['help', 'sources', 'privacy show']) {
      const { messages } = await anna.runs(line);
      expect(messages.map(({ text }) => text).join()).not.toContain(refusal);
    }
  });
});

it('what is listed as for moderators is not shown to anybody else', () => {
  const listed = slashCommands.filter(({ data }) => moderatorsCommands.includes(data.name));
  for (const { data } of listed) {
    expect([data.name, data.default_member_permissions]).toEqual([data.name, String(PermissionFlagsBits.ManageGuild)]);
  }
});
