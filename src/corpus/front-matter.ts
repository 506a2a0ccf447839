import { CorpusError } from '../errors.js';
import { metadataFromYaml, type StatedMetadata } from './metadata.js';

const longestHead = 65_536;
const keyLine = /^["']?[\p{L}_][\w-]*["']?[ \t]*:/u;
const ownKeyLine = /^["']?(?:title|titleIsDescriptive|publisher|author|date|licence|url)["']?[ \t]*:/u;
const yamlLine = /^(?:$|[#\s-]|["']?[\p{L}_][\w-]*["']?[ \t]*:)/u;

/** Splits off what stands between `---` lines at the top. A page that merely begins with a rule is left alone. */
export function frontMatter(text: string, path: string): { stated: StatedMetadata; body: string } {
  const whole = { stated: {}, body: text };
  const opening = /^---[ \t]*\n/u.exec(text);
  if (opening === null) return whole;
  const head = text.slice(opening[0].length, longestHead);
  const closing = /^(?:---|\.\.\.)[ \t]*$/mu.exec(head);
  const yaml = head.slice(0, closing?.index);
  const lines = yaml.split('\n');
  const first = lines.find((line) => line.trim() !== '') ?? '';
  if (closing === null) {
    if (!ownKeyLine.test(first)) return whole;
    throw new CorpusError(path, 'the front matter that line 1 opens is never closed.', 'End it with a line "---".');
  }
  const isMetadata = keyLine.test(first) || (/^#|^$/u.test(first) && lines.every((line) => yamlLine.test(line)));
  if (!isMetadata) return whole;
  const end = opening[0].length + closing.index + closing[0].length;
  return { stated: metadataFromYaml(yaml, path), body: text.slice(end + 1) };
}
