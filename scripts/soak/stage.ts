import type { Actor, LoopbackChannel } from '../../test/support/discord/actor.js';
import { everyComponent } from '../../test/support/discord/every-component.js';
import type { Loopback } from '../../test/support/discord/loopback.js';
import { faceOf, type SeenMessage } from '../../test/support/discord/seen-message.js';
import { pick } from '../bench/seeded-random.js';

/** A channel, a thread or a direct channel, and who is there. */
export interface Place {
  readonly channel: LoopbackChannel;
  readonly people: readonly Actor[];
}

/** A message of the bot's that somebody may press, reply to, or open a menu on. */
export interface ShownMessage {
  readonly message: SeenMessage;
  readonly place: Place;
  /** Who alone sees it; `null` when everybody there does. */
  readonly owner: Actor | null;
}

export interface Stage {
  readonly channels: readonly Place[];
  readonly threads: readonly Place[];
  readonly directs: readonly Place[];
  readonly everywhere: readonly Place[];
  /** What the bot showed so far, the oldest first. */
  readonly shown: readonly ShownMessage[];
  shows(message: ShownMessage): void;
  /** One that has such a button to press now; `undefined` when none was found. */
  withButton(label: string, random: () => number): ShownMessage | undefined;
  /** Somebody who sees the message. */
  viewerOf(shown: ShownMessage, random: () => number): Actor;
}

const guildNames = ['Class', 'Newsroom', 'Policy'];
const channelNames = ['general', 'sources', 'debate'];
const membersEach = 10;
/** How often a message is drawn before there counts as being none. */
const draws = 30;

function hasButton({ components }: SeenMessage, label: string): boolean {
  return everyComponent(components).some(({ component }) => {
    const face = faceOf(component);
    return (face.label === label || face.emoji === label) && component.disabled !== true;
  });
}

/** Three servers, each with three channels, two threads and ten members, of whom one is in all of them. */
export function setStage(discord: Loopback): Stage {
  const channels: Place[] = [];
  const threads: Place[] = [];
  const directs: Place[] = [];
  for (const [at, name] of guildNames.entries()) {
    const guild = at === 0 ? discord.home : discord.guild({ name, channels: channelNames });
    if (at === 0) for (const more of channelNames.slice(1)) guild.channel(more);
    const names = Array.from({ length: membersEach - 1 }, (_, index) => `${name.toLowerCase()}-${index + 1}`);
    const people = [...names, 'everywhere'].map((member) => discord.member(member, { guild }));
    channels.push(...guild.channels.map((channel) => ({ channel, people })));
    for (const topic of ['aleppo', 'geneva']) {
      threads.push({ channel: discord.thread(guild.general, { name: topic }), people });
    }
    directs.push(...people.slice(0, 3).map((person) => ({ channel: person.direct, people: [person] })));
  }
  const shown: ShownMessage[] = [];
  return {
    channels,
    threads,
    directs,
    everywhere: [...channels, ...threads, ...directs],
    shown,
    shows: (message) => void shown.push(message),
    withButton(label, random) {
      if (shown.length === 0) return undefined;
      for (let drawn = 0; drawn < draws; drawn += 1) {
        const candidate = pick(shown, random);
        const message = discord.look(candidate.message);
        if (message !== undefined && hasButton(message, label)) return { ...candidate, message };
      }
      return undefined;
    },
    viewerOf: ({ place, owner }, random) => owner ?? pick(place.people, random),
  };
}
