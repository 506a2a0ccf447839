import { Routes } from 'discord.js';
import { checkToken } from '../../discord/connection/check-token.js';
import { createClient } from '../../discord/connection/client.js';
import { errorSign } from '../../discord/connection/error-sign.js';
import { discordErrorAction } from '../../discord/connection/error-table.js';
import { tokenRefused } from '../../discord/connection/gateway-refusal.js';
import { plainText } from '../plain-text.js';
import type { VerbContext } from '../verb-context.js';
import { type Finding, unwell, unwellBecause, well } from './finding.js';

/** Application id, time and signature, in base64. */
const tokenShape = /^[\w-]{18,}\.[\w-]{4,}\.[\w-]{20,}$/u;

/** Longer than two tries of one request. Milliseconds. */
const patience = 12_000;

function readToken(token: string): string | Finding {
  try {
    const bare = checkToken(token);
    if (tokenShape.test(bare)) return bare;
    const remedy =
      'Copy the token, not the secret or the id, from the Bot page of your application (https://discord.com/developers/applications).';
    return unwell('Discord', 'DISCORD_TOKEN does not look like the token of a bot.', remedy);
  } catch (error) {
    return unwellBecause('Discord', error);
  }
}

/** Whether Discord knows the token, if there is one. */
export async function checkDiscord({ parley }: VerbContext): Promise<Finding> {
  const { token: given, restApi } = parley.config.discord;
  if (given === undefined) {
    return well('Discord', 'No DISCORD_TOKEN is set: `npm start` begins a session in the terminal.');
  }
  const token = readToken(given);
  if (typeof token !== 'string') return token;
  try {
    const { rest } = createClient({ restApi });
    rest.setToken(token);
    const request = { signal: AbortSignal.timeout(patience) };
    const { name } = (await rest.get(Routes.currentApplication(), request)) as { readonly name: string };
    return well('Discord', `Discord knows the token: it is that of “${plainText(name)}”.`);
  } catch (error) {
    const { do: action } = discordErrorAction(error);
    if (action === 'exit') return unwellBecause('Discord', tokenRefused());
    const remedy = 'Check the network of this machine and its proxy, and https://discordstatus.com.';
    return unwell('Discord', `Discord does not answer${errorSign(error)}.`, remedy);
  }
}
