import { serverPrefix } from './document-id.js';

const longestSlug = 60;

/** Letters of any script, digits and `-`, at most 60 units: `Peace & Accord (2016)` is `peace-accord-2016`. */
function slugOf(name: string): string {
  const slug = name
    .toWellFormed()
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\p{M}\p{Cf}'’]/gu, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .slice(0, longestSlug)
    // The cut may have halved a letter.
    .replace(/\p{Cs}$/u, '');
  return slug.replaceAll(/^-+|-+$/gu, '');
}

/**
 * An id for a document that a server adds, `server:` and a name: of the first of `names` that has a letter or a digit,
 * with `-2`, `-3` and so on behind it where the name is taken.
 */
export function serverDocumentId(names: readonly string[], taken: ReadonlySet<string>): string {
  const slug = names.map(slugOf).find((name) => name !== '') ?? 'document';
  const plain = `${serverPrefix}${slug}`;
  let id = plain;
  for (let number = 2; taken.has(id); number++) id = `${plain}-${number}`;
  return id;
}
