/** A JSON schema, or a part of one. */
export type SchemaNode = { [key: string]: unknown };

/**
 * What discord.js sends, and Discord takes, although the specification does not list it: the client writes `tts` into
 * every message, with `enforceNonce` the two about the nonce, and `animated` into every emoji.
 */
const tolerated: Readonly<Record<string, readonly string[]>> = {
  ComponentEmojiForRequest: ['animated'],
  MessageEditRequestPartial: ['tts', 'nonce', 'enforce_nonce'],
  IncomingWebhookInteractionRequest: ['nonce', 'enforce_nonce'],
  IncomingWebhookRequestPartial: ['nonce', 'enforce_nonce'],
  IncomingWebhookUpdateRequestPartial: ['tts', 'nonce', 'enforce_nonce'],
  IncomingWebhookUpdateForInteractionCallbackRequestPartial: ['tts', 'nonce', 'enforce_nonce'],
  ApplicationCommandCreateRequest: ['nsfw'],
  ApplicationCommandUpdateRequest: ['nsfw'],
};

/** Permissions are too many for a number in JSON, so clients write them as a string of digits. */
const permissionsSchema = { anyOf: [{ type: 'string', pattern: '^[0-9]+$' }, { type: 'null' }] };

function isNode(value: unknown): value is SchemaNode {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The component that a `$ref` names: `spec:Name` or `#/components/schemas/Name`. */
function nameOf(node: unknown): string | undefined {
  return isNode(node) && typeof node.$ref === 'string' ? /[^:/]+$/u.exec(node.$ref)?.[0] : undefined;
}

/** The values of `type` by which a component is told from its like; none when it is not. */
function typesOf(schema: SchemaNode | undefined): readonly unknown[] {
  const isRequired = Array.isArray(schema?.required) && schema.required.includes('type');
  const type = isNode(schema?.properties) ? schema.properties.type : undefined;
  if (!isRequired || !isNode(type)) return [];
  return Array.isArray(type.enum) ? type.enum : 'const' in type ? [type.const] : [];
}

/**
 * A union of components that their `type` tells apart, so that only the branch that was meant is tried: faster, and its
 * faults are the author's. `undefined` for any other union.
 */
function told(branches: readonly unknown[], schemas: Readonly<Record<string, SchemaNode>>): SchemaNode | undefined {
  const cases = branches.map((branch) => ({ branch, types: typesOf(schemas[nameOf(branch) ?? '']) }));
  const types = cases.flatMap((each) => each.types);
  if (cases.length < 2 || cases.some((each) => each.types.length === 0) || new Set(types).size < types.length)
    return undefined;
  return {
    type: 'object',
    required: ['type'],
    properties: { type: { enum: types } },
    // "Unless it is another type": said so because an object with a `then` passes for a promise.
    allOf: cases.map(({ branch, types: own }) => ({
      if: { not: { properties: { type: { enum: own } } } },
      else: branch,
    })),
  };
}

/** One schema, strict; `isPart` is true inside an `allOf`, whose parts would refuse each other's properties. */
function closed(node: unknown, schemas: Readonly<Record<string, SchemaNode>>, isPart: boolean): unknown {
  if (Array.isArray(node)) return node.map((item) => closed(item, schemas, isPart));
  if (!isNode(node)) return node;
  const branches = node.anyOf ?? node.oneOf;
  const union = Array.isArray(branches) ? told(branches, schemas) : undefined;
  if (union !== undefined) return union;
  const copy: SchemaNode = Object.fromEntries(
    Object.entries(node).map(([key, value]) => [key, closed(value, schemas, key === 'allOf')]),
  );
  if (isNode(node.properties) && node.additionalProperties === undefined && node.allOf === undefined && !isPart) {
    copy.additionalProperties = false;
  }
  // The format says it already, and the pattern refuses Discord's own "+00:00".
  if (copy.format === 'date-time') delete copy.pattern;
  return copy;
}

function tolerant(name: string, schema: SchemaNode): SchemaNode {
  if (!isNode(schema.properties)) return schema;
  for (const property of tolerated[name] ?? []) schema.properties[property] ??= {};
  const isSent = name.endsWith('Request') || name.endsWith('Partial');
  if (isSent && 'default_member_permissions' in schema.properties) {
    schema.properties.default_member_permissions = permissionsSchema;
  }
  return schema;
}

/** The named components of Discord's specification with every misspelt property refused. */
export function strictSchemas(schemas: Readonly<Record<string, SchemaNode>>): Record<string, SchemaNode> {
  return Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => [
      name,
      tolerant(name, closed(schema, schemas, false) as SchemaNode),
    ]),
  );
}
