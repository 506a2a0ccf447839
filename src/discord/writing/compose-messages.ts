import type { APIActionRowComponent, APIButtonComponent, APIEmbed, APIEmbedField } from 'discord.js';
import type { Words } from '../wording/words.js';
import { escapeText } from './escape-text.js';
import { type MessageLayout, nobodyMentioned, type OutgoingMessage } from './outgoing-message.js';
import { type Block, packBlocks } from './pack-blocks.js';

export interface DraftSection {
  /** Drawn by code. */
  readonly heading: string;
  /** Markdown, at most 1,000 units each; one line or several. */
  readonly lines: readonly string[];
  /** True for lines that need room between them. */
  readonly isLoose?: boolean;
}

/** A message before it has a layout. All of it is markdown but `title` and `closing`, which are plain words of our own. */
export interface Draft {
  /** Lines above everything, together at most 1,900 units: what was asked. */
  readonly opening: readonly string[];
  readonly title: string | null;
  /** At most 1,900 units each. */
  readonly body: readonly Block[];
  /** Stand where text of a document cannot: in fields of their own, or under a bold heading outside of every quote. */
  readonly sections: readonly DraftSection[];
  /** At most 400 characters. */
  readonly closing: string | null;
  readonly tone: 'answer' | 'no-answer' | 'neutral';
  readonly components: readonly APIActionRowComponent<APIButtonComponent>[];
}

const colours: Readonly<Record<Draft['tone'], number>> = { answer: 0x3ba55d, 'no-answer': 0xe0a030, neutral: 0x5865f2 };

/*
 * Discord's limits are 2,000 for content, 4,096 for a description, 1,024 for a field and 6,000 for all of a message's
 * embeds together, of which title and closing may take 500.
 */
const contentLimit = 1950;
const descriptionLimit = 4090;
const fieldLimit = 1000;
const embedLimit = 5400;
const mostFields = 20;

function fieldsOf(sections: readonly DraftSection[], { results }: Words): readonly APIEmbedField[] {
  return sections.flatMap(({ heading, lines, isLoose = false }) =>
    packBlocks(
      lines.map((text) => ({ text, isTight: !isLoose })),
      fieldLimit,
    ).map((value, index) => ({ name: index === 0 ? heading : results.continued(heading), value })),
  );
}

/** Fields by message: as many as there is room for beside a description, the others in messages of their own. */
function groupFields(fields: readonly APIEmbedField[], description: string): readonly APIEmbedField[][] {
  const groups: APIEmbedField[][] = [[]];
  let used = description.length;
  for (const field of fields) {
    const size = field.name.length + field.value.length;
    const last = groups.at(-1) ?? [];
    if (used + size > embedLimit || last.length === mostFields) {
      groups.push([field]);
      used = size;
    } else {
      last.push(field);
      used += size;
    }
  }
  return groups;
}

function composeEmbeds(draft: Draft, words: Words): readonly OutgoingMessage[] {
  const descriptions = packBlocks(draft.body, descriptionLimit);
  const [beside = [], ...alone] = groupFields(fieldsOf(draft.sections, words), descriptions.at(-1) ?? '');
  const bodies: { description?: string; fields?: APIEmbedField[] }[] = descriptions.map((description) => ({
    description,
  }));
  const last = bodies.pop() ?? {};
  bodies.push(beside.length === 0 ? last : { ...last, fields: beside }, ...alone.map((fields) => ({ fields })));
  return bodies.map((body, index): OutgoingMessage => {
    const isLast = index === bodies.length - 1;
    const part = bodies.length > 1 ? words.results.part(index + 1, bodies.length) : null;
    const closing = [isLast ? draft.closing : null, part].filter((text) => text !== null).join(' · ');
    const embed: APIEmbed = {
      color: colours[draft.tone],
      ...(index === 0 && draft.title !== null ? { title: draft.title } : {}),
      ...body,
      ...(closing === '' ? {} : { footer: { text: closing } }),
    };
    return {
      content: index === 0 ? draft.opening.join('\n') : '',
      embeds: [embed],
      components: isLast ? draft.components : [],
      allowedMentions: nobodyMentioned,
    };
  });
}

function sectionBlocks({ heading, lines, isLoose = false }: DraftSection): readonly Block[] {
  return lines.map((text, index) => (index === 0 ? { text: `**${heading}**\n${text}` } : { text, isTight: !isLoose }));
}

function composeTexts(draft: Draft): readonly OutgoingMessage[] {
  const blocks: readonly Block[] = [
    ...draft.opening.map((text, index) => ({ text, isTight: index > 0 })),
    ...(draft.title === null ? [] : [{ text: `**${escapeText(draft.title)}**` }]),
    ...draft.body,
    ...draft.sections.flatMap(sectionBlocks),
    ...(draft.closing === null ? [] : [{ text: `-# ${escapeText(draft.closing)}`, isTight: true }]),
  ];
  const contents = packBlocks(blocks, contentLimit);
  return contents.map((content, index) => ({
    content,
    embeds: [],
    components: index === contents.length - 1 ? draft.components : [],
    allowedMentions: nobodyMentioned,
  }));
}

/** Discord refuses fields and descriptions without a character; what was nothing but invisible ones leaves some. */
function withoutEmpty(draft: Draft): Draft {
  const sections = draft.sections.map((section) => ({
    ...section,
    lines: section.lines.filter((line) => line !== ''),
  }));
  return {
    ...draft,
    body: draft.body.filter(({ text }) => text !== ''),
    sections: sections.filter(({ lines }) => lines.length > 0),
  };
}

/** One message, or several where one cannot hold it: split between blocks, the buttons under the last. */
export function composeMessages(full: Draft, layout: MessageLayout, words: Words): readonly OutgoingMessage[] {
  const draft = withoutEmpty(full);
  return layout === 'embed' ? composeEmbeds(draft, words) : composeTexts(draft);
}
