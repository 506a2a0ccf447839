/** An empty text for "none" in columns of a key, which holds no nulls. Discord's ids are never empty. */
export function keyOf(id: string | null): string {
  return id ?? '';
}

export function idOf(key: string): string | null {
  return key === '' ? null : key;
}
