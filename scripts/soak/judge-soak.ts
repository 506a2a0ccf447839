import type { Loopback } from '../../test/support/discord/loopback.js';
import type { SeenMessage } from '../../test/support/discord/seen-message.js';
import type { Journal } from './journal.js';
import type { BookedReply, Ledger } from './ledger.js';
import type { Outages } from './outages.js';
import type { Place, Stage } from './stage.js';

interface SoakEnd {
  readonly discord: Loopback;
  readonly stage: Stage;
  readonly ledger: Ledger;
  readonly journal: Journal;
  readonly outages: Outages;
  /** Everything the bot wrote for its operator. */
  readonly log: readonly string[];
}

const loading = 1 << 7;
const bot = 'parley';
/** What the bot says when it has lost what it must still have. */
const forgotten = /I no longer have this|I do not know this any more/u;
const failed = /Something went wrong on my side/u;

function seenIn({ channel, people }: Place): readonly (readonly [id: string, message: SeenMessage])[] {
  return people.flatMap((actor) => actor.sees(channel)).map((message) => [message.id, message]);
}

/** Every message there is, whoever sees it, by its id. */
function everyMessage({ everywhere }: Stage): ReadonlyMap<string, SeenMessage> {
  return new Map(everywhere.flatMap(seenIn));
}

function judgeReplies(replies: readonly BookedReply[], journal: Journal): void {
  for (const { event, reply } of replies) {
    if (reply.failed !== undefined || reply.modal !== undefined) continue;
    const { messages } = reply;
    const texts = messages.map(({ text }) => text);
    if (messages.some(({ flags }) => (flags & loading) !== 0)) journal.fails(`${event}: still shows "thinking"`);
    else if (messages.length === 0) journal.fails(`${event}: was acknowledged, and nothing is shown`);
    else if (texts.includes('')) journal.fails(`${event}: shows an empty message`);
    if (new Set(texts).size < texts.length) journal.fails(`${event}: shows the same twice: ${JSON.stringify(texts)}`);
  }
}

/** @returns Ids of the answers. */
function judgeAnswers({ ledger, journal, outages }: SoakEnd, shown: readonly SeenMessage[]): readonly string[] {
  return ledger.messages.flatMap(({ event, message, sentAt, isForBot }) => {
    const answers = shown.filter(({ reference }) => reference === message.id);
    const mayLack = !isForBot || outages.mayBeLost(sentAt);
    const least = mayLack ? 0 : 1;
    const most = isForBot ? 1 : 0;
    if (answers.length < least || answers.length > most) {
      const found = answers.map(({ text }) => text.slice(0, 80));
      journal.fails(
        `${event}: "${message.content.slice(0, 60)}" has ${answers.length} answers: ${JSON.stringify(found)}`,
      );
    }
    if (isForBot) ledger.count(answers.length === 0 ? 'messages lost on the way' : 'messages answered');
    return answers.map(({ id }) => id);
  });
}

function judgeSecrets(texts: readonly string[], what: string, { discord, journal }: SoakEnd): void {
  // Every interaction token begins with "interaction:" in base64; nothing else is that long and unbroken.
  const shapes = [discord.token, discord.token.split('.')[2] ?? '', 'aW50ZXJhY3Rpb246', /[\w-]{80,}/u];
  for (const text of texts) {
    const isTold = shapes.some((shape) => (typeof shape === 'string' ? text.includes(shape) : shape.test(text)));
    if (isTold) journal.fails(`a token in ${what}: ${text.slice(0, 200)}`);
  }
}

/** Looks at everything there is when a soak is over. The bot has stopped. */
export function judgeSoak(end: SoakEnd): void {
  const { discord, stage, ledger, journal, log } = end;
  const shown = [...everyMessage(stage).values()].filter(({ author }) => author === bot);
  judgeReplies(ledger.replies, journal);
  const accounted = new Set([
    ...judgeAnswers(end, shown),
    ...ledger.replies.flatMap(({ reply }) => reply.messages.map(({ id }) => id)),
  ]);
  for (const { id, text } of shown) if (!accounted.has(id)) journal.fails(`nobody asked for "${text.slice(0, 100)}"`);
  for (const { text } of shown) {
    if (forgotten.test(text)) journal.fails(`a record is gone: "${text.slice(0, 100)}"`);
    if (failed.test(text)) journal.fails(`an answer failed: "${text.slice(0, 100)}"`);
    if (text.startsWith('⚠️')) ledger.count(`apology: ${text.slice(0, 50)}`);
  }
  for (const { rule, detail, request } of ledger.violations()) {
    journal.fails(`violation ${rule}: ${detail}${request === undefined ? '' : ` (${request})`}`);
  }
  for (const line of log) if (/^(?:error|fatal):/u.test(line)) journal.fails(`in the log: ${line.slice(0, 400)}`);
  judgeSecrets(log, 'the log', end);
  judgeSecrets(
    shown.map((message) => JSON.stringify(message)),
    'a message',
    end,
  );
  if (discord.gateway.connections > 0) journal.fails('a connection to the gateway is left open');
}
