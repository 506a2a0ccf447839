/**
 * The nouns of Parley, in the order in which data flows:
 * document → paragraph → sentence → chunk → generation → passage → answer.
 *
 * Every offset is a UTF-16 code unit into the text of its document, and everywhere
 * `document.text.slice(x.start, x.end) === x.text`.
 */

/** A stretch of a document's text; `start` is inclusive, `end` exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What is known of a document besides its text. `null` means that nobody said; nothing is invented. */
export interface DocumentMetadata {
  readonly title: string;
  /** True when the title describes the document instead of being the one its publisher gave it. */
  readonly titleIsDescriptive: boolean;
  readonly publisher: string | null;
  readonly author: string | null;
  /** As exact as it is known: `2016`, `2016-09` or `2016-09-09`. */
  readonly date: string | null;
  readonly licence: string | null;
  readonly url: string | null;
}

/** The file a document was read from, as it was at that moment. */
export interface SourceFile {
  /** Relative to the corpus folder, with `/` between the parts. */
  readonly path: string;
  /** Bytes of the file and, where there is one, of its metadata sidecar. */
  readonly bytes: number;
  /** The later of the two files' times, milliseconds since 1970. */
  readonly modifiedMs: number;
  /** SHA-256 over the file and its sidecar, hexadecimal. */
  readonly sha256: string;
}

/** One source, never changed after reading. */
export interface Document {
  /** The file's path without its ending, lower case: `syria-ceasefire-2016`. Unique in its collection. */
  readonly id: string;
  readonly metadata: DocumentMetadata;
  readonly text: string;
  readonly source: SourceFile;
}

/**
 * What a paragraph is to a reader who wants evidence: `body` and `caption` may be quoted; a `heading` adds its words to
 * the paragraphs under it and is never quoted itself; a `promotion` ("Also read: …") is neither searched nor quoted; a `notice` (disclaimers)
 * answers questions about the document itself and no others.
 */
export type ParagraphKind = 'body' | 'caption' | 'heading' | 'promotion' | 'notice';

/** A block between blank lines. */
export interface Paragraph extends Span {
  /** Counted from 1 through the document, every kind included. */
  readonly number: number;
  readonly kind: ParagraphKind;
}

/** The unit that is quoted and cited. */
export interface Sentence extends Span {
  /** The number of its paragraph. */
  readonly paragraph: number;
}

/** The unit that is embedded and searched: one sentence, or a few short ones, of one paragraph. */
export interface Chunk extends Span {
  /** The number of its paragraph. */
  readonly paragraph: number;
}

/** A document taken apart, ready for the index. Each list is in reading order. */
export interface ParsedDocument {
  readonly document: Document;
  readonly paragraphs: readonly Paragraph[];
  readonly sentences: readonly Sentence[];
  readonly chunks: readonly Chunk[];
}

/** One hit of a vector search. */
export interface Neighbour {
  /** Row of the chunk in its generation, from 0. */
  readonly chunk: number;
  /** Cosine similarity, -1 to 1; larger is nearer. */
  readonly similarity: number;
}

/** Nearest-neighbour search over the chunk vectors of a generation. */
export interface VectorIndex {
  readonly dimensions: number;
  /** How many vectors it holds. */
  readonly size: number;
  /**
   * The `limit` nearest chunks, nearest first, equal similarities in row order; fewer when the index is smaller.
   * `vector` has unit length.
   */
  search(vector: Float32Array, limit: number): readonly Neighbour[];
}

/** BM25 over the paragraphs of a generation. */
export interface TermIndex {
  /** How many different terms it knows. */
  readonly termCount: number;
  /** The id of a term (see language/terms.ts), or `undefined` when no searchable paragraph has it. */
  idOf(term: string): number | undefined;
  /** BM25's inverse document frequency over paragraphs, above 0; for an unknown term the value of one nobody uses. */
  idf(term: string): number;
  /**
   * BM25 of every paragraph that has one of the terms (given once each). `scores` is indexed by paragraph row and is 0
   * elsewhere; `touched` lists the rows above 0. Both are reused by the next call.
   */
  score(terms: readonly string[]): { readonly scores: Float32Array; readonly touched: Uint32Array };
}

