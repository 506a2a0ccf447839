import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { EncoderError } from '../errors.js';

/** How far a download is; `total` is `undefined` when the server does not say how large the file is. */
export interface DownloadProgress {
  readonly file: string;
  readonly bytes: number;
  readonly total: number | undefined;
}

/** Weights come last: a folder that has them has everything. */
const modelFiles = [
  { file: 'config.json', needed: true },
  { file: 'tokenizer.json', needed: true },
  { file: 'tokenizer_config.json', needed: false },
  { file: 'onnx/model_quantized.onnx', needed: true },
];

async function download(
  url: string,
  target: string,
  {
    file,
    needed,
    onProgress,
  }: { file: string; needed: boolean; onProgress: ((progress: DownloadProgress) => void) | undefined },
): Promise<void> {
  const fail = (what: string, cause?: unknown): never => {
    throw new EncoderError(
      `${url} cannot be downloaded: ${what}.`,
      'Check the model id and the connection, or put the model into a folder and give its path as EMBEDDING_MODEL.',
      { cause },
    );
  };
  const partial = `${target}.${process.pid}.partial`;
  try {
    const response = await fetch(url);
    if (response.status === 404 && !needed) return;
    if (!response.ok || response.body === null) return fail(`the server answered ${response.status}`);
    const announced = Number(response.headers.get('content-length') ?? Number.NaN);
    // With a content encoding the length is that of the packed bytes and says nothing about the file.
    const total = Number.isFinite(announced) && !response.headers.has('content-encoding') ? announced : undefined;
    let bytes = 0;
    const counter = new Transform({
      transform(piece: Buffer, _encoding, done) {
        bytes += piece.length;
        onProgress?.({ file, bytes, total });
        done(null, piece);
      },
    });
    await mkdir(path.dirname(target), { recursive: true });
    await pipeline(Readable.fromWeb(response.body as ReadableStream), counter, createWriteStream(partial));
    if (total !== undefined && bytes !== total) return fail(`${bytes} of ${total} bytes came`);
    await rename(partial, target);
  } catch (cause) {
    await rm(partial, { force: true });
    if (cause instanceof EncoderError) throw cause;
    return fail(cause instanceof Error ? cause.message : String(cause), cause);
  }
}

/**
 * Brings a model of the Hugging Face hub into `folder`, in the layout that describeModel reads. Files that are there
 * are kept, so an interrupted download goes on where it was, file by file.
 * @throws EncoderError naming the address that failed.
 */
export async function downloadModel({
  model,
  folder,
  hub = 'https://huggingface.co',
  onProgress,
}: {
  model: string;
  folder: string;
  hub?: string | undefined;
  onProgress?: ((progress: DownloadProgress) => void) | undefined;
}): Promise<void> {
  for (const { file, needed } of modelFiles) {
    const target = path.join(folder, file);
    const there = await stat(target).then(
      () => true,
      () => false,
    );
    if (!there) await download(`${hub}/${model}/resolve/main/${file}`, target, { file, needed, onProgress });
  }
}

/** Whether `folder` holds a whole download. */
export async function isDownloaded(folder: string): Promise<boolean> {
  for (const { file, needed } of modelFiles) {
    if (!needed) continue;
    const found = await stat(path.join(folder, file)).catch(() => undefined);
    if (found === undefined) return false;
  }
  return true;
}
