import { type Client, GatewayCloseCodes, GatewayIntentBits } from 'discord.js';
import { ConnectionRefused } from './connection-refused.js';

const privileged = {
  GuildMembers: 'Server Members Intent',
  GuildPresences: 'Presence Intent',
  MessageContent: 'Message Content Intent',
} as const;

const tokenRemedy =
  'Set DISCORD_TOKEN to the token on the Bot page of your application (https://discord.com/developers/applications).';

/** Discord does not know the token. */
export function tokenRefused(options?: ErrorOptions): ConnectionRefused {
  return new ConnectionRefused('Discord refuses the token in DISCORD_TOKEN.', tokenRemedy, 78, options);
}

function intentsRefused(intents: Client['options']['intents']): ConnectionRefused {
  const names = Object.entries(privileged).filter(([name]) =>
    intents.has(GatewayIntentBits[name as keyof typeof privileged]),
  );
  if (names.length === 0) {
    return new ConnectionRefused(
      `Discord refuses the intents ${intents.toArray().join(', ')}, although each bot may have them.`,
      'Check the application in DISCORD_TOKEN, and report this as a defect of Parley.',
      78,
    );
  }
  return new ConnectionRefused(
    `Discord refuses the intent ${names.map(([name]) => name).join(', ')}.`,
    `Turn on ${names.map(([, label]) => `"${label}"`).join(' and ')} on the Bot page of your application (https://discord.com/developers/applications).`,
    78,
  );
}

/** What it means that the gateway was closed with a code after which discord.js does not connect again. */
export function gatewayRefusal(code: number, { options }: Pick<Client, 'options'>): ConnectionRefused {
  switch (code) {
    case GatewayCloseCodes.AuthenticationFailed:
      return tokenRefused();
    case GatewayCloseCodes.InvalidIntents:
    case GatewayCloseCodes.DisallowedIntents:
      return intentsRefused(options.intents);
    default:
      // 4010 to 4012: shards or version are wrong, and neither is for an operator to set.
      return new ConnectionRefused(
        `Discord closed the connection for good, with code ${code}${code in GatewayCloseCodes ? ` (${GatewayCloseCodes[code]})` : ''}.`,
        'Start again; if it happens again, install the newest version of Parley.',
        1,
      );
  }
}
