import { PermissionFlagsBits } from 'discord-api-types/v10';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Desk } from '#src/desk.js';
import { commandDefinitions } from '#src/discord/commands/all-commands.js';
import { readCustomId } from '#src/discord/custom-id.js';
import { languageNames } from '#src/discord/wording/language.js';
import type { ShownRecord } from '#src/state/seams/records.js';
import { openArticleDesk } from '../support/article-desk.js';
import type { Actor } from '../support/discord/actor.js';
import { everyComponent } from '../support/discord/every-component.js';
import { type Loopback, startLoopback } from '../support/discord/loopback.js';
import type { Reply } from '../support/discord/reply.js';
import type { SeenMessage } from '../support/discord/seen-message.js';
import { englishIn } from '../support/english-literals.js';
import { onlyMessage } from '../support/only-message.js';
import { type BotSettings, type RunningBot, runBotAgainst } from '../support/run-bot-against.js';
import { scriptedDesk } from '../support/scripted-desk.js';

const howLong = 'How long did the talks last?';
const declined = 'How many peacekeepers came?';

let desk: Desk;
let discord: Loopback;
let bot: RunningBot;
let boss: Actor;
let anna: Actor;

beforeAll(async () => {
  desk = await openArticleDesk();
});
afterAll(() => desk.close());

beforeEach(async () => {
  discord = await startLoopback();
  boss = discord.member('boss', { permissions: PermissionFlagsBits.ManageGuild });
  anna = discord.member('anna', { locale: 'fr' });
});
afterEach(async () => {
  await bot.stop();
  await discord.stop();
  expect(discord.violations).toEqual([]);
});

async function start(settings: Partial<BotSettings> = {}): Promise<void> {
  bot = await runBotAgainst(discord, { desk, ...settings });
}

async function speaks(language: string): Promise<void> {
  expect(onlyMessage(await boss.runs('settings server', { language })).text).toContain('Changed');
}

/** The last that somebody was shown; a refusal of what was to be public stands beside it. */
async function said(acting: Promise<Reply>): Promise<SeenMessage> {
  const reply = await acting;
  await reply.until(({ messages }) => messages.length > 0);
  const message = reply.messages.at(-1);
  if (message === undefined) throw new Error('Nothing was shown.');
  return message;
}

/** The record that the buttons of a message name. */
async function recordOf({ components }: SeenMessage): Promise<ShownRecord> {
  const actions = everyComponent(components).map(({ component }) => readCustomId(component.custom_id ?? ''));
  const named = actions.find((action) => action !== null && 'record' in action);
  const record = named != null && 'record' in named ? await bot.state.records.find(named.record) : null;
  if (record === null) throw new Error('Nothing was kept.');
  return record;
}

const anything = { isFinal: () => true };

/** Fails when a message has an English sentence of Parley's own. What stands in German quotation marks is not Parley's. */
function expectGerman({ text, buttons, embeds }: Pick<SeenMessage, 'text' | 'buttons' | 'embeds'>): void {
  const own = text.replaceAll(/„[^“]*“/gu, '„“');
  expect(englishIn(own), own).toEqual([]);
  const labels = [
    ...buttons,
    ...embeds.flatMap(({ title = '', fields = [] }) => [title, ...fields.map(({ name }) => name)]),
  ];
  for (const label of labels)
    expect(label).not.toMatch(
      /\b(?:Share|Show|Dispute|Sources?|Coverage|Try|How|Kept|Elsewhere|Goes|Stays|Checked)\b/u,
    );
}

