import type { PersonalData } from '#src/state/seams/personal.js';
import type { StateStore } from '#src/state/state-store.js';

function byTime(one: { readonly at: number }, other: { readonly at: number }): number {
  return one.at - other.at;
}

/** Lists whose order is not promised, in the order of time. */
export function sortedPersonal(data: PersonalData): PersonalData {
  const { votes, disputes, uses, acts } = data;
  return {
    ...data,
    votes: votes.toSorted(byTime),
    disputes: disputes.toSorted(byTime),
    uses: uses.toSorted((one, other) => byTime(one, other) || (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1)),
    acts: acts.toSorted((one, other) => one.number - other.number),
  };
}

/** What the store can still say of some servers, by every question but that after a moderator's acts. */
export async function everythingOf(store: StateStore, guilds: readonly string[]): Promise<unknown> {
  const placed = await store.records.citing({ documents: ['made-up'], since: 0, limit: 1_000 });
  const highestItem = 50;
  const numbers = Array.from({ length: highestItem }, (_, index) => index + 1);
  return {
    placed,
    feedback: await Promise.all(placed.map(({ record }) => store.feedback.disputes(record.id))),
    turns: await store.records.recentTurns({ channel: 'channel', withPrivate: false, since: 0, limit: 1_000 }),
    servers: await Promise.all(
      guilds.map(async (guild) => ({
        asked: await store.records.asked({ guild, since: 0, limit: 1_000 }),
        open: await store.reviews.open(guild, { limit: 1_000 }),
        items: await Promise.all(numbers.map((number) => store.reviews.find(guild, number))),
        settings: await store.settings.of(guild),
      })),
    ),
    others: await Promise.all(['other', 'nobody'].map((member) => store.personal.of(member))),
  };
}