/** A document of a generation; its text is read when somebody asks for it. */
export interface IndexedDocument {
  readonly id: string;
  readonly metadata: DocumentMetadata;
  readonly source: SourceFile;
  /** Length of the text in UTF-16 code units. */
  readonly length: number;
  /** Rows of its paragraphs: `firstParagraph` inclusive, `endParagraph` exclusive. */
  readonly firstParagraph: number;
  readonly endParagraph: number;
  readonly text: string;
}

/** One paragraph as a row of a generation. Rows of paragraphs, sentences and chunks are all in reading order. */
export interface ParagraphRow {
  /** Row of its document. */
  readonly document: number;
  readonly number: number;
  readonly kind: ParagraphKind;
  readonly start: number;
  readonly end: number;
  /** Rows of its sentences and chunks: `first…` inclusive, `end…` exclusive; a promotion has no chunks. */
  readonly firstSentence: number;
  readonly endSentence: number;
  readonly firstChunk: number;
  readonly endChunk: number;
}

/** Offsets of one sentence or chunk, and the row of its paragraph. */
export interface SpanRow {
  readonly paragraph: number;
  readonly start: number;
  readonly end: number;
}

/** One complete immutable index of a collection, loaded for searching. */
export interface Generation {
  readonly id: string;
  readonly manifest: Manifest;
  readonly documents: readonly IndexedDocument[];
  readonly paragraphCount: number;
  readonly sentenceCount: number;
  readonly chunkCount: number;
  paragraph(row: number): ParagraphRow;
  sentence(row: number): SpanRow;
  chunk(row: number): SpanRow;
  /** Unit vector of a chunk: a view, not a copy. */
  vector(chunk: number): Float32Array;
  readonly vectors: VectorIndex;
  readonly terms: TermIndex;
}

/** What a generation's folder says about itself. */
export interface Manifest {
  readonly format: number;
  readonly id: string;
  readonly collection: string;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  readonly model: { readonly id: string; readonly hash: string; readonly dimensions: number };
  readonly space: 'cosine';
  readonly counts: {
    readonly documents: number;
    readonly paragraphs: number;
    readonly sentences: number;
    readonly chunks: number;
    readonly terms: number;
  };
  /** How the vectors are searched, and for `hnsw` its parameters and the recall@10 that was measured for `ef`. */
  readonly vectorIndex:
    | { readonly kind: 'exact' }
    | {
        readonly kind: 'hnsw';
        readonly m: number;
        readonly efConstruction: number;
        readonly ef: number;
        readonly recall: number;
      };
  /** SHA-256 over the ids and sources of all documents: equal for equal corpora. */
  readonly corpusHash: string;
  /** SHA-256 and length of every other file in the folder. */
  readonly files: Readonly<Record<string, { readonly bytes: number; readonly sha256: string }>>;
}

/** How a passage did, on the scales that retrieval/retrieve.ts documents. */
export interface PassageScores {
  /** Cosine of the question with the paragraph's best chunk. */
  readonly similarity: number;
  /** That cosine in standard deviations above an unrelated chunk of the same generation. */
  readonly dense: number;
  /**
   * BM25 of the paragraph as a share of what a paragraph of mean length with each of the question's words once would
   * get: 0 to 1, and a little above in short paragraphs that repeat them.
   */
  readonly lexical: number;
  /** What passages are ranked by. */
  readonly fused: number;
}

/** A chunk returned for a question: the best one of its paragraph. */
export interface Passage {
  readonly generation: Generation;
  /** Row of the paragraph, and of its chunk nearest to the question. */
  readonly paragraph: number;
  readonly chunk: number;
  readonly scores: PassageScores;
}

/** Where a sentence stands: the quote is `document.text.slice(start, end)`, byte for byte. */
export interface Citation {
  /** Its mark in the answer, counted from 1. */
  readonly n: number;
  readonly document: string;
  readonly title: string;
  readonly publisher: string | null;
  readonly date: string | null;
  readonly url: string | null;
  readonly paragraph: number;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  /** The words in the quote that answer the question, as offsets into the document; empty when none stand out. */
  readonly highlight: readonly [] | readonly [start: number, end: number];
}

/** Why a sentence is shown with a caution: what it says is somebody's view, not a plain fact. */
export type Attribution = 'reported' | 'author' | 'conditional';

