import { PermissionFlagsBits } from 'discord-api-types/v10';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Loopback, startLoopback } from '../../support/discord/loopback.js';
import { exampleCommands } from './example-commands.js';
import { call, identifiedGateway, type RawGateway } from './raw-client.js';

let discord: Loopback;
let gateway: RawGateway;

beforeEach(async () => {
  discord = await startLoopback({ acknowledgeWithinMs: 60_000, rateLimits: 'off', patienceMs: 200 });
  discord.registers(exampleCommands);
  gateway = await identifiedGateway(discord);
});

afterEach(async () => {
  gateway.close();
  await discord.stop();
  expect(discord.violations).toEqual([]);
});

const silent = { allowed_mentions: { parse: [] } };
const sent = { until: 'sent' } as const;

/** Posts as the bot, and gives the message as anna sees it. */
async function posted(more: object, channel = discord.general) {
  const { body } = await call(discord, 'POST', `/channels/${channel.id}/messages`, { ...silent, ...more });
  const message = discord
    .member('anna')
    .sees(channel)
    .find(({ id }) => id === body.id);
  if (message === undefined) throw new Error(`Nothing was posted: ${JSON.stringify(body)}`);
  return message;
}

const controls = [
  {
    type: 1,
    components: [
      { type: 2, style: 1, label: 'Show', custom_id: 'show' },
      { type: 2, style: 2, emoji: { name: '🔁' }, custom_id: 'again' },
      { type: 2, style: 2, label: 'Off', custom_id: 'off', disabled: true },
      { type: 2, style: 5, label: 'Read', url: 'https://example.org' },
    ],
  },
  {
    type: 1,
    components: [{ type: 3, custom_id: 'which', placeholder: 'Which one?', options: [{ label: 'One', value: '1' }] }],
  },
];

