import type { FileReading } from './file-reading.js';
import { markdownTitle } from './titles.js';

const titleReach = 3_000;
const authorReach = 2_000;
const longestAuthor = 300;
/** What programs put where a title belongs. */
const noTitle =
  /^(?:microsoft word\b|untitled\b|document ?\d*$|title$|\(?anonymous\)?$|.*\.(?:docx?|odt|pdf|indd|dvi|tex|rtf|qxd|pages|html?)$)/iu;

const plain = (text: string): string =>
  text
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase();

const isSaid = (words: string, stretch: string): boolean =>
  plain(words) !== '' && plain(stretch).includes(plain(words));

/**
 * What a PDF or Word file says of itself, as far as it can be used: a title or an author that its readers see as well.
 * Anything else only describes. Its date is the file's, not the document's: of what stands in it, it says nothing.
 */
export function ownMetadata({ text, says }: FileReading): {
  title: string | null;
  description: string | null;
  author: string | null;
} {
  const said = says.title === null || noTitle.test(says.title) ? null : says.title;
  const isShown = said !== null && isSaid(said, text.slice(0, titleReach));
  const ends = `${text.slice(0, titleReach)} ${text.slice(-authorReach)}`;
  const isAuthor = says.author !== null && says.author.length <= longestAuthor && isSaid(says.author, ends);
  return {
    title: isShown ? said : markdownTitle(text),
    description: said,
    author: isAuthor ? says.author : null,
  };
}
