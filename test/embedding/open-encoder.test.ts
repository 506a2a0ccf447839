import { createReadStream, existsSync } from 'node:fs';
import {
  cp,
  mkdir,
  mkdtemp,
  open as openFile,
  readdir,
  rm,
  stat,
  symlink,
  truncate,
  writeFile,
} from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Encoder } from '#src/embedding/encoder.js';
import { describeModel, shippedModel } from '#src/embedding/model-files.js';
import { type EncoderChoice, openEncoder } from '#src/embedding/open-encoder.js';
import { startEmbeddingServer } from '../support/embedding-server.js';
import { faultOf } from '../support/encoder-fault.js';

const modelsFolder = fileURLToPath(new URL('../../models', import.meta.url));
const shippedFolder = path.join(modelsFolder, shippedModel.id);
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'parley-models-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

const choose = (model: string, more: Partial<EncoderChoice> = {}): EncoderChoice => ({
  model,
  modelsFolder,
  cacheFolder: path.join(folder, 'cache'),
  threads: 1,
  threaded: false,
  allowDownload: false,
  ...more,
});

async function using<T>(encoder: Encoder, work: (encoder: Encoder) => Promise<T>): Promise<T> {
  try {
    return await work(encoder);
  } finally {
    await encoder.close();
  }
}

/** A folder with links to the shipped files and a `parley.json`. */
async function linkedModel(name: string, settings: string): Promise<string> {
  const linked = path.join(folder, name);
  await mkdir(linked);
  for (const file of ['config.json', 'tokenizer.json', 'tokenizer_config.json', 'onnx']) {
    await symlink(path.join(shippedFolder, file), path.join(linked, file));
  }
  await writeFile(path.join(linked, 'parley.json'), settings);
  return linked;
}

describe('the shipped model', () => {
  it.each([true, false])('is opened by its name (threaded: %s)', async (threaded) => {
    await using(await openEncoder(choose('e5-small-v2', { threaded })), async (encoder) => {
      expect(encoder.identity).toMatchObject({ id: 'e5-small-v2', dimensions: 384 });
      expect(await encoder.embedQuery('Who agreed?')).toHaveLength(384);
    });
  });

  const damages: [string, (file: string) => Promise<void>][] = [
    ['missing', (file) => rm(file)],
    ['truncated', async (file) => truncate(file, (await stat(file)).size - 1)],
    [
      'changed by one bit',
      async (file) => {
        const handle = await openFile(file, 'r+');
        const byte = Buffer.alloc(1);
        const { size } = await handle.stat();
        await handle.read(byte, 0, 1, size >> 1);
        await handle.write(Buffer.from([(byte[0] ?? 0) ^ 1]), 0, 1, size >> 1);
        await handle.close();
      },
    ],
  ];
  for (const file of Object.keys(shippedModel.files)) {
    it.each(damages)(`is refused when ${file} is %s, with the file's name and the remedy`, async (_, damage) => {
      const damaged = await mkdtemp(path.join(folder, 'damaged-'));
      await cp(shippedFolder, path.join(damaged, shippedModel.id), { recursive: true });
      await damage(path.join(damaged, shippedModel.id, file));
      const error = await faultOf(openEncoder(choose('e5-small-v2', { modelsFolder: damaged })));
      expect(error.message).toContain(file);
      expect(error.remedy).toContain('git checkout -- models');
      await rm(damaged, { recursive: true });
    });
  }
});

describe('a folder as model', () => {
  it('has the prefixes and the pooling of its parley.json, and another hash', async () => {
    const usual = await describeModel({ folder: shippedFolder });
    expect(usual.prefixes).toEqual({ query: 'query: ', passage: 'passage: ' });
    const linked = await linkedModel('own-settings', '{"query": "Q ", "passage": "P ", "pooling": "cls"}');
    const own = await describeModel({ folder: linked });
    expect(own).toMatchObject({
      prefixes: { query: 'Q ', passage: 'P ' },
      pooling: 'cls',
      identity: { id: 'own-settings' },
    });
    expect(own.identity.hash).not.toBe(usual.identity.hash);
    await using(await openEncoder(choose(linked)), async (encoder) => {
      await using(await openEncoder(choose('e5-small-v2')), async (other) => {
        expect(await encoder.embedQuery('Who agreed?')).not.toEqual(await other.embedQuery('Who agreed?'));
      });
    });
  });

  it('with another name than an E5 has no prefixes', async () => {
    expect((await describeModel({ folder: await linkedModel('plain', '{}') })).prefixes).toEqual({
      query: '',
      passage: '',
    });
  });

  it('is refused when its parley.json is wrong, with the key', async () => {
    const error = await faultOf(openEncoder(choose(await linkedModel('wrong', '{"poling": "cls"}'))));
    expect(error.message).toContain('parley.json');
    expect(error.message).toContain('poling');
  });

  it('is refused when it has no model', async () => {
    const error = await faultOf(openEncoder(choose(os.tmpdir())));
    expect(error.message).toContain('onnx/model_quantized.onnx');
  });

  it('is refused when its weights are not ONNX', async () => {
    const broken = path.join(folder, 'broken');
    await cp(shippedFolder, broken, { recursive: true });
    await truncate(path.join(broken, 'onnx/model_quantized.onnx'), 1_000);
    for (const threaded of [true, false]) {
      expect((await faultOf(openEncoder(choose(broken, { threaded })))).message).toContain(broken);
    }
  });
});

