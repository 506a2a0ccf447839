import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { EncoderError } from '../errors.js';
import type { EncoderIdentity } from './encoder.js';
import { type Prefixes, prefixesOf } from './prefixes.js';

/** What has to be known of a model folder to load it, and to name the vectors it makes. */
export interface ModelDescription {
  readonly folder: string;
  readonly identity: EncoderIdentity;
  /** Which weights the folder has: 8-bit integers (preferred) or 32-bit floats. */
  readonly weights: 'q8' | 'fp32';
  readonly prefixes: Prefixes;
  /** How token vectors become one: their mean, or the first one. */
  readonly pooling: 'mean' | 'cls';
  /** Tokens the model reads; what follows is cut. */
  readonly maximumTokens: number;
}

/** The encoder that comes with Parley, and the SHA-256 of its files (models/e5-small-v2/MODEL.md). */
export const shippedModel = {
  id: 'e5-small-v2',
  files: {
    'onnx/model_quantized.onnx': '7d9092cb25f2bd1c023b7e8d2aa459044a02030ac880e5a59fdaf27af69f1ded',
    'tokenizer.json': 'ffb28886478b9b17a8c06f4fe6741b970d5dd3de13330ccc3b9f686df8a0545a',
    'config.json': '2b3f7e0b5feda45fbd4e891ab529896bdb308a681086e63b044ba6b29c1e5474',
    'tokenizer_config.json': 'cb1b65dddc462d250f703aac790d70c6a7ae6a0fd4ece2d4340b0fd5ac42f8a4',
  },
} as const satisfies { id: string; files: Readonly<Record<string, string>> };

// Part of every hash: to be raised when the same files begin to give other vectors, so that old ones are not reused.
const encodingVersion = 'parley encoding 1';

const architectureSchema = z.object({
  hidden_size: z.number().int().positive(),
  max_position_embeddings: z.number().int().positive().optional(),
});
const settingsSchema = z.strictObject({
  query: z.string().optional(),
  passage: z.string().optional(),
  pooling: z.enum(['mean', 'cls']).optional(),
});

const copyRemedy = 'Copy the model folder again from where it came from.';
const checkoutRemedy = 'Restore it with: git checkout -- models';

async function sizeOf(file: string): Promise<number | undefined> {
  const found = await stat(file).catch(() => undefined);
  return found?.isFile() ? found.size : undefined;
}

async function sha256OfFile(file: string, remedy: string): Promise<string> {
  const hash = createHash('sha256');
  try {
    for await (const piece of createReadStream(file, { highWaterMark: 1 << 20 })) hash.update(piece as Buffer);
  } catch (cause) {
    throw new EncoderError(`The model file ${file} cannot be read.`, remedy, { cause });
  }
  return hash.digest('hex');
}

async function readJson<T>(file: string, schema: z.ZodType<T>, remedy: string): Promise<T> {
  try {
    return schema.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch (cause) {
    const why = cause instanceof z.ZodError ? ` (${z.prettifyError(cause).replaceAll(/\s+/g, ' ')})` : '';
    throw new EncoderError(`The model file ${file} is missing or is not what it should be${why}.`, remedy, { cause });
  }
}

async function weightsOf(folder: string, remedy: string): Promise<{ weights: 'q8' | 'fp32'; file: string }> {
  for (const [weights, file] of [
    ['q8', 'onnx/model_quantized.onnx'],
    ['fp32', 'onnx/model.onnx'],
  ] as const) {
    if ((await sizeOf(path.join(folder, file))) !== undefined) return { weights, file };
  }
  throw new EncoderError(
    `The model folder ${folder} has neither onnx/model_quantized.onnx nor onnx/model.onnx.`,
    remedy,
  );
}

/**
 * Reads and checks a model folder (`config.json`, `tokenizer.json`, `onnx/model_quantized.onnx` or `onnx/model.onnx`,
 * and where they exist `tokenizer_config.json` and `parley.json` with `query`, `passage`, `pooling`).
 * All files are hashed at every call: the shipped 34 MB take about 40 ms beside the 300 ms of loading them.
 * @param expected SHA-256 by file: what is wrong, missing or truncated is an EncoderError that names the file.
 */
export async function describeModel({
  folder,
  id = path.basename(folder),
  expected,
}: {
  folder: string;
  id?: string;
  expected?: Readonly<Record<string, string>> | undefined;
}): Promise<ModelDescription> {
  const remedy = expected === undefined ? copyRemedy : checkoutRemedy;
  const { weights, file: weightsFile } = await weightsOf(folder, remedy);
  const optional: string[] = [];
  for (const file of ['tokenizer_config.json', 'parley.json']) {
    if ((await sizeOf(path.join(folder, file))) !== undefined) optional.push(file);
  }
  const files = new Set([weightsFile, 'tokenizer.json', 'config.json', ...optional, ...Object.keys(expected ?? {})]);
  const hash = createHash('sha256').update(encodingVersion);
  for (const file of [...files].toSorted()) {
    const actual = await sha256OfFile(path.join(folder, file), remedy);
    if (expected?.[file] !== undefined && expected[file] !== actual) {
      throw new EncoderError(
        `The model file ${path.join(folder, file)} is damaged or another one: its SHA-256 is ${actual.slice(0, 12)}…, not ${expected[file].slice(0, 12)}….`,
        remedy,
      );
    }
    hash.update(`\n${file} ${actual}`);
  }
  const architecture = await readJson(path.join(folder, 'config.json'), architectureSchema, remedy);
  const settings = optional.includes('parley.json')
    ? await readJson(path.join(folder, 'parley.json'), settingsSchema, 'Mend or delete this file.')
    : {};
  const usual = prefixesOf(id);
  return {
    folder: path.resolve(folder),
    identity: { id, hash: hash.digest('hex'), dimensions: architecture.hidden_size },
    weights,
    prefixes: { query: settings.query ?? usual.query, passage: settings.passage ?? usual.passage },
    pooling: settings.pooling ?? 'mean',
    maximumTokens: Math.min(512, architecture.max_position_embeddings ?? 512),
  };
}
