import { describeError } from '../../redaction.js';
import type { ShownRecord, ShownResult } from '../../state/seams/records.js';
import { askAgain } from './ask-again.js';
import type { CorrectingParts } from './correcting-parts.js';
import { type CorrectedTo, isLive } from './is-live.js';

/**
 * What a record's question comes to now, asked while no member waits. `outdated` unless what is corrected to was
 * live all the time; `later` when it failed, which is logged.
 */
export async function askWhenQuiet(
  { result, guild }: Pick<ShownRecord, 'result' | 'guild'>,
  to: CorrectedTo,
  { desk, collections, queue, deadlineMs, log, signal }: CorrectingParts,
): Promise<ShownResult | 'later' | 'outdated'> {
  const visible = async (): Promise<readonly string[]> => (await desk.generations(guild)).map(({ id }) => id);
  const work = async (): Promise<ShownResult | 'outdated'> => {
    const before = await visible();
    if (!(await isLive(to, { collections }))) return 'outdated';
    const again = await askAgain(result, guild, desk);
    const isSame = (await visible()).join('+') === before.join('+') && (await isLive(to, { collections }));
    return isSame ? again : 'outdated';
  };
  try {
    await queue.whenQuiet(signal);
    const asked = await queue.run(work, AbortSignal.any([signal, AbortSignal.timeout(deadlineMs)]));
    return asked === 'busy' ? 'later' : asked;
  } catch (error) {
    signal.throwIfAborted();
    log.warn(describeError(error), 'what was shown earlier could not be asked for again; it is tried later');
    return 'later';
  }
}
