import type { Message } from 'discord.js';
import type { BotParts } from '../bot-parts.js';
import { discordErrorAction } from '../connection/error-table.js';
import { createShownSoFar, type ShownSoFar } from '../replying/shown-so-far.js';
import type { OutgoingMessage } from '../writing/outgoing-message.js';
import type { SendPart } from './part-sender.js';

/** The message that a reply has begun as; `unknown` where Discord did not say whether it took it; `null`: none was sent. */
export type Begun = Pick<Message, 'id' | 'edit'> | 'unknown' | null;

/** A reply to a message that is shown before it is whole: its first part is sent, then edited. */
export interface GrowingReply extends Pick<ShownSoFar, 'show'> {
  /** Nothing is shown any more; resolves once nothing is under way, with what there is. */
  end(): Promise<Begun>;
}

export function createGrowingReply(
  send: SendPart,
  { growthPace, log }: Pick<BotParts, 'growthPace' | 'log'>,
): GrowingReply {
  let begun: Begun = null;

  async function edit(soFar: OutgoingMessage): Promise<boolean> {
    try {
      if (begun === null || begun === 'unknown') {
        begun = 'unknown';
        begun = await send(soFar, 0, true);
      } else await begun.edit({ ...soFar });
      return true;
    } catch (error) {
      // It is only ahead of the reply: what goes wrong shows when that comes.
      const { do: action, because } = discordErrorAction(error);
      log.debug({ step: 'so far', because }, 'what there is of an answer could not be shown yet');
      return action === 'retry-later';
    }
  }

  const { show, end } = createShownSoFar({ edit, pace: growthPace });
  return {
    show,
    async end() {
      await end();
      return begun;
    },
  };
}
