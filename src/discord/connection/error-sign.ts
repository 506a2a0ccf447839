/** What an operator can look up about an error, after a text: " (HTTP 404)", " (SELF_SIGNED_CERT_IN_CHAIN)"; else nothing. */
export function errorSign(error: unknown): string {
  const { code, status } = (error ?? {}) as { readonly code?: unknown; readonly status?: unknown };
  if (typeof status === 'number') return ` (HTTP ${status})`;
  return typeof code === 'string' ? ` (${code})` : '';
}
