import type { Message } from 'discord.js';
import type { BotParts } from '../bot-parts.js';
import { discordErrorAction } from '../connection/error-table.js';
import { writeNotice } from '../writing/write-notice.js';

/** What the bot may not do in a channel, so that nothing comes there. */
export type Missing = 'send' | 'history';

function noticeFor({ channel }: Message, missing: Missing): string {
  const place = channel.isDMBased() ? 'this channel' : `#${channel.name}`;
  const otherwise = 'until then, use /ask or write to me here.';
  switch (missing) {
    case 'send': {
      const send = channel.isThread() ? 'Send Messages in Threads' : 'Send Messages';
      return `I may not write in ${place}. A moderator can give me View Channel, ${send} and Embed Links there; ${otherwise}`;
    }
    case 'history':
      return `I may not read back in ${place}, and Discord takes no reply from me there without it. A moderator can give me Read Message History there; ${otherwise}`;
  }
}

/** Tells somebody, in private, why nothing comes in a channel. */
export async function tellWhyNot(message: Message, missing: Missing, { log }: Pick<BotParts, 'log'>): Promise<void> {
  try {
    await message.author.send(writeNotice(noticeFor(message, missing), 'problem'));
  } catch (error) {
    log.debug({ because: discordErrorAction(error).because }, 'the member could not be told either');
  }
}
