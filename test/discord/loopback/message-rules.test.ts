import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Loopback, startLoopback } from '../../support/discord/loopback.js';
import { call } from './raw-client.js';

let discord: Loopback;

beforeEach(async () => {
  discord = await startLoopback({ acknowledgeWithinMs: 60_000, rateLimits: 'off' });
});

afterEach(async () => {
  await discord.stop();
});

const silent = { allowed_mentions: { parse: [] } };
const letters = (count: number): string => 'x'.repeat(count);
const button = (customId: string): object => ({ type: 2, style: 1, label: 'Press', custom_id: customId });
const row = (...components: object[]): object => ({ type: 1, components });
const select = { type: 3, custom_id: 'choose', options: [{ label: 'One', value: '1' }] };
const secondVersion = 1 << 15;
const text = (content: string): object => ({ type: 10, content });

const rules = (): readonly string[] => [...new Set(discord.violations.map(({ rule }) => rule))];

describe('a message', () => {
  it('that keeps every rule is taken without a violation', async () => {
    const { status } = await call(discord, 'POST', `/channels/${discord.general.id}/messages`, {
      ...silent,
      content: letters(2000),
      embeds: [{ title: letters(256), description: letters(4096), fields: [{ name: 'a', value: 'b', inline: true }] }],
      components: [
        row(button('a'), button('b'), { type: 2, style: 5, label: 'Read', url: 'https://example.org' }),
        row(select),
      ],
    });
    expect(status).toBe(200);
    expect(discord.violations).toEqual([]);
  });

  it.each<[rule: string, what: string, code: number, body: object]>([
    ['content-length', 'content beyond 2000', 50_035, { content: letters(2001) }],
    ['specification', 'content beyond 4000', 50_035, { content: letters(4001) }],
    ['empty-message', 'nothing in it', 50_006, {}],
    ['empty-message', 'only spaces in it', 50_006, { content: ' \n ' }],
    [
      'embed-sum',
      'embeds beyond 6000',
      50_035,
      { embeds: [{ description: letters(4000) }, { description: letters(2001) }] },
    ],
    ['specification', 'an embed title beyond 256', 50_035, { embeds: [{ title: letters(257) }] }],
    [
      'specification',
      'more than 25 fields',
      50_035,
      { embeds: [{ fields: Array.from({ length: 26 }, () => ({ name: 'a', value: 'b' })) }] },
    ],
    ['embed-empty-field', 'an empty field', 50_035, { embeds: [{ fields: [{ name: 'a', value: '' }] }] }],
    [
      'rows',
      'six rows',
      50_035,
      { content: 'a', components: Array.from({ length: 6 }, (_, index) => row(button(String(index)))) },
    ],
    [
      'specification',
      'six buttons in a row',
      50_035,
      { content: 'a', components: [row(...Array.from({ length: 6 }, (_, index) => button(String(index))))] },
    ],
    ['row-mix', 'a select beside a button', 50_035, { content: 'a', components: [row(select, button('b'))] }],
    [
      'button',
      'a link button without a url',
      50_035,
      { content: 'a', components: [row({ type: 2, style: 5, label: 'Read' })] },
    ],
    [
      'button',
      'a link button with a custom_id',
      50_035,
      {
        content: 'a',
        components: [row({ type: 2, style: 5, label: 'Read', url: 'https://example.org', custom_id: 'a' })],
      },
    ],
    [
      'button',
      'a button without a custom_id',
      50_035,
      { content: 'a', components: [row({ type: 2, style: 1, label: 'Press' })] },
    ],
    [
      'button',
      'a button without label and emoji',
      50_035,
      { content: 'a', components: [row({ type: 2, style: 1, custom_id: 'a' })] },
    ],
    [
      'specification',
      'a label beyond 80',
      50_035,
      { content: 'a', components: [row({ type: 2, style: 1, label: letters(81), custom_id: 'a' })] },
    ],
    ['specification', 'a custom_id beyond 100', 50_035, { content: 'a', components: [row(button(letters(101)))] }],
    [
      'duplicate-custom-id',
      'a custom_id twice',
      50_035,
      { content: 'a', components: [row(button('a')), row(button('a'))] },
    ],
    [
      'mentions-clash',
      'users parsed and listed',
      50_035,
      { content: 'a', allowed_mentions: { parse: ['users'], users: ['1'] } },
    ],
    ['components-v2', 'text displays without the flag', 50_035, { components: [text('a')] }],
    [
      'components-v2',
      'content beside the flag',
      50_035,
      { content: 'a', flags: secondVersion, components: [text('a')] },
    ],
    [
      'components-v2',
      'text displays beyond 4000',
      50_035,
      { flags: secondVersion, components: [text(letters(2001)), text(letters(2000))] },
    ],
    [
      'components-v2',
      'more than 40 components',
      50_035,
      {
        flags: secondVersion,
        components: Array.from({ length: 9 }, (_, index) =>
          row(...[0, 1, 2, 3].map((each) => button(`${index} ${each}`))),
        ),
      },
    ],
    ['specification', 'a misspelt property', 50_035, { content: 'a', embed: [] }],
    [
      'specification',
      'a misspelt property deep inside',
      50_035,
      { content: 'a', components: [row({ ...button('a'), lable: 'Press' })] },
    ],
    ['specification', 'a value of the wrong type', 50_035, { content: 7 }],
  ])('breaks the rule %s with %s', async (rule, _what, code, body) => {
    const answer = await call(discord, 'POST', `/channels/${discord.general.id}/messages`, { ...silent, ...body });
    expect([answer.status, answer.body.code]).toEqual([400, code]);
    expect(rules()).toEqual([rule]);
    expect(discord.member('anna').sees()).toEqual([]);
  });

  it.each<[rule: string, what: string, body: object]>([
    ['allowed-mentions', 'no allowed_mentions', { content: 'a' }],
    ['allowed-mentions', 'allowed_mentions without parse', { content: 'a', allowed_mentions: { replied_user: false } }],
    ['allowed-mentions', 'something to parse', { content: 'a', allowed_mentions: { parse: ['users'] } }],
    ['ephemeral', 'the ephemeral flag outside an interaction', { ...silent, content: 'a', flags: 64 }],
  ])('breaks the house rule %s with %s, and Discord takes it', async (rule, _what, body) => {
    const { status } = await call(discord, 'POST', `/channels/${discord.general.id}/messages`, body);
    expect(status).toBe(200);
    expect(rules()).toEqual([rule]);
  });

  it('may carry what discord.js always sends', async () => {
    const { status } = await call(discord, 'POST', `/channels/${discord.general.id}/messages`, {
      ...silent,
      content: 'a',
      tts: false,
      nonce: '12',
      enforce_nonce: true,
      components: [row({ ...button('a'), emoji: { name: '🔁', animated: false } })],
    });
    expect(status).toBe(200);
    expect(discord.violations).toEqual([]);
  });

  it('is sent once for one nonce', async () => {
    const body = { ...silent, content: 'Once', nonce: '77', enforce_nonce: true };
    const first = await call(discord, 'POST', `/channels/${discord.general.id}/messages`, body);
    const second = await call(discord, 'POST', `/channels/${discord.general.id}/messages`, body);
    const other = await call(discord, 'POST', `/channels/${discord.general.id}/messages`, { ...body, nonce: '78' });
    expect(second.body.id).toBe(first.body.id);
    expect(other.body.id).not.toBe(first.body.id);
    expect(discord.member('anna').sees()).toHaveLength(2);
  });

  it('keeps the rules when it is edited, counting what stays', async () => {
    const { body } = await call(discord, 'POST', `/channels/${discord.general.id}/messages`, {
      ...silent,
      content: 'a',
    });
    const path = `/channels/${discord.general.id}/messages/${String(body.id)}`;
    expect((await call(discord, 'PATCH', path, { ...silent, content: '' })).body.code).toBe(50_006);
    expect((await call(discord, 'PATCH', path, { ...silent, content: '', embeds: [{ title: 'b' }] })).status).toBe(200);
    expect((await call(discord, 'PATCH', path, { ...silent, embeds: [] })).body.code).toBe(50_006);
    expect(rules()).toEqual(['empty-message']);
  });
});
