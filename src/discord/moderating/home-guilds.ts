/**
 * Whether the moderators of a server look after the shared collection: in the servers that were named, or, when none
 * was, in the one server there is.
 */
export function isHomeGuild(
  guild: string,
  named: readonly string[] | undefined,
  servers: { readonly size: number; has(id: string): boolean },
): boolean {
  if (named !== undefined) return named.includes(guild);
  return servers.size === 1 && servers.has(guild);
}
