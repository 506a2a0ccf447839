import { whoExplained } from '../../language/written-wording.js';
import type { Aside, Check } from '../../types.js';
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
import { shownDate } from './shown-date.js';
import { sourceLines } from './source-lines.js';

const asideNames: Readonly<Record<Aside['kind'], string>> = {
  question: 'a question',
  opinion: 'an opinion',
  instruction: 'an instruction',
  'small-talk': 'small talk',
};

const longestAside = 150;
const mostAsides = 6;

function uncheckedLines({ asides, omitted }: Check, room: ShowRoom): readonly string[] {
  const advice =
    omitted === 1
      ? '1 more claim: check it in a message of its own.'
      : `${omitted} more claims: check them in a message of their own.`;
  return [...asideLines(asides, room), ...(omitted === 0 ? [] : [advice])];
}

function asideLines(asides: readonly Aside[], room: ShowRoom): readonly string[] {
  const longest = Math.min(longestAside, room.quote);
  const lines = asides
    .slice(0, mostAsides)
    .map(({ text, kind }) => `${asideNames[kind]}: “${excerpt(text, { longest }).markdown}”`);
  return asides.length > mostAsides ? [...lines, `and ${asides.length - mostAsides} more`] : lines;
}

/** Who wrote the explanations, where there are any; a fault is no matter of a reader's. */
function explainedBy({ claims, writing }: Check): readonly string[] {
  if (writing === null || claims.every(({ explanation }) => explanation.length === 0)) return [];
  return [whoExplained(writing, modelName(writing))];
}

export function checkDraft(check: Check, options: ShowOptions, room: ShowRoom): Draft {
  const { claims, asOf } = check;
  const unchecked = uncheckedLines(check, room);
  const parts = claims.map((claim) => claimBlocks(claim, null, room));
  const citations = claims.flatMap((claim) => claim.citations);
  const date = shownDate(asOf);
  const checked = `Checked against the documents and nothing else${date === null ? '' : `, as of ${date}`}.`;
  return {
    // The claims are in the body word for word: what was asked would only stand there twice, before the verdict.
    opening: [],
    title: null,
    body:
      claims.length === 0
        ? [{ text: 'There is nothing here that the documents could confirm or deny.' }]
        : [...parts.flatMap(({ blocks }) => blocks), ...errataBlocks(options.errata ?? [], citations, room)],
    sections: [
      ...(citations.length === 0
        ? []
        : [{ heading: 'Sources', lines: sourceLines(citations, { ...room, layout: options.layout }) }]),
      ...(unchecked.length === 0 ? [] : [{ heading: 'Not checked', lines: unchecked }]),
    ],
    closing: [
      checked,
      ...explainedBy(check),
      ...shortenedHint(
        citations.map(({ quote }) => quote),
        parts.some(({ isShortened }) => isShortened),
        options.layout,
      ),
    ].join(' '),
    tone: 'neutral',
    components: resultButtons({ ...options, hasPassage: citations.length > 0, hasDispute: claims.length > 0 }),
  };
}

/** What somebody said beside what the documents say. The claims stand for the question: `echo` is not shown again. */
export function writeCheck(check: Check, options: ShowOptions): readonly OutgoingMessage[] {
  return fitMessages((room) => checkDraft(check, options, room), options.layout);
}
