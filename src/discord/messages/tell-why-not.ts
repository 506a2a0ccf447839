import type { Message } from 'discord.js';
import type { BotParts } from '../bot-parts.js';
import { discordErrorAction } from '../connection/error-table.js';
import type { Words } from '../wording/words.js';
import { writeNotice } from '../writing/write-notice.js';

/** What the bot may not do in a channel, so that nothing comes there. */
export type Missing = 'send' | 'history';

function noticeFor({ channel }: Message, missing: Missing, { notices: { missingRights } }: Words): string {
  const place = channel.isDMBased() ? missingRights.thisChannel : `#${channel.name}`;
  switch (missing) {
    case 'send':
      return missingRights.send(place, channel.isThread());
    case 'history':
      return missingRights.history(place);
  }
}

/** Tells somebody, in private, why nothing comes in a channel. */
export async function tellWhyNot(
  message: Message,
  missing: Missing,
  words: Words,
  { log }: Pick<BotParts, 'log'>,
): Promise<void> {
  try {
    await message.author.send(writeNotice(noticeFor(message, missing, words), 'problem'));
  } catch (error) {
    log.debug({ because: discordErrorAction(error).because }, 'the member could not be told either');
  }
}
