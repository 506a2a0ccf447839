import { guildOfCollection, isCollectionName } from '../../collections.js';
import type { PlacedRecord, ShownRecord } from '../../state/seams/records.js';
import type { Correcting } from '../../state/seams/staging.js';
import { type CorrectedRecord, correctRecord } from './correct-record.js';
import type { CorrectingParts, RoundInChannels } from './correcting-parts.js';
import { isLive } from './is-live.js';

export interface CorrectedCollection {
  /**
   * `done`: every record stands or cannot be corrected · `later`: some are to be tried again · `outdated`: another
   * generation is live, so that it is not known whether they stand.
   */
  readonly outcome: 'done' | 'later' | 'outdated';
  /** Records corrected, by the server where they were shown; direct messages are not counted. */
  readonly counts: ReadonlyMap<string, number>;
  /** Ids of the records that failed; none where Discord or the encoder seems to be out of order as a whole. */
  readonly failed: readonly string[];
  /** Ids of the records that made it seem so, and ended the round. */
  readonly endedBy: readonly string[];
}

const pageSize = 50;
/** So many in a row that cannot be done now: then the others cannot either. */
const mostInARow = 3;

export interface CorrectingRound {
  readonly correcting: Correcting;
  /** Milliseconds since 1970: what was shown before stays as it is. */
  readonly since: number;
  /** Whether a record is not tried any more. */
  readonly isGivenUp: (record: string) => boolean;
  /** Records that failed in the round before: they come last, for the fault may be in these alone. */
  readonly postponed: readonly string[];
}

/** Goes once through all records that cite what changed in a collection, the oldest first, and corrects them. */
export async function correctCollection(
  { correcting, since, isGivenUp, postponed }: CorrectingRound,
  parts: CorrectingParts,
): Promise<CorrectedCollection> {
  const { collection, documents } = correcting;
  const counts = new Map<string, number>();
  const failed: string[] = [];
  const end = (outcome: CorrectedCollection['outcome']): CorrectedCollection => ({
    outcome,
    counts,
    failed,
    endedBy: [],
  });
  if (!isCollectionName(collection)) return end('done');
  const guild = guildOfCollection(collection);
  if (!(await isLive(correcting, parts))) return end('outdated');

  const round: RoundInChannels = { closed: new Set(), resting: new Set() };
  const query = { documents, since, limit: pageSize, ...(guild === null ? {} : { guild }) };
  const last: PlacedRecord[] = [];
  let inARow: readonly string[] = [];
  let isWhole = true;
  let isAnyCorrected = false;

  async function correct(placed: PlacedRecord): Promise<CorrectedRecord> {
    parts.signal.throwIfAborted();
    const outcome = await correctRecord(placed, correcting, round, parts);
    if (outcome === 'rests') isWhole = false;
    if (outcome !== 'corrected') return outcome;
    isAnyCorrected = true;
    const { guild: shownIn } = placed.record;
    if (shownIn !== null) counts.set(shownIn, (counts.get(shownIn) ?? 0) + 1);
    return outcome;
  }

  for (let after: ShownRecord | undefined; ; ) {
    const page = await parts.state.records.citing({ ...query, ...(after === undefined ? {} : { after }) });
    for (const placed of page) {
      const { id } = placed.record;
      if (isGivenUp(id)) continue;
      if (postponed.includes(id)) {
        last.push(placed);
        continue;
      }
      const outcome = await correct(placed);
      if (outcome === 'outdated') return end('outdated');
      if (outcome === 'later') failed.push(id);
      if (outcome !== 'rests') inARow = outcome === 'later' ? [...inARow, id] : [];
      if (inARow.length === mostInARow) return { ...end('later'), failed: [], endedBy: inARow };
    }
    if (page.length < pageSize) break;
    after = page.at(-1)?.record;
  }

  const failedAgain: string[] = [];
  for (const placed of last) {
    const outcome = await correct(placed);
    if (outcome === 'outdated') return end('outdated');
    if (outcome === 'later') failedAgain.push(placed.record.id);
  }
  if (isWhole && failed.length + failedAgain.length === 0) return end('done');
  // Where another could be corrected, the fault is in these alone.
  const isOutOfOrder = !isAnyCorrected && failedAgain.length >= mostInARow;
  return isOutOfOrder
    ? { ...end('later'), endedBy: failedAgain }
    : { ...end('later'), failed: [...failed, ...failedAgain] };
}
