import type { PlacedRecord, ShownRecord, ShownResult } from '../../state/seams/records.js';
import { askWhenQuiet } from './ask-when-quiet.js';
import type { CorrectingParts, RoundInChannels } from './correcting-parts.js';
import { type CorrectedTo, isLive } from './is-live.js';
import { mustBeAskedAgain } from './must-be-asked-again.js';
import { findOwnMessages, type OwnMessage, type Refused } from './own-messages.js';
import { placedNow } from './placed-now.js';
import { saysTheSame } from './says-the-same.js';
import { showCorrection } from './show-correction.js';

/**
 * `stands`: its messages say what the documents say · `corrected`: they do now · `left`: nobody can correct it, such as
 * what only its asker sees · `later`: something is out of order, to be tried again · `rests`: as another one in its
 * channel, so that it was not tried · `outdated`: another generation is live than the one that is corrected to.
 */
export type CorrectedRecord = 'stands' | 'corrected' | 'left' | 'later' | 'rests' | 'outdated';

function withOriginal(
  result: ShownResult,
  original: ShownResult | undefined,
): Pick<ShownRecord, 'result' | 'original'> {
  return original === undefined ? { result } : { result, original };
}

function noted(refused: Refused, channel: string, { closed, resting }: RoundInChannels): 'left' | 'later' {
  if (refused === 'closed') closed.add(channel);
  if (refused !== 'later') return 'left';
  resting.add(channel);
  return 'later';
}

/** Whether its messages cannot be reached, as far as is known without asking Discord. */
function isOutOfReach({ guild, channel, isPrivate }: ShownRecord, { closed }: RoundInChannels, parts: CorrectingParts) {
  return isPrivate || closed.has(channel) || (guild !== null && !parts.client.guilds.cache.has(guild));
}

async function correctMessages(
  record: ShownRecord,
  own: readonly [OwnMessage, ...OwnMessage[]],
  to: CorrectedTo,
  round: RoundInChannels,
  parts: CorrectingParts,
): Promise<CorrectedRecord> {
  const { id, channel, result, original } = record;
  const { records } = parts.state;
  const now = await askWhenQuiet(record, to, parts);
  if (typeof now === 'string') return now;
  if (saysTheSame(result, now)) {
    await records.correct(id, withOriginal(now, original));
    return 'stands';
  }
  // Somebody may have deleted what is kept of them: then nothing of it is shown anew.
  if ((await records.find(id)) === null) return 'left';
  const refused = await showCorrection(record, own, now, parts);
  if (refused !== null) return noted(refused, channel, round);
  const first = original ?? result;
  await records.correct(id, withOriginal(now, saysTheSame(first, now) ? undefined : first));
  return 'corrected';
}

/**
 * Corrects the messages of a record in place when what they say no longer stands; where it only moved in its document,
 * the record learns its new place.
 *
 * The messages are edited before the record is: whatever a crash interrupts, the record says that it is still to be done,
 * and doing it again leaves the messages as they are.
 */
export async function correctRecord(
  { record, messages }: PlacedRecord,
  to: CorrectedTo,
  round: RoundInChannels,
  parts: CorrectingParts,
): Promise<CorrectedRecord> {
  const { id, channel, guild, result, original } = record;
  const visible = await parts.desk.generations(guild);
  if (!(await isLive(to, parts))) return 'outdated';
  if (!mustBeAskedAgain(record, visible)) {
    const placed = placedNow(result, visible);
    if (placed !== null && placed !== result) await parts.state.records.correct(id, withOriginal(placed, original));
    return 'stands';
  }
  if (isOutOfReach(record, round, parts)) return 'left';
  if (round.resting.has(channel)) return 'rests';
  const own = await findOwnMessages(channel, messages, parts);
  if (typeof own === 'string') return noted(own, channel, round);
  const [first, ...further] = own;
  return first === undefined ? 'left' : correctMessages(record, [first, ...further], to, round, parts);
}
