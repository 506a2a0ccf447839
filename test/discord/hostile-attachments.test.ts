import { deflateSync } from 'node:zlib';
import { PermissionFlagsBits } from 'discord-api-types/v10';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { collectionOfGuild } from '#src/collections.js';
import type { Desk } from '#src/desk.js';
import { usualFileLimits } from '#src/discord/moderating/corpus/file-intake.js';
import { openArticleDesk } from '../support/article-desk.js';
import type { Actor } from '../support/discord/actor.js';
import { type Loopback, startLoopback } from '../support/discord/loopback.js';
import type { Upload } from '../support/discord/option-payload.js';
import { type HostileFileServer, startHostileFileServer, stream } from '../support/hostile-file-server.js';
import { madeUpDocx, wordParagraph } from '../support/made-up-docx.js';
import { madeUpPdf, printedLines } from '../support/made-up-pdf.js';
import { madeUpZip } from '../support/made-up-zip.js';
import { type RunningBot, runBotAgainst } from '../support/run-bot-against.js';
import { type SmallCollections, smallCollections, smallDocument } from '../support/small-collections.js';

/*
 * What somebody attaches to /corpus add to do harm. One bot takes all of it: every file ends in a clear refusal, in its
 * time and memory, with nothing staged and nothing in the audit log, and members are answered meanwhile.
 */

const truce = 'The truce held for one week in the city of Aleppo.';
const mebibyte = 1_048_576;
const limits = { ...usualFileLimits, stallMs: 700, downloadMs: 3_000 };

let desk: Desk;
let collections: SmallCollections;
let discord: Loopback;
let bot: RunningBot;
let server: HostileFileServer;
let mona: Actor;

beforeAll(async () => {
  desk = await openArticleDesk();
  server = await startHostileFileServer();
  collections = await smallCollections([smallDocument('velmouth', 'The lighthouse of Velmouth was built in 1871.')]);
  discord = await startLoopback({ patienceMs: 60_000 });
  bot = await runBotAgainst(discord, { desk, collections: collections.open, limits: { files: limits } });
  mona = discord.member('mona', { permissions: PermissionFlagsBits.ManageGuild });
});
afterAll(async () => {
  const troubles = bot.log.filter((line) => /^(?:error|fatal):/u.test(line));
  await bot.stop();
  await discord.stop();
  await desk.close();
  await collections.close();
  await server.stop();
  expect(discord.violations).toEqual([]);
  expect(troubles).toEqual([]);
});

const guild = () => discord.home.id;
const staged = () => bot.state.staging.changes(collectionOfGuild(guild()));

/** Nothing was kept of it. */
async function expectNothing(): Promise<void> {
  const kept = await staged();
  const acts = await bot.state.audit.entries({ guild: guild(), limit: 10 });
  // One that was taken must not be found beside those that come after it.
  for (const { document } of kept) await mona.runs('corpus remove', { document });
  await bot.state.audit.forgetBefore(Number.MAX_SAFE_INTEGER);
  expect(kept).toEqual([]);
  expect(acts).toEqual([]);
}

/** What is said of a file in the end: words about the progress may come before. */
async function added(file: Upload): Promise<string> {
  const reply = await mona.runs('corpus add', { file });
  await reply.until(({ messages }) => messages[0]?.text.endsWith(' …') === false);
  expect(reply.isEphemeral).toBe(true);
  return reply.messages.map(({ text }) => text).join('\n');
}

const latin = (text: string): Uint8Array => new Uint8Array(Buffer.from(text.padEnd(600, '\0'), 'latin1'));
const pdf = (text: string, extras = {}): Uint8Array =>
  madeUpPdf([{ texts: printedLines([text], { x: 72, y: 700 }) }], extras);

/** A Word document whose text unpacks to 80 MB. */
const wordBomb = madeUpDocx(wordParagraph('a'.repeat(80_000_000)));

