import { once } from 'node:events';
import { createServer, type IncomingMessage, request } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ParleyError } from '#src/errors.js';
import { type HealthParts, type HealthServer, startHealthServer } from '#src/web/health-server.js';

async function start(more: Partial<HealthParts> = {}): Promise<HealthServer> {
  const server = await startHealthServer({
    port: 0,
    isLive: () => true,
    readiness: () => ({ ready: true, reason: null }),
    ...more,
  });
  onTestFinished(() => server.close());
  return server;
}

interface Received {
  readonly status: number | undefined;
  readonly text: string;
  readonly headers: Readonly<Record<string, unknown>>;
}

async function ask(port: number, path: string, method = 'GET'): Promise<Received> {
  const asked = request({ host: '127.0.0.1', port, path, method }).end();
  const [response] = (await once(asked, 'response')) as [IncomingMessage];
  const text = (await response.setEncoding('utf8').toArray()).join('');
  return { status: response.statusCode, text, headers: response.headers };
}

describe('/healthz', () => {
  it('says ok while the process lives, and 503 once only a restart helps', async () => {
    let isLive = true;
    const { port } = await start({ isLive: () => isLive });
    expect(await ask(port, '/healthz')).toMatchObject({ status: 200, text: 'ok\n' });
    isLive = false;
    expect(await ask(port, '/healthz')).toMatchObject({ status: 503, text: 'not live\n' });
  });

  it('says 503 when looking fails, without what failed', async () => {
    const { port } = await start({
      isLive() {
        throw new Error('the token is abc');
      },
    });
    expect(await ask(port, '/healthz')).toMatchObject({ status: 503, text: 'unknown\n' });
  });
});

describe('/readyz', () => {
  it('says why questions are not answered now, as plain text that nobody keeps', async () => {
    let reason: string | null = 'connecting to Discord';
    const { port } = await start({ readiness: () => ({ ready: reason === null, reason }) });
    expect(await ask(port, '/readyz')).toMatchObject({
      status: 503,
      text: 'connecting to Discord\n',
      headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
    });
    reason = null;
    expect(await ask(port, '/readyz')).toMatchObject({ status: 200, text: 'ok\n' });
  });

  it('has nothing to do with being live', async () => {
    const { port } = await start({ isLive: () => false });
    expect(await ask(port, '/readyz')).toMatchObject({ status: 200 });
  });
});

describe('the health server', () => {
  it('knows no other page', async () => {
    const { port } = await start();
    for (const path of ['/', '/healthz/', '/HEALTHZ', '/metrics', '//healthz', '/%68ealthz', '/../healthz']) {
      expect([path, (await ask(port, path)).status]).toEqual([path, 404]);
    }
    expect((await ask(port, '/healthz?now=1')).status).toBe(200);
  });

  it('answers HEAD as GET, without the text', async () => {
    const { port } = await start({ isLive: () => false });
    expect(await ask(port, '/healthz', 'HEAD')).toMatchObject({ status: 503, text: '' });
  });

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'TRACE'])('refuses %s', async (method) => {
    const { port } = await start();
    expect(await ask(port, '/healthz', method)).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } });
  });

  // Only there is 127.0.0.2 an address of every machine.
  it.runIf(process.platform === 'linux')('listens on 127.0.0.1 alone unless told', async () => {
    const [near, wide] = [await start(), await start({ host: '0.0.0.0' })];
    await expect(once(connect({ host: '127.0.0.2', port: near.port }), 'connect')).rejects.toThrow('ECONNREFUSED');
    await once(connect({ host: '127.0.0.2', port: wide.port }), 'connect');
  });

  it('closes at once although a client keeps its connection and another has sent half a request', async () => {
    const server = await start();
    const [idle, slow] = [0, 1].map(() => connect({ host: '127.0.0.1', port: server.port }));
    if (idle === undefined || slow === undefined) throw new Error('there are two');
    await Promise.all([once(idle, 'connect'), once(slow, 'connect')]);
    slow.write('GET /healthz HTTP/1.1\r\nHost: a\r\n');
    idle.write('GET /healthz HTTP/1.1\r\nHost: a\r\nConnection: keep-alive\r\n\r\n');
    expect(String((await once(idle, 'data'))[0])).toMatch(/^HTTP\/1\.1 200/u);
    const gone = [idle, slow].map(
      (socket) =>
        new Promise((resolve) => {
          socket.on('error', () => {});
          socket.resume().once('close', resolve);
        }),
    );
    await server.close();
    await Promise.all(gone);
    await server.close();
    const next = await start({ port: server.port });
    expect((await ask(next.port, '/healthz')).status).toBe(200);
  });

  it('names the setting and what to do when the port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    onTestFinished(() => {
      other.close();
    });
    const { port } = other.address() as AddressInfo;
    const error: unknown = await start({ port }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ParleyError);
    expect((error as ParleyError).line).toBe(
      `The health pages cannot be served on port ${port} of 127.0.0.1: another process has it. ` +
        'Set PARLEY_HEALTH_PORT to a free port, or leave it out to serve none.',
    );
  });

  it('names the setting when the address is none of this machine', async () => {
    await expect(start({ host: '192.0.2.1' })).rejects.toThrow(/of 192\.0\.2\.1: EADDRNOTAVAIL/u);
  });
});
