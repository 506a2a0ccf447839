import { parentPort, workerData } from 'node:worker_threads';
import { EncoderError } from '../errors.js';
import { createLocalEncoder } from './local-encoder.js';
import { joined } from './word-states.js';
import type { WorkerReply, WorkerRequest, WorkerSetup } from './worker-messages.js';

// The thread's whole life: load the model, answer requests, end when told to. The order of work (questions before
// chunks) is the local encoder's; requests are handed to it the moment they arrive.

if (parentPort === null) throw new Error('This file is started by threaded-encoder.ts.');
const port = parentPort;

function faultOf(error: unknown): { what: string; remedy: string } {
  if (error instanceof EncoderError) return { what: error.message, remedy: error.remedy };
  const what = error instanceof Error ? error.message : String(error);
  return {
    what: `The encoder failed: ${what}.`,
    remedy: 'Try again; if it stays, check the model with EMBEDDING_MODEL unset.',
  };
}

function reply(message: WorkerReply): void {
  port.postMessage(message, message.kind === 'vectors' ? [message.vectors.buffer as ArrayBuffer] : []);
}

async function serve({ description, threads, prefixes }: WorkerSetup): Promise<void> {
  const { folder } = description;
  // This thread answers questions: one is a short pass, of which waking threads up would take a good part.
  const encoder = await createLocalEncoder({ folder, description, threads, waiting: 'spinning', prefixes });
  const running = new Map<number, AbortController>();

  type Work = Extract<WorkerRequest, { kind: 'question' | 'question-words' | 'documents' | 'words' }>;

  async function vectorsFor(request: Work, signal: AbortSignal): Promise<Float32Array> {
    if (request.kind === 'question') return Float32Array.from(await encoder.embedQuery(request.text));
    if (request.kind === 'question-words') {
      const { vector, states } = await encoder.embedQuestion(request.text, request.words);
      return joined([vector, states]);
    }
    if (request.kind === 'words') return joined(await encoder.embedWords(request.texts));
    return encoder.embedMatrix(request.texts, {
      signal,
      onProgress: (embedded) => reply({ kind: 'progress', id: request.id, embedded }),
    });
  }

  async function embed(request: Work): Promise<void> {
    const { id } = request;
    const canceller = new AbortController();
    running.set(id, canceller);
    try {
      reply({ kind: 'vectors', id, vectors: await vectorsFor(request, canceller.signal) });
    } catch (error) {
      reply({ kind: 'failed', id, ...faultOf(error) });
    } finally {
      running.delete(id);
    }
  }

  port.on('message', (request: WorkerRequest) => {
    switch (request.kind) {
      case 'question':
      case 'question-words':
      case 'documents':
      case 'words':
        void embed(request);
        break;
      case 'cancel':
        running.get(request.id)?.abort();
        break;
      case 'close':
        // The thread ends by itself once nobody can write to it; a terminated thread may tear the runtime down mid-pass.
        void encoder.close().then(() => port.close());
        break;
    }
  });
  reply({ kind: 'ready' });
}

serve(workerData as WorkerSetup).catch((error: unknown) => reply({ kind: 'unusable', ...faultOf(error) }));