describe('in a server that is set to German', () => {
  beforeEach(async () => {
    await start();
    await speaks('de');
  });

  it('an answer, its buttons and what they show are German, and the quote is as it stands', async () => {
    const answer = await said(anna.runs('ask', { question: howLong, private: true }));
    expectGerman(answer);
    expect(answer.text).toContain(`**Gefragt:** „${howLong}“`);
    expect(answer.text).toMatch(/> „The fact that the talks lasted \*\*15 hours\*\* .+“ \[1\]/u);
    expect(answer.text).toContain('Stand: September 2016; wörtlich zitiert.');
    expect(answer.buttons).toEqual(['Teilen', 'Stelle zeigen', '👍', '👎', 'Beanstanden']);

    const passage = await said(anna.presses(answer, 'Stelle zeigen'));
    expectGerman(passage);
    expect(passage.text).toContain('Der Absatz davor');
    expectGerman(await said(anna.presses(answer, '👎')));
    const shared = await said(anna.presses(answer, 'Teilen'));
    expectGerman(shared);
    expect(shared.isEphemeral).toBe(false);
    const again = await said(anna.presses(answer, 'Teilen'));
    expect(again.text).toBe('Das hast du schon geteilt.');
  });

  it('a form asks in German, and says so what came of it', async () => {
    const answer = await said(anna.runs('ask', { question: howLong }));
    const form = await anna.presses(answer, 'Beanstanden');
    expect(form.modal?.title).toBe('Beanstanden');
    const noted = onlyMessage(await anna.submits(form, { 'Was stimmt nicht?': 'Es waren vierzehn.' }));
    expectGerman(noted);
    const followUp = await anna.opensMenu('Ask about this', answer);
    expectGerman(onlyMessage(await anna.submits(followUp, { 'Deine Frage': 'Who met in Geneva?' })));
  });

  it('a refusal, a check and a summary are German, with the facts that they are made of', async () => {
    const refusal = await said(anna.runs('ask', { question: declined }));
    expectGerman(refusal);
    expect(refusal.text).toContain('Die Dokumente beantworten das nicht.');
    expect(refusal.text).toContain('spricht von „peacekeepers“, „many“.');
    expect(refusal.text).toContain('Versuch andere Wörter für „peacekeepers“');
    expectGerman(await said(anna.runs('ask', { question: 'hello' })));
    expectGerman(await said(anna.runs('ask', { question: 'What happened to the ceasefire in 2019?' })));

    const check = await said(anna.runs('check', { claim: 'The talks lasted nine hours. I like it. Who won?' }));
    expectGerman(check);
    expect(check.text).toContain('❌ **Widerspruch**: „The talks lasted nine hours.“');
    expect(check.text).toContain('Im Text steht „15 hours“, in der Aussage „nine hours“.');
    expect(check.text).toContain('eine Meinung: „I like it.“');
    expectGerman(await said(anna.runs('check', { claim: 'The pope paid for the hotel.' })));

    const summary = await said(anna.runs('summary', { length: 'short', focus: 'Aleppo' }));
    expectGerman(summary);
    expect(summary.text).toMatch(/\*\*Zusammenfassung von „.+“\*\*\nüber „Aleppo“/u);
    expect(summary.text).toMatch(/Abdeckung\n\d+ von \d+ Textabsätzen; nicht vertreten: ¶/u);
    const backwards = await said(anna.runs('summary', { section: '9-4' }));
    expect(backwards.text).toContain('Die Absätze 9 bis 4 laufen rückwärts.');
    expectGerman(backwards);
    expectGerman(await said(anna.runs('summary', { section: 'chapter twelve' })));
  });

  it('what is offered while one types is German, and is understood as it is offered', async () => {
    const [whole] = await anna.autocompletes('summary', { section: '' }, 'section');
    expect(whole?.name).toMatch(/^Ganzes Dokument: /u);
    const summary = await said(anna.runs('summary', { section: whole?.name ?? '' }));
    expect(summary.text).toContain('Zusammenfassung von');
  });

  it('pages, notices and the digest of a thread are German', async () => {
    for (const command of ['help', 'sources', 'quality', 'privacy show', 'privacy export', 'privacy delete'])
      expectGerman(await said(anna.runs(command)));
    for (const button of ['Behalten', 'Alles löschen'])
      expectGerman(await said(anna.presses(await said(anna.runs('privacy delete')), button)));
    expectGerman(await said(anna.runs('digest')));
    expectGerman(await discord.answerTo(await anna.says('<@BOT>'), anything));

    const thread = discord.thread(discord.general, { name: 'the talks' });
    const claim = await anna.says('<@BOT> The talks lasted nine hours.', { in: thread });
    expectGerman(await discord.answerTo(claim));
    const digest = await said(anna.runs('digest', {}, { in: thread }));
    expectGerman(digest);
    expect(digest.text).toContain('1 Nachricht gelesen.');
  });

  it('whoever is over a limit, or asks where it does not answer, is told in German', async () => {
    await boss.runs('settings server', { quota_member: '1/5m' });
    await anna.runs('ask', { question: howLong });
    const refused = await said(anna.runs('ask', { question: howLong }));
    expect(refused.text).toMatch(
      /^Du hast mich innerhalb von 5 Minuten einmal gefragt; .+ in etwa 5 Minuten wieder\.$/u,
    );
    expectGerman(refused);
    await boss.runs('settings channel', { answers: false });
    const notHere = await said(discord.member('ben').runs('ask', { question: howLong }));
    expect(notHere.text).toMatch(/^Die Moderation hat entschieden/u);
    expectGerman(notHere);
  });

  it('who may not use what is for moderators is told so in German, and moderators read English', async () => {
    discord.registers(commandDefinitions.map((command) => ({ ...command, default_member_permissions: null })));
    const refused = await said(anna.runs('settings show'));
    expect(refused.isEphemeral).toBe(true);
    expect(refused.text).toContain('der Moderation vorbehalten');
    expectGerman(refused);
    const { text } = await said(boss.runs('settings show'));
    expect(text).toContain('Settings of this server');
    expect(text).toContain('**language**: Deutsch');
  });

  it('a record of before, whose sentences are English alone, is shown again in German', async () => {
    const refusal = await said(anna.runs('ask', { question: declined, private: true }));
    const asked = await recordOf(refusal);
    if (asked.result.kind !== 'answer') throw new Error('That is an answer.');
    const answer = { ...asked.result.answer, lacking: null };
    await bot.state.records.keep({ ...asked, result: { ...asked.result, answer } });
    const shared = await said(anna.presses(refusal, 'Teilen'));
    expectGerman(shared);
    expect(shared.text).toContain('keinen Satz, der die Frage so beantwortet');

    const check = await said(anna.runs('check', { claim: 'The talks lasted nine hours.' }));
    const checked = await recordOf(check);
    if (checked.result.kind !== 'check') throw new Error('That is a check.');
    const claims = checked.result.check.claims.map((claim) => ({ ...claim, ground: null }));
    await bot.state.records.keep({
      ...checked,
      result: { ...checked.result, check: { ...checked.result.check, claims } },
    });
    const sharedCheck = await said(anna.presses(check, 'Teilen'));
    expectGerman(sharedCheck);
    expect(sharedCheck.text).toContain('❌ **Widerspruch**');
  });
});

