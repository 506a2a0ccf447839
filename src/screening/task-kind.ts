import { languages } from './order-words.js';
import type { PlainWords } from './plain-words.js';
import { wordSet } from './word-set.js';

/** A task that could be given to anybody: to make something, to explain something, a question, a favour. */
export type TaskKind = 'make' | 'explain' | 'question' | 'request';

const makes = wordSet(
  'write compose draft create generate develop craft invent produce design prepare make build code',
);
const explains =
  wordSet(`explain describe summarize summarise outline discuss compare contrast define identify analyze analyse evaluate list name
  translate calculate compute solve classify rate recommend suggest provide give tell show help find teach convert count
  determine predict propose schedule remind book plan organize organise automate break elaborate illustrate paraphrase rank
  assess detect interpret set sort extract research investigate search look imagine share sing recite simplify brainstorm
  gauge estimate review rewrite proofread correct remove play pick choose guide walk offer present reply respond answer spell use send`);
const questionWords = new Set("what who whom whose where when why which how what's who's where's how's".split(' '));
const asks = wordSet('can could would will is are do does did');
const determiners = wordSet('a an the some me us my three two five ten one several this these how what why all any');

// What points back to the text belongs to it, however few words the two share.
const pointsBack = new Set(
  "it its this that these those they them their he him his she her we our us it's that's".split(' '),
);

/** Whether a piece needs the text around it to be understood. */
export function pointsToContext({ words }: PlainWords): boolean {
  return words.some((word) => pointsBack.has(word));
}

/** What kind of task a piece of text gives, if it does nothing else; `undefined` when it is no task. */
export function taskKindOf(piece: string, reading: PlainWords): TaskKind | undefined {
  const { words } = reading;
  if (words.length < 3 || words.length > 40) return undefined;
  const first = words[0] === 'please' || words[0] === 'kindly' ? 1 : 0;
  const verb = words[first] ?? '';
  const next = words[first + 1] ?? '';
  // A row of a table is no task, nor is what goes on in small letters.
  if (/^[\s"'([]*[\p{Ll}|]/u.test(piece)) return undefined;
  if (/\?["')\]]*$/u.test(piece.slice(-4))) {
    // "Is it a good agreement?" asks for a view; nobody slips that in.
    if (asks.has(verb)) return next === 'you' ? 'request' : undefined;
    if (questionWords.has(verb)) return 'question';
  }
  if (!/[.?!:]["')\]]*$/u.test(piece.slice(-4))) return undefined;
  // "Design of the study", "List price", "Review:" are no orders, "Write a poem" is one.
  if (makes.has(verb))
    return determiners.has(next) || first === 1 || words.some((word) => languages.has(word)) ? 'make' : undefined;
  if (!explains.has(verb)) return undefined;
  return /^(?:of|in|for|and|or|by|from|is|are|was|were|has|with|that|up|as|at)$/u.test(next) ? undefined : 'explain';
}
