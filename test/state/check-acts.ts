import type { NumberedEntry } from '#src/state/seams/audit.js';
import type { StateStore } from '#src/state/state-store.js';

/** The newest round in which a moderator did this, as the audit log says; 0 for none. */
function lastRound(entries: readonly NumberedEntry[], act: string): number {
  return Number(entries.find((entry) => entry.act === act)?.subject ?? 0);
}

/** What is wrong between the acts of a writer and the audit log, which names the round of each. */
async function unlike(store: StateStore, writer: string): Promise<readonly string[]> {
  const { audit, settings, staging, reviews } = store;
  const entries = await audit.entries({ guild: writer, limit: 100_000 });
  const wrong: string[] = [];
  const expectSame = (what: string, found: unknown, expected: unknown): void => {
    if (JSON.stringify(found) !== JSON.stringify(expected)) {
      wrong.push(`${what}: ${JSON.stringify(found)} instead of ${JSON.stringify(expected)}`);
    }
  };
  const added = lastRound(entries, 'corpus add');
  const published = lastRound(entries, 'reindex run');
  expectSame('the setting', (await settings.of(writer))[0]?.value, lastRound(entries, 'settings') || undefined);

  const changes = await staging.changes(writer);
  const isWaiting = added > published;
  expectSame(
    'what is staged',
    changes.map(({ version }) => version),
    isWaiting ? [`${added}`] : [],
  );
  const text = await staging.text(writer, 'server:document', `${added}`);
  expectSame('the staged text', text?.text.length, isWaiting ? `${added} `.length * 5_000 : undefined);
  const begun = (await staging.begun()).filter(({ collection }) => collection === writer);
  // Between staging and beginning there is a moment in which none has begun.
  if (begun.length > 0)
    expectSame(
      'what has begun',
      begun.map(({ versions }) => versions),
      isWaiting ? [[`${added}`]] : [],
    );
  const correcting = (await staging.correcting()).filter(({ collection }) => collection === writer);
  expectSame(
    'what is to correct',
    correcting.map(({ generation }) => generation),
    published > 0 ? [`g${published}`] : [],
  );

  const rejected = entries.filter(({ act }) => act === 'review reject').length;
  const { count } = await reviews.open(writer, { limit: 1 });
  const disputed = (await store.personal.of('member')).disputes.filter(({ record }) => record.startsWith(`${writer}-`));
  expectSame('open and rejected items', count + rejected, disputed.length);
  return wrong;
}

/**
 * Throws unless of every act of a writer both the act and its entry are there, or neither, and all acts of the rounds
 * that were confirmed are.
 */
export async function checkActs(store: StateStore, writer: string, confirmed: number): Promise<void> {
  const wrong = await unlike(store, writer);
  if (wrong.length > 0)
    throw new Error(`the audit log of ${writer} says something else than what is: ${wrong.join('; ')}`);
  const entries = await store.audit.entries({ guild: writer, limit: 100_000 });
  for (const act of ['settings', 'corpus add', 'reindex run', 'review reject']) {
    if (lastRound(entries, act) < confirmed)
      throw new Error(`${act} of round ${confirmed} was confirmed and is not there`);
  }
}