describe('the language of a server', () => {
  it('is chosen by its own name, and holds from the next reply on, whatever somebody’s Discord speaks', async () => {
    await start();
    expect((await said(anna.runs('ask', { question: howLong }))).text).toContain('quoted word for word');
    const options = commandDefinitions.flatMap((command) => ('options' in command ? (command.options ?? []) : []));
    expect(JSON.stringify(options)).toContain(JSON.stringify({ name: languageNames.ru, value: 'ru' }));
    for (const [language, word] of [
      ['ru', 'дословные цитаты'],
      ['es', 'citas palabra por palabra'],
      ['fr', 'citations mot pour mot'],
      ['de', 'wörtlich zitiert'],
      ['en', 'quoted word for word'],
    ] as const) {
      await speaks(language);
      expect((await said(anna.runs('ask', { question: howLong }))).text).toContain(word);
    }
  });

  it('holds there alone: elsewhere it is English', async () => {
    const elsewhere = discord.guild({ name: 'Elsewhere' });
    const otto = discord.member('otto', { guild: elsewhere });
    await start();
    await speaks('de');
    expect((await said(otto.runs('help'))).text).toContain('I answer questions');
  });

  it('is that of an apology, too', async () => {
    const scripted = scriptedDesk();
    const ask: Desk['ask'] = (question, guild) =>
      question === howLong ? new Promise(() => undefined) : scripted.ask(question, guild);
    await start({ desk: { ...scripted, ask }, limits: { deadlineMs: 300 } });
    await speaks('de');
    const late = await said(anna.runs('ask', { question: howLong }));
    expect(late.text).toMatch(/^⚠️ Das hat zu lange gedauert/u);
    expectGerman(late);
    const answer = await discord.answerTo(await anna.says(`<@BOT> ${howLong}`), anything);
    expect(answer.text).toMatch(/^⚠️ Das hat zu lange gedauert/u);
  });

  it('is English while the settings cannot be read, and nothing else is amiss', async () => {
    await start({
      around: (state) => ({
        ...state,
        settings: { ...state.settings, of: () => Promise.reject(new Error('The disk is gone.')) },
      }),
    });
    expect((await said(anna.runs('help'))).text).toContain('I answer questions');
  });
});

describe('in a direct message', () => {
  it('a command is answered in the language of the member’s Discord, and a message in English', async () => {
    await start();
    const answer = await said(anna.runs('ask', { question: howLong }, { in: anna.direct }));
    expect(answer.text).toContain('citations mot pour mot');
    expect(answer.buttons).toContain('Voir le passage');
    expect((await discord.answerTo(await anna.says(howLong, { in: anna.direct }))).text).toContain('quoted word');
    const maria = discord.member('maria', { locale: 'es-419' });
    expect((await said(maria.runs('help', {}, { in: maria.direct }))).text).toContain('Respondo preguntas');
    const joao = discord.member('joao', { locale: 'pt-BR' });
    expect((await said(joao.runs('help', {}, { in: joao.direct }))).text).toContain('I answer questions');
  });
});
