import type { BotParts } from '../bot-parts.js';
import { describeError } from '../../redaction.js';
import type { Reply } from './reply.js';
import { writeNotice } from '../writing/write-notice.js';

const tooLate =
  'This took too long, so I stopped. Nothing is wrong with your question: please ask it again in a moment.';
const failed =
  'Something went wrong on my side, so there is no answer. It was noted for whoever runs me; please try again in a moment.';

function apology(text: string): Reply {
  return { messages: [writeNotice(text, 'problem')], record: null };
}

/** What the work gives, or an apology when it fails or takes too long. Never rejects. */
export async function withinDeadline(
  work: () => Promise<Reply>,
  { deadlineMs, log }: Pick<BotParts, 'deadlineMs' | 'log'>,
): Promise<Reply> {
  let timer: NodeJS.Timeout | undefined;
  const expiry = new Promise<Reply>((resolve) => {
    timer = setTimeout(() => {
      log.warn({ deadlineMs }, 'an answer took too long; an apology was shown');
      resolve(apology(tooLate));
    }, deadlineMs);
  });
  try {
    return await Promise.race([work(), expiry]);
  } catch (error) {
    log.error(describeError(error), 'an answer failed; an apology was shown');
    return apology(failed);
  } finally {
    clearTimeout(timer);
  }
}
