import { createInterface, type Interface } from 'node:readline';
import { standaloneQuestion } from '../conversation.js';
import type { Turn } from '../conversing/turn.js';
import type { Desk } from '../desk.js';
import { dateInWords } from '../language/date-in-words.js';
import type { Answer } from '../types.js';
import { buildMissingIndex } from './build-index.js';
import { createGrowingAnswer } from './growing-answer.js';
import { noteCorpusDrift } from './note-corpus-drift.js';
import { plainText } from './plain-text.js';
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

/** Answers questions and commands, one line each, until the input ends or somebody leaves, which aborts `leaving`. */
async function converse({ terminal }: VerbContext, desk: Desk, lines: Interface, leaving: AbortSignal): Promise<void> {
  const { paint, width, isInteractive } = terminal;
  let turns: readonly Turn[] = [];

  /** How a follow-up was understood, above whatever is shown of its answer first. */
  function createNote(question: string): (answer: Answer) => void {
    let isNoted = false;
    return ({ question: understood }) => {
      if (isNoted || understood === question) return;
      isNoted = true;
      terminal.write(`${wrapText([{ text: `understood as: ${understood}`, mark: paint.dim }], { width })}\n`);
    };
  }

  async function reply(question: string): Promise<void> {
    const note = createNote(question);
    const growing = createGrowingAnswer(terminal.write, terminal);
    const onPart = (soFar: Answer): void => {
      note(soFar);
      growing.grow(soFar);
    };
    const answer = await desk.ask(standaloneQuestion(question, turns), null, {
      member: null,
      turns,
      signal: leaving,
      // Where nobody watches, an answer is written once, whole.
      onPart: isInteractive ? onPart : undefined,
    });
    turns = [...turns, { question, answer }].slice(-turnsKept);
    note(answer);
    growing.end(answer);
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
    else if (typed !== '') await reply(line);
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
    const leaving = new AbortController();
    lines.once('SIGINT', () => {
      leaving.abort();
      lines.close();
    });
    await converse(context, desk, lines, leaving.signal)
      .catch((error: unknown) => {
        // Nobody waits for the answer that was being written.
        if (error !== leaving.signal.reason) throw error;
      })
      .finally(() => lines.close());
  } finally {
    await desk.close();
  }
}
