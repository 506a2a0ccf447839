import { type BuiltGeneration, buildGeneration, type GenerationInput } from '#src/indexing/build-generation.js';
import { openGenerationStore } from '#src/indexing/generation-store.js';
import type { ParsedDocument } from '#src/types.js';
import { madeUpModel, vectorsFor } from './made-up-documents.js';

type Changes = Partial<Omit<GenerationInput, 'folder' | 'documents'>>;

/** Builds a generation of the documents with the made-up model. */
export function buildMadeUp(
  folder: string,
  documents: readonly ParsedDocument[],
  changes: Changes = {},
): Promise<BuiltGeneration> {
  return buildGeneration({
    folder,
    documents,
    collection: 'shared',
    model: madeUpModel,
    vectors: vectorsFor(documents, (changes.model ?? madeUpModel).dimensions),
    previous: null,
    now: Date.now,
    ...changes,
  });
}

/** Builds and publishes; gives the id. */
export async function publishMadeUp(
  folder: string,
  documents: readonly ParsedDocument[],
  changes: Changes = {},
): Promise<string> {
  const { id } = await buildMadeUp(folder, documents, changes);
  await openGenerationStore({ folder, onWarning: () => {} }).publish(id);
  return id;
}
