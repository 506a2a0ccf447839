import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Loopback, startLoopback } from '../../support/discord/loopback.js';
import { startParts } from '../../support/discord/loopback-parts.js';
import { openApi } from '../../support/discord/openapi.js';
import { specification } from '../../support/discord/specification.js';
import { type SchemaNode, strictSchemas } from '../../support/discord/strict-schemas.js';
import { call } from './raw-client.js';

const branch = (type: number): SchemaNode => ({
  type: 'object',
  properties: { type: { const: type } },
  required: ['type'],
});

describe('a schema made strict', () => {
  it('refuses properties that it does not list, at every depth', () => {
    const inner = { type: 'object', properties: { b: {} } };
    const schema = {
      type: 'object',
      properties: { a: { anyOf: [{ type: 'array', items: inner }, { type: 'null' }] } },
    };
    expect(strictSchemas({ schema }).schema).toEqual({
      type: 'object',
      additionalProperties: false,
      properties: {
        a: { anyOf: [{ type: 'array', items: { ...inner, additionalProperties: false } }, { type: 'null' }] },
      },
    });
  });

  it('tries of a union only the branch that is meant', () => {
    const { union } = strictSchemas({
      one: branch(1),
      two: branch(2),
      union: { anyOf: [{ $ref: 'spec:one' }, { $ref: 'spec:two' }] },
    });
    expect(union).toMatchObject({
      properties: { type: { enum: [1, 2] } },
      allOf: [{ else: { $ref: 'spec:one' } }, { else: { $ref: 'spec:two' } }],
    });
    const alike = { anyOf: [{ $ref: 'spec:one' }, { $ref: 'spec:one' }] };
    expect(strictSchemas({ one: branch(1), alike }).alike).toEqual(alike);
  });

  it('leaves open what is open, and the parts of a whole', () => {
    const map = { type: 'object', properties: {}, additionalProperties: { type: 'string' } };
    const whole = { allOf: [{ type: 'object', properties: { a: {} } }] };
    expect(strictSchemas({ map, whole })).toEqual({ map, whole });
  });
});

describe('the faults that are found', () => {
  it('are those of what was meant, not of every other kind of component', () => {
    const label = 'x'.repeat(81);
    const row = { type: 1, components: [{ type: 2, style: 1, custom_id: 'a', label }] };
    expect(specification().faultsOf('MessageCreateRequest', { components: [row] })[0]).toBe(
      'components.0.components.0.label must NOT have more than 80 characters',
    );
  });

  it('count characters as JavaScript does', () => {
    const emoji = '🔁'.repeat(50);
    const row = { type: 1, components: [{ type: 2, style: 1, custom_id: 'a', label: emoji }] };
    expect(specification().faultsOf('MessageCreateRequest', { components: [row] })).not.toEqual([]);
  });

  it('are never found by a name that there is not', () => {
    expect(() => specification().faultsOf('MessageCreateRequst', {})).toThrow('no "MessageCreateRequst"');
  });
});

const document = openApi();

describe.skipIf(document === undefined)('Discord’s own OpenAPI file', () => {
  let discord: Loopback;

  beforeAll(async () => {
    discord = await startLoopback();
  });

  afterAll(async () => {
    await discord.stop();
  });

  it('has every route of the double, with its queries', async () => {
    const { routes, gateway, server } = await startParts({});
    gateway.stop();
    server.stop();
    expect(routes.length).toBeGreaterThan(20);
    const strange = routes.filter(
      ({ method, path, query = [] }) =>
        document?.has(method, path) !== true || !query.every((name) => document.queryOf(method, path).includes(name)),
    );
    expect(strange.map(({ method, path }) => `${method} ${path}`)).toEqual([]);
  });

  it('finds what the package of its components has lost', async () => {
    const path = `/channels/${discord.general.id}/messages`;
    const twice = { content: 'a', allowed_mentions: { parse: [], users: ['1', '1'] } };
    expect(specification().faultsOf('MessageCreateRequest', twice)).toEqual([]);
    expect((await call(discord, 'POST', path, twice)).body.code).toBe(50_035);
    expect(discord.violations.map(({ rule, detail }) => [rule, detail])).toEqual([
      ['specification', expect.stringContaining('duplicate items')],
    ]);
  });
});
