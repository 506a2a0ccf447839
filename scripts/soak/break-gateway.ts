import { setTimeout as after } from 'node:timers/promises';
import type { Loopback } from '../../test/support/discord/loopback.js';
import type { SoakParts } from './perform-event.js';
import type { GatewayTrouble } from './soak-plan.js';

async function strike({ gateway }: Loopback, trouble: GatewayTrouble): Promise<void> {
  switch (trouble.kind) {
    case 'op 7':
      gateway.reconnects();
      return;
    case 'op 9 (resumable)':
      gateway.invalidates(true);
      return;
    case 'op 9':
      gateway.invalidates(false);
      return;
    case 'TCP cut':
      gateway.drops();
      return;
    case 'refused port':
      gateway.refuses();
      gateway.drops();
      await after(trouble.forMs);
      await gateway.accepts();
  }
}

/** Breaks the bot's connection, and resolves when the bot hears again. */
export async function breakGateway(
  trouble: GatewayTrouble,
  { discord, journal, ledger, outages }: Pick<SoakParts, 'discord' | 'journal' | 'ledger' | 'outages'>,
): Promise<void> {
  const { gateway } = discord;
  const { identifies, resumes } = gateway;
  const end = outages.begin();
  journal.note(`gateway: ${trouble.kind}${trouble.kind === 'refused port' ? ` for ${trouble.forMs} ms` : ''}`);
  await strike(discord, trouble);
  await discord.until(
    () => gateway.identifies > identifies || gateway.resumes > resumes,
    `the bot after ${trouble.kind}`,
  );
  await discord.ready();
  const isLost = gateway.identifies > identifies;
  end(isLost);
  ledger.count(`gateway: ${trouble.kind}, ${isLost ? 'new session' : 'resumed'}`);
  journal.note(`gateway: ${isLost ? 'a new session; what was under way may be lost' : 'resumed'}`);
}
