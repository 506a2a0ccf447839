import { parseDocument } from 'yaml';
import { z } from 'zod';
import { CorpusError } from '../errors.js';
import type { DocumentMetadata } from '../types.js';

const longestValue = 1_000;

function isPossibleDate(date: string): boolean {
  const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/u.exec(date);
  if (parts === null) return false;
  const [year, month, day] = [Number(parts[1]), Number(parts[2] ?? 1), Number(parts[3] ?? 1)];
  const reached = new Date(0);
  reached.setUTCFullYear(year, month - 1, day);
  // A day that the month lacks has moved into another one.
  return year > 0 && reached.getUTCFullYear() === year && reached.getUTCMonth() === month - 1;
}

/** YAML reads `2016` as a number and, in its older version, `2016-09-09` as a moment. */
function dateAsWritten(value: unknown): unknown {
  if (typeof value === 'number' && Number.isInteger(value)) return String(value);
  if (value instanceof Date && !Number.isNaN(value.getTime()))
    return value.toISOString().replace(/T00:00:00\.000Z$/u, '');
  return value;
}

const text = z
  .string('must be a text; put quotes around it')
  .transform((value) => value.replaceAll(/\s+/gu, ' ').trim())
  .refine((value) => value !== '', 'is empty; leave the line out instead')
  .refine((value) => value.length <= longestValue, `is longer than ${longestValue} characters`)
  .refine((value) => !/[\p{Cc}\p{Cs}]/u.test(value), 'has control characters');

const date = z.preprocess(
  dateAsWritten,
  z
    .string('must be a date')
    .trim()
    .refine(isPossibleDate, 'must be a date that exists, written 2016, 2016-09 or 2016-09-09'),
);

const url = text.refine((value) => {
  try {
    return ['http:', 'https:'].includes(new URL(value).protocol);
  } catch {
    return false;
  }
}, 'must be an address that starts with http:// or https://');

const metadataSchema = z.strictObject({
  title: text.optional(),
  titleIsDescriptive: z.boolean('must be true or false').optional(),
  publisher: text.nullish(),
  author: text.nullish(),
  date: date.nullish(),
  licence: text.nullish(),
  url: url.nullish(),
});

/** What a file says of a document; a key that is absent was not mentioned. */
export type StatedMetadata = z.infer<typeof metadataSchema>;

const keys = Object.keys(metadataSchema.shape).join(', ');

function faultLines(error: z.ZodError): string {
  return error.issues
    .map((issue) => {
      if (issue.code === 'unrecognized_keys') return `knows no ${issue.keys.map((key) => `"${key}"`).join(', ')}`;
      return issue.path.length === 0
        ? 'must be a list of "key: value" lines'
        : `"${issue.path.join('.')}" ${issue.message}`;
    })
    .join('; ');
}

function checked(value: unknown, path: string): StatedMetadata {
  const outcome = metadataSchema.safeParse(value ?? {});
  if (outcome.success) return outcome.data;
  throw new CorpusError(path, `the metadata ${faultLines(outcome.error)}.`, `Correct it; the keys are: ${keys}.`);
}

/**
 * Metadata written in YAML. Aliases are refused, since a few lines of them can stand for gigabytes; so is anything else
 * that YAML only warns about.
 *
 * @throws CorpusError with YAML's own line and column, or the keys that are wrong.
 */
export function metadataFromYaml(source: string, path: string): StatedMetadata {
  let value: unknown;
  try {
    const parsed = parseDocument(source, { schema: 'core', prettyErrors: true, logLevel: 'error' });
    const fault = parsed.errors[0] ?? parsed.warnings[0];
    if (fault !== undefined) throw fault;
    value = parsed.toJS({ maxAliasCount: 0 });
  } catch (error) {
    const why = (error instanceof Error ? error.message : String(error)).split('\n')[0]?.replace(/[.:]*$/u, '') ?? '';
    throw new CorpusError(
      path,
      `the metadata is not YAML that Parley reads (${why}).`,
      'Write one "key: value" a line.',
      {
        cause: error,
      },
    );
  }
  return checked(value, path);
}

/** Metadata written in JSON: one object with the same keys. @throws CorpusError */
export function metadataFromJson(source: string, path: string): StatedMetadata {
  let value: unknown;
  try {
    value = JSON.parse(source);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new CorpusError(path, `the metadata is not JSON (${why}).`, 'Write one object, {"title": "…"}.', {
      cause: error,
    });
  }
  return checked(value, path);
}

/** Metadata given as options of a command, by the same keys; `null` for what was not given. @throws CorpusError */
export function metadataFromOptions(options: Readonly<Record<string, string | null>>, path: string): StatedMetadata {
  const given = Object.fromEntries(Object.entries(options).filter(([, value]) => value !== null));
  const outcome = metadataSchema.safeParse(given);
  if (outcome.success) return outcome.data;
  throw new CorpusError(path, `the option ${faultLines(outcome.error)}.`, 'Correct it, and use the command again.');
}

/** The stated metadata made whole: without a stated title the one found in the text, or the file's name as a description. */
export function completeMetadata(
  stated: StatedMetadata,
  foundTitle: string | null,
  fileName: string,
): DocumentMetadata {
  const title = stated.title ?? foundTitle ?? fileName;
  return {
    title,
    titleIsDescriptive: stated.titleIsDescriptive ?? (stated.title === undefined && foundTitle === null),
    publisher: stated.publisher ?? null,
    author: stated.author ?? null,
    date: stated.date ?? null,
    licence: stated.licence ?? null,
    url: stated.url ?? null,
  };
}
