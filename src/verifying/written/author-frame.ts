const author =
  '(?:the |this |its |their )?(?:author|article|text|writer|document|piece|passage|analysis|report|source)s?';

const says =
  '(?:writes?|says?|states?|notes?|argues?|observes?|explains?|adds?|reports?|describes?|concludes?|points out|mentions?|thinks?|believes?|considers?|assumes?|stresses|emphasi[sz]es|maintains?|finds?)';

const views = "(?:[’'](?:s)? )?(?:own )?(?:view|opinion|eyes|words|judge?ment|account)";

const before = new RegExp(
  `^(?:according to ${author}|in ${author}${views}|in the (?:view|opinion|eyes|words) of ${author}|as ${author} (?:puts it|${says})|${author} (?:also )?${says}(?: that)?|${author} (?:makes|make) (?:it )?clear that)\\s*[,:]?\\s+`,
  'iu',
);

const after = new RegExp(
  `\\s*,?\\s+(?:according to ${author}|in ${author}${views}|in the (?:view|opinion|eyes|words) of ${author}|as ${author} (?:puts it|${says})|${author} ${says}|(?:to|for) the author)(?=[.!]?$)`,
  'iu',
);

const within = new RegExp(
  `,\\s+(?:according to ${author}|in ${author}${views}|${author} ${says}|as ${author} ${says})\\s*,(?=\\s)|(?<=[,;]\\s+(?:but |and )?)${author} ${says}(?: that)?(?=\\s)`,
  'iu',
);

const calls = new RegExp(
  `^${author} (?:calls|considers|describes|sees|counts|regards) (.+?) (?:an? |as |to be )(?=\\S)`,
  'iu',
);

/** A sentence without the words that give it as its source's, and whether it had such words. */
export interface Framed {
  readonly core: string;
  /** "According to the author, …", "The article says that …", "… , in the author's view". */
  readonly isAuthors: boolean;
}

/**
 * "The author writes that the deal failed" says of the deal what "The deal failed" says, and gives it as the author's: what
 * the documents say is always their author's, so the frame itself needs no support.
 */
export function withoutFrame(sentence: string): Framed {
  const core = sentence.replace(before, '').replace(after, '').replace(within, '').trim();
  return core === sentence.trim()
    ? { core, isAuthors: calls.test(sentence) }
    : { core: core.charAt(0).toUpperCase() + core.slice(1), isAuthors: true };
}
