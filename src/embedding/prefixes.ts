/** What is put before a text so that the encoder knows whether it reads a question or a passage. */
export interface Prefixes {
  readonly query: string;
  readonly passage: string;
}

/** The E5 family was trained with these prefixes and ranks worse without; other encoders take the bare text. */
export function prefixesOf(modelName: string): Prefixes {
  return /(?:^|[^a-z0-9])e5(?:[^a-z0-9]|$)/i.test(modelName)
    ? { query: 'query: ', passage: 'passage: ' }
    : { query: '', passage: '' };
}
