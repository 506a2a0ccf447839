import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll } from 'vitest';
import { createLocalEncoder } from '#src/embedding/local-encoder.js';
import { createRemoteEncoder } from '#src/embedding/remote-encoder.js';
import { createThreadedEncoder } from '#src/embedding/threaded-encoder.js';
import { encoderContract } from '../contracts/encoder-contract.js';
import { type EmbeddingServer, startEmbeddingServer } from '../support/embedding-server.js';
import { createFakeEncoder } from '../support/fake-encoder.js';

const folder = fileURLToPath(new URL('../../models/e5-small-v2', import.meta.url));
let server: EmbeddingServer;

beforeAll(async () => {
  server = await startEmbeddingServer();
});
afterAll(async () => {
  await server.close();
});

// The shipped model rounds its activations to 8 bits with one scale a batch, so the company of a text moves its vector
// a little: by a cosine of .0025 in the median and .0104 at worst over 2,000 sentences.
const int8Tolerance = 0.015;

// One thread: two would wait for each other beside the other test files.
encoderContract('local', () => createLocalEncoder({ folder, threads: 1 }), int8Tolerance);
encoderContract('threaded', () => createThreadedEncoder({ folder, threads: 1 }), int8Tolerance);
encoderContract('remote', () => createRemoteEncoder({ base: server.base, model: 'test-model' }), 1e-6);
encoderContract('fake', async () => createFakeEncoder(), 1e-6);
