import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listCorpusFiles } from '#src/corpus/list-corpus-files.js';
import { parseDocument } from '#src/corpus/parse-document.js';
import { readDocument } from '#src/corpus/read-document.js';
import { type Desk, openDesk } from '#src/desk.js';
import { readCustomId } from '#src/discord/custom-id.js';
import { openEncoder } from '#src/embedding/open-encoder.js';
import { buildGeneration } from '#src/indexing/build-generation.js';
import { loadGeneration } from '#src/indexing/load-generation.js';
import { modelsFolder } from '#src/project-files.js';
import type { ShownRecord } from '#src/state/seams/records.js';
import type { Citation } from '#src/types.js';
import type { Actor, Choice, LoopbackChannel } from '../support/discord/actor.js';
import { everyComponent } from '../support/discord/every-component.js';
import { type Loopback, startLoopback } from '../support/discord/loopback.js';
import type { Reply } from '../support/discord/reply.js';
import type { SeenMessage } from '../support/discord/seen-message.js';
import { marksOf, plainTextOf, readMarkdown } from '../support/discord-markdown.js';
import { fixedCollections } from '../support/fixed-collections.js';
import { channelMark, hostileTexts, memberMark } from '../support/hostile-texts.js';
import { type RunningBot, runBotAgainst } from '../support/run-bot-against.js';
import { withoutQuotas } from '../support/without-quotas.js';
import { seenBy } from './writing/seen-by.js';

/*
 * Everybody in this server wants the bot to say something that it does not say: members by what they ask and by their
 * names, documents by their lines, titles and addresses. One bot answers all of them; every message it shows is judged.
 *
 * The file is long because what is asked, where it is asked and how it is judged are one story, told nowhere else.
 */

const { questions, lines, names } = hostileTexts(20_160_909);

/** Sets of prompts that may lie beside the repository; they are read and never kept. */
const outside = ['bipia-indirect', 'piguard-notinject']
  .map((name) => path.join('..', 'shared', 'eval', name, 'prompts.jsonl'))
  .filter((file) => existsSync(file))
  .flatMap((file) => {
    const prompts = readFileSync(file, 'utf8').trim().split('\n');
    return prompts.filter((_, index) => index % Math.ceil(prompts.length / 20) === 0);
  })
  .map((line) => (JSON.parse(line) as { readonly text: string }).text);

const addresses = [
  'https://velmouth.example/a_(b)|c?x=[y]&to=@everyone#<t:1>',
  'https://quillgate.example/`x`**y**)[click](https://phish.example',
];

async function openHostileDesk(folder: string): Promise<Desk> {
  const half = lines.length / 2;
  const documents: readonly (readonly [name: string, lines: readonly string[], metadata: object])[] = [
    [
      'velmouth.txt',
      lines.slice(0, half),
      {
        title: 'The coast \u202E@everyone [open](https://phish.example)\u3164 discord.gg/freenitro **Sources**',
        publisher: '[1] Russia Direct, ¶ 9 <@880000000000000003>\u200B',
        date: '1950-05',
        url: addresses[0],
      },
    ],
    [
      'quill_gate ||@here||.md',
      lines.slice(half),
      { title: `# ${'\u{E0049}❤️🚀'.repeat(40)}`, publisher: '***_~~` https://phish.example', url: addresses[1] },
    ],
    ...(outside.length === 0 ? [] : [['outside.txt', outside.slice(0, 20), { title: 'Outside' }] as const]),
  ];
  for (const [name, paragraphs, metadata] of documents) {
    await writeFile(path.join(folder, name), paragraphs.map((line) => line.toWellFormed()).join('\n\n'));
    await writeFile(path.join(folder, name.replace(/\.\w+$/u, '.meta.json')), JSON.stringify(metadata));
  }
  const encoder = await openEncoder({
    model: 'e5-small-v2',
    modelsFolder,
    cacheFolder: folder,
    threads: 1,
    threaded: true,
    allowDownload: false,
  });
  const files = await listCorpusFiles(folder);
  const parsed = await Promise.all(files.map(async (file) => parseDocument(await readDocument(file))));
  const built = await buildGeneration({
    folder: await mkdtemp(path.join(folder, '.index-')),
    collection: 'shared',
    model: encoder.identity,
    documents: parsed,
    vectors: await encoder.embedMatrix(parsed.flatMap(({ chunks }) => chunks.map(({ text }) => text))),
    previous: null,
    now: Date.now,
  });
  const generation = await loadGeneration(built.folder, encoder.identity);
  return openDesk({ collections: fixedCollections(generation), encoder, onWarning: () => undefined });
}

