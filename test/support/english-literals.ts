import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Where the words of members come from: the English catalogue, all that shows them, and the stories' own sentences. */
const sources = [
  'src/discord',
  'src/answering/decline.ts',
  'src/check.ts',
  'src/errors.ts',
  'src/language/shown-wording.ts',
  'src/language/written-wording.ts',
  'src/settle-sentences.ts',
  'src/verifying/reasons.ts',
];
/** Other languages, and what moderators read. */
const leftOut = /(?:^|\/)(?:wording\/(?:german|french|spanish|russian)|for-moderators|moderating|connection)(?:\/|$)/u;

function filesIn(place: string): readonly string[] {
  if (place.endsWith('.ts')) return [place];
  return readdirSync(place, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `${place}/${name.replaceAll(path.sep, '/')}`)
    .filter((name) => !leftOut.test(name));
}

/** The fixed parts of all strings and templates in a piece of TypeScript, those inside of `${…}` too. */
function literalsIn(code: string): readonly string[] {
  const found: string[] = [];

  /** Reads code from `at` on to its end, or with `isInside` to the brace that closes it. */
  function readCode(at: number, isInside: boolean): number {
    for (let here = at; here < code.length; here += 1) {
      const two = code.slice(here, here + 2);
      const one = code.charAt(here);
      if (two === '//') here = code.indexOf('\n', here);
      else if (two === '/*') here = code.indexOf('*/', here) + 1;
      else if (one === "'" || one === '"') here = readString(here);
      else if (one === '`') here = readTemplate(here + 1);
      else if (one === '{') here = readCode(here + 1, true);
      else if (one === '}' && isInside) return here;
    }
    return code.length;
  }

  function readString(at: number): number {
    const [whole = ''] = /^(['"])(?:\\.|(?!\1)[^\\\n])*\1/u.exec(code.slice(at)) ?? [];
    found.push(whole.slice(1, -1));
    return at + Math.max(0, whole.length - 1);
  }

  function readTemplate(at: number): number {
    let start = at;
    for (let here = at; here < code.length; here += 1) {
      if (code.charAt(here) === '\\') here += 1;
      else if (code.charAt(here) === '`') {
        found.push(code.slice(start, here));
        return here;
      } else if (code.startsWith('${', here)) {
        found.push(code.slice(start, here));
        here = readCode(here + 2, true);
        start = here + 1;
      }
    }
    return code.length;
  }

  readCode(0, false);
  return found;
}

const twoWords = /\p{L}{2,}[ ,;:]+\p{L}{2,}/u;

/** The entry in Discord's menu is called so everywhere, and what is asked is an example in the documents' language. */
const sameEverywhere = ['Check against the documents', 'the talks lasted 15 hours'];

function withoutSame(text: string): string {
  return sameEverywhere.reduce((rest, same) => rest.replaceAll(same, ''), text);
}

/** Parts of English sentences as they stand in the source, trimmed: each has two words at least. */
export function englishLiterals(): readonly string[] {
  const literals = sources.flatMap(filesIn).flatMap((file) => literalsIn(readFileSync(file, 'utf8')));
  const parts = literals.map((literal) => withoutSame(literal.replaceAll("\\'", "'")).trim());
  return [...new Set(parts)].filter((part) => twoWords.test(part));
}

const known = englishLiterals();

/** Which of these parts a text has. */
export function englishIn(text: string): readonly string[] {
  const said = withoutSame(text);
  return known.filter((part) => said.includes(part));
}
