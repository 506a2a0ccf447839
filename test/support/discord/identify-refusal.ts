import { GatewayCloseCodes, type GatewayIdentifyData, GatewayIntentBits } from 'discord-api-types/v10';

export interface GatewayRefusal {
  /** What the connection is closed with. */
  readonly code: GatewayCloseCodes;
  readonly rule?: string;
  readonly detail: string;
}

/** Without Discord's approval nobody gets these, and this bot must do without. */
const privilegedIntents =
  GatewayIntentBits.GuildMembers | GatewayIntentBits.GuildPresences | GatewayIntentBits.MessageContent;

const everyIntent = Object.values(GatewayIntentBits)
  .filter((bit) => typeof bit === 'number')
  .reduce((sum, bit) => sum | bit, 0);

/** Why an identify is refused; `undefined` when it is not. */
export function refusalOf({ intents, shard = [0, 1] }: GatewayIdentifyData): GatewayRefusal | undefined {
  const [id, count] = shard;
  if (!Number.isInteger(intents) || (intents & ~everyIntent) !== 0) {
    return { code: GatewayCloseCodes.InvalidIntents, rule: 'intents', detail: `intents ${intents} are none` };
  }
  if ((intents & privilegedIntents) !== 0) {
    return {
      code: GatewayCloseCodes.DisallowedIntents,
      rule: 'intents',
      detail: `intents ${intents} hold a privileged one`,
    };
  }
  if (id >= 0 && id < count) return undefined;
  return { code: GatewayCloseCodes.InvalidShard, detail: `there is no shard ${id} of ${count}` };
}
