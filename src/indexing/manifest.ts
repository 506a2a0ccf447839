import { createHash } from 'node:crypto';
import { GenerationError } from '../errors.js';
import type { Manifest } from '../types.js';
import { DamageError } from './damage-error.js';

/**
 * The version of everything in a generation's folder. Raise it when a file changes its form or its meaning: an index
 * of another version is refused, never guessed at.
 */
export const formatVersion = 1;

export const manifestName = 'manifest.json';

/** Files of a generation besides the manifest; a generation with few chunks has no graph and no labels. */
export const fileNames = {
  documents: 'documents.jsonl',
  texts: 'texts.bin',
  rows: 'rows.bin',
  terms: 'terms.bin',
  vectors: 'vectors.bin',
  graph: 'graph.hnsw',
  labels: 'labels.bin',
} as const;

// The manifest's own checksum stays in this form in every future version: it is checked before the version is
// believed, so that a flipped bit in the version number is damage and not "another version".
interface SignedManifest extends Manifest {
  readonly sha256: string;
}

/** The manifest's file: readable JSON whose last field is the SHA-256 over the others. */
export function encodeManifest(manifest: Manifest): string {
  const sha256 = createHash('sha256').update(JSON.stringify(manifest)).digest('hex');
  return `${JSON.stringify({ ...manifest, sha256 } satisfies SignedManifest, null, 2)}\n`;
}

function parsed(text: string): SignedManifest | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as SignedManifest) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Reads a manifest's file. Every byte counts: what does not encode to the same text again is damaged.
 *
 * @param id the generation it should belong to
 * @throws DamageError when it is not as it was written; GenerationError when it is of another format version
 */
export function decodeManifest(text: string, id: string): Manifest {
  const value = parsed(text);
  if (value !== undefined) {
    const { sha256: _, ...manifest } = value;
    if (encodeManifest(manifest) === text && manifest.id === id) {
      if (manifest.format === formatVersion) return manifest;
      throw new GenerationError(
        `The index ${id} has format ${manifest.format}; this Parley reads format ${formatVersion}.`,
        'Run `npx parley index` to build it anew.',
      );
    }
  }
  throw new DamageError(`Generation ${id}`, `${manifestName} is not as it was written`);
}
