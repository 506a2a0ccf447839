import type { ModelDescription } from './model-files.js';
import type { Prefixes } from './prefixes.js';

/** What the worker thread is started with. */
export interface WorkerSetup {
  readonly description: ModelDescription;
  readonly threads: number;
  readonly prefixes: Prefixes | undefined;
}

/** To the worker. `id` names the request in every reply. */
export type WorkerRequest =
  | { readonly kind: 'question'; readonly id: number; readonly text: string }
  | {
      readonly kind: 'question-words';
      readonly id: number;
      readonly text: string;
      readonly words: readonly string[];
    }
  | { readonly kind: 'documents'; readonly id: number; readonly texts: readonly string[] }
  | { readonly kind: 'words'; readonly id: number; readonly texts: readonly (readonly string[])[] }
  | { readonly kind: 'cancel'; readonly id: number }
  | { readonly kind: 'close' };

/** From the worker. `vectors` is moved, not copied; those of several texts' words follow each other, those of a question's words its own. */
export type WorkerReply =
  | { readonly kind: 'ready' }
  | { readonly kind: 'unusable'; readonly what: string; readonly remedy: string }
  | { readonly kind: 'progress'; readonly id: number; readonly embedded: number }
  | { readonly kind: 'vectors'; readonly id: number; readonly vectors: Float32Array }
  | { readonly kind: 'failed'; readonly id: number; readonly what: string; readonly remedy: string };
