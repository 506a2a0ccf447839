import { invalidForm } from './discord-error.js';
import type { StoredMessage } from './stored-message.js';
import type { WorldChannel } from './world.js';

/** Those that anybody in the channel sees, oldest first. */
function shown({ messages }: WorldChannel): readonly StoredMessage[] {
  return messages.filter(({ isDeleted, onlyFor }) => !isDeleted && onlyFor === null);
}

/**
 * A page of a channel, newest first, by the query `limit`, `before`, `after` or `around`. @throws DiscordError for a limit
 * beyond 1 to 100.
 */
export function messagePage(channel: WorldChannel, query: URLSearchParams): readonly StoredMessage[] {
  const limit = Number(query.get('limit') ?? 50);
  if (!Number.isInteger(limit) || limit < 1 || limit > 100) {
    throw invalidForm('limit', 'NUMBER_TYPE_RANGE', 'Value should be between 1 and 100.');
  }
  const [before, after, around] = ['before', 'after', 'around'].map((key) => query.get(key));
  const messages = shown(channel);
  if (typeof around === 'string') {
    const middle = messages.findIndex(({ id }) => BigInt(id) >= BigInt(around));
    const first = Math.max(0, (middle < 0 ? messages.length : middle) - Math.floor(limit / 2));
    return messages.slice(first, first + limit).toReversed();
  }
  if (typeof after === 'string') {
    return messages
      .filter(({ id }) => BigInt(id) > BigInt(after))
      .slice(0, limit)
      .toReversed();
  }
  const earlier = typeof before === 'string' ? messages.filter(({ id }) => BigInt(id) < BigInt(before)) : messages;
  return earlier.slice(-limit).toReversed();
}
