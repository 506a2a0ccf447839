import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Loopback, startLoopback } from '../../support/discord/loopback.js';
import { call, identifiedGateway, type RawGateway } from './raw-client.js';

let discord: Loopback;
let gateway: RawGateway;

beforeEach(async () => {
  discord = await startLoopback({ acknowledgeWithinMs: 60_000, rateLimits: 'off' });
  gateway = await identifiedGateway(discord);
});

afterEach(async () => {
  gateway.close();
  await discord.stop();
});

const silent = { allowed_mentions: { parse: [] } };

const rules = (): readonly string[] => [...new Set(discord.violations.map(({ rule }) => rule))];

describe('a request', () => {
  it('to a route that the double does not know is a violation', async () => {
    expect((await call(discord, 'GET', '/guilds/1/bans')).status).toBe(404);
    expect((await call(discord, 'GET', '/nowhere')).status).toBe(404);
    expect(discord.violations.map(({ rule, request }) => [rule, request])).toEqual([
      ['unknown-route', 'GET /guilds/1/bans'],
      ['unknown-route', 'GET /nowhere'],
    ]);
  });

  it('without the right token is refused', async () => {
    for (const authorization of [null, 'Bot wrong', discord.token]) {
      const { status } = await call(discord, 'GET', '/users/@me', undefined, { authorization });
      expect(status).toBe(401);
    }
    expect(discord.violations).toEqual([]);
  });

  it('says who it comes from', async () => {
    await call(discord, 'GET', '/users/@me', undefined, { userAgent: 'curl' });
    expect(rules()).toEqual(['user-agent']);
  });

  it('asks for nothing in its query that the route does not know', async () => {
    await call(discord, 'GET', `/channels/${discord.general.id}/messages?limits=3`);
    expect(rules()).toEqual(['specification']);
  });

  it('is JSON', async () => {
    const path = `/channels/${discord.general.id}/messages`;
    expect((await call(discord, 'POST', path, '{')).body.code).toBe(50_109);
    expect(
      (await call(discord, 'POST', path, 'a=b', { contentType: 'application/x-www-form-urlencoded' })).body.code,
    ).toBe(50_109);
    expect((await call(discord, 'POST', path)).body.code).toBe(50_035);
  });

  it('names channels and messages by snowflakes that there are', async () => {
    expect((await call(discord, 'GET', '/channels/general/messages')).body.code).toBe(50_035);
    expect((await call(discord, 'GET', '/channels/1/messages')).body.code).toBe(10_003);
    expect((await call(discord, 'GET', `/channels/${discord.general.id}/messages/1`)).body.code).toBe(10_008);
    expect((await call(discord, 'GET', `/channels/${discord.general.id}/messages?limit=101`)).body.code).toBe(50_035);
  });

  it('gets JSON with its type, or nothing without one', async () => {
    const typing = await call(discord, 'POST', `/channels/${discord.general.id}/typing`);
    expect([typing.status, typing.headers.get('content-type')]).toEqual([204, null]);
    const me = await call(discord, 'GET', '/users/@me');
    expect([me.status, me.headers.get('content-type')]).toEqual([200, 'application/json']);
  });
});

describe('permissions', () => {
  const view = 1n << 10n;
  const send = 1n << 11n;
  const embed = 1n << 14n;
  const history = 1n << 16n;

  it.each<[what: string, permissions: bigint, body: object, code: number | undefined]>([
    ['sees nothing', 0n, { content: 'a' }, 50_001],
    ['sends nothing', view, { content: 'a' }, 50_013],
    ['sends text', view | send, { content: 'a' }, undefined],
    ['sends no embeds', view | send, { embeds: [{ title: 'a' }] }, 50_013],
    ['sends embeds', view | send | embed, { embeds: [{ title: 'a' }] }, undefined],
    ['replies to nobody', view | send, { content: 'a', message_reference: { message_id: '1' } }, 160_002],
    [
      'replies to what there is',
      view | send | history,
      { content: 'a', message_reference: { message_id: '1' } },
      50_035,
    ],
    [
      'replies to what may be gone',
      view | send | history,
      { content: 'a', message_reference: { message_id: '1', fail_if_not_exists: false } },
      undefined,
    ],
  ])('a bot %s with %d', async (_what, botPermissions, body, code) => {
    const channel = discord.home.channel('narrow', { botPermissions });
    const answer = await call(discord, 'POST', `/channels/${channel.id}/messages`, { ...silent, ...body });
    expect(answer.body.code).toBe(code);
    expect(discord.violations).toEqual([]);
  });

  it('decide what the bot hears and reads', async () => {
    const channel = discord.home.channel('deaf', { botPermissions: view });
    const hidden = discord.home.channel('hidden', { botPermissions: send });
    const anna = discord.member('anna');
    await anna.says('<@BOT> unheard', { in: hidden });
    await anna.says('<@BOT> heard', { in: channel });
    await discord.delivered();
    const heard = gateway.frames.filter(({ t }) => t === 'MESSAGE_CREATE').map(({ d }) => d.content);
    expect(heard).toEqual([`<@${discord.botId}> heard`]);
    expect((await call(discord, 'GET', `/channels/${channel.id}/messages`)).body).toEqual([]);
    expect((await call(discord, 'GET', `/channels/${hidden.id}/messages`)).body.code).toBe(50_001);
    expect(discord.violations).toEqual([]);
  });

  it('let nobody change or delete what others wrote', async () => {
    const message = await discord.member('anna').says('Mine');
    const path = `/channels/${discord.general.id}/messages/${message.id}`;
    expect((await call(discord, 'PATCH', path, { ...silent, content: 'Yours' })).body.code).toBe(50_005);
    expect((await call(discord, 'DELETE', path)).body.code).toBe(50_013);
    expect(discord.look(message)?.content).toBe('Mine');
  });
});
