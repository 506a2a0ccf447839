import type { APIEmbed } from 'discord-api-types/v10';

type Loose = Record<string, unknown>;

/** Without `null`s and with every text trimmed, as Discord keeps it. */
function tidy(value: unknown): unknown {
  if (typeof value === 'string') return value.trim();
  if (Array.isArray(value)) return value.map(tidy);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, property]) => property !== null && property !== undefined)
      .map(([key, property]) => [key, tidy(property)]),
  );
}

function withProxy(part: unknown, key: 'url' | 'icon_url'): object {
  const given = part as Loose;
  return typeof given[key] === 'string' ? { ...given, [`proxy_${key}`]: given[key] } : given;
}

/** An embed as Discord gives it back. */
export function embedPayload(embed: APIEmbed): APIEmbed {
  const given = tidy(embed) as Loose;
  const result: Loose = { ...given, type: 'rich' };
  if (Array.isArray(given.fields)) result.fields = given.fields.map((field: Loose) => ({ inline: false, ...field }));
  if (given.image !== undefined) result.image = { ...withProxy(given.image, 'url'), width: 800, height: 600 };
  if (given.thumbnail !== undefined) result.thumbnail = { ...withProxy(given.thumbnail, 'url'), width: 80, height: 80 };
  if (given.footer !== undefined) result.footer = withProxy(given.footer, 'icon_url');
  if (given.author !== undefined) result.author = withProxy(given.author, 'icon_url');
  return result as unknown as APIEmbed;
}
