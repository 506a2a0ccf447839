import { ParleyError } from '../errors.js';
import { runChat } from './run-chat.js';
import type { VerbContext } from './verb-context.js';

const greeting = `Parley answers questions about a set of documents and shows, for every sentence, where it stands.
This is a local session. To connect Discord, put DISCORD_TOKEN=… into the file .env (see .env.example) and start again;
the connection itself comes with the next release.

`;

/** The token is there, and nothing in this version can use it. */
export class NotConnectable extends ParleyError {
  override readonly name = 'NotConnectable';
}

/** `parley start`: the bot with a token, a session in the terminal without. */
export async function runStart(context: VerbContext): Promise<void> {
  const { terminal, parley } = context;
  if (parley.config.discordToken !== undefined) {
    throw new NotConnectable(
      'DISCORD_TOKEN is set, but this version of Parley cannot connect to Discord yet.',
      'Remove it for a local session, or run `npx parley chat`.',
    );
  }
  terminal.write(greeting);
  await runChat(context, 'npx parley start');
}