/**
 * What stands behind a sentence: `quoted`, it is the document's, word for word; a chat model wrote the others, and of
 * each number, date, name, denial and condition it was checked that the cited passage has it. `supported` says what the
 * passage says; of a `partly` supported one some words are not found there.
 */
export type Standing = 'quoted' | 'supported' | 'partly';

export interface AnswerSentence {
  readonly text: string;
  /** Marks of its citations, at least one. */
  readonly citations: readonly number[];
  /** Present when the sentence reports a version, gives the author's view or sets a condition. */
  readonly attribution: Attribution | null;
  readonly standing: Standing;
  /** What was not found of a `partly` supported sentence, one plain sentence; `null` for the others. */
  readonly caution: string | null;
  /** Words of a `partly` supported sentence that the passage does not have, as they stand in it; empty for the others. */
  readonly unsaid: readonly string[];
}

/** Why what a chat model wrote, or was to write, is not shown, and the quotes are. */
export type WritingFault = 'unavailable' | 'slow' | 'over-budget' | 'declined' | 'unsupported';

/** What a chat model had to do with an answer, a summary or a check. */
export interface Writing {
  /** As configured, without secrets. */
  readonly model: string;
  /** Sentences of its draft that did not pass the check, and so were not shown. */
  readonly dropped: number;
  /** Why its words are not shown; `null` where they are. */
  readonly fault: WritingFault | null;
  readonly usage: { readonly inputTokens: number; readonly outputTokens: number } | null;
  /** Where the sentences were put into the question's language after the check; `null` where they stand as checked. */
  readonly translation: Translation | null;
}

/** What a chat model translated: of a translation only its figures, its persons and its language are checked. */
export interface Translation {
  /** ISO 639-1. */
  readonly language: string;
  /** The sentences as they were checked, in English and in their order. */
  readonly checked: readonly string[];
}

export type DeclineReason = 'no-evidence' | 'after-document-date' | 'unsupported' | 'off-topic' | 'busy';

/** A passage near to a question that was declined: shown as *not an answer*. */
export interface NearestPassage {
  readonly document: string;
  readonly title: string;
  readonly paragraph: number;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
}

/** What a declined question wanted and the documents lack: the facts that `missing` and `suggestion` are made of. */
export interface Lacking {
  /** Words of the question that nothing near it speaks of, the weightiest first, as they were written; at most three. */
  readonly words: readonly string[];
  /** What was asked for; `null` when that is not known. */
  readonly wanted: 'who' | 'where' | 'when' | 'how-long' | 'how-many' | 'how-much' | 'what-share' | null;
}

/** Milliseconds spent on each part of an answer. */
export interface Timings {
  readonly embedMs: number;
  readonly retrieveMs: number;
  readonly answerMs: number;
  readonly totalMs: number;
}

/** The words in which documents differ, each wording once, at least one, and how many documents there are. */
export interface Difference {
  readonly words: readonly string[];
  readonly documents: number;
}

/** Two or more documents that say otherwise of the same thing: shown side by side, never as one answer. */
export interface Disagreement {
  /** Marks of the sentences of all sides: each document's together, the older document first, unknown dates last. */
  readonly citations: readonly [number, number, ...number[]];
  /** One plain sentence with the words that differ: `“15 hours” in one, “nine hours” in the other.` */
  readonly about: string;
  /** What that sentence is made of; `null` in records of before December 2026. */
  readonly difference: Difference | null;
}

/** What Parley replies. A failure of a model or an index is thrown, never put into `declined`. */
export interface Answer {
  readonly question: string;
  readonly outcome: 'answered' | 'declined';
  readonly mode: 'extractive' | 'written';
  readonly reason: DeclineReason | null;
  /** Calibrated probability that the quoted sentences answer the question, 0 to 1. */
  readonly confidence: number;
  readonly sentences: readonly AnswerSentence[];
  readonly citations: readonly Citation[];
  /** Where the cited documents contradict one another; what they say stands in `sentences`. Empty when they do not. */
  readonly disagreements: readonly Disagreement[];
  /** When declined: what the documents do not say, in one sentence. */
  readonly missing: string | null;
  /** When declined: what the person may do next. */
  readonly suggestion: string | null;
  /** What both sentences are made of besides `reason` and `asOf`; `null` where they need nothing more. */
  readonly lacking: Lacking | null;
  readonly nearest: readonly NearestPassage[];
  /** The date up to which the documents behind the answer know anything, as exact as it is known. */
  readonly asOf: string | null;
  readonly generation: string;
  /** `null` when no chat model was asked. */
  readonly writing: Writing | null;
  readonly timings: Timings;
}

