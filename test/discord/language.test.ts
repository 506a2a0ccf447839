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
import { madeUpWriting, madeUpWritten } from '../support/made-up-written.js';
import { onlyMessage } from '../support/only-message.js';
import { type BotSettings, type RunningBot, runBotAgainst } from '../support/run-bot-against.js';
import { scriptedDesk, scriptedQuote } from '../support/scripted-desk.js';
import { quotesInstead, type WritingDesk, writingDesk } from '../support/writing-desk.js';

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

async function untilShown(reply: Reply, words: string): Promise<SeenMessage> {
  await reply.until(({ messages }) => messages.some(({ text }) => text.includes(words)), `"${words}"`);
  return onlyMessage(reply);
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
    expect(refusal.text).toContain('spricht von „peacekeepers“.');
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

describe('what a chat model writes, in a server that is set to German', () => {
  const sentences = [
    { text: 'The talks lasted 15 hours.', quote: scriptedQuote },
    { text: 'It was to hold for a week.', quote: 'It should hold for a week.', attribution: 'conditional' },
    {
      text: 'Observers were to come soon.',
      quote: 'A center is to be established.',
      standing: 'partly',
      caution: '“Observers”, “soon” not in the passage.',
      unsaid: ['Observers', 'soon'],
    },
    { text: 'It was good.', quote: 'It was well.', standing: 'partly', caution: 'Something was not found there.' },
  ] as const;
  const whole = madeUpWritten(howLong, sentences, { writing: madeUpWriting({ dropped: 2 }) });
  let writing: WritingDesk;

  beforeEach(async () => {
    writing = writingDesk();
    await start({ desk: writing.desk, limits: { growAfterMs: 0, growEveryMs: 0 } });
    await speaks('de');
  });

  it('grows and ends in German, each caution too', async () => {
    const reply = await anna.runs('ask', { question: howLong }, { until: 'acknowledged' });
    const draft = await writing.draftOf(howLong);
    draft.passes(madeUpWritten(howLong, sentences.slice(0, 3)));
    const soFar = await untilShown(reply, 'Observers');
    expectGerman(soFar);
    expect(soFar.text).toContain('… wird geschrieben: Jeder Satz wird geprüft, bevor er hier steht.');
    expect(soFar.text).toContain('Dort nicht gefunden: „Observers“, „soon“.');

    draft.ends(whole);
    const answer = await untilShown(reply, 'Geschrieben von');
    expectGerman(answer);
    expect(answer.text).toMatch(
      /It was to hold for a week\. \[2\]\n⚠️ eine Bedingung oder Erwartung, keine Tatsache\n/u,
    );
    expect(answer.text).toMatch(
      /Observers were to come soon\. \[3\]\n⚠️ nur teilweise in den Dokumenten\. Dort nicht gefunden: „Observers“, „soon“\.\n/u,
    );
    expect(answer.text).toMatch(/It was good\. \[4\]\n⚠️ nur teilweise in den Dokumenten\.\n/u);
    expect(answer.text).toMatch(/\*\*Wo es steht\*\*\n\[1\] The Publisher, September 2016, ¶ 9\n> „/u);
    expect(answer.text).toContain('Stand: September 2016. Geschrieben von ollama:llama3.2; jeder Satz wurde');
    expect(answer.text).toContain('2 Sätze wurden weggelassen: Sie waren in den Dokumenten nicht zu finden.');
    expect(answer.buttons).toEqual(['Stelle zeigen', '👍', '👎', 'Beanstanden']);
    expectGerman(await said(anna.presses(answer, 'Stelle zeigen')));
  });

  it('grows and ends in German where it is asked in a message', async () => {
    const asked = await anna.says(`<@BOT> ${howLong}`);
    const draft = await writing.draftOf(howLong);
    draft.passes(madeUpWritten(howLong, sentences.slice(0, 1)));
    expectGerman(await discord.answerTo(asked, { isFinal: ({ text }) => text.includes('… wird geschrieben') }));
    draft.ends(whole);
    const answer = await discord.answerTo(asked, { isFinal: ({ buttons }) => buttons.length > 0 });
    expectGerman(answer);
    expect(answer.text).toContain('Geschrieben von ollama:llama3.2');
  });

  it('is not there when a budget is used up: that is told in German, and an apology too', async () => {
    const reply = await anna.runs('ask', { question: howLong }, { until: 'acknowledged' });
    (await writing.draftOf(howLong)).ends(quotesInstead(howLong, 'over-budget'));
    const quotes = onlyMessage(await reply.settled());
    expectGerman(quotes);
    expect(quotes.text).toContain(
      'wörtlich zitiert. Das Budget für geschriebene Antworten ist vorerst aufgebraucht, deshalb stehen hier nur die Zitate.',
    );

    const broken = await anna.runs('ask', { question: declined }, { until: 'acknowledged' });
    const draft = await writing.draftOf(declined);
    draft.passes(madeUpWritten(declined, sentences.slice(0, 1)));
    await untilShown(broken, '15 hours');
    draft.fails(new Error('broken'));
    expectGerman(await untilShown(broken, '⚠️ Bei mir'));
  });

  it('is told in German to whoever asks what is kept of it, and deletes it', async () => {
    const at = Date.now() - 1_000;
    await bot.state.spending.note({ guild: discord.home.id, member: anna.id, at, tokens: 900, microDollars: 45 });
    const shown = await said(anna.runs('privacy show'));
    expectGerman(shown);
    expect(shown.text).toContain('1 Zeitpunkt, zu dem ein Sprachmodell für dich geschrieben hat');
    const asked = await said(anna.runs('privacy delete'));
    expectGerman(asked);
    expect(asked.text).toContain('Deine Id bei 1 Zeitpunkt, zu dem ein Sprachmodell');
    expect(asked.text).toContain('ohne deine Id, 1 Tag lang.');
    const gone = await said(anna.presses(asked, 'Alles löschen'));
    expectGerman(gone);
    expect(gone.text).toContain('Sprachmodell');
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
