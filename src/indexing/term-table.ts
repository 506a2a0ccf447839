/**
 * From a term to its id, as a hash table in three typed arrays, so that a hundred thousand terms load without one
 * string being made:
 *
 *     slots    [ 0, 3, 0, 1, 2, … ]        id + 1 at the place the term hashes to, or the next free one; 0 is empty
 *     offsets  [ 0, 5, 9, … ]              units of term i are units[offsets[i] .. offsets[i + 1]]
 *     units    [ t r u c e k e r r … ]     UTF-16 code units
 */
export interface TermTable {
  readonly slots: Uint32Array;
  readonly offsets: Uint32Array;
  readonly units: Uint16Array;
}

// FNV-1a over code units, with a last mix because the low bits alone choose the slot.
function hashOf(term: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < term.length; index++) {
    hash = Math.imul(hash ^ term.charCodeAt(index), 0x01000193);
  }
  hash ^= hash >>> 15;
  return Math.imul(hash, 0x2c1b3c6d) >>> 0;
}

/** The table of terms whose ids are their places in the list; each term is given once. */
export function buildTermTable(terms: Iterable<string>, count: number): TermTable {
  let capacity = 16;
  while (capacity < count * 2) capacity *= 2;
  const slots = new Uint32Array(capacity);
  const offsets = new Uint32Array(count + 1);
  const units: number[] = [];
  let id = 0;
  for (const term of terms) {
    let slot = hashOf(term) & (capacity - 1);
    while (slots[slot] !== 0) slot = (slot + 1) & (capacity - 1);
    slots[slot] = ++id;
    for (let index = 0; index < term.length; index++) units.push(term.charCodeAt(index));
    offsets[id] = units.length;
  }
  return { slots, offsets, units: Uint16Array.from(units) };
}

function isTermAt(table: TermTable, id: number, term: string): boolean {
  const start = table.offsets[id] ?? 0;
  if ((table.offsets[id + 1] ?? 0) - start !== term.length) return false;
  for (let index = 0; index < term.length; index++) {
    if (table.units[start + index] !== term.charCodeAt(index)) return false;
  }
  return true;
}

/** The id of a term, or `undefined` when the table does not have it. */
export function idInTable(table: TermTable, term: string): number | undefined {
  const mask = table.slots.length - 1;
  let slot = hashOf(term) & mask;
  for (;;) {
    const entry = table.slots[slot];
    if (entry === undefined || entry === 0) return undefined;
    if (isTermAt(table, entry - 1, term)) return entry - 1;
    slot = (slot + 1) & mask;
  }
}
