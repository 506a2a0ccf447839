import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createRemoteEncoder } from '#src/embedding/remote-encoder.js';
import { type RequestPatience, usualPatience } from '#src/embedding/remote-request.js';
import { type EmbeddingServer, startEmbeddingServer } from '../support/embedding-server.js';
import { faultOf } from '../support/encoder-fault.js';
import { fakeVector } from '../support/fake-vector.js';

const apiKey = 'sk-very-secret-0123456789';

const rowOf = (index: number, embedding: unknown) => ({ index, embedding });

describe('a remote encoder', () => {
  let server: EmbeddingServer;
  let pauses: number[];
  let patience: RequestPatience;

  beforeEach(async () => {
    server = await startEmbeddingServer();
    pauses = [];
    patience = {
      ...usualPatience,
      pause: async (milliseconds) => {
        pauses.push(milliseconds);
      },
    };
  });
  afterEach(async () => {
    await server.close();
  });

  const open = (model = 'test-model') => createRemoteEncoder({ base: server.base, model, apiKey, patience });

  it('finds the dimensions with one call and sends the key as bearer token', async () => {
    const encoder = await open();
    expect(encoder.identity.dimensions).toBe(64);
    expect(server.requests).toHaveLength(1);
    expect(server.requests[0]?.headers.authorization).toBe(`Bearer ${apiKey}`);
    expect(server.requests[0]?.model).toBe('test-model');
  });

  it('sends no authorization without a key, and takes a base with a slash at its end', async () => {
    await createRemoteEncoder({ base: `${server.base}/`, model: 'test-model', patience });
    expect(server.requests[0]?.headers.authorization).toBeUndefined();
  });

  it('sends few texts a request, and puts vectors that come in any order where they belong', async () => {
    const encoder = await open();
    const texts = Array.from({ length: 150 }, (_, index) => `truck ${index}`);
    const matrix = await encoder.embedMatrix(texts);
    expect(
      server.requests
        .slice(1)
        .map(({ input }) => input.length)
        .toSorted(),
    ).toEqual([22, 64, 64]);
    texts.forEach((text, index) => {
      const expected = fakeVector(text, 64);
      for (let column = 0; column < 64; column += 1)
        expect(matrix[index * 64 + column]).toBeCloseTo(expected[column] ?? 0, 5);
    });
  });

  it('gives the E5 family its prefixes, and nothing to others', async () => {
    const family = await open('intfloat/multilingual-e5-large');
    await family.embedQuery('who?');
    await family.embedMatrix(['they']);
    const other = await open('text-embedding-3-small');
    await other.embedQuery('who?');
    expect(server.requests.map(({ input }) => input[0])).toEqual([
      'dimensions',
      'query: who?',
      'passage: they',
      'dimensions',
      'who?',
    ]);
  });

  it('never sends an empty text, which servers refuse, nor half a surrogate pair', async () => {
    const encoder = await open();
    await encoder.embedMatrix(['', '\uD800']);
    expect(server.requests[1]?.input).toEqual(['.', '\uFFFD']);
  });

  it('waits as long as it is asked to after 429, and gets its answer', async () => {
    const encoder = await open();
    server.script.push({ status: 429, headers: { 'retry-after': '7' }, body: '{}' });
    expect(await encoder.embedQuery('who?')).toHaveLength(64);
    expect(pauses).toEqual([7_000]);
  });

  it('does not wait for an hour because a server says so', async () => {
    const encoder = await open();
    server.script.push({ status: 429, headers: { 'retry-after': '3600' }, body: '{}' });
    await encoder.embedQuery('who?');
    expect(pauses).toEqual([30_000]);
  });

  it('waits longer each time after 5xx and broken connections', async () => {
    const encoder = await open();
    server.script.push({ status: 503, body: 'busy' }, 'drop', { status: 500, body: 'oops' });
    await encoder.embedQuery('who?');
    expect(pauses).toHaveLength(3);
    pauses.forEach((pause, index) => {
      expect(pause).toBeGreaterThanOrEqual(500 * 2 ** index);
      expect(pause).toBeLessThanOrEqual(625 * 2 ** index);
    });
  });

  it('gives up after five tries, naming the address and the status', async () => {
    const encoder = await open();
    server.script.push(...Array.from({ length: 9 }, () => ({ status: 503, body: 'busy' })));
    const error = await faultOf(encoder.embedQuery('who?'));
    expect(error.message).toContain(`${server.base}/embeddings answered 503: busy`);
    expect(server.requests).toHaveLength(6);
  });

  it('asks only once when the key is wrong, and never shows it', async () => {
    const encoder = await open();
    server.script.push({ status: 401, body: `Incorrect API key provided: ${apiKey}` });
    const error = await faultOf(encoder.embedQuery('who?'));
    expect(server.requests).toHaveLength(2);
    expect(error.line).toContain('Check the API key');
    expect(`${error.line} ${error.stack} ${JSON.stringify(error)} ${String(error.cause)}`).not.toContain(apiKey);
  });

  it('gives up on a server that does not answer in time', async () => {
    const encoder = await createRemoteEncoder({
      base: server.base,
      model: 'm',
      patience: { ...patience, timeout: 300, attempts: 1 },
    });
    server.script.push('silence');
    expect((await faultOf(encoder.embedQuery('who?'))).message).toContain('did not answer within 0.3 s');
  });

  it('says that nobody listens', async () => {
    await server.close();
    const error = await faultOf(open());
    expect(error.message).toContain('cannot be reached');
    expect(error.remedy).toContain('EMBEDDING_MODEL');
  });

  const two = Array.from({ length: 64 }, () => 1);
  it.each([
    ['no JSON', '<html>'],
    ['another shape', '{"embeddings":[]}'],
    ['too few vectors', JSON.stringify({ data: [rowOf(0, two)] })],
    ['an index twice', JSON.stringify({ data: [rowOf(0, two), rowOf(1, two), rowOf(0, two)] })],
    ['an index too high', JSON.stringify({ data: [rowOf(0, two), rowOf(9, two)] })],
    ['other dimensions', JSON.stringify({ data: [rowOf(0, two), rowOf(1, [1, 2])] })],
    ['words for numbers', JSON.stringify({ data: [rowOf(0, two), rowOf(1, two.map(String))] })],
    [
      'a zero vector',
      JSON.stringify({
        data: [
          rowOf(0, two),
          rowOf(
            1,
            two.map(() => 0),
          ),
        ],
      }),
    ],
  ])('refuses a reply with %s', async (_, body) => {
    const encoder = await open();
    server.script.push({ status: 200, body });
    const error = await faultOf(encoder.embedMatrix(['a', 'b']));
    expect(error.message).toContain(server.base);
    expect(error.remedy).not.toBe('');
  });
});
