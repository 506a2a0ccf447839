import type { StateStore } from '#src/state/state-store.js';
import { createChanges } from '../../support/discord/changes.js';

const withinMs = 60_000;

/** A state that tells a test what happens in it. */
export interface WatchedState {
  readonly around: (state: StateStore) => StateStore;
  /** Resolves once it is noted that a message shows a record. */
  placed(message: { readonly id: string }): Promise<void>;
  /** Resolves once so many self-corrections are over, counted from the start. */
  corrections(count: number): Promise<void>;
  readonly count: number;
}

export function watchedState(): WatchedState {
  const changes = createChanges();
  const noted = new Set<string>();
  let over = 0;
  const until = async (holds: () => boolean, what: string): Promise<void> => {
    await changes.until(() => holds() || undefined, { what, withinMs });
  };
  return {
    around: (state) => ({
      ...state,
      records: {
        ...state.records,
        async place(record, messages) {
          await state.records.place(record, messages);
          for (const message of messages) noted.add(message);
          changes.announce();
        },
      },
      staging: {
        ...state.staging,
        async corrected(done) {
          await state.staging.corrected(done);
          over += 1;
          changes.announce();
        },
      },
    }),
    placed: ({ id }) => until(() => noted.has(id), 'the note of where an answer is shown'),
    corrections: (count) => until(() => over >= count, 'the end of a self-correction'),
    get count() {
      return over;
    },
  };
}
