import { createInterface, type Interface } from 'node:readline';
import { standaloneQuestion } from '../conversation.js';
import type { Turn } from '../conversing/turn.js';
import type { Desk } from '../desk.js';
import { dateInWords } from '../language/date-in-words.js';
import { buildMissingIndex } from './build-index.js';
import { noteCorpusDrift } from './note-corpus-drift.js';
import { plainText } from './plain-text.js';
import { renderAnswer } from './render-answer.js';
import type { VerbContext } from './verb-context.js';
import { wrapText } from './wrap-text.js';

/** More than a follow-up can lean on, and bounded for a session that lasts a day. */
const turnsKept = 3;
const promptMark = '> ';

const help = `Type a question about the documents; a follow-up ("and how long did it last?") is understood.
/sources  the documents, with publisher and date
/help     this help
/quit     leave (so does Ctrl-D)`;

function sourcesOf({ generation }: Desk): string {
  return generation.documents
    .map(({ id, metadata: { title, publisher, date } }) => {
      const facts = [publisher ?? 'publisher unknown', date === null ? 'undated' : dateInWords(date)];
      return plainText(`${id}: “${title}”, ${facts.join(', ')}`);
    })
    .join('\n');
}

/** Answers questions and commands, one line each, until the input ends or somebody leaves. */
async function converse({ terminal }: VerbContext, desk: Desk, lines: Interface): Promise<void> {
  const { paint, width, isInteractive } = terminal;
  let turns: readonly Turn[] = [];

  async function reply(question: string): Promise<string> {
    const understood = standaloneQuestion(question, turns);
    const answer = await desk.ask(understood);
    turns = [...turns, { question, answer }].slice(-turnsKept);
    const note =
      understood === question
        ? ''
        : `${wrapText([{ text: `understood as: ${understood}`, mark: paint.dim }], { width })}\n`;
    return `${note}${renderAnswer(answer, terminal)}\n`;
  }

  let isClosed = false;
  lines.once('close', () => {
    isClosed = true;
  });
  // A prompt after the end would wait for a line that nobody hears any more.
  const prompt = (): void => {
    if (isInteractive && !isClosed) lines.prompt();
  };

  prompt();
  for await (const line of lines) {
    const typed = line.trim();
    // Without a terminal nobody sees what was typed, and answers alone would be hard to tell apart.
    if (typed !== '' && !isInteractive) terminal.write(`${promptMark}${plainText(typed)}\n`);
    if (typed === '/quit' || typed === '/exit') break;
    if (typed === '/help') terminal.write(`${help}\n`);
    else if (typed === '/sources') terminal.write(`${sourcesOf(desk)}\n`);
    else if (/^\/\w+$/u.test(typed)) terminal.write(`There is no ${typed}; /help shows what there is.\n`);
    else if (typed !== '') terminal.write(await reply(line));
    if (typed !== '') terminal.write('\n');
    prompt();
  }
}

/** `parley chat`: questions in a terminal or from a pipe, a line each; ends with the input. */
export async function runChat(context: VerbContext, owner = 'npx parley chat'): Promise<void> {
  const { terminal, parley } = context;
  await buildMissingIndex(context, owner);
  const desk = await parley.openDesk(terminal.status.show);
  terminal.status.clear();
  try {
    await noteCorpusDrift(context, desk.generation);
    if (terminal.isInteractive) terminal.write(`${help}\n\n`);
    const lines = createInterface({
      input: terminal.input,
      ...(terminal.isInteractive ? { output: terminal.output, terminal: true } : { terminal: false }),
      prompt: promptMark,
      crlfDelay: Number.POSITIVE_INFINITY,
    });
    lines.once('SIGINT', () => lines.close());
    await converse(context, desk, lines);
    lines.close();
  } finally {
    await desk.close();
  }
}