let folder: string;
let desk: Desk;
let discord: Loopback;
let bot: RunningBot;
let crowd: readonly Actor[];
let plaza: LoopbackChannel;
/** Where embeds would vanish, so that answers are nothing but text. */
let bare: LoopbackChannel;

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'parley-hostile-'));
  desk = await openHostileDesk(folder);
  // What is judged is what is said, not how soon, and not how much at once.
  discord = await startLoopback({ rateLimits: 'off', acknowledgeWithinMs: 30_000, patienceMs: 60_000 });
  const [view, send, readHistory] = [1n << 10n, 1n << 11n, 1n << 16n];
  plaza = discord.home.channel(names[0] ?? '');
  bare = discord.home.channel('bare', { botPermissions: view | send | readHistory });
  crowd = names.map((displayName, index) => discord.member(`member-${index}`, { displayName }));
  // Its few members say hundreds of things at once.
  bot = await runBotAgainst(discord, { desk, around: withoutQuotas, limits: { waitingEach: 200 } });
});

afterAll(async () => {
  const troubles = bot.log.filter((line) => /^(?:error|fatal):/u.test(line));
  await bot.stop();
  await discord.stop();
  await desk.close();
  await rm(folder, { recursive: true, force: true });
  expect(discord.violations).toEqual([]);
  expect(troubles).toEqual([]);
});

function someone(index: number): Actor {
  const actor = crowd[index % crowd.length];
  if (actor === undefined) throw new Error('The crowd is empty.');
  return actor;
}

/** A text with the ids of a real member and a real channel, whose names are hostile too. */
function filled(text: string, index: number, longest = 2000): string {
  const whole = text.replaceAll(memberMark, `<@${someone(index + 7).id}>`).replaceAll(channelMark, `<#${plaza.id}>`);
  return whole.slice(0, longest);
}

const apology = /went wrong|took too long|could not show|Too many questions/u;
const fieldNames =
  /^(?:(?:Sources|Nearest passages \(not an answer\)|Not checked)(?: \(continued\))?|Source|What you can do|Coverage|What was read|Try|How)$/u;
const faces = /^(?:Share|Show passage|👍|👎|Dispute|◀|▶|\d+\/\d+)$/u;
const sourceLine = /^\[(\d+)\] .+, ¶ (\d+)(?: · open)?$/u;

const wholeAddress = (address: string): string => decodeURIComponent(new URL(address).href);

/** Whether a link leads to a document's own address, or in a digest to what somebody said there. */
function mayLink(label: string, url: string, isDigest: boolean): boolean {
  if (label === 'message') return isDigest && url.startsWith(`https://discord.com/channels/${discord.home.id}/`);
  return label === 'open' && addresses.map(wholeAddress).includes(wholeAddress(url));
}

/** The record that the buttons of a message name; `null` for a message without any. */
async function recordOf({ components }: SeenMessage): Promise<ShownRecord | null> {
  for (const { component } of everyComponent(components)) {
    const action = readCustomId(component.custom_id ?? '');
    if (action !== null && 'record' in action) return bot.state.records.find(action.record);
  }
  return null;
}

function citationsOf(record: ShownRecord | null): readonly Citation[] {
  switch (record?.result.kind) {
    case 'answer':
      return record.result.answer.citations;
    case 'check':
      return record.result.check.claims.flatMap(({ citations }) => citations);
    case 'summary':
      return record.result.summary.citations;
    case undefined:
      return [];
  }
}

const withoutSpaces = (text: string): string => text.replaceAll(/\s/gu, '');

/** Whatever makes a text unfit to be shown anywhere, markdown or not. */
function plainFaults(text: string): readonly string[] {
  return [
    ...(text.isWellFormed() ? [] : ['half a character']),
    ...(withoutSpaces(seenBy(text)) === withoutSpaces(text) ? [] : ['an invisible character']),
    ...(/[\t\r\u0085\u2028\u2029\u2800]/u.test(text) ? ['another line break'] : []),
  ];
}

