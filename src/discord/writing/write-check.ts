import type { Aside, Check } from '../../types.js';
import type { Words } from '../wording/words.js';
import { claimBlocks } from './claim-blocks.js';
import { modelName } from './closing-line.js';
import type { Draft } from './compose-messages.js';
import { errataBlocks } from './errata-blocks.js';
import { excerpt } from './excerpt.js';
import { fitMessages, type ShowRoom } from './fit-messages.js';
import type { OutgoingMessage } from './outgoing-message.js';
import { resultButtons } from './result-buttons.js';
import { shortenedHint } from './shortened-hint.js';
import type { ShowOptions } from './show-options.js';
import { dateOrNull } from './shown-date.js';
import { sourceLines } from './source-lines.js';

const longestAside = 150;
const mostAsides = 6;

function uncheckedLines({ asides, omitted }: Check, room: ShowRoom, words: Words): readonly string[] {
  return [...asideLines(asides, room, words), ...(omitted === 0 ? [] : [words.results.check.omitted(omitted)])];
}

function asideLines(asides: readonly Aside[], room: ShowRoom, { results, quoted }: Words): readonly string[] {
  const longest = Math.min(longestAside, room.quote);
  const lines = asides
    .slice(0, mostAsides)
    .map(({ text, kind }) => `${results.check.asides[kind]} ${quoted(excerpt(text, { longest }).markdown)}`);
  return asides.length > mostAsides ? [...lines, results.more(asides.length - mostAsides)] : lines;
}

/** Who wrote the explanations, where there are any; a fault is no matter of a reader's. */
function explainedBy({ claims, writing }: Check, { results }: Words): readonly string[] {
  if (writing === null || claims.every(({ explanation }) => explanation.length === 0)) return [];
  return [results.written.explainedBy(modelName(writing), writing.dropped)];
}

export function checkDraft(check: Check, options: ShowOptions, room: ShowRoom): Draft {
  const { claims, asOf } = check;
  const { words } = options;
  const texts = words.results.check;
  const unchecked = uncheckedLines(check, room, words);
  const parts = claims.map((claim) => claimBlocks(claim, null, room, words));
  const citations = claims.flatMap((claim) => claim.citations);
  return {
    // The claims are in the body word for word: what was asked would only stand there twice, before the verdict.
    opening: [],
    title: null,
    body:
      claims.length === 0
        ? [{ text: texts.nothing }]
        : [...parts.flatMap(({ blocks }) => blocks), ...errataBlocks(options.errata ?? [], citations, room, words)],
    sections: [
      ...(citations.length === 0
        ? []
        : [{ heading: words.results.sources, lines: sourceLines(citations, { ...options, ...room }) }]),
      ...(unchecked.length === 0 ? [] : [{ heading: texts.unchecked, lines: unchecked }]),
    ],
    closing: [
      texts.against(dateOrNull(asOf)),
      ...explainedBy(check, words),
      ...shortenedHint(
        citations.map(({ quote }) => quote),
        parts.some(({ isShortened }) => isShortened),
        options,
      ),
    ].join(' '),
    tone: 'neutral',
    components: resultButtons({ ...options, hasPassage: citations.length > 0, hasDispute: claims.length > 0 }),
  };
}

/** What somebody said beside what the documents say. The claims stand for the question: `echo` is not shown again. */
export function writeCheck(check: Check, options: ShowOptions): readonly OutgoingMessage[] {
  return fitMessages((room) => checkDraft(check, options, room), options);
}
