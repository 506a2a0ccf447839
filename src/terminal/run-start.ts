import { runChat } from './run-chat.js';
import type { VerbContext } from './verb-context.js';

const greeting = `Parley answers questions about a set of documents and shows, for every sentence, where it stands.
This is a local session. To connect Discord, put DISCORD_TOKEN=… into the file .env (docs/discord.md shows how to get
one) and start again.

`;

/** `parley start`: the bot with a token, a session in the terminal without. */
export async function runStart(context: VerbContext): Promise<void> {
  const { terminal, parley } = context;
  const { token } = parley.config.discord;
  if (token !== undefined) {
    const { startBot } = await import('./start-bot.js');
    return startBot(context, token);
  }
  terminal.write(greeting);
  await runChat(context, 'npx parley start');
}
