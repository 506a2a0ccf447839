import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { attachmentAddress, fetchAttachment } from '#src/discord/moderating/fetch-attachment.js';
import { CorpusError } from '#src/errors.js';
import { type HostileFileServer, startHostileFileServer, stream } from '../../support/hostile-file-server.js';

const restApi = 'http://127.0.0.1:1/api';

describe('the address of an attachment', () => {
  it.each([
    'https://cdn.discordapp.com/attachments/1/2/a.pdf?ex=1&is=2&hm=3',
    'https://media.discordapp.net/ephemeral-attachments/1/2/a.pdf',
    'https://CDN.DISCORDAPP.COM:443/attachments/1/2/a.pdf',
  ])('may be one of Discord’s: %s', (url) => {
    expect(attachmentAddress(url, undefined)?.href).toBe(new URL(url).href);
  });

  it.each([
    'http://cdn.discordapp.com/attachments/1/2/a.pdf',
    'https://cdn.discordapp.com:8443/a',
    'https://cdn.discordapp.com.evil.example/a',
    'https://evil.example/cdn.discordapp.com/a',
    'https://evil.example#cdn.discordapp.com',
    'https://cdn.discordapp.com@evil.example/a',
    'https://somebody@cdn.discordapp.com/a',
    'https://:word@cdn.discordapp.com/a',
    'https://xcdn.discordapp.com/a',
    'https://cdn.discordapp.com./a',
    'https://discord.com/api/a',
    'https://169.254.169.254/latest/meta-data',
    'http://127.0.0.1/a',
    'https://localhost/a',
    'file:///etc/passwd',
    'data:text/plain,truce',
    '//cdn.discordapp.com/a',
    '',
  ])('is nothing else: %s', (url) => {
    expect(attachmentAddress(url, undefined)).toBeNull();
  });

  it('may be one of this machine only beside a stand-in for Discord', () => {
    for (const url of ['http://127.0.0.1:4000/a?b', 'https://localhost/a', 'http://[::1]:9/a']) {
      expect(attachmentAddress(url, restApi)?.href).toBe(new URL(url).href);
      expect(attachmentAddress(url, undefined)).toBeNull();
    }
    for (const url of [
      'http://127.0.0.2/a',
      'http://10.0.0.1/a',
      'http://127.0.0.1.evil.example/a',
      'http://a@127.0.0.1/b',
    ])
      expect(attachmentAddress(url, restApi)).toBeNull();
  });

  it('has a host of Discord’s, whatever else stands in it', () => {
    const part = fc.string({ unit: 'grapheme', maxLength: 12 });
    const made = fc
      .tuple(part, part, part)
      .map(([user, host, rest]) => `https://${user}@${host}cdn.discordapp.com${rest}`);
    fc.assert(
      fc.property(
        fc.oneof(
          made,
          part.map((rest) => `https://cdn.discordapp.com${rest}`),
        ),
        (url) => {
          const address = attachmentAddress(url, undefined);
          if (address === null) return;
          expect(address.origin).toBe('https://cdn.discordapp.com');
          expect(address.username + address.password).toBe('');
        },
      ),
    );
  });
});

