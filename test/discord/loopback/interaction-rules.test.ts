import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Loopback, startLoopback } from '../../support/discord/loopback.js';
import { exampleCommands } from './example-commands.js';
import { call, identifiedGateway, type RawGateway } from './raw-client.js';

let discord: Loopback;
let gateway: RawGateway;

beforeEach(async () => {
  discord = await startLoopback({ acknowledgeWithinMs: 60_000, rateLimits: 'off' });
  discord.registers(exampleCommands);
  gateway = await identifiedGateway(discord);
});

afterEach(async () => {
  gateway.close();
  await discord.stop();
});

const silent = { allowed_mentions: { parse: [] } };
const letters = (count: number): string => 'x'.repeat(count);
const row = (...components: object[]): object => ({ type: 1, components });

const rules = (): readonly string[] => [...new Set(discord.violations.map(({ rule }) => rule))];

/** Sends a command through anna and gives the addresses of its callback and webhook. */
async function interact(): Promise<{ readonly callback: string; readonly webhook: string }> {
  const before = gateway.frames.length;
  await discord.member('anna').runs('ask', { question: 'Who?' }, { until: 'sent' });
  const { d } = await gateway.frame(
    (frame) => frame.t === 'INTERACTION_CREATE' && gateway.frames.indexOf(frame) >= before,
  );
  const token = String(d.token);
  return {
    callback: `/interactions/${String(d.id)}/${token}/callback`,
    webhook: `/webhooks/${discord.applicationId}/${token}`,
  };
}

