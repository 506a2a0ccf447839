import { AllowedMentionsTypes, type APIAllowedMentions } from 'discord-api-types/v10';
import { invalidForm } from './discord-error.js';
import type { Finding } from './finding.js';

/** Discord's rule (nobody is named twice) and this house's: text never pings, so `parse` is there and empty. */
export function judgeMentions(allowed: APIAllowedMentions | null | undefined): readonly Finding[] {
  if (allowed === undefined || allowed === null) {
    return [{ rule: 'allowed-mentions', detail: 'allowed_mentions is absent, so any text may ping', refusal: null }];
  }
  const { parse, users = [], roles = [] } = allowed;
  const clashes =
    (parse?.includes(AllowedMentionsTypes.User) === true && users.length > 0) ||
    (parse?.includes(AllowedMentionsTypes.Role) === true && roles.length > 0);
  if (clashes) {
    const detail = 'parse names a kind of mention that is also listed one by one';
    return [
      {
        rule: 'mentions-clash',
        detail,
        refusal: invalidForm('allowed_mentions', 'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE', detail),
      },
    ];
  }
  if (parse !== undefined && parse !== null && parse.length === 0) return [];
  const detail = `allowed_mentions.parse is ${JSON.stringify(parse ?? null)} instead of []`;
  return [{ rule: 'allowed-mentions', detail, refusal: null }];
}
