const longestTarget = 300;
/** Legal in an address, but the end of a link, or a mark, to one of the readers of markdown. */
const marks = /[()<>[\]\\|*~`'"{}\s]/gu;

function encoded(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}

/**
 * The address of a source as a link may carry it; `null` for whatever is not plainly a page on the web: another scheme,
 * a name or password inside, more than 300 characters.
 */
export function linkTarget(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null;
  const { protocol, username, password, href } = new URL(url);
  if ((protocol !== 'https:' && protocol !== 'http:') || username !== '' || password !== '') return null;
  const target = href.replaceAll(marks, encoded);
  return target.length > longestTarget ? null : target;
}
