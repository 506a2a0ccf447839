/**
 * What can go wrong on the way and is worth telling a person: what failed, where, and what to do next.
 * Everything else that is thrown is a defect, and is shown as one.
 */
export class ParleyError extends Error {
  override readonly name: string = 'ParleyError';
  /** What to type or change next, a full sentence. */
  readonly remedy: string;

  constructor(what: string, remedy: string, options?: ErrorOptions) {
    super(what, options);
    this.remedy = remedy;
  }

  /** The one line a person reads. */
  get line(): string {
    return `${this.message} ${this.remedy}`;
  }
}

/** The command line or its arguments are wrong: exit code 2. */
export class UsageError extends ParleyError {
  override readonly name = 'UsageError';
}

/** A stretch of paragraphs that a document does not have, or that runs backwards. */
export class ParagraphsError extends UsageError {
  readonly document: string;
  /** Both inclusive, as all numbers of paragraphs here. */
  readonly asked: readonly [first: number, last: number];
  /** What the document has; 0 to 0 when it has none. */
  readonly there: readonly [first: number, last: number];

  constructor(
    document: string,
    asked: readonly [first: number, last: number],
    there: readonly [first: number, last: number],
  ) {
    const [first, last] = asked;
    const remedy = `“${document}” has paragraphs ${there[0]} to ${there[1]}; give two of them, the smaller first.`;
    const fault =
      first > last ? `Paragraphs ${first} to ${last} run backwards.` : `There are no paragraphs ${first} to ${last}.`;
    super(
      Number.isInteger(first) && Number.isInteger(last) ? fault : 'The paragraphs are not two whole numbers.',
      remedy,
    );
    this.document = document;
    this.asked = asked;
    this.there = there;
  }
}

/** The environment or `.env` is wrong. One error carries every fault that was found. */
export class ConfigError extends ParleyError {
  override readonly name = 'ConfigError';
}

/** A corpus file that cannot become a document. */
export class CorpusError extends ParleyError {
  override readonly name = 'CorpusError';
  readonly path: string;

  constructor(path: string, what: string, remedy: string, options?: ErrorOptions) {
    super(`${path}: ${what}`, remedy, options);
    this.path = path;
  }
}

/** The encoder cannot be opened or does not answer. */
export class EncoderError extends ParleyError {
  override readonly name = 'EncoderError';
}

/** A generation cannot be built, published or loaded. */
export class GenerationError extends ParleyError {
  override readonly name = 'GenerationError';
}

/**
 * What goes wrong with a chat model. `unreachable`: nobody answers there; `slow`: not in time; `busy`: too many requests;
 * `refused`: the key is wrong or missing; `unknown-model`: the server has no such model; `broken`: it answers what nobody
 * can read, or fails; `resting`: it failed again and again and is left alone for a while; `missing-package`: an optional
 * package is not installed; `too-long`: the messages do not fit into the model.
 */
export type ChatFault =
  | 'unreachable'
  | 'slow'
  | 'busy'
  | 'refused'
  | 'unknown-model'
  | 'broken'
  | 'resting'
  | 'missing-package'
  | 'too-long';

/** A chat model cannot be opened, or does not write. Members are answered without it. */
export class ChatModelError extends ParleyError {
  override readonly name = 'ChatModelError';
  readonly fault: ChatFault;

  constructor(fault: ChatFault, what: string, remedy: string, options?: ErrorOptions) {
    super(what, remedy, options);
    this.fault = fault;
  }
}