/** A PDF of one page whose drawing unpacks to 60 MB. */
const drawnBomb = (): Uint8Array => {
  const packed = deflateSync(Buffer.alloc(60_000_000, ' '));
  const entries = `/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Length ${packed.length} /Filter /FlateDecode`;
  return madeUpPdf([{ above: '/Fm Do' }], {
    resources: '/XObject << /Fm 100 0 R >>',
    objects: { 100: `<< ${entries} >>\nstream\n${packed.toString('latin1')}\nendstream` },
  });
};

const encrypted = '/Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -1 /O <00> /U <00> >> /ID [<00> <00>]';

describe('a file that is not what it seems', () => {
  afterEach(expectNothing);

  it.each<[string, () => Upload, RegExp]>([
    [
      'a zip bomb as a Word document',
      () => ({ name: 'a.docx', content: wordBomb }),
      /“a\.docx”: unpacks to more than 64 MiB/u,
    ],
    [
      'a PDF of 10,000 pages',
      () => ({ name: 'a.pdf', content: pdf(truce, { repeated: 9_999 }) }),
      /has 10,?000 pages; the limit is 2,?000/u,
    ],
    ['a PDF whose drawing unpacks to 60 MB', () => ({ name: 'a.pdf', content: drawnBomb() }), /unpacks to more than/u],
    ['half a PDF', () => ({ name: 'a.pdf', content: pdf(truce).slice(0, 400) }), /“a\.pdf”: /u],
    ['a PDF of nothing but its mark', () => ({ name: 'a.pdf', content: latin('%PDF-1.7\n%%EOF') }), /“a\.pdf”: /u],
    [
      'an encrypted PDF',
      () => ({ name: 'a.pdf', content: pdf(truce, { trailer: encrypted }) }),
      /password|encrypted|protected|damaged/u,
    ],
    [
      'a picture named .pdf',
      () => ({ name: 'a.pdf', content: latin('\x89PNG\r\n\x1a\n') }),
      /“a\.pdf”: is a PNG picture/u,
    ],
    [
      'a program named .txt',
      () => ({ name: 'a.txt', content: latin('MZ\x90\0\x03') }),
      /“a\.txt”: is a Windows program/u,
    ],
    ['bytes that are no text', () => ({ name: 'a.txt', content: latin('\xe9\xff\xfe \x01\x02') }), /“a\.txt”: /u],
    ['a zip named .docx', () => ({ name: 'a.docx', content: madeUpZip({ 'a.txt': truce }) }), /is a zip archive/u],
    [
      'a Word document with macros',
      () => ({
        name: 'a.docx',
        content: madeUpDocx(wordParagraph(truce), { others: { 'word/vbaProject.bin': 'Sub AutoOpen()' } }),
      }),
      /is an Office file with macros, which are programs/u,
    ],
    ['nothing at all', () => ({ name: 'a.txt', content: '' }), /is empty/u],
    ['nothing that is seen', () => ({ name: 'a.txt', content: '\u200B\u2060 \n' }), /“a\.txt”: /u],
  ])('%s is refused in plain words', async (_, file, why) => {
    const text = await added(file());
    expect(text).toMatch(why);
    expect(text).toContain('Nothing was staged.');
    expect(text).not.toMatch(/ at .+\.js|Error|undefined/u);
  });
});

