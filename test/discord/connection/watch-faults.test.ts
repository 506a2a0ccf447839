import { Events } from 'discord.js';
import { afterEach, describe, expect, it } from 'vitest';
import { createClient } from '#src/discord/connection/client.js';
import { watchFaults } from '#src/discord/connection/watch-faults.js';
import { watchInvalidRequests } from '#src/discord/connection/watch-invalid-requests.js';
import { recordingLog } from './recording-log.js';

const clients: ReturnType<typeof createClient>[] = [];

afterEach(async () => {
  for (const client of clients.splice(0)) await client.destroy();
});

function setUp() {
  const client = createClient();
  clients.push(client);
  const log = recordingLog();
  watchFaults({ client, log });
  return { client, log };
}

const token = ['x'.repeat(26), 'y'.repeat(6), 'z'.repeat(38)].join('.');

describe('a fault of the client', () => {
  it('that an async listener causes is a line in the log, not the end of the process', async () => {
    const { client, log } = setUp();
    // biome-ignore lint/nursery/noMisusedPromises: this is what is tested
    client.on(Events.CacheSweep, async () => {
      throw new TypeError('x is not a function');
    });
    client.emit(Events.CacheSweep, 'swept');
    await new Promise((resolve) => setImmediate(resolve));
    expect(log.lines).toEqual([
      expect.objectContaining({ level: 'error', facts: expect.objectContaining({ message: 'x is not a function' }) }),
    ]);
  });

  it('that an event of Discord causes is a line in the log, not the end of the process', () => {
    const { client, log } = setUp();
    const { ws } = client;
    ws.status = 0;
    // biome-ignore lint/complexity/useLiteralKeys: it is private
    expect(ws['handlePacket']({ t: 'MESSAGE_CREATE', op: 0, s: 2, d: null })).toBe(false);
    expect(log.lines.map(({ level }) => level)).toEqual(['error']);
  });

  it('is told for each of the ways in which a connection breaks and comes back', () => {
    const { client, log } = setUp();
    client.emit(Events.ShardError, Object.assign(new Error('no way'), { code: 'EHOSTUNREACH' }), 0);
    client.emit(Events.ShardReconnecting, 0);
    client.emit(Events.ShardDisconnect, { code: 4014, reason: '', wasClean: true }, 0);
    client.emit(Events.ShardResume, 0, 3);
    client.emit(Events.ShardReady, 0, undefined);
    client.emit(Events.Warn, 'odd');
    expect(log.lines.map(({ level }) => level)).toEqual(['warn', 'warn', 'error', 'info', 'info', 'warn']);
    expect(log.text()).toContain('EHOSTUNREACH');
    expect(log.text()).toContain('4014');
  });

  it('is told once while the connection is lost, and again when it is lost anew', () => {
    const { client, log } = setUp();
    for (let count = 0; count < 5; count += 1) client.emit(Events.ShardReconnecting, 0);
    expect(log.lines).toHaveLength(1);
    client.emit(Events.ShardResume, 0, 3);
    client.emit(Events.ShardReconnecting, 0);
    expect(log.lines).toHaveLength(3);
  });

  it('never brings the token into the log, and the texts of `debug` not at all', () => {
    const { client, log } = setUp();
    client.emit(Events.Debug, `Provided token: ${token}`);
    expect(log.lines).toEqual([]);
    client.emit(Events.Error, new Error(`Request with ${token} failed`));
    client.emit(Events.Warn, `Something about ${token}`);
    client.emit(Events.ShardError, new Error(`wss://gateway?token=${token}`), 0);
    expect(log.lines).toHaveLength(3);
    expect(log.text()).not.toContain(token);
  });
});

describe('requests that Discord refuses', () => {
  it('are a warning at first, and an error on the way to a ban', () => {
    const { client, log } = setUp();
    watchInvalidRequests({ client, log });
    client.rest.emit('invalidRequestWarning', { count: 100, remainingTime: 540_000 });
    client.rest.emit('invalidRequestWarning', { count: 5_000, remainingTime: 60_000 });
    expect(log.lines).toEqual([
      expect.objectContaining({ level: 'warn', facts: { count: 100, banAt: 10_000, secondsLeft: 540 } }),
      expect.objectContaining({ level: 'error', facts: { count: 5_000, banAt: 10_000, secondsLeft: 60 } }),
    ]);
  });
});
