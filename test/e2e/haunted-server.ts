import { PermissionFlagsBits } from 'discord-api-types/v10';
import { expect } from 'vitest';
import type { Actor } from '../support/discord/actor.js';
import type { Loopback } from '../support/discord/loopback.js';
import type { LoopbackGuild } from '../support/discord/loopback-guild.js';
import type { SeenMessage } from '../support/discord/seen-message.js';
import { publishes, textWhenDone } from '../support/moderator-at-work.js';
import { onlyMessage } from '../support/only-message.js';

/** A server with a canary in everything. */
export interface Haunted {
  readonly guild: LoopbackGuild;
  readonly moderator: Actor;
  readonly member: Actor;
  readonly canary: string;
  /** The year that `asked` is answered with, out of its documents. */
  readonly told: string;
  readonly generations: readonly [string, string];
  /** Answers that its members were shown. */
  readonly answers: readonly SeenMessage[];
}

export const titled = (canary: string, title: string): string => `${canary} ${title}`;
export const idOf = (title: string): string => `server:${title.toLowerCase().replaceAll(' ', '-')}`;

export const asked = 'Since when has Ivan Kolev lived in the lighthouse?';
export const twin = 'The mole of Burgas was mended twice, as the harbour master wrote.';

function lighthouse(canary: string, year: string): string {
  return [
    `The lighthouse of Varna stands at the end of the northern mole and belongs to ${canary}.`,
    'It is 40 metres tall, and its light is seen from a distance of 19 sea miles.',
    `The keeper of the lighthouse is Ivan Kolev, who has lived there with his family since ${year}.`,
    'Visitors may climb the tower on Sundays, when the keeper opens the door at noon.',
  ].join('\n\n');
}

/** Has everything done in a server that leaves something behind. `canary` is one word that stands nowhere else. */
export async function haunt(discord: Loopback, guild: LoopbackGuild, canary: string, told: string): Promise<Haunted> {
  const moderator = discord.member(`mona-${canary.toLowerCase()}`, {
    guild,
    permissions: PermissionFlagsBits.ManageGuild,
  });
  const member = discord.member(`ben-${canary.toLowerCase()}`, { guild });
  const add = async (title: string, content: string): Promise<void> => {
    const file = { name: `${title}.txt`, content };
    const text = await textWhenDone(
      await moderator.runs('corpus add', { file, title: titled(canary, title), publisher: `${canary} Press` }),
    );
    expect(text).toContain('Staged');
  };
  await add('older', `The mole of Burgas was painted by ${canary}.`);
  const { generation: before } = await publishes(moderator);
  await moderator.runs('corpus remove', { document: idOf(titled(canary, 'older')) });
  await add('live', lighthouse(canary, told));
  await add('twin', twin);
  const { generation: live } = await publishes(moderator);
  await add('staged', `The quay of Varna belongs to ${canary}.`);

  const answer = onlyMessage(await member.runs('ask', { question: asked }));
  expect(answer.text).toContain(`since **${told}**`);
  const unanswered = onlyMessage(await member.runs('ask', { question: `Who painted the town hall of ${canary}?` }));
  expect(unanswered.text).toContain('do not answer');
  await member.submits(await member.presses(answer, 'Dispute'), { 'What is wrong?': `${canary} says otherwise.` });
  await member.presses(unanswered, '👎');
  await moderator.runs('settings server', { log_channel: guild.channel(`${canary.toLowerCase()}-log`) });
  return { guild, moderator, member, canary, told, generations: [before, live], answers: [answer, unanswered] };
}

/** What gives a server away, wherever it is read. */
export function givenAway({ canary, told, generations }: Haunted): RegExp {
  return new RegExp([canary, `\\b${told}\\b`, ...generations].join('|'), 'iu');
}
