import { stat } from 'node:fs/promises';
import path from 'node:path';
import { EncoderError } from '../errors.js';
import type { Encoder } from './encoder.js';
import { type DownloadProgress, downloadModel, isDownloaded } from './hub-download.js';
import { describeModel, type ModelDescription, shippedModel } from './model-files.js';
import { createRemoteEncoder } from './remote-encoder.js';
import { createThreadedEncoder } from './threaded-encoder.js';

export interface EncoderChoice {
  /**
   * `e5-small-v2` (shipped), a folder's path, the id of a model on the Hugging Face hub (`owner/name`), or an
   * OpenAI-compatible server and its model: `https://host/v1#model-name`.
   */
  readonly model: string;
  /** Where shipped models lie, one folder each. */
  readonly modelsFolder: string;
  /** Where downloads go. */
  readonly cacheFolder: string;
  /** Threads that one forward pass uses. */
  readonly threads: number;
  /** Whether a local model runs in a worker thread; without, it holds the calling thread while it works. */
  readonly threaded: boolean;
  /** For a server that wants one. */
  readonly apiKey?: string | undefined;
  readonly onProgress?: ((progress: DownloadProgress) => void) | undefined;
  /** Whether a hub id may be fetched from the network when it is not there. */
  readonly allowDownload: boolean;
  /** The hub's address, when it is not huggingface.co. */
  readonly hub?: string | undefined;
}

const hubId = /^[\w.-]+\/[\w.-]+$/;

async function isFolder(candidate: string): Promise<boolean> {
  const found = await stat(candidate).catch(() => undefined);
  return found?.isDirectory() ?? false;
}

function openRemote(address: string, apiKey: string | undefined): Promise<Encoder> {
  const [base = '', model = ''] = address.split('#', 2);
  if (model === '' || !URL.canParse(base) || new URL(base).username !== '') {
    throw new EncoderError(
      `EMBEDDING_MODEL is an address, but not of the form https://host/v1#model-name.`,
      'Add # and the name of the model, and keep the key out of the address.',
    );
  }
  return createRemoteEncoder({ base, model, apiKey });
}

async function describeFromHub({ model, cacheFolder, allowDownload, hub, onProgress }: EncoderChoice) {
  const folder = path.join(cacheFolder, 'models', ...model.split('/'));
  if (!(await isDownloaded(folder))) {
    if (!allowDownload) {
      throw new EncoderError(
        `The model ${model} is not on this machine.`,
        `Allow its download with EMBEDDING_DOWNLOAD=1, or use the shipped one: EMBEDDING_MODEL=${shippedModel.id}`,
      );
    }
    await downloadModel({ model, folder, hub, onProgress });
  }
  return describeModel({ folder, id: model });
}

async function describeChoice(choice: EncoderChoice): Promise<ModelDescription> {
  const { model, modelsFolder } = choice;
  if (model === shippedModel.id) {
    return describeModel({ folder: path.join(modelsFolder, model), id: model, expected: shippedModel.files });
  }
  if (await isFolder(model)) return describeModel({ folder: model });
  if (hubId.test(model) && !model.startsWith('.')) return describeFromHub(choice);
  throw new EncoderError(
    `EMBEDDING_MODEL=${model} is neither a folder nor a model's id.`,
    `Use ${shippedModel.id}, the path of a folder, owner/name of a model on the Hugging Face hub, or https://host/v1#model-name.`,
  );
}

/**
 * Opens the encoder that somebody named.
 * @throws EncoderError with the remedy when the name means nothing, a file is missing or damaged, a download was not
 * allowed, or a server does not answer.
 */
export async function openEncoder(choice: EncoderChoice): Promise<Encoder> {
  if (/^https?:\/\//i.test(choice.model)) return openRemote(choice.model, choice.apiKey);
  const description = await describeChoice(choice);
  const { folder } = description;
  // The runtime of the network takes half a second to import; a threaded encoder needs it only in its own thread.
  const create = choice.threaded ? createThreadedEncoder : (await import('./local-encoder.js')).createLocalEncoder;
  return create({ folder, description, threads: choice.threads });
}
