/** How large each measurement is. */
export interface BenchSizes {
  /** Different questions asked, each once. */
  readonly questions: number;
  /** Practice texts used, besides the article: what is indexed and ranked with the peers. */
  readonly practiceTexts: number;
  /** Chunks of the large collection. */
  readonly largeChunks: number;
  /** Sentences indexed from scratch for the throughput, and how often. */
  readonly indexedSentences: number;
  readonly indexingRounds: number;
  /** Paragraphs of the collection of which one changes. */
  readonly changedParagraphs: number;
  /** Chunks that are indexed while questions are asked. */
  readonly chunksUnderLoad: number;
  /** Chunks of a server's collection to which one document is added. */
  readonly reindexedChunks: number;
}

export const benchSizes = {
  full: {
    questions: 400,
    practiceTexts: 10,
    largeChunks: 100_000,
    indexedSentences: 3000,
    indexingRounds: 2,
    changedParagraphs: 10_000,
    chunksUnderLoad: 10_000,
    reindexedChunks: 10_000,
  },
  quick: {
    questions: 200,
    practiceTexts: 10,
    largeChunks: 20_000,
    indexedSentences: 1200,
    indexingRounds: 1,
    changedParagraphs: 1000,
    chunksUnderLoad: 2000,
    reindexedChunks: 10_000,
  },
  tiny: {
    questions: 6,
    practiceTexts: 1,
    largeChunks: 1200,
    indexedSentences: 60,
    indexingRounds: 1,
    changedParagraphs: 20,
    chunksUnderLoad: 150,
    reindexedChunks: 60,
  },
} as const satisfies Readonly<Record<string, BenchSizes>>;
