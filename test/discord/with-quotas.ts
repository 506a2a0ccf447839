import type { Collections } from '#src/collections.js';
import type { Desk } from '#src/desk.js';
import type { QuotaLimit } from '#src/state/seams/quotas.js';
import type { StateStore } from '#src/state/state-store.js';
import { noCollections } from '../support/no-collections.js';

/** For runBotAgainst: servers whose moderators have set other limits before the bot starts. */
export function withQuotas(
  desk: Desk,
  quotas: Readonly<Record<string, Readonly<Partial<Record<'member' | 'channel' | 'server', QuotaLimit>>>>>,
): (state: StateStore) => Promise<Collections> {
  return async (state) => {
    for (const [guild, limits] of Object.entries(quotas)) {
      for (const [scope, value] of Object.entries(limits)) {
        const setting = { guild, channel: null, key: `quota-${scope}`, value };
        const about = { subject: setting.key, before: null, after: JSON.stringify(value) };
        await state.settings.set(setting, { guild, actor: 'm', at: 0, act: 'settings', ...about });
      }
    }
    return noCollections(desk);
  };
}
