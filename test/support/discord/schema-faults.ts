import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import formatsPlugin from 'ajv-formats';

/** More than this would only repeat the same fault in other words. */
const mostFaults = 3;

/** They fail because something inside them did. */
const wrappers = new Set(['anyOf', 'oneOf', 'allOf', 'if', '$ref']);

export function createValidator(): Ajv2020 {
  const ajv = new Ajv2020({
    strict: false,
    allErrors: true,
    // Lengths in UTF-16 units: whoever stays under those stays under Discord's.
    unicode: false,
    inlineRefs: false,
    // It would warn that `unicode` may go one day.
    logger: false,
    // Checks run a few times and are compiled in every test file: half a second saved there.
    code: { optimize: false },
  });
  formatsPlugin.default(ajv);
  ajv.addFormat('snowflake', /^(0|[1-9][0-9]{0,19})$/u);
  ajv.addFormat('nonce', true);
  return ajv;
}

function wordsOf({ instancePath, message = '', params }: ErrorObject): string {
  const place = instancePath === '' ? 'the body' : instancePath.slice(1).replaceAll('/', '.');
  const property: unknown = params.additionalProperty;
  return typeof property === 'string' ? `${place} has an unknown property "${property}"` : `${place} ${message}`;
}

const depthOf = ({ instancePath }: ErrorObject): number => instancePath.split('/').length;
const wantsNull = ({ keyword, params }: ErrorObject): boolean => keyword === 'type' && params.type === 'null';

/** The faults a validator found, in words, the deepest first: they say most about what the author got wrong. */
export function schemaFaults(errors: readonly ErrorObject[] | null | undefined): readonly string[] {
  const plain = (errors ?? []).filter(({ keyword }) => !wrappers.has(keyword));
  // Most things may be null; that says nothing about one that is not.
  const telling = plain.filter((error) => !wantsNull(error));
  const ordered = (telling.length > 0 ? telling : plain).toSorted((first, second) => depthOf(second) - depthOf(first));
  return [...new Set(ordered.map(wordsOf))].slice(0, mostFaults);
}
