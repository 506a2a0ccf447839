/** Names of this machine, as `URL.hostname` spells them. */
export const loopbackHosts: readonly string[] = ['127.0.0.1', 'localhost', '[::1]'];

/** The address when it is a plain one of this machine over http, without a name, a password, a query or a mark. */
export function loopbackAddress(value: string): URL | null {
  const url = URL.canParse(value) ? new URL(value) : null;
  if (url === null || url.protocol !== 'http:' || !loopbackHosts.includes(url.hostname)) return null;
  return url.username === '' && url.password === '' && url.search === '' && url.hash === '' ? url : null;
}
