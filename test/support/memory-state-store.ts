import { StateError } from '#src/state/state-error.js';
import type { Dispute, ShownRecord, StateStore, Vote } from '#src/state/state-store.js';

interface MemberVote {
  readonly record: string;
  readonly member: string;
  readonly vote: Vote;
}

/** Newest first, ties in the order of ids. */
function byTime(a: ShownRecord, b: ShownRecord): number {
  return b.shownAt - a.shownAt || (a.id < b.id ? 1 : -1);
}

/** A state store that keeps nothing: plain lists, so simple that it can judge the real ones. */
export function createMemoryStateStore(): StateStore {
  let records: readonly ShownRecord[] = [];
  let placements: readonly { readonly record: string; readonly message: string }[] = [];
  let votes: readonly MemberVote[] = [];
  let disputes: readonly Dispute[] = [];
  const facts = new Map<string, string>();
  let isClosed = false;

  /** Runs as the real ones do: never before the caller goes on, and not once closed. */
  async function run<T>(act: () => T): Promise<T> {
    await Promise.resolve();
    if (isClosed) throw new StateError('The state is closed.', 'Start Parley again.');
    return structuredClone(act());
  }
  const find = (id: string | undefined): ShownRecord | null => records.find((record) => record.id === id) ?? null;
  const isThere = ({ record }: { readonly record: string }): boolean => find(record) !== null;

  return {
    keep(record) {
      const kept = structuredClone(record);
      return run(() => {
        records = [...records.filter(({ id }) => id !== kept.id), kept];
      });
    },
    place: (record, messages) =>
      run(() => {
        if (find(record) === null) return;
        placements = placements.filter(({ message }) => !messages.includes(message));
        placements = [...placements, ...messages.map((message) => ({ record, message }))];
      }),
    find: (record) => run(() => find(record)),
    findByMessage: (shown) => run(() => find(placements.find(({ message }) => message === shown)?.record)),
    recentTurns: ({ channel, asker, withPrivate, since, until = Number.POSITIVE_INFINITY, limit }) =>
      run(() =>
        records
          .filter((record) => record.result.kind === 'answer')
          .filter((record) => record.channel === channel && record.shownAt >= since && record.shownAt <= until)
          .filter((record) => asker === undefined || record.asker === asker)
          .filter((record) => !record.isPrivate || (withPrivate && record.asker === asker))
          .toSorted(byTime)
          .slice(0, limit),
      ),
    vote: (record, member, vote) =>
      run(() => {
        if (find(record) === null) return;
        votes = [...votes.filter((cast) => cast.record !== record || cast.member !== member), { record, member, vote }];
      }),
    votes: (record) =>
      run(() => {
        const cast = votes.filter((vote) => vote.record === record);
        const up = cast.filter(({ vote }) => vote === 'up').length;
        return { up, down: cast.length - up };
      }),
    dispute: (dispute) =>
      run(() => {
        if (find(dispute.record) !== null) disputes = [...disputes, dispute];
      }),
    disputes: (record) => run(() => disputes.filter((dispute) => dispute.record === record)),
    fact: (key) => run(() => facts.get(key) ?? null),
    setFact: (key, value) =>
      run(() => {
        facts.set(key, value);
      }),
    forgetBefore: (time) =>
      run(() => {
        const before = records.length;
        records = records.filter(({ shownAt }) => shownAt >= time);
        placements = placements.filter(isThere);
        votes = votes.filter(isThere);
        disputes = disputes.filter(isThere);
        return before - records.length;
      }),
    async close() {
      isClosed = true;
    },
  };
}
