import { type APIMessageTopLevelComponent, ComponentType } from 'discord-api-types/v10';

type Loose = Record<string, unknown>;

/** What Discord fills in where the bot left it out. */
const defaults: Readonly<Partial<Record<ComponentType, Loose>>> = {
  [ComponentType.StringSelect]: { min_values: 1, max_values: 1 },
  [ComponentType.UserSelect]: { min_values: 1, max_values: 1 },
  [ComponentType.RoleSelect]: { min_values: 1, max_values: 1 },
  [ComponentType.MentionableSelect]: { min_values: 1, max_values: 1 },
  [ComponentType.ChannelSelect]: { min_values: 1, max_values: 1 },
  [ComponentType.Thumbnail]: { description: null, spoiler: false },
  [ComponentType.File]: { name: null, size: null, spoiler: false },
  [ComponentType.Separator]: { spacing: 1, divider: true },
  [ComponentType.Container]: { accent_color: null, spoiler: false },
};

const known = (value: unknown): boolean => value !== null && value !== undefined;

/** Without what the bot sent as `null`. */
function stated(value: object): Loose {
  return Object.fromEntries(Object.entries(value).filter(([, property]) => known(property)));
}

function mediaPayload(media: Loose, nextId: () => string): Loose {
  return { id: nextId(), url: media.url, proxy_url: media.url, width: null, height: null, content_type: null };
}

/** Components as Discord gives them back: numbered, and with every default written out. */
export function componentPayloads(
  components: readonly object[],
  nextId: () => string,
): readonly APIMessageTopLevelComponent[] {
  const taken = new Set(components.map((component) => ('id' in component ? component.id : undefined)));
  let last = 0;

  function numbered(): number {
    do last += 1;
    while (taken.has(last));
    return last;
  }

  function payload(component: object): Loose {
    const given = stated(component);
    const result: Loose = { id: numbered(), ...defaults[given.type as ComponentType], ...given };
    // A select in a message is never required; Discord takes the word and forgets it.
    delete result.required;
    if (known(given.emoji)) result.emoji = stated(given.emoji as object);
    if (Array.isArray(given.components)) result.components = given.components.map(payload);
    if (known(given.accessory)) result.accessory = payload(given.accessory as object);
    if (known(given.media)) result.media = mediaPayload(given.media as Loose, nextId);
    if (known(given.file)) result.file = mediaPayload(given.file as Loose, nextId);
    if (Array.isArray(given.items)) {
      result.items = given.items.map((item: Loose) => ({
        description: null,
        spoiler: false,
        ...stated(item),
        media: mediaPayload(item.media as Loose, nextId),
      }));
    }
    if (Array.isArray(given.options)) {
      result.options = given.options.map((option: Loose) => {
        const stateds = stated(option);
        return known(stateds.emoji) ? { ...stateds, emoji: stated(stateds.emoji as object) } : stateds;
      });
    }
    return result;
  }

  return components.map(payload) as unknown as readonly APIMessageTopLevelComponent[];
}
