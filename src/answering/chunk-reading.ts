import type { Mention } from '../language/mention.js';
import { mentionsOf } from '../language/mentions.js';
import { termsOf } from '../language/terms.js';
import type { WordVectors } from '../language/word-vectors.js';
import type { Generation } from '../types.js';

/** What a chunk says, in the form in which it is compared with questions. */
export interface ChunkReading {
  readonly text: string;
  readonly terms: ReadonlySet<string>;
  /** Rows of its terms in the word vectors; terms without a vector are left out. */
  readonly vectorRows: readonly number[];
  readonly pairs: ReadonlySet<string>;
  readonly mentions: readonly Mention[];
  readonly negated: boolean;
  readonly givesReason: boolean;
  /** It asks and does not tell. */
  readonly asks: boolean;
}

const negation =
  /\b(?:not|never|no|none|nobody|without|neither|nor|cannot|unable|refus\w*|den(?:y|ied|ies))\b|n['’]t\b/iu;
const reason =
  /\b(?:because|due to|owing to|since|as a result|so that|in order to|led to|leads to|caus\w+|result\w*|reasons?|thanks to|explain\w*|therefore|thus|motivat\w+|aimed at|to (?:avoid|prevent|ensure|protect|allow))\b/iu;

const question = /\?["'”’)\]]*$/u;

/** Chunks whose reading is kept per generation: a few hundred popular ones serve most questions of a day. */
const keptReadings = 4096;

export type ReadChunk = (generation: Generation, chunk: number) => ChunkReading;

function readText(text: string, words: WordVectors): ChunkReading {
  const sequence = termsOf(text);
  const terms = new Set(sequence);
  let mentions: readonly Mention[] | undefined;
  return {
    text,
    terms,
    vectorRows: [...terms].map((term) => words.rowOf(term)).filter((row) => row >= 0),
    pairs: new Set(sequence.slice(1).map((term, i) => `${sequence[i]} ${term}`)),
    // Half the cost of reading a sentence, and most questions want no name, date or number.
    get mentions() {
      mentions ??= mentionsOf(text);
      return mentions;
    },
    negated: negation.test(text),
    givesReason: reason.test(text),
    asks: question.test(text),
  };
}

/** Reads chunks and remembers the readings for as long as their generation is in use. */
export function createChunkReader(words: WordVectors): ReadChunk {
  const known = new WeakMap<Generation, Map<number, ChunkReading>>();
  return (generation, chunk) => {
    let readings = known.get(generation);
    if (readings === undefined) {
      readings = new Map();
      known.set(generation, readings);
    }
    const kept = readings.get(chunk);
    if (kept !== undefined) return kept;
    const { paragraph, start, end } = generation.chunk(chunk);
    const document = generation.documents[generation.paragraph(paragraph).document];
    const reading = readText(document?.text.slice(start, end) ?? '', words);
    if (readings.size >= keptReadings) readings.clear();
    readings.set(chunk, reading);
    return reading;
  };
}
