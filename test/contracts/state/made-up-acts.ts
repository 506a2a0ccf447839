import { expect } from 'vitest';
import type { Audited } from '#src/state/seams/audit.js';
import type { Acceptance, Erratum, GoldenQuestion } from '#src/state/seams/feedback.js';
import type { StateStore } from '#src/state/state-store.js';
import { madeUpRecord } from '../../state/made-up-record.js';

/** The store that the test at hand works with. */
export type OpenedStore = () => StateStore;

export function madeUpEntry(more: Partial<Audited> = {}): Audited {
  return {
    guild: 'guild',
    actor: 'moderator',
    at: 1_764_000_000_123,
    act: 'corpus add',
    subject: 'server:treaty',
    before: null,
    after: 'staged',
    ...more,
  };
}

/** Without the number that the store gave. */
export function unnumbered<Numbered extends { readonly number: number }>(numbered: Numbered): Omit<Numbered, 'number'> {
  const { number: _, ...rest } = numbered;
  return rest;
}

/** What the audit log of a server says, newest first, without the numbers. */
export async function entriesOf(store: StateStore, guild = 'guild'): Promise<readonly Audited[]> {
  const entries = await store.audit.entries({ guild, limit: 1_000 });
  return entries.map(unnumbered);
}

export function madeUpGolden(more: Partial<GoldenQuestion> = {}): GoldenQuestion {
  return {
    guild: 'guild',
    question: 'Where was it agreed?',
    wrong: { document: 'server:treaty', quote: 'It was agreed in Paris.' },
    at: 1_764_000_000_456,
    ...more,
  };
}

export function madeUpErratum(more: Partial<Erratum> = {}): Erratum {
  return {
    guild: 'guild',
    document: 'server:treaty',
    quote: 'It was agreed in Paris.',
    text: 'It was Geneva.',
    at: 1_764_000_000_789,
    ...more,
  };
}

export const nothingFollows: Acceptance = { golden: null, erratum: null };

/** A new record in a server that a member disputes; gives the number of the item that this opens. */
export async function openDispute(
  store: StateStore,
  { guild = 'guild', record = 'disputed', member = 'member', text = 'No.', at = 1 } = {},
): Promise<number> {
  await store.records.keep(madeUpRecord(record, { guild }));
  await store.feedback.dispute({ record, member, text, at });
  const { items } = await store.reviews.open(guild, { limit: 1_000 });
  return items.at(-1)?.number ?? expect.fail('the dispute opened an item');
}
