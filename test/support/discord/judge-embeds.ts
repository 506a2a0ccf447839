import type { APIEmbed } from 'discord-api-types/v10';
import { invalidForm } from './discord-error.js';
import type { Finding } from './finding.js';

/** Characters of all embeds of a message together. */
const embedSum = 6000;

function lengthOf({ title, description, fields, footer, author }: APIEmbed): number {
  const parts = [
    title,
    description,
    footer?.text,
    author?.name,
    ...(fields ?? []).flatMap(({ name, value }) => [name, value]),
  ];
  return parts.reduce((sum, part) => sum + (part?.length ?? 0), 0);
}

function required(place: string): Finding {
  return {
    rule: 'embed-empty-field',
    detail: `${place} is empty`,
    refusal: invalidForm(place, 'BASE_TYPE_REQUIRED', 'This field is required'),
  };
}

/** What the specification leaves out about embeds. */
export function judgeEmbeds(embeds: readonly APIEmbed[]): readonly Finding[] {
  const sum = embeds.reduce((total, embed) => total + lengthOf(embed), 0);
  const empty = embeds.flatMap(({ fields, footer, author }, index) => [
    ...(fields ?? []).flatMap(({ name, value }, field) => [
      ...(name.trim() === '' ? [required(`embeds[${index}].fields[${field}].name`)] : []),
      ...(value.trim() === '' ? [required(`embeds[${index}].fields[${field}].value`)] : []),
    ]),
    ...(footer?.text.trim() === '' ? [required(`embeds[${index}].footer.text`)] : []),
    ...(author?.name.trim() === '' ? [required(`embeds[${index}].author.name`)] : []),
  ]);
  if (sum <= embedSum) return empty;
  return [
    ...empty,
    {
      rule: 'embed-sum',
      detail: `the embeds hold ${sum} characters, more than ${embedSum}`,
      refusal: invalidForm('embeds', 'MAX_EMBED_SIZE_EXCEEDED', `Embed size exceeds maximum size of ${embedSum}`),
    },
  ];
}
