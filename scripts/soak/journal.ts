/** What happened, line by line, with the time since the beginning. */
export interface Journal {
  note(line: string): void;
  /** Something that must not happen; the run goes on, and fails at its end. */
  fails(line: string): void;
  readonly failures: readonly string[];
  /** The lines around every failure. */
  around(): readonly string[];
  readonly lines: readonly string[];
}

/** Lines shown before a failure and behind it: what eight events at once do in a few seconds. */
const shownBefore = 60;
const shownAfter = 10;

export function createJournal(): Journal {
  const startedAt = performance.now();
  const lines: string[] = [];
  const failures: string[] = [];
  const failedAt: number[] = [];

  function note(line: string): void {
    lines.push(`${((performance.now() - startedAt) / 1000).toFixed(3).padStart(9)} ${line}`);
  }

  return {
    note,
    fails(line) {
      note(`FAILURE: ${line}`);
      failures.push(line);
      failedAt.push(lines.length - 1);
    },
    failures,
    around: () =>
      lines.filter((_, at) => failedAt.some((failed) => at >= failed - shownBefore && at <= failed + shownAfter)),
    lines,
  };
}