describe('somebody', () => {
  it('sends a command with what Discord says about them, their channel and the bot', async () => {
    const anna = discord.member('anna', { permissions: PermissionFlagsBits.ManageGuild, displayName: 'Anna K.' });
    await anna.runs('ask', { question: 'Who?', private: true }, sent);
    const event = await gateway.event('INTERACTION_CREATE');
    expect(event).toMatchObject({
      type: 2,
      application_id: discord.applicationId,
      guild_id: discord.home.id,
      channel_id: discord.general.id,
      channel: { id: discord.general.id, type: 0 },
      context: 0,
      entitlements: [],
      authorizing_integration_owners: { 0: discord.home.id },
      data: {
        name: 'ask',
        type: 1,
        options: [
          { name: 'question', type: 3, value: 'Who?' },
          { name: 'private', type: 5, value: true },
        ],
      },
      member: { nick: 'Anna K.', user: { id: anna.id, username: 'anna' } },
    });
    const { permissions } = event.member as { permissions: string };
    expect(BigInt(permissions) & PermissionFlagsBits.ManageGuild).not.toBe(0n);
    expect(BigInt(String(event.app_permissions)) & PermissionFlagsBits.EmbedLinks).not.toBe(0n);
  });

  it('sends a command from a direct channel as a user without a guild', async () => {
    const anna = discord.member('anna');
    await anna.runs('ask', { question: 'Who?' }, { ...sent, in: anna.direct });
    const event = await gateway.event('INTERACTION_CREATE');
    expect(event).toMatchObject({
      context: 1,
      user: { id: anna.id },
      channel: { type: 1 },
      authorizing_integration_owners: { 0: '0' },
    });
    expect('member' in event || 'guild_id' in event).toBe(false);
  });

  it('shows the bot a message in full by using a menu on it', async () => {
    const anna = discord.member('anna');
    const message = await discord.member('ben').says('Kerry met Lavrov');
    expect((await gateway.event('MESSAGE_CREATE')).content).toBe('');
    await anna.opensMenu('Ask about this', message, sent);
    expect((await gateway.event('INTERACTION_CREATE')).data).toMatchObject({
      target_id: message.id,
      resolved: { messages: { [message.id]: { content: 'Kerry met Lavrov', author: { username: 'ben' } } } },
    });
  });

  it('presses buttons by label or emoji, and chooses by label', async () => {
    const anna = discord.member('anna');
    const message = await posted({ content: 'a', components: controls });
    expect(message.buttons).toEqual(['Show', '🔁', 'Off', 'Read']);
    await anna.presses(message, 'Show', sent);
    expect(await gateway.event('INTERACTION_CREATE')).toMatchObject({
      type: 3,
      data: { custom_id: 'show', component_type: 2 },
      message: { id: message.id },
    });
    await anna.presses(message, '🔁', sent);
    await discord.delivered();
    expect(await gateway.event('INTERACTION_CREATE')).toMatchObject({ data: { custom_id: 'again' } });
    await anna.selects(message, 'Which one?', ['One'], sent);
    await discord.delivered();
    expect(await gateway.event('INTERACTION_CREATE')).toMatchObject({
      data: { custom_id: 'which', component_type: 3, values: ['1'] },
    });
  });

  it.each<[what: string, act: () => Promise<unknown>, why: string]>([
    ['a command that is not registered', () => discord.member('anna').runs('nothing'), 'No command "nothing"'],
    ['a command for others', () => discord.member('anna').runs('corpus add'), 'is not shown "corpus"'],
    [
      'a guild’s command in a direct channel',
      () => discord.member('anna').runs('corpus add', {}, { in: discord.member('anna').direct }),
      'is not shown "corpus"',
    ],
    ['a command without what it requires', () => discord.member('anna').runs('ask', {}), '"question" is required'],
    ['an empty option', () => discord.member('anna').runs('ask', { question: '' }), 'it is empty'],
    [
      'an option that there is not',
      () => discord.member('anna').runs('ask', { question: 'a', loud: true }),
      'no option "loud"',
    ],
    [
      'an option of another type',
      () => discord.member('anna').runs('ask', { question: 'a', private: 'yes' }),
      'is no boolean',
    ],
    [
      'a parent of subcommands',
      () => discord.member('mod', { permissions: 32n }).runs('corpus'),
      'runs only with one of: add',
    ],
    [
      'a subcommand that there is not',
      () => discord.member('mod', { permissions: 32n }).runs('corpus burn'),
      'no subcommand "burn"',
    ],
    [
      'a disabled button',
      async () => discord.member('anna').presses(await posted({ content: 'a', components: controls }), 'Off'),
      'is disabled',
    ],
    [
      'a link as if it were a button',
      async () => discord.member('anna').presses(await posted({ content: 'a', components: controls }), 'Read'),
      'opens a page',
    ],
    [
      'a button that there is not',
      async () => discord.member('anna').presses(await posted({ content: 'a', components: controls }), 'Hide'),
      'There is no button "Hide"; there are: "Show", "🔁", "Off", "Read"',
    ],
    [
      'an option of a select that there is not',
      async () =>
        discord.member('anna').selects(await posted({ content: 'a', components: controls }), 'which', ['Two']),
      'no option "Two"',
    ],
    [
      'anything in a guild they are not in',
      () => discord.member('anna').says('a', { in: discord.guild().general }),
      'anna is not in general',
    ],
    [
      'anything in somebody else’s direct channel',
      () => discord.member('anna').says('a', { in: discord.member('ben').direct }),
      'anna is not in ben',
    ],
  ])('cannot use %s', async (_what, act, why) => {
    await expect(act()).rejects.toThrow(why);
    await discord.delivered();
    expect(gateway.frames.some(({ t }) => t === 'INTERACTION_CREATE')).toBe(false);
  });

  it('needs no permission for a command in a direct channel unless its contexts say so', async () => {
    discord.registers([{ name: 'rebuild', description: 'a', default_member_permissions: '32' }]);
    const anna = discord.member('anna');
    await expect(anna.runs('rebuild')).rejects.toThrow('is not shown');
    await anna.runs('rebuild', {}, { ...sent, in: anna.direct });
    expect(await gateway.event('INTERACTION_CREATE')).toMatchObject({ data: { name: 'rebuild' } });
  });

  it('sees an ephemeral answer alone, and nobody else can press it', async () => {
    const [anna, ben] = [discord.member('anna'), discord.member('ben')];
    const reply = await anna.runs('ask', { question: 'Who?' }, sent);
    const { id, token } = await gateway.event('INTERACTION_CREATE');
    const data = { ...silent, content: 'Only you', flags: 64, components: controls };
    await call(discord, 'POST', `/interactions/${String(id)}/${String(token)}/callback`, { type: 4, data });
    const [message] = (await reply.settled()).messages;
    if (message === undefined) throw new Error('There is no answer.');
    expect([reply.isEphemeral, message.isEphemeral, anna.sees().length, ben.sees().length]).toEqual([true, true, 1, 0]);
    await expect(ben.presses(message, 'Show')).rejects.toThrow('ben does not see the message');
    expect((await call(discord, 'GET', `/channels/${discord.general.id}/messages/${message.id}`)).body.code).toBe(
      10_008,
    );
    await discord.delivered();
    expect(gateway.frames.some(({ t }) => t === 'MESSAGE_CREATE')).toBe(false);
  });

  it('waits in vain with a message that says what there is so far', async () => {
    const anna = discord.member('anna');
    await expect(anna.runs('ask', { question: 'Who?' })).rejects.toThrow(
      'Waited 200 ms in vain for a complete answer. It is not acknowledged',
    );
    const message = await anna.says('<@BOT> who?');
    await posted({ content: 'Searching …', message_reference: { message_id: message.id } });
    await expect(discord.answerTo(message)).rejects.toThrow('So far there is: ["Searching …"]');
    await expect(anna.autocompletes('summary', { section: 'S' }, 'section')).rejects.toThrow('choices');
  });
});