describe('an interaction', () => {
  const answer = { type: 4, data: { ...silent, content: 'Here' } };

  it('is answered once', async () => {
    const { callback } = await interact();
    expect((await call(discord, 'POST', callback, { type: 5 })).status).toBe(204);
    const again = await call(discord, 'POST', callback, { type: 5 });
    expect([again.status, again.body.code]).toEqual([400, 40_060]);
    expect(rules()).toEqual(['acknowledged-twice']);
  });

  it('knows no webhook before its callback', async () => {
    const { webhook } = await interact();
    const early = await call(discord, 'PATCH', `${webhook}/messages/@original`, { ...silent, content: 'a' });
    expect([early.status, early.body.code]).toEqual([404, 10_015]);
    expect(rules()).toEqual(['webhook-before-acknowledgement']);
  });

  it('is known by its own id and token alone', async () => {
    const { callback } = await interact();
    const strange = await call(discord, 'POST', callback.replace(/[^/]+\/callback/u, 'made-up/callback'), { type: 5 });
    expect([strange.status, strange.body.code]).toEqual([404, 10_062]);
    const webhook = await call(discord, 'PATCH', `/webhooks/${discord.applicationId}/made-up/messages/@original`, {
      ...silent,
      content: 'a',
    });
    expect([webhook.status, webhook.body.code]).toEqual([404, 10_015]);
  });

  it('takes no bot token', async () => {
    const { callback, webhook } = await interact();
    const authorization = `Bot ${discord.token}`;
    expect((await call(discord, 'POST', callback, answer, { authorization })).status).toBe(204);
    await call(discord, 'PATCH', `${webhook}/messages/@original`, { ...silent, content: 'a' }, { authorization });
    expect(discord.violations.map(({ rule }) => rule)).toEqual(['authorization', 'authorization']);
    expect(JSON.stringify(discord.violations)).not.toContain(callback.split('/')[3]);
  });

  it.each<[rule: string, what: string, code: number, body: object]>([
    [
      'callback-type',
      'an update where nothing is to be updated',
      50_035,
      { type: 7, data: { ...silent, content: 'a' } },
    ],
    ['callback-type', 'choices for a command', 50_035, { type: 8, data: { choices: [] } }],
    ['specification', 'a type that there is not', 50_035, { type: 99 }],
    ['specification', 'a misspelt property', 50_035, { type: 4, data: { ...silent, contents: 'a' } }],
    ['specification', 'content beyond 2000', 50_035, { type: 4, data: { ...silent, content: letters(2001) } }],
    ['empty-message', 'nothing to show', 50_006, { type: 4, data: silent }],
    ['allowed-mentions', 'no allowed_mentions', 0, { type: 4, data: { content: 'a' } }],
    [
      'specification',
      'a modal without a title',
      50_035,
      { type: 9, data: { custom_id: 'a', components: [row({ type: 4, custom_id: 'b', style: 1, label: 'c' })] } },
    ],
    [
      'modal',
      'an input without a label',
      50_035,
      { type: 9, data: { custom_id: 'a', title: 'b', components: [row({ type: 4, custom_id: 'b', style: 1 })] } },
    ],
    [
      'modal',
      'six inputs',
      50_035,
      {
        type: 9,
        data: {
          custom_id: 'a',
          title: 'b',
          components: Array.from({ length: 6 }, (_, index) =>
            row({ type: 4, custom_id: `${index}`, style: 1, label: 'c' }),
          ),
        },
      },
    ],
    [
      'duplicate-custom-id',
      'two inputs of one custom_id',
      50_035,
      {
        type: 9,
        data: {
          custom_id: 'a',
          title: 'b',
          components: [1, 2].map(() => row({ type: 4, custom_id: 'b', style: 1, label: 'c' })),
        },
      },
    ],
  ])('breaks the rule %s with %s', async (rule, _what, code, body) => {
    const { callback } = await interact();
    const { status, body: said } = await call(discord, 'POST', callback, body);
    expect([status, said.code ?? 0]).toEqual([code === 0 ? 204 : 400, code]);
    expect(rules()).toEqual([rule]);
  });

  it('lasts fifteen minutes', async () => {
    const anna = discord.member('anna');
    const reply = await anna.runs('ask', { question: 'Who?' }, { until: 'sent' });
    const { id, token } = await gateway.event('INTERACTION_CREATE');
    await call(discord, 'POST', `/interactions/${String(id)}/${String(token)}/callback`, { type: 5 });
    discord.expires(reply);
    const late = await call(
      discord,
      'PATCH',
      `/webhooks/${discord.applicationId}/${String(token)}/messages/@original`,
      {
        ...silent,
        content: 'a',
      },
    );
    expect([late.status, late.body.code]).toEqual([401, 50_027]);
    expect(discord.violations).toEqual([]);
  });

  it('answers whoever asks for its result, as Discord does', async () => {
    const { callback } = await interact();
    const { status, body } = await call(discord, 'POST', `${callback}?with_response=true`, answer);
    expect(status).toBe(200);
    expect(body).toMatchObject({ interaction: { type: 2 }, resource: { type: 4, message: { content: 'Here' } } });
    expect(discord.violations).toEqual([]);
  });

  it('makes the first follow-up its answer while that is awaited', async () => {
    const anna = discord.member('anna');
    const reply = await anna.runs('ask', { question: 'Who?' }, { until: 'sent' });
    const { id, token } = await gateway.event('INTERACTION_CREATE');
    await call(discord, 'POST', `/interactions/${String(id)}/${String(token)}/callback`, {
      type: 5,
      data: { flags: 64 },
    });
    const webhook = `/webhooks/${discord.applicationId}/${String(token)}`;
    await call(discord, 'POST', `${webhook}?wait=true`, { ...silent, content: 'First' });
    await call(discord, 'POST', `${webhook}?wait=true`, { ...silent, content: 'Second' });
    expect(reply.messages.map(({ content, isEphemeral }) => [content, isEphemeral])).toEqual([
      ['First', true],
      ['Second', false],
    ]);
    expect((await call(discord, 'DELETE', `${webhook}/messages/@original`)).status).toBe(204);
    expect((await call(discord, 'GET', `${webhook}/messages/%40original`)).body.code).toBe(10_008);
    expect(reply.messages.map(({ content }) => content)).toEqual(['Second']);
    expect(discord.violations).toEqual([]);
  });
});

describe('an interaction nobody acknowledges', () => {
  it('has failed, and its callback comes too late', async () => {
    const hasty = await startLoopback({ acknowledgeWithinMs: 30 });
    hasty.registers(exampleCommands);
    const listener = await identifiedGateway(hasty);
    const reply = await hasty.member('anna').runs('ask', { question: 'Who?' });
    expect(reply.failed).toBe('This application did not respond');
    const { id, token } = await listener.event('INTERACTION_CREATE');
    const late = await call(hasty, 'POST', `/interactions/${String(id)}/${String(token)}/callback`, { type: 5 });
    expect([late.status, late.body.code]).toEqual([404, 10_062]);
    expect(hasty.violations.map(({ rule }) => rule)).toEqual(['not-acknowledged']);
    listener.close();
    await hasty.stop();
  });

  it('is nobody’s fault when no client was there to be told', async () => {
    const empty = await startLoopback({ acknowledgeWithinMs: 30 });
    empty.registers(exampleCommands);
    const reply = await empty.member('anna').runs('ask', { question: 'Who?' });
    expect(reply.failed).toBe('This application did not respond');
    expect(empty.violations).toEqual([]);
    await empty.stop();
  });
});