/** Whether a text is in another as a reader sees both, but for what is marked as left out. */
function isPartOf(shown: string, whole: string): boolean {
  const seen = seenBy(whole);
  return shown.split('…').every((part) => seen.includes(part.trim()));
}

/** What is quoted must be in its source and be marked as it; the paragraphs of a passage must be in a document. */
function quoteFaults(quoted: readonly string[], cited: readonly Citation[], isPassage: boolean): readonly string[] {
  return quoted.filter((line) => {
    if (isPassage) return !desk.generation.documents.some(({ text }) => isPartOf(line, text));
    const [, quote, mark] = /^“(.*)” \[(\d+)\]$/u.exec(line) ?? [];
    const source = cited.find(({ n }) => n === Number(mark));
    return quote === undefined || source === undefined || !isPartOf(quote, source.quote);
  });
}

function markdownFaults(
  markdown: string,
  place: 'content' | 'description' | 'field',
  {
    cited,
    isDigest,
    isText,
  }: { readonly cited: readonly Citation[]; readonly isDigest: boolean; readonly isText: boolean },
): readonly string[] {
  const nodes = readMarkdown(markdown);
  const faults: string[] = [...plainFaults(markdown)];
  for (const { kind, text, url = '' } of marksOf(nodes)) {
    const isOurs =
      ['bold', 'quote', 'small'].includes(kind) ||
      (kind === 'code' && /^\/[a-z]+$/u.test(text)) ||
      (kind === 'link' && mayLink(text, url, isDigest));
    if (!isOurs) faults.push(`${kind} "${text}" ${url}`);
  }
  // Clients also look for links and invites in the text as it is sent.
  const unlinked = markdown.replaceAll(/\]\(<?https?:\/\/[^\s()<>]+>?\)/gu, ']');
  if (/[a-z]:\/\/|discord(?:app)?\.(?:gg|com\/invite)\/|(?<!\\)<[@#/a:t]/iu.test(unlinked))
    faults.push('a bare link or tag');
  const outsideQuotes = plainTextOf(nodes.filter(({ kind }) => kind !== 'quote')).split('\n');
  const heading = outsideQuotes.indexOf('Sources');
  const isSourceField = place === 'field' || (isText && heading >= 0);
  outsideQuotes.forEach((line, index) => {
    if (!/^\W*\[\d+\]/u.test(line)) return;
    const [, n, paragraph] = sourceLine.exec(line) ?? [];
    const isCited = cited.some((citation) => citation.n === Number(n) && citation.paragraph === Number(paragraph));
    const isInPlace = isSourceField && (place === 'field' || index > heading);
    if (paragraph === undefined || !isInPlace || (cited.length > 0 && !isCited)) faults.push(`like a source: ${line}`);
  });
  if (outsideQuotes.filter((line) => line.trim() === 'Sources').length > (isText ? 1 : 0)) faults.push('like Sources');
  return faults;
}

/** What is wrong with a message; nothing, it is hoped. */
async function faultsOf(message: SeenMessage): Promise<readonly string[]> {
  const { content, embeds, text, buttons } = message;
  const record = await recordOf(message);
  const cited = citationsOf(record);
  const [embed] = embeds;
  const isDigest = embed?.title === 'What was said, and what the documents say';
  const about = { cited, isDigest, isText: embeds.length === 0 };
  const isPassage = embed?.fields?.some(({ name }) => name === 'Source') === true;
  const isDeclined = record?.result.kind === 'answer' && record.result.answer.outcome === 'declined';
  const quotes = readMarkdown(embed?.description ?? content).flatMap((node) =>
    node.kind === 'quote' ? plainTextOf(node.children).split('\n') : [],
  );
  return [
    ...markdownFaults(content, 'content', about),
    ...embeds.flatMap(({ title = '', description = '', fields = [], footer }) => [
      ...markdownFaults(title, 'description', about),
      ...markdownFaults(description, 'description', about),
      ...fields.flatMap(({ name, value }) => [
        ...markdownFaults(value, 'field', about),
        ...(fieldNames.test(name) ? [] : [`a field "${name}"`]),
      ]),
      ...plainFaults(footer?.text ?? ''),
    ]),
    ...(isPassage || (record !== null && !isDeclined) ? quoteFaults(quotes, cited, isPassage) : []).map(
      (line) => `not as in its source: ${line}`,
    ),
    ...(apology.test(text) ? [`an apology: ${text}`] : []),
    ...buttons.filter((face) => !faces.test(face)).map((face) => `a button "${face}"`),
    ...(content.length > 2000 || text.length > 8000 ? ['too long'] : []),
  ];
}

const batch = 40;

/** Lets many act at once, and judges all that they are shown for it. @returns The messages. */
async function allShown(
  texts: readonly string[],
  act: (text: string, index: number) => Promise<readonly SeenMessage[]>,
): Promise<readonly SeenMessage[]> {
  const shown: SeenMessage[] = [];
  const faults: string[] = [];
  for (let first = 0; first < texts.length; first += batch) {
    const some = texts.slice(first, first + batch);
    const replies = await Promise.all(some.map((text, index) => act(text, first + index)));
    for (const [index, messages] of replies.entries()) {
      if (messages.length === 0) faults.push(`nothing for ${JSON.stringify(some[index])}`);
      for (const message of messages) {
        for (const fault of await faultsOf(message)) faults.push(`${fault} — for ${JSON.stringify(some[index])}`);
      }
      shown.push(...messages);
    }
  }
  expect(faults).toEqual([]);
  return shown;
}

async function messagesOf(reply: Promise<Reply>): Promise<readonly SeenMessage[]> {
  const { failed, messages } = await reply;
  expect(failed).toBeUndefined();
  return messages;
}

/** Says something to the bot, and gives what it answers. */
async function told(
  actor: Actor,
  content: string,
  where: { readonly in: LoopbackChannel; readonly replyTo?: SeenMessage },
): Promise<readonly SeenMessage[]> {
  const said = await actor.says(content, where);
  return [await discord.answerTo(said, { isFinal: () => true })];
}

/** The messages of a reply, and the passage that its first quote stands in. */
async function withPassage(actor: Actor, reply: Promise<Reply>): Promise<readonly SeenMessage[]> {
  const messages = await messagesOf(reply);
  const quoting = messages.find(({ buttons }) => buttons.includes('Show passage'));
  if (quoting === undefined) return messages;
  const [first, ...more] = await messagesOf(actor.presses(quoting, 'Show passage'));
  if (first === undefined) throw new Error('There is no passage.');
  const next = first.buttons.includes('▶') ? await messagesOf(actor.presses(first, '▶')) : [];
  return [...messages, first, ...more, ...next];
}

describe('whatever members say, are called and put into documents', () => {
  it('a command is answered, and hostile lines are quoted as they read', async () => {
    const shown = await allShown(questions.slice(0, 150), (question, index) => {
      const options = { question: filled(question, index), private: index % 3 === 0 };
      const reply = someone(index).runs('ask', options, { in: index % 2 === 0 ? plaza : discord.general });
      return index % 4 === 0 ? withPassage(someone(index), reply) : messagesOf(reply);
    });
    const records = await Promise.all(shown.map(recordOf));
    const quotes = new Set(records.flatMap((record) => citationsOf(record).map(({ quote }) => quote)));
    expect([...quotes].filter((quote) => !/^[\w ,.']+$/u.test(quote)).length).toBeGreaterThan(15);
  });

  it('a mention, a reply and a direct message are answered, in text alone where there is nothing else', async () => {
    await allShown(questions.slice(150, 270), async (question, index) => {
      const actor = someone(index);
      const content = filled(question, index);
      if (index % 3 === 0) return told(actor, content, { in: actor.direct });
      const place = index % 2 === 0 ? bare : plaza;
      const answers = await told(actor, `<@BOT> ${content}`, { in: place });
      const [answer] = answers;
      if (index % 3 === 1 || answer === undefined) return answers;
      return [...answers, ...(await told(someone(index + 1), content, { in: place, replyTo: answer }))];
    });
    // A long answer goes on in messages that refer to nothing.
    const open = [plaza, bare].flatMap((place) => someone(0).sees(place));
    const all = [...open, ...crowd.flatMap((actor) => actor.sees(actor.direct))];
    await allShown(['anything'], async () => all.filter(({ author }) => author === 'parley'));
  });

  it('a claim is checked, typed or from somebody’s message, and may be shared', async () => {
    await allShown(questions.slice(270, 340), async (claim, index) => {
      const actor = someone(index);
      if (index % 2 === 0) return withPassage(actor, actor.runs('check', { claim: filled(claim, index) }));
      const said = await someone(index + 1).says(filled(claim, index), { in: plaza });
      const menu = index % 6 === 1 ? 'Ask about this' : 'Check against the documents';
      const messages = await messagesOf(actor.opensMenu(menu, said, { in: plaza }));
      const mine = messages.find(({ buttons }) => buttons.includes('Share'));
      return mine === undefined ? messages : [...messages, ...(await messagesOf(actor.presses(mine, 'Share')))];
    });
  });

  it('a summary turns to any focus, a section that is none is told, and choices are fit to be read', async () => {
    const documents = desk.generation.documents.map(({ id }) => id);
    const offered: Choice[] = [];
    await allShown(questions.slice(340, 380), async (text, index) => {
      const actor = someone(index);
      const focus = filled(text, index, 200);
      const typed = filled(text, index, index % 2 === 0 ? 3 : 100);
      offered.push(...(await actor.autocompletes('summary', { section: index % 3 === 0 ? '' : typed }, 'section')));
      const section = index % 4 === 0 ? { section: typed } : { section: documents[index % documents.length] ?? '' };
      return withPassage(
        actor,
        actor.runs('summary', { ...section, focus, length: index % 2 === 0 ? 'short' : 'long' }),
      );
    });
    expect(offered.length).toBeGreaterThan(40);
    for (const { name, value } of offered) {
      expect(plainFaults(name), name).toEqual([]);
      expect(name.trim()).not.toBe('');
      expect(Math.max(name.length, String(value).length)).toBeLessThanOrEqual(100);
      expect(documents).toContain(String(value).split('#')[0]);
    }
  });

  it('a dispute is noted', async () => {
    const answer = await someone(0).runs('ask', { question: 'Who built the lighthouse of Velmouth?' });
    const [message] = answer.messages;
    if (message === undefined) throw new Error('There is no answer.');
    const shown = await allShown(questions.slice(380), async (text, index) => {
      const form = await someone(index).presses(message, 'Dispute');
      return messagesOf(someone(index).submits(form, { 'What is wrong?': filled(text, index, 1000) }));
    });
    expect(shown.filter(({ text }) => text.includes('Thank you')).length).toBeGreaterThan(15);
  });

  it('a digest names members and threads, and links to nothing but what they said', async () => {
    await allShown(names.slice(0, 4), async (name, thread) => {
      const place = discord.thread(plaza, { name });
      const said = questions.filter((_, index) => index % 4 === 3).slice(thread * 12, thread * 12 + 12);
      const answers = await Promise.all(
        said.map((text, index) => told(someone(index + thread * 5), `<@BOT> ${filled(text, index)}`, { in: place })),
      );
      const digests = [true, false].map((isPrivate) =>
        messagesOf(someone(thread).runs('digest', { private: isPrivate }, { in: place })),
      );
      const [mine = [], ours = []] = await Promise.all(digests);
      expect(mine.flatMap(({ embeds }) => embeds.flatMap(({ description = '' }) => description)).join()).toContain(
        '[message](https://discord.com/channels/',
      );
      return [...answers.flat(), ...mine, ...ours];
    });
  });

  it('help and the list of documents are themselves', async () => {
    await allShown(['help', 'sources'], (command) => messagesOf(someone(1).runs(command)));
  });

  it.skipIf(outside.length === 0)('prompts of others, where they lie beside the repository, are but text', async () => {
    await allShown(outside, (text, index) => {
      const actor = someone(index);
      const asked = text.slice(0, 2000);
      return messagesOf(
        index % 2 === 0 ? actor.runs('ask', { question: asked }) : actor.runs('check', { claim: asked }),
      );
    });
  });
});
