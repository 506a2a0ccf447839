/** What a row promises about its figure. */
export interface Target {
  readonly bound: 'at most' | 'at least';
  readonly value: number;
}

/** One measurement against a named limit, both taken in the same run. */
export interface LimitRow {
  readonly what: string;
  /** What was measured and what it is compared with, with units. */
  readonly measured: string;
  readonly limit: string;
  /** The compared number itself: a ratio, or a time in `unit`. */
  readonly figure: number;
  readonly unit: '×' | '%' | 'ms' | '';
  /** `null` for a row that only informs. */
  readonly target: Target | null;
}

/** The same job done by Parley and by the peers. */
export interface PeerRow {
  readonly what: string;
  readonly unit: 's' | 'ms' | 'MB' | '';
  readonly better: 'lower' | 'higher';
  readonly parley: number;
  readonly langchain: number;
  readonly orama: number;
  /** Why Parley may be behind here; shown only where it is. */
  readonly whenBehind: string;
}

export interface BenchTable {
  readonly title: string;
  /** How it was measured, a paragraph. */
  readonly method: string;
  readonly limits: readonly LimitRow[];
  readonly peers: readonly PeerRow[];
}

export function holds({ figure, target }: LimitRow): boolean {
  if (target === null) return true;
  return target.bound === 'at most' ? figure <= target.value : figure >= target.value;
}

/** How many times better Parley is than a peer; below 1 it is behind. */
export function lead({ better, parley }: PeerRow, peer: number): number {
  return better === 'lower' ? peer / parley : parley / peer;
}