const input = (id: string, label: string, more: object = {}): object => ({
  type: 1,
  components: [{ type: 4, custom_id: id, style: 2, label, ...more }],
});

describe('a form', () => {
  it('is filled in by its labels, within its bounds', async () => {
    const anna = discord.member('anna');
    const opened = await anna.runs('ask', { question: 'Who?' }, sent);
    const { id, token } = await gateway.event('INTERACTION_CREATE');
    const components = [
      input('what', 'What is wrong?', { min_length: 3, max_length: 10 }),
      input('more', 'More', { required: false, value: 'as it was' }),
      {
        type: 18,
        label: 'How bad?',
        component: { type: 3, custom_id: 'bad', options: [{ label: 'Very', value: '9' }] },
      },
    ];
    await call(discord, 'POST', `/interactions/${String(id)}/${String(token)}/callback`, {
      type: 9,
      data: { custom_id: 'form', title: 'Report', components },
    });
    expect((await opened.settled()).modal).toMatchObject({ title: 'Report', customId: 'form' });
    await expect(anna.submits(opened, { 'What is it?': 'a' })).rejects.toThrow('no "What is it?"');
    await expect(anna.submits(opened, { 'How bad?': 'Very' })).rejects.toThrow('"What is wrong?" is required');
    await expect(anna.submits(opened, { 'What is wrong?': 'no' })).rejects.toThrow('needs 3 characters');
    await expect(anna.submits(opened, { 'What is wrong?': 'x'.repeat(11) })).rejects.toThrow('takes 10 characters');
    await expect(anna.submits(opened, { 'What is wrong?': 'all', 'How bad?': 'Mildly' })).rejects.toThrow(
      'no option "Mildly"',
    );
    await expect(discord.member('ben').submits(opened, {})).rejects.toThrow('ben has no such form');
    const before = gateway.frames.length;
    await anna.submits(opened, { 'What is wrong?': 'all of it', 'How bad?': 'Very' }, sent);
    const { d } = await gateway.frame(
      (frame) => frame.t === 'INTERACTION_CREATE' && gateway.frames.indexOf(frame) >= before,
    );
    expect(d).toMatchObject({
      type: 5,
      data: {
        custom_id: 'form',
        components: [
          { type: 1, components: [{ custom_id: 'what', value: 'all of it' }] },
          { type: 1, components: [{ custom_id: 'more', value: 'as it was' }] },
          { type: 18, component: { custom_id: 'bad', values: ['9'] } },
        ],
      },
    });
  });
});

describe('two doubles of one seed', () => {
  it('have the same ids and token, and of another seed other ones', async () => {
    const [same, other] = [await startLoopback(), await startLoopback({ seed: 2 })];
    expect([same.token, same.general.id]).toEqual([discord.token, discord.general.id]);
    expect(other.token).not.toBe(discord.token);
    expect(other.general.id).not.toBe(discord.general.id);
    await same.stop();
    await other.stop();
  });
});
