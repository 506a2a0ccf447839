import { type CollectionName, collectionOfGuild, sharedCollection } from '#src/collections.js';
import type { Answer } from '#src/types.js';
import type { Ledger } from './ledger.js';
import type { MarkedCollection } from './places.js';

/** A question that somebody asked, and what came of it. Times are milliseconds of the ledger's clock. */
export interface AskedQuestion {
  readonly guild: string | null;
  readonly question: string;
  readonly startedAt: number;
  readonly endedAt: number;
  readonly outcome: Answer | Error;
}

export interface Judgement {
  readonly failures: readonly string[];
  readonly answered: number;
  readonly quotes: number;
  /** Quotes of documents that only one server may see. */
  readonly ownQuotes: number;
  /** Generations that some answer names. */
  readonly generationsNamed: number;
}

/** Collections that members of a server are answered from, in the order in which an answer names their generations. */
function visibleIn(guild: string | null): readonly CollectionName[] {
  return guild === null ? [sharedCollection] : [sharedCollection, collectionOfGuild(guild)];
}

/** What is wrong with the generations that an answer names. */
function generationFaults({ guild, startedAt, endedAt }: AskedQuestion, named: readonly string[], ledger: Ledger) {
  const visible = visibleIn(guild);
  if (named.length !== visible.length) return [`names ${named.length} generations instead of ${visible.length}`];
  return visible.flatMap((collection, at) => {
    const generation = named[at] ?? '';
    if (ledger.textsOf(collection, generation) === undefined)
      return [`names ${generation}, which is none of ${collection}`];
    if (ledger.wasLive(collection, generation, startedAt, endedAt)) return [];
    return [`names ${generation} of ${collection}, which was not live while it was asked`];
  });
}

/** What is wrong with its quotes: each is a slice of its document in one of the generations that the answer names. */
function quoteFaults({ guild }: AskedQuestion, answer: Answer, named: readonly string[], ledger: Ledger) {
  const visible = visibleIn(guild);
  return [...answer.citations, ...answer.nearest].flatMap(({ document, start, end, quote }) => {
    const texts = visible.flatMap((collection, at) => ledger.textsOf(collection, named[at] ?? '')?.get(document) ?? []);
    if (texts.length !== 1) return [`quotes ${document}, which ${texts.length} of its generations have`];
    return texts[0]?.slice(start, end) === quote ? [] : [`quotes ${document} as it is in no generation that it names`];
  });
}

/** Words of collections that whoever asked may not see, in any text of the answer. */
function canaryFaults({ guild, question }: AskedQuestion, answer: Answer, collections: readonly MarkedCollection[]) {
  const visible = new Set(visibleIn(guild));
  const shown = JSON.stringify({ ...answer, question: '' });
  // What is missing says the question's own words back.
  const evidence = JSON.stringify([answer.sentences, answer.citations, answer.nearest, answer.disagreements]);
  return collections
    .filter(({ name }) => !visible.has(name))
    .filter(({ canary }) => (question.includes(canary) ? evidence : shown).toLowerCase().includes(canary.toLowerCase()))
    .map(({ name }) => `shows a word of ${name}`);
}

function faultsOf(asked: AskedQuestion, collections: readonly MarkedCollection[], ledger: Ledger): readonly string[] {
  const { outcome } = asked;
  if (outcome instanceof Error) return [`failed: ${outcome.message}`];
  const named = outcome.generation.split('+');
  return [
    ...generationFaults(asked, named, ledger),
    ...quoteFaults(asked, outcome, named, ledger),
    ...canaryFaults(asked, outcome, collections),
  ];
}

/** Holds every answer against what was live while it was asked. */
export function judgeAnswers(
  asked: readonly AskedQuestion[],
  collections: readonly MarkedCollection[],
  ledger: Ledger,
): Judgement {
  const answers = asked.flatMap(({ outcome }) => (outcome instanceof Error ? [] : [outcome]));
  const quotes = answers.flatMap(({ citations, nearest }) => [...citations, ...nearest]);
  return {
    failures: asked.flatMap((one) =>
      faultsOf(one, collections, ledger).map(
        (fault) => `${one.guild ?? 'a direct message'}: ${JSON.stringify(one.question)} ${fault}`,
      ),
    ),
    answered: answers.filter(({ outcome }) => outcome === 'answered').length,
    quotes: quotes.length,
    ownQuotes: quotes.filter(({ document }) => document.startsWith('server:')).length,
    generationsNamed: new Set(answers.flatMap(({ generation }) => generation.split('+'))).size,
  };
}
