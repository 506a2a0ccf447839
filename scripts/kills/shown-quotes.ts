import type { ShownRecord, ShownResult } from '#src/state/seams/records.js';
import type { StateStore } from '#src/state/state-store.js';
import type { Citation, Generation, IndexedDocument } from '#src/types.js';
import { madeUpAnswer, madeUpDecline } from '../../test/support/made-up-answer.js';

const question = 'What does it say?';

/** An answer that quotes all of a document, or says that there is nothing. */
function answerOf(document: IndexedDocument | undefined, generation: string) {
  const answer =
    document === undefined
      ? madeUpDecline(question, { generation })
      : madeUpAnswer(question, [{ quote: document.text }], { generation });
  const citations = answer.citations.map((citation) => ({ ...citation, document: document?.id ?? '' }));
  return { kind: 'answer', question, answer: { ...answer, citations } } as const;
}

/** Shows a document of a generation to somebody, as the bot keeps it; gives the record's id. */
export async function showDocument(
  { records }: Pick<StateStore, 'records'>,
  guild: string,
  { id: generation, documents }: Generation,
  round: number,
): Promise<string> {
  const document = documents[round % documents.length];
  const id = `shown-${round}`;
  const place = { guild, channel: `1${guild.slice(1)}`, asker: `${round}`, isPrivate: false, shownAt: round };
  await records.keep({ id, result: answerOf(document, generation), ...place });
  await records.place(id, [`message-${round}`]);
  return id;
}

function quotedIn(result: ShownResult): readonly Citation[] {
  return result.kind === 'answer' ? result.answer.citations : [];
}

/** The document that a record is about: it quoted that at first, whatever it does now. */
export function documentOf({ result, original }: Pick<ShownRecord, 'result' | 'original'>): string {
  return quotedIn(original ?? result)[0]?.document ?? '';
}

/** Whether a record says what stands: it quotes all of its document, or nothing when there is no such document. */
export function stands(record: Pick<ShownRecord, 'result' | 'original'>, live: Generation | null): boolean {
  const document = live?.documents.find(({ id }) => id === documentOf(record));
  return quotedIn(record.result)[0]?.quote === document?.text;
}

/** Brings every record up to date that cites what changed, then says so: the order in which self-correction works. */
export async function correctRecords(
  { records, staging }: Pick<StateStore, 'records' | 'staging'>,
  collection: string,
  guild: string | null,
  live: Generation,
): Promise<void> {
  for (const waiting of await staging.correcting()) {
    if (waiting.collection !== collection) continue;
    const query = { documents: waiting.documents, since: 0, limit: 10_000, ...(guild === null ? {} : { guild }) };
    for (const { record } of await records.citing(query)) {
      if (stands(record, live)) continue;
      const document = live.documents.find(({ id }) => id === documentOf(record));
      const { id, result, original = result } = record;
      await records.correct(id, { result: answerOf(document, live.id), original });
    }
    await staging.corrected(waiting);
  }
}