/** What a claim came to when it was held against the documents. */
export type Verdict = 'supported' | 'contradicted' | 'not-covered';

/**
 * What decided about a claim: the fact that its `reason` tells. `claim`, `words` and `text` are words of the claim and of
 * the document, in one line each.
 */
export type Ground =
  | { readonly kind: 'otherwise'; readonly text: string; readonly claim: string }
  | { readonly kind: 'not-given'; readonly claim: string }
  | { readonly kind: 'unsaid'; readonly words: readonly string[] }
  /** The text has it as wanted, possible or to come; `text` is `null` when no words of it stand out. */
  | { readonly kind: 'not-happened'; readonly text: string | null }
  /** `reported`: the text has it as somebody's word; `not-reported`: the claim does, and the text does not. */
  | { readonly kind: 'reversed' | 'reported' | 'not-reported' | 'supposed' | 'conditional' | 'too-long' }
  | { readonly kind: 'later'; readonly asOf: string };

/** One statement somebody made. */
export interface CheckedClaim {
  /** As it was said, trimmed. */
  readonly text: string;
  readonly verdict: Verdict;
  /** Calibrated probability that the documents say it, 0 to 1. */
  readonly score: number;
  /** What decided, in one sentence ("The text has “15 hours”, the claim “nine hours”."); `null` when nothing stands out. */
  readonly reason: string | null;
  /** What that sentence tells; `null` with it, and in records of before December 2026. */
  readonly ground: Ground | null;
  /**
   * The sentences that decide, at least one for `supported` and `contradicted`; for `not-covered` the nearest ones, which
   * neither say nor deny it. Numbered through the whole check.
   */
  readonly citations: readonly Citation[];
  /** What a chat model wrote about the verdict, each sentence checked as an answer's is; empty when none did. */
  readonly explanation: readonly AnswerSentence[];
}

/** A part of a message that claims nothing and so gets no verdict. */
export interface Aside {
  readonly text: string;
  readonly kind: 'question' | 'opinion' | 'instruction' | 'small-talk';
}

/** What somebody said, held against the documents. */
export interface Check {
  readonly claims: readonly CheckedClaim[];
  readonly asides: readonly Aside[];
  /** Claims after the tenth: counted, not checked. */
  readonly omitted: number;
  /** The date up to which the documents know anything, as exact as it is known. */
  readonly asOf: string | null;
  readonly generation: string;
  /** `null` when no chat model was asked. */
  readonly writing: Writing | null;
}

export type SummaryLength = 'short' | 'medium' | 'long';

export interface SummaryPoint {
  /** A sentence of the document, word for word while `mode` is extractive. */
  readonly text: string;
  /** Marks of its citations, at least one. */
  readonly citations: readonly number[];
  readonly attribution: Attribution | null;
  readonly standing: Standing;
  /** Both as of an AnswerSentence. */
  readonly caution: string | null;
  readonly unsaid: readonly string[];
}

/** Which body paragraphs of what was to be summarised a summary speaks for. */
export interface Coverage {
  /** Numbers of the paragraphs that a point stands for, ascending. */
  readonly represented: readonly number[];
  readonly missing: readonly number[];
  /** Represented over both, 0 to 1; 0 when there are none. */
  readonly ratio: number;
}

export interface Summary {
  readonly document: string;
  readonly title: string;
  /** First and last paragraph of the section that was asked for, both inclusive; `null` for the whole document. */
  readonly paragraphs: readonly [first: number, last: number] | null;
  readonly focus: string | null;
  readonly length: SummaryLength;
  readonly mode: 'extractive' | 'written';
  /** In reading order. */
  readonly points: readonly SummaryPoint[];
  readonly citations: readonly Citation[];
  readonly coverage: Coverage;
  readonly asOf: string | null;
  readonly generation: string;
  /** `null` when no chat model was asked. */
  readonly writing: Writing | null;
}