describe('fetching', () => {
  const limits = { maxBytes: 1_000_000, downloadMs: 20_000, stallMs: 20_000 };
  let server: HostileFileServer;
  let calling: AbortController;

  beforeEach(async () => {
    server = await startHostileFileServer();
    calling = new AbortController();
  });
  afterEach(() => server.stop());

  const fetched = (url: string, more: Partial<typeof limits & { size: number }> = {}) => {
    const { size = 10, ...tighter } = more;
    return fetchAttachment({ name: 'a.pdf', url, size }, { ...limits, ...tighter, restApi, signal: calling.signal });
  };
  async function refusal(...asked: Parameters<typeof fetched>): Promise<string> {
    const error = await fetched(...asked).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(CorpusError);
    return (error as CorpusError).line;
  }

  it('gives the bytes as they are, in whatever pieces they come', async () => {
    const url = server.serves((response) => {
      response.write(Buffer.from([1, 2, 0]));
      setImmediate(() => response.end(Buffer.from([255])));
    });
    expect([...(await fetched(url))]).toEqual([1, 2, 0, 255]);
    expect([...(await fetched(server.serves((response) => response.end())))]).toEqual([]);
  });

  it('asks nobody for a file that says itself that it is too large', async () => {
    const url = server.serves((response) => response.end('a'));
    expect(await refusal(url, { size: 1_000_001 })).toContain('is larger than 0.9 MiB');
    expect(server.requests).toBe(0);
  });

  it('takes nothing of a file whose server says that it is too large', async () => {
    const url = server.serves((response) => {
      response.setHeader('content-length', 200_000_000);
      stream(200_000_000)(response);
    });
    expect(await refusal(url)).toContain('is larger than');
    expect(server.sent).toBeLessThan(20_000_000);
  });

  it('stops at the limit where nobody said how large the file is', async () => {
    expect(await refusal(server.serves(stream(200_000_000)))).toContain('is larger than');
    expect(server.sent).toBeLessThan(20_000_000);
    // As many as the limit are no more than it.
    expect(await fetched(server.serves((response) => response.end(Buffer.alloc(1_000_000))))).toHaveLength(1_000_000);
  });

  it('counts what comes out of what was packed for the way', async () => {
    const bomb = gzipSync(Buffer.alloc(50_000_000));
    const url = server.serves((response) => {
      response.setHeader('content-encoding', 'gzip');
      response.end(bomb);
    });
    expect(bomb.length).toBeLessThan(limits.maxBytes);
    expect(await refusal(url)).toContain('is larger than');
  });

  it.each([
    [301, 'is not where Discord says'],
    [302, 'is not where Discord says'],
    [307, 'is not where Discord says'],
    [403, 'is no longer there (status 403)'],
    [404, 'is no longer there (status 404)'],
    [206, 'could not be fetched from Discord (status 206)'],
    [500, 'could not be fetched from Discord (status 500)'],
  ])('follows no redirection and takes no error for a file: %i', async (status, why) => {
    const secret = server.serves((response) => response.end('A secret of this machine.'));
    const before = server.requests;
    const url = server.serves((response) => response.writeHead(status, { location: secret }).end('no file'));
    expect(await refusal(url)).toContain(why);
    expect(server.requests).toBe(before + 1);
  });

  it('tells a connection that breaks off', async () => {
    const url = server.serves((response) => {
      response.setHeader('content-length', 1000);
      response.write('The truce');
      setImmediate(() => response.destroy());
    });
    expect(await refusal(url)).toBe(
      'a.pdf: could not be fetched: the connection broke off. Attach it once more and try again.',
    );
    expect(await refusal('http://127.0.0.1:1/nobody')).toContain('the connection broke off');
  });

  it('gives up a file that does not begin, or comes to a halt', async () => {
    const silent = server.serves(() => undefined);
    expect(await refusal(silent, { stallMs: 60 })).toContain('nothing arrived for 0.1 seconds');
    const halting = server.serves((response) => void response.write('The truce'));
    expect(await refusal(halting, { stallMs: 60 })).toContain('came to a halt');
  });

  it('gives up a file that trickles for too long, though it never comes to a halt', async () => {
    const trickling = server.serves((response) => {
      const drops = setInterval(() => response.write('a'), 10);
      response.on('close', () => clearInterval(drops));
    });
    const failure = await refusal(trickling, { downloadMs: 2_000, stallMs: 800 });
    expect(failure).toContain('takes longer than 2 seconds to fetch');
  });

  it('ends with the reason when it is called off', async () => {
    const silent = server.serves(() => calling.abort('stopping'));
    await expect(fetched(silent)).rejects.toBe('stopping');
    await expect(fetched(silent)).rejects.toBe('stopping');
  });

  it('holds no more than the limit in memory, whatever comes', async () => {
    const before = process.memoryUsage().rss;
    let most = 0;
    const watching = setInterval(() => {
      most = Math.max(most, process.memoryUsage().rss - before);
    }, 5);
    const url = server.serves(stream(200_000_000));
    for (let round = 0; round < 3; round++) expect(await refusal(url, { maxBytes: 26_214_400 })).toContain('is larger');
    clearInterval(watching);
    // The limit, and as much again of what is on its way, garbage and the server in this very process.
    expect(most / 1_048_576).toBeLessThan(120);
  });
});
