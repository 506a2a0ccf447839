import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Loopback, startLoopback } from '../../support/discord/loopback.js';
import { call, identifiedGateway, type RawGateway } from './raw-client.js';

let discord: Loopback;
let gateway: RawGateway;

beforeEach(async () => {
  discord = await startLoopback({ acknowledgeWithinMs: 60_000, rateLimits: 'off', patienceMs: 200 });
  gateway = await identifiedGateway(discord);
});

afterEach(async () => {
  gateway.close();
  await discord.stop();
  expect(discord.violations).toEqual([]);
});

const silent = { allowed_mentions: { parse: [] } };

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

const heard = async (): Promise<Record<string, unknown>> => {
  await discord.delivered();
  return gateway.event('MESSAGE_CREATE');
};

describe('a message of somebody', () => {
  it('is blank to the bot unless it names it, answers it or is direct', async () => {
    const anna = discord.member('anna');
    const bots = await posted({ content: 'mine' });
    expect(await heard()).toMatchObject({ content: 'mine', author: { id: discord.botId }, channel_type: 0 });
    await anna.says('blank');
    expect(await heard()).toMatchObject({
      content: '',
      mentions: [],
      member: { roles: [] },
      guild_id: discord.home.id,
    });
    await anna.says('<@BOT> named');
    expect(await heard()).toMatchObject({ content: `<@${discord.botId}> named` });
    await anna.says('answered', { replyTo: bots });
    expect(await heard()).toMatchObject({ content: 'answered', referenced_message: { content: 'mine' } });
    await anna.says('answered quietly', { replyTo: bots, ping: false });
    expect(await heard()).toMatchObject({ content: '', message_reference: { message_id: bots.id } });
    await anna.says('direct', { in: anna.direct });
    expect(await heard()).toMatchObject({ content: 'direct', channel_type: 1 });
  });

  it('is as blank when the bot looks it up, newest first', async () => {
    const anna = discord.member('anna');
    const first = await anna.says('one');
    const second = await anna.says('<@BOT> two');
    const third = await anna.says('three');
    const path = `/channels/${discord.general.id}/messages`;
    const list = async (query: string): Promise<unknown> =>
      ((await call(discord, 'GET', `${path}${query}`)).body as unknown as { id: string }[]).map(({ id }) => id);
    expect(await list('')).toEqual([third.id, second.id, first.id]);
    expect(await list('?limit=2')).toEqual([third.id, second.id]);
    expect(await list(`?before=${third.id}&limit=1`)).toEqual([second.id]);
    expect(await list(`?after=${first.id}&limit=1`)).toEqual([second.id]);
    expect(await list(`?around=${second.id}&limit=3`)).toEqual([third.id, second.id, first.id]);
    expect((await call(discord, 'GET', `${path}/${first.id}`)).body.content).toBe('');
    expect((await call(discord, 'GET', `${path}/${second.id}`)).body.content).toBe(`<@${discord.botId}> two`);
  });

  it('can be changed and taken away, and a reply then finds nothing', async () => {
    const anna = discord.member('anna');
    const message = await anna.says('<@BOT> wh?');
    anna.edits(message, '<@BOT> who?');
    expect(await gateway.event('MESSAGE_UPDATE')).toMatchObject({
      id: message.id,
      content: `<@${discord.botId}> who?`,
    });
    expect(discord.look(message)).toMatchObject({ edits: 1 });
    anna.deletes(message);
    expect(await gateway.event('MESSAGE_DELETE')).toMatchObject({ id: message.id });
    expect(discord.look(message)).toBeUndefined();
    const reply = { ...silent, content: 'a', message_reference: { message_id: message.id } };
    const path = `/channels/${discord.general.id}/messages`;
    expect((await call(discord, 'POST', path, reply)).body.code).toBe(50_035);
    const lenient = { ...reply, message_reference: { message_id: message.id, fail_if_not_exists: false } };
    expect((await call(discord, 'POST', path, lenient)).body.message_reference).toBeUndefined();
  });
});

describe('what is seen of a message', () => {
  it('is everything a reader reads, in order', async () => {
    const message = await posted({
      content: 'first',
      embeds: [
        {
          author: { name: 'second' },
          title: 'third',
          description: ' fourth ',
          fields: [{ name: 'fifth', value: 'sixth' }],
          footer: { text: 'seventh' },
        },
      ],
    });
    expect(message.text.split('\n')).toEqual(['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh']);
    const modern = await posted({
      flags: 1 << 15,
      components: [
        {
          type: 17,
          components: [
            { type: 10, content: 'one' },
            {
              type: 9,
              components: [{ type: 10, content: 'two' }],
              accessory: { type: 2, style: 1, label: 'Press', custom_id: 'a' },
            },
          ],
        },
        { type: 14 },
        { type: 10, content: 'three' },
      ],
    });
    expect([modern.text, modern.buttons]).toEqual(['one\ntwo\nthree', ['Press']]);
  });
});

describe('the bot', () => {
  it('pings only whom allowed_mentions names', async () => {
    const anna = discord.member('anna');
    const question = await anna.says('<@BOT> who?');
    const reference = { message_reference: { message_id: question.id } };
    const mentioned = async (more: object): Promise<unknown> => {
      const { body } = await call(discord, 'POST', `/channels/${discord.general.id}/messages`, {
        content: `<@${anna.id}> @everyone`,
        ...reference,
        ...more,
      });
      return [(body.mentions as { id: string }[]).map(({ id }) => id), body.mention_everyone];
    };
    expect(await mentioned({ allowed_mentions: { parse: [], replied_user: false } })).toEqual([[], false]);
    expect(await mentioned({ allowed_mentions: { parse: [], users: [anna.id] } })).toEqual([[anna.id], false]);
    expect(await mentioned({ content: 'a', allowed_mentions: { parse: [], replied_user: true } })).toEqual([
      [anna.id],
      false,
    ]);
  });

  it('opens a direct channel, and is thrown out of a guild', async () => {
    const anna = discord.member('anna');
    const { body } = await call(discord, 'POST', '/users/@me/channels', { recipient_id: anna.id });
    expect(body.id).toBe(anna.direct.id);
    const elsewhere = discord.guild();
    elsewhere.removesBot();
    expect(await gateway.event('GUILD_DELETE')).toEqual({ id: elsewhere.id });
    expect((await call(discord, 'GET', `/channels/${elsewhere.general.id}`)).body.code).toBe(10_003);
    expect((await call(discord, 'GET', `/guilds/${elsewhere.id}`)).body.code).toBe(50_001);
  });

  it('looks up itself, its application, its guild and its members', async () => {
    const anna = discord.member('anna');
    for (const path of [
      '/users/@me',
      '/applications/@me',
      '/oauth2/applications/@me',
      `/users/${anna.id}`,
      `/guilds/${discord.home.id}`,
      `/guilds/${discord.home.id}/members/${anna.id}`,
      `/channels/${anna.direct.id}`,
      `/channels/${discord.thread(discord.general, { name: 'Talk' }).id}`,
    ]) {
      expect([path, (await call(discord, 'GET', path)).status]).toEqual([path, 200]);
    }
  });
});
