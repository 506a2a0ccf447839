import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { ValidateFunction } from 'ajv';
import { createValidator, schemaFaults } from './schema-faults.js';
import { type SchemaNode, strictSchemas } from './strict-schemas.js';

interface Operation {
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, unknown>> };
}

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, SchemaNode>> };
}

/** Discord's own OpenAPI file: unlike the package of its components it knows which route takes what. */
export interface OpenApi {
  has(method: string, route: string): boolean;
  /** Compiles what a route takes, ahead of time. */
  warm(method: string, route: string): void;
  /** What is wrong with a request's body, in words; `route` is one of the file's, such as `/channels/{channel_id}/messages`. */
  faultsOf(method: string, route: string, body: unknown): readonly string[];
  /** The query parameters that a route takes. */
  queryOf(method: string, route: string): readonly string[];
}

/** Beside the checkout, where somebody has put it. */
const file = path.resolve(import.meta.dirname, '../../../..', 'shared', 'discord', 'openapi.json');

const json = 'application/json';
const escaped = (step: string): string => step.replaceAll('~', '~0').replaceAll('/', '~1');

function load(): OpenApi {
  const document = JSON.parse(readFileSync(file, 'utf8')) as Document;
  const ajv = createValidator();
  const schemas = strictSchemas(document.components.schemas);
  ajv.addSchema({ ...document, components: { schemas } }, 'openapi');
  const compiled = new Map<string, ValidateFunction>();

  const operationOf = (method: string, route: string): Operation | undefined =>
    document.paths[route]?.[method.toLowerCase()];

  function validatorOf(method: string, route: string): ValidateFunction | undefined {
    if (operationOf(method, route)?.requestBody?.content[json] === undefined) return undefined;
    const steps = ['paths', route, method.toLowerCase(), 'requestBody', 'content', json, 'schema'];
    const address = `openapi#/${steps.map(escaped).join('/')}`;
    const validator = compiled.get(address) ?? ajv.compile({ $ref: address });
    compiled.set(address, validator);
    return validator;
  }

  return {
    has: (method, route) => operationOf(method, route) !== undefined,
    warm: (method, route) => void validatorOf(method, route),
    faultsOf(method, route, body) {
      const validator = validatorOf(method, route);
      return validator === undefined || validator(body) ? [] : schemaFaults(validator.errors);
    },
    queryOf: (method, route) =>
      (operationOf(method, route)?.parameters ?? [])
        .filter((parameter) => parameter.in === 'query')
        .map(({ name }) => name),
  };
}

let loaded: OpenApi | undefined;

/** The one of this process; `undefined` where the file is not. */
export function openApi(): OpenApi | undefined {
  if (loaded === undefined && existsSync(file)) loaded = load();
  return loaded;
}