describe('a file whose server is not what it seems', () => {
  afterEach(expectNothing);

  it.each<[string, () => Upload['claims'], RegExp]>([
    [
      '200 MB that Discord declares',
      () => ({ url: server.serves(stream(1)), size: 200_000_000 }),
      /is larger than 25 MiB/u,
    ],
    ['200 MB that nobody declares', () => ({ url: server.serves(stream(200_000_000)) }), /is larger than 25 MiB/u],
    ['one that never begins', () => ({ url: server.serves(() => undefined) }), /came to a halt/u],
    [
      'one that comes to a halt',
      () => ({ url: server.serves((response) => void response.write(truce)) }),
      /came to a halt/u,
    ],
    [
      'one that trickles',
      () => ({
        url: server.serves((response) => {
          const drops = setInterval(() => response.write('a'), 50);
          response.on('close', () => clearInterval(drops));
        }),
      }),
      /takes longer than 3 seconds to fetch/u,
    ],
    [
      'a connection that is cut',
      () => ({
        url: server.serves((response) => {
          response.write(truce);
          setTimeout(() => response.destroy(), 50);
        }),
      }),
      /the connection broke off/u,
    ],
    ['a 404', () => ({ url: server.serves((response) => response.writeHead(404).end(truce)) }), /is no longer there/u],
    [
      'a redirection',
      () => ({
        url: server.serves((response) => response.writeHead(302, { location: 'https://evil.example/' }).end()),
      }),
      /is not where Discord says/u,
    ],
    ['another host', () => ({ url: 'https://evil.example/attachments/1/2/a.txt' }), /does not lie with Discord/u],
    ['an address inside the network', () => ({ url: 'http://169.254.169.254/latest' }), /does not lie with Discord/u],
    [
      'a name in the address',
      () => ({ url: 'https://cdn.discordapp.com@evil.example/a' }),
      /does not lie with Discord/u,
    ],
  ])('%s is refused in plain words', async (_, claims, why) => {
    const text = await added({ name: 'a.txt', content: truce, claims: claims() ?? {} });
    expect(text).toMatch(why);
    expect(text).toContain('Nothing was staged.');
  });

  it('takes no more memory than a few times the limit, while members are answered', async () => {
    const before = process.memoryUsage().rss;
    let most = 0;
    const watching = setInterval(() => {
      most = Math.max(most, process.memoryUsage().rss - before);
    }, 5);
    const url = server.serves(stream(200_000_000));
    const hostile = [
      ...Array.from({ length: 4 }, () => added({ name: 'a.txt', content: '', claims: { url } })),
      added({ name: 'b.docx', content: wordBomb }),
    ];
    const asked = Array.from({ length: 5 }, (_, index) =>
      discord.member(`reader-${index}`).runs('ask', { question: 'How long did the talks last?' }),
    );
    for (const reply of await Promise.all(asked)) {
      expect(reply.messages[0]?.text).toContain('15 hours');
      // Discord waits three seconds; how much sooner it is depends on the machine, and is measured by `npm run bench`.
      expect(reply.acknowledgedAfterMs).toBeLessThan(3000);
    }
    for (const text of await Promise.all(hostile)) expect(text).toContain('Nothing was staged.');
    clearInterval(watching);
    process.stdout.write(`memory grew by at most ${Math.round(most / mebibyte)} MiB\n`);
    expect(most / mebibyte).toBeLessThan(400);
  });
});

describe('a name', () => {
  it.each([
    ['../../../etc/passwd.txt', 'server:passwd'],
    ['C:\\Windows\\system32\\drivers.txt', 'server:drivers'],
    ['a\u0000b\u001b[31m.txt', 'server:a-b-31m'],
    ['\u202Efdp.exe\u202C.txt', 'server:fdp-exe'],
    ['🎉🎉🎉.txt', 'server:document'],
    ['وقف إطلاق النار.txt', 'server:وقف-إطلاق-النار'],
    ['@everyone **x** [a](https://phish.example).txt', 'server:phish-example'],
    [`${'long '.repeat(60)}.txt`, /^server:(?:long-)+lon?g?$/u],
    ['CON.txt', 'server:con'],
    ['server:velmouth.txt', 'server:server-velmouth'],
    ['velmouth.txt', 'server:velmouth'],
  ])('that is meant to do harm does none: %j', async (name, id) => {
    const text = await added({ name, content: truce });
    expect(text).toContain('Staged. Nothing is live until /reindex run.');
    expect(text).not.toMatch(/[\p{Cf}]|@everyone \*\*|(?<!\\)\]\(/u);
    const [change] = await staged();
    if (typeof id === 'string') expect(change?.document).toBe(id);
    else expect(change?.document).toMatch(id);
    expect(change?.document.length).toBeLessThanOrEqual(67);
    expect(change).toMatchObject({ source: { path: `${change?.document}.txt` } });
    await mona.runs('corpus remove', { document: change?.document ?? '' });
    expect(await staged()).toEqual([]);
  });
});
