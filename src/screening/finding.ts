/** How much a moderator should mind: `high` before anything else, `low` when there is time. */
export type Severity = 'high' | 'medium' | 'low';

export type PlacedKind = 'instruction' | 'invisible-characters' | 'bidirectional' | 'mention' | 'link';

interface Described {
  readonly severity: Severity;
  /** What is odd about the quote, in one plain sentence; characters that nobody sees are named in it. */
  readonly explanation: string;
}

interface Placed extends Described {
  /** The number of its paragraph. */
  readonly paragraph: number;
  /** UTF-16 units into the document's text, `end` exclusive: `text.slice(start, end) === quote`. */
  readonly start: number;
  readonly end: number;
  readonly quote: string;
}

/** Something that the document's own text says. */
export interface PlacedFinding extends Placed {
  readonly kind: PlacedKind;
}

/** A sentence that stands in the collection already, but for a number, a date, a name or a "not". */
export interface AlteredCopy extends Placed {
  readonly kind: 'altered-copy';
  /** The sentence that it resembles. */
  readonly other: {
    /** Id of the generation and of the document in it. */
    readonly generation: string;
    readonly document: string;
    readonly paragraph: number;
    readonly start: number;
    readonly end: number;
    readonly quote: string;
  };
}

/** Text that a reader of the source would not see. It is no part of the document's text and so has no place in it. */
export interface HiddenText extends Described {
  readonly kind: 'hidden-text';
  /** At most its first 500 UTF-16 units. */
  readonly quote: string;
}

/** Something in what is said of the document, by its file or by who sent it: no part of its text either. */
export interface DescriptionFinding extends Described {
  readonly kind: 'description';
  readonly field: 'title' | 'publisher' | 'author' | 'licence';
  readonly quote: string;
}

/** What a moderator should see before a document goes live. */
export type Finding = PlacedFinding | AlteredCopy | HiddenText | DescriptionFinding;

/** The findings that are shown, and how many more there are. */
export interface Screening {
  /** In reading order; what has no place in the text comes first. */
  readonly findings: readonly Finding[];
  /** Findings left out of the list because it is full, the less severe ones first. */
  readonly omitted: number;
}

/** Lets others have their turn during long work. */
export interface Turns {
  /** True when it is time for others. */
  due(): boolean;
  /** Lets the event loop turn once; throws when the work was called off. */
  pause(): Promise<void>;
}