describe('a model of the hub', () => {
  let hub: Server;
  let address: string;
  let asked: string[];
  let breakAfter: number | undefined;

  beforeAll(async () => {
    asked = [];
    hub = createServer(async (request, response) => {
      const file = (request.url ?? '').replace('/someone/small-e5/resolve/main/', '');
      asked.push(file);
      const local = path.join(shippedFolder, file);
      if (!existsSync(local)) {
        response.writeHead(404).end();
        return;
      }
      const { size } = await stat(local);
      response.writeHead(200, { 'content-length': size });
      const stream = createReadStream(local, file.endsWith('.onnx') && breakAfter ? { end: breakAfter } : {});
      stream.on('data', (piece) => response.write(piece));
      stream.on('end', () => (breakAfter && file.endsWith('.onnx') ? response.destroy() : response.end()));
    });
    await new Promise<void>((resolve) => hub.listen(0, '127.0.0.1', resolve));
    address = `http://127.0.0.1:${(hub.address() as AddressInfo).port}`;
  });
  afterAll(async () => {
    hub.closeAllConnections();
    await new Promise((resolve) => hub.close(resolve));
  });

  it('is not fetched unless that was allowed; the error says how', async () => {
    const error = await faultOf(openEncoder(choose('someone/small-e5', { hub: address })));
    expect(error.remedy).toContain('EMBEDDING_DOWNLOAD=1');
    expect(asked).toEqual([]);
  });

  it('is fetched with progress, resumed after a broken connection, and then serves without the network', async () => {
    const allowed = choose('someone/small-e5', { hub: address, allowDownload: true });
    breakAfter = 5_000_000;
    const error = await faultOf(openEncoder(allowed));
    expect(error.message).toContain('onnx/model_quantized.onnx');
    const files = await readdir(path.join(folder, 'cache/models/someone/small-e5'), { recursive: true });
    expect(files.filter((file) => /partial|\.onnx$/.test(file))).toEqual([]);

    breakAfter = undefined;
    asked = [];
    const seen: number[] = [];
    const encoder = await openEncoder({
      ...allowed,
      onProgress: ({ file, bytes, total }) => file.endsWith('.onnx') && seen.push(bytes / (total ?? 1)),
    });
    expect(asked).toEqual(['onnx/model_quantized.onnx']);
    expect(seen.length).toBeGreaterThan(10);
    expect(seen.at(-1)).toBe(1);
    await using(encoder, async () => {
      expect(encoder.identity.id).toBe('someone/small-e5');
      expect(await encoder.embedQuery('Who agreed?')).toHaveLength(384);
    });

    asked = [];
    await (await openEncoder(choose('someone/small-e5', { hub: address }))).close();
    expect(asked).toEqual([]);
  });

  it('that does not exist is an error with its address', async () => {
    const error = await faultOf(openEncoder(choose('someone/nothing', { hub: address, allowDownload: true })));
    expect(error.message).toContain(`${address}/someone/nothing`);
    expect(error.message).toContain('404');
  });
});

describe('an address as model', () => {
  it('opens a server, its model after #', async () => {
    const server = await startEmbeddingServer();
    await using(await openEncoder(choose(`${server.base}#some-model`, { apiKey: 'key' })), async ({ identity }) => {
      expect(identity.id).toBe(`${server.base.replace('http://', '')}#some-model`);
    });
    expect(server.requests[0]).toMatchObject({ model: 'some-model', headers: { authorization: 'Bearer key' } });
    await server.close();
  });

  it.each(['http://127.0.0.1:1/v1', 'http://key@127.0.0.1:1/v1#m', 'http://#m'])(
    '%s is refused with the form it must have',
    async (model) => {
      const error = await faultOf(openEncoder(choose(model)));
      expect(error.line).toContain('https://host/v1#model-name');
      expect(error.line).not.toContain('key@');
    },
  );
});

it('a name that means nothing is refused with all that would', async () => {
  const error = await faultOf(openEncoder(choose('gpt')));
  expect(error.line).toContain('EMBEDDING_MODEL=gpt');
  expect(error.remedy).toContain('e5-small-v2');
});
