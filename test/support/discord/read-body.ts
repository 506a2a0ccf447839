import type { IncomingMessage } from 'node:http';
import { DiscordError } from './discord-error.js';
import type { UploadedFile } from './rest-route.js';

export interface ReadBody {
  readonly body: unknown;
  readonly files: ReadonlyMap<string, UploadedFile>;
}

const invalidJson = (): DiscordError => new DiscordError(400, 50_109, 'The request body contains invalid JSON.');

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw invalidJson();
  }
}

async function readForm(bytes: Uint8Array<ArrayBuffer>, contentType: string): Promise<ReadBody> {
  const form = await new Response(bytes, { headers: { 'content-type': contentType } }).formData();
  const files = new Map<string, UploadedFile>();
  for (const [key, value] of form) {
    const number = /^files\[([0-9]+)\]$/u.exec(key)?.[1];
    if (number === undefined || typeof value === 'string') continue;
    files.set(number, { name: value.name, contentType: value.type, bytes: new Uint8Array(await value.arrayBuffer()) });
  }
  const payload = form.get('payload_json');
  return { body: typeof payload === 'string' ? parse(payload) : {}, files };
}

/** The body of a request, JSON or multipart. @throws DiscordError when it cannot be read. */
export async function readBody(request: IncomingMessage): Promise<ReadBody> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  const bytes = Buffer.concat(pieces);
  const contentType = request.headers['content-type'] ?? '';
  const files = new Map<string, UploadedFile>();
  if (bytes.byteLength === 0) return { body: undefined, files };
  if (contentType.startsWith('multipart/form-data')) return readForm(Uint8Array.from(bytes), contentType);
  if (!contentType.startsWith('application/json')) throw invalidJson();
  return { body: parse(bytes.toString('utf8')), files };
}
