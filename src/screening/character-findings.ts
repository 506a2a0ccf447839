import type { PlacedFinding, Severity } from './finding.js';
import { hasRightToLeft, isInsideWord, isLegitimate } from './legitimate-characters.js';
import type { Piece } from './text-pieces.js';
import {
  isTag,
  isVariationSelector,
  nameOfCharacter,
  spelledOut,
  turnsDirection,
  unseenCharacter,
} from './unseen-characters.js';

/** Characters nearer to one another than this are told together. */
const togetherWithin = 60;
/** So much of the words around them is quoted on each side, in UTF-16 units. */
const quotedAround = 24;
const longestSpelling = 200;

interface Group {
  readonly codes: number[];
  readonly start: number;
  end: number;
  insideWord: boolean;
}

/** The stretch with the rest of the words that it touches; no character is torn apart. */
function withWords(text: string, { start, end }: Group): { start: number; end: number } {
  let from = start;
  let to = end;
  while (from > 0 && start - from < quotedAround && /\S/u.test(text[from - 1] ?? '')) from -= 1;
  while (to < text.length && to - end < quotedAround && /\S/u.test(text[to] ?? '')) to += 1;
  const isLow = (at: number): boolean => text.charCodeAt(at) >= 0xdc00 && text.charCodeAt(at) <= 0xdfff;
  if (isLow(from)) from -= 1;
  if (isLow(to)) to += 1;
  return { start: from, end: to };
}

/** "U+200B ZERO WIDTH SPACE (3 times), U+2060 WORD JOINER" */
function listed(codes: readonly number[]): string {
  const counts = new Map<string, number>();
  for (const code of codes) {
    const name = isTag(code) ? 'U+E0000 to U+E007F TAGS' : nameOfCharacter(code);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const shown = [...counts].slice(0, 4).map(([name, count]) => (count === 1 ? name : `${name} (${count} times)`));
  return counts.size > 4 ? `${shown.join(', ')} and others` : shown.join(', ');
}

function directionFinding(group: Group, text: string): { severity: Severity; explanation: string } | undefined {
  const overrides = group.codes.some((code) => code === 0x202d || code === 0x202e);
  // A text in Arabic or Hebrew needs isolates and embeddings around its foreign words.
  if (!overrides && hasRightToLeft(text)) return undefined;
  return {
    severity: overrides ? 'high' : 'medium',
    explanation: `The text is shown in another order than it is read by a program: ${listed(group.codes)}.`,
  };
}

function unseenFinding({ codes, insideWord }: Group): { severity: Severity; explanation: string } {
  const spelled = spelledOut(codes)
    .replaceAll(/[\p{Cc}\p{Cf}]+/gu, ' ')
    .slice(0, longestSpelling);
  const isSmuggled = spelled !== '' || codes.some(isTag) || codes.filter(isVariationSelector).length > 3;
  const what = `Characters that nobody sees stand here: ${listed(codes)}`;
  return {
    severity: isSmuggled ? 'high' : insideWord ? 'medium' : 'low',
    explanation: spelled === '' ? `${what}.` : `${what}; to a program they spell “${spelled}”.`,
  };
}

function groupsOf(text: string, takes: (code: number) => boolean): readonly Group[] {
  const groups: Group[] = [];
  for (const { 0: character, index: start } of text.matchAll(unseenCharacter)) {
    const code = character.codePointAt(0) ?? 0;
    if (!takes(code)) continue;
    const isTurn = turnsDirection(code);
    if (!isTurn && isLegitimate(text, start, code)) continue;
    const end = start + character.length;
    const insideWord = isInsideWord(text, start, end);
    const last = groups.at(-1);
    if (last !== undefined && start - last.end <= togetherWithin) {
      last.codes.push(code);
      last.end = end;
      last.insideWord ||= insideWord;
    } else {
      groups.push({ codes: [code], start, end, insideWord });
    }
  }
  return groups;
}

/** Characters in a piece that nobody sees, and those by which a line shows another order than it has. */
export function* characterFindings({ text, paragraph, start: offset }: Piece): Generator<PlacedFinding> {
  if (text.search(unseenCharacter) === -1) return;
  const place = (group: Group) => {
    const { start, end } = withWords(text, group);
    return { paragraph, start: offset + start, end: offset + end, quote: text.slice(start, end) };
  };
  for (const group of groupsOf(text, turnsDirection)) {
    const found = directionFinding(group, text);
    if (found !== undefined) yield { kind: 'bidirectional', ...found, ...place(group) };
  }
  for (const group of groupsOf(text, (code) => !turnsDirection(code))) {
    yield { kind: 'invisible-characters', ...unseenFinding(group), ...place(group) };
  }
}
