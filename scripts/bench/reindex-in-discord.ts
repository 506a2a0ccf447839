import { setTimeout as after } from 'node:timers/promises';
import { everyComponent } from '../../test/support/discord/every-component.js';
import type { Loopback } from '../../test/support/discord/loopback.js';
import type { Reply } from '../../test/support/discord/reply.js';
import { faceOf } from '../../test/support/discord/seen-message.js';
import { onlyMessage } from '../../test/support/only-message.js';
import { acknowledgements, moderator } from './acknowledgements.js';
import { startParley } from './parley-process.js';
import { textOf } from './synthetic-files.js';
import type { SyntheticParagraph } from './synthetic-texts.js';

/** For so long afterwards it belongs to the load: what hangs on a new generation is measured and looked through. Milliseconds. */
const afterwardsMs = 5_000;

function hasFailed({ messages: [message] }: Reply): boolean {
  return message?.text.startsWith('⚠️') === true;
}

/** Waits until a reply says this, or has a button that does. @throws Error when it says that something went wrong */
async function says(reply: Reply, wanted: string): Promise<void> {
  const isSaid = ({ messages: [message] }: Reply): boolean => {
    const labels = everyComponent(message?.components ?? []).map(({ component }) => faceOf(component).label);
    return message?.text.includes(wanted) === true || labels.includes(wanted);
  };
  const done = await reply.until((seen) => isSaid(seen) || hasFailed(seen), wanted);
  if (!isSaid(done)) throw new Error(`"${wanted}" was expected: ${done.messages[0]?.text}`);
}

/** A moderator adds a document and publishes it, in Discord. Gives the seconds from *Publish* to its end. */
async function publishInDiscord(discord: Loopback, paragraphs: readonly SyntheticParagraph[]): Promise<number> {
  const maria = discord.member('maria', moderator);
  await says(
    await maria.runs('corpus add', { file: { name: 'one-more.txt', content: textOf(paragraphs) } }),
    'Staged.',
  );
  const asked = await maria.runs('reindex run');
  await says(asked, 'Publish');
  const startedAt = performance.now();
  await says(await maria.presses(onlyMessage(asked), 'Publish'), 'Done: generation');
  return (performance.now() - startedAt) / 1000;
}

/** How soon a member's commands are acknowledged, before and while a moderator adds a document and publishes it. */
export async function measureAcknowledgements(
  discord: Loopback,
  folder: string,
  questions: readonly string[],
  paragraphs: readonly SyntheticParagraph[],
): Promise<{ readonly idle: readonly number[]; readonly loaded: readonly number[]; readonly seconds: number }> {
  const bot = startParley('start', folder, { DISCORD_TOKEN: discord.token, DISCORD_REST_API: discord.api });
  try {
    await bot.says('Invite:');
    const anna = discord.member('anna', moderator);
    await acknowledgements(anna, questions, (asked) => asked >= 10);
    const idle = await acknowledgements(anna, questions, (asked) => asked >= Math.min(100, questions.length));
    let isOver = false;
    const publishing = publishInDiscord(discord, paragraphs)
      .then(async (seconds) => {
        await after(afterwardsMs);
        return seconds;
      })
      .finally(() => {
        isOver = true;
      });
    const [loaded, seconds] = await Promise.all([acknowledgements(anna, questions, () => isOver), publishing]);
    if (discord.violations.length > 0) throw new Error(JSON.stringify(discord.violations));
    return { idle, loaded, seconds };
  } finally {
    bot.stop();
    await bot.ended;
  }
}
