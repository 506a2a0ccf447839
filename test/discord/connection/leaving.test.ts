import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterEach, describe, expect, it } from 'vitest';
import { createBench } from './connection-bench.js';

const bench = createBench();
afterEach(() => bench.end());

/** A process of its own that connects, is told to stop as soon as it has to wait, and then has nothing more to do. */
const script = `
  import { createClient } from '#src/discord/connection/client.js';
  import { connect } from '#src/discord/connection/connect.js';
  const [api, token] = process.argv.slice(1);
  const stop = new AbortController();
  const onWaiting = () => stop.abort(new Error('stopped'));
  await connect({ client: createClient({ restApi: api }), token, signal: stop.signal, onWaiting }).catch((error) => {
    console.log(error.message);
  });
`;

describe('a process that stops while the gateway cannot be reached', () => {
  it('ends by itself, although discord.js would go on trying', async () => {
    const discord = await bench.start();
    await discord.gateway.refuses();
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['--input-type=module', '--eval', script, discord.api, discord.token],
      { timeout: 15_000 },
    );
    expect(stdout).toBe('stopped\n');
  });
});
