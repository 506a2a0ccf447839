import * as schemas from 'discord-api-spec/zod';
import { z } from 'zod';
import { createValidator, schemaFaults } from './schema-faults.js';
import { type SchemaNode, strictSchemas } from './strict-schemas.js';

/** Discord's specification of the bodies that go over HTTP, made strict. */
export interface Specification {
  /** What is wrong with a value, in words; empty when nothing is. @throws Error for a name it does not know. */
  faultsOf(name: string, value: unknown): readonly string[];
  /** Compiles what every test needs, at the first call: later it would cost the bot time to answer. */
  warm(): void;
}

const addressOf = (name: string): string => `spec:${name}`;

const usual = [
  'MessageCreateRequest',
  'MessageResponse',
  'MessageEditRequestPartial',
  'IncomingWebhookRequestPartial',
  'IncomingWebhookUpdateRequestPartial',
  'CreateMessageInteractionCallbackRequest',
  'UpdateMessageInteractionCallbackRequest',
  'ModalInteractionCallbackRequest',
  'ApplicationCommandAutocompleteCallbackRequest',
  'InteractionCallbackResponse',
  'GuildResponse',
  'GuildChannelResponse',
  'GuildMemberResponse',
];

function load(): Specification {
  const registry = z.registry<{ id: string }>();
  for (const [name, schema] of Object.entries(schemas)) {
    if (name.endsWith('Schema')) registry.add(schema as z.core.$ZodType, { id: name.slice(0, -'Schema'.length) });
  }
  const components = z.toJSONSchema(registry, { io: 'input', unrepresentable: 'any', uri: addressOf }).schemas;
  const ajv = createValidator();
  for (const [name, schema] of Object.entries(strictSchemas(components as Record<string, SchemaNode>))) {
    ajv.addSchema(schema, addressOf(name));
  }
  let isWarm = false;

  return {
    warm() {
      if (isWarm) return;
      isWarm = true;
      for (const name of usual) ajv.getSchema(addressOf(name));
    },
    faultsOf(name, value) {
      const validate = ajv.getSchema(addressOf(name));
      if (validate === undefined) throw new Error(`Discord's specification has no "${name}".`);
      return validate(value) === true ? [] : schemaFaults(validate.errors);
    },
  };
}

let loaded: Specification | undefined;

/** The one of this process: making its schemas strict takes a few hundred milliseconds. */
export function specification(): Specification {
  loaded ??= load();
  return loaded;
}
