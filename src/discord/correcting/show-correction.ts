import type { ShownRecord, ShownResult } from '../../state/seams/records.js';
import { errataFor } from '../answering/errata-for.js';
import type { Words } from '../wording/words.js';
import { wordsHere } from '../wording/words-here.js';
import { type CorrectionOptions, writeCorrection } from '../writing/write-correction.js';
import type { CorrectingParts } from './correcting-parts.js';
import { editOwnMessage, type OwnMessage, type Refused } from './own-messages.js';

function optionsFor(
  record: string,
  now: ShownResult,
  { layout, isEchoed }: OwnMessage,
  words: Words,
): Omit<CorrectionOptions, 'at' | 'mostMessages'> {
  const shown = { record, isPrivate: false, layout, words } as const;
  if (now.kind !== 'answer') return { ...shown, echo: null, understoodAs: null };
  const { question, answer } = now;
  return {
    ...shown,
    echo: isEchoed ? question : null,
    understoodAs: answer.question === question ? null : answer.question,
  };
}

/**
 * Edits the messages of a record, given in their order, so that they show what holds now. `null` when at least one does
 * and none is still to be edited.
 */
export async function showCorrection(
  { id, guild, channel, result: before }: Pick<ShownRecord, 'id' | 'guild' | 'channel' | 'result'>,
  own: readonly [OwnMessage, ...OwnMessage[]],
  now: ShownResult,
  parts: CorrectingParts,
): Promise<Refused | null> {
  const errata = await errataFor(now, guild, parts);
  // Nobody is there to tell the language of their Discord: a direct message is corrected in English.
  const words = await wordsHere({ guildId: guild }, parts);
  const options = { ...optionsFor(id, now, own[0], words), errata, at: parts.now(), mostMessages: own.length };
  const written = writeCorrection({ before, now }, options);
  let isShown = false;
  let refused: Refused | null = 'gone';
  for (const [index, message] of own.entries()) {
    const content = written[index];
    if (content === undefined) break;
    await parts.mayEdit(channel);
    refused = await editOwnMessage(channel, message.id, content, parts);
    if (refused === 'later') return 'later';
    if (refused === null) isShown = true;
    else if (refused !== 'gone') break;
  }
  return isShown ? null : refused;
}
