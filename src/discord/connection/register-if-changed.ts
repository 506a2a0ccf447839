import { createHash } from 'node:crypto';
import type { FactStore } from '../../state/seams/facts.js';
import { type Registration, registerCommands } from './register-commands.js';

const registeredKey = 'discord.commands';

/** The same for two values that differ only in the order of their keys, and in keys without a value. */
function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

/**
 * Registers the commands everywhere unless Discord has these already: it allows 200 new ones a day, and a bot may start
 * more often than that. Another application's registration does not count.
 */
export async function registerIfChanged({
  rest,
  applicationId,
  definitions,
  facts,
}: Omit<Registration, 'guild'> & { readonly facts: FactStore }): Promise<'registered' | 'unchanged'> {
  const wanted = createHash('sha256').update(canonicalJson({ applicationId, definitions })).digest('hex');
  if ((await facts.get(registeredKey)) === wanted) return 'unchanged';
  await registerCommands({ rest, applicationId, definitions });
  await facts.set(registeredKey, wanted);
  return 'registered';
}
